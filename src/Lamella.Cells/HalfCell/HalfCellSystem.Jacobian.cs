using Lamella.Numerics.Dae;
using Lamella.Numerics.Dual;
using Lamella.Numerics.Linear;

namespace Lamella.Cells.HalfCell;

/// <content>Exact Jacobian: the kernels of the residual over dual numbers, assembled into blocks.</content>
internal sealed partial class HalfCellSystem
{
    private const int Side = BlockTridiagonal4.Order;
    private readonly CellJacobian jacobian;

    /// <inheritdoc/>
    public CallbackStatus EvaluateJacobian(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime)
    {
        if (!Unpack(y))
        {
            return CallbackStatus.Recoverable;
        }

        jacobian.Clear();
        line.UpdateWithSlopes(concentration);
        ElectrolyteJacobian(y);
        if (cathode is not null)
        {
            particles!.Jacobian(layout.Particles(y));
            if (!SurfaceState(y))
            {
                return CallbackStatus.Recoverable;
            }

            cathode.OpenCircuitPotential.EvaluateWithSlope(surface, temperature, potential, potentialSlope);
            CathodeJacobian(y);
        }

        ControlJacobian(y);
        return CallbackStatus.Success;
    }

    private static int Entry(int row, int column) => (Side * row) + column;

    private void ElectrolyteJacobian(ReadOnlySpan<double> y)
    {
        LithiumJacobian(y);
        for (int k = 0; k < layout.Cells; k++)
        {
            Span<double> diagonal = jacobian.Blocks.Diagonal(k);
            diagonal[Entry(CellLayout.Electrolyte, CellLayout.Electrolyte)] = 1.0;
            if (!(line.Storage[k] > 0.0))
            {
                jacobian.SaltDiagonal[k] = 1.0;
            }

            if (k < layout.CathodeStart)
            {
                diagonal[Entry(CellLayout.Solid, CellLayout.Solid)] = 1.0;
                diagonal[Entry(CellLayout.IonicCurrent, CellLayout.IonicCurrent)] = 1.0;
                jacobian.CurrentColumn[(CellLayout.PerCell * k) + CellLayout.IonicCurrent] = 1.0;
            }

            if (k + 1 < layout.Cells)
            {
                FaceJacobian(k, y[(CellLayout.PerCell * k) + CellLayout.IonicCurrent] * scales.Current);
            }
        }
    }

    private void LithiumJacobian(ReadOnlySpan<double> y)
    {
        Dual4 stripping = Dual4.Seed(-y[layout.Current] * scales.Current, 1);
        Dual4 cell = LithiumKernel.Potential(lithium, line.Side(0, concentration[0], 0), stripping, thermalVoltage, out _);
        jacobian.Blocks.Diagonal(0)[Entry(CellLayout.Electrolyte, CellLayout.Salt)] =
            -cell.Slope(0) * CellScales.Concentration;
        jacobian.CurrentColumn[CellLayout.Electrolyte] = cell.Slope(1) * scales.Current;
    }

    /// <summary>Scatters the derivatives of the face between cells k and k + 1.</summary>
    private void FaceJacobian(int k, double ionic)
    {
        FaceKernel.Evaluate(
            line.Side(k, concentration[k], 0), line.Side(k + 1, concentration[k + 1], 1), Dual4.Seed(ionic, 2),
            line.JointResistance[k], line.JointPartition[k], thermalVoltage, out Dual4 flux, out Dual4 step);
        Span<double> lower = jacobian.Blocks.Lower(k + 1), next = jacobian.Blocks.Diagonal(k + 1);
        lower[Entry(CellLayout.Electrolyte, CellLayout.Electrolyte)] = -1.0;
        lower[Entry(CellLayout.Electrolyte, CellLayout.Salt)] = -step.Slope(0) * CellScales.Concentration;
        next[Entry(CellLayout.Electrolyte, CellLayout.Salt)] = -step.Slope(1) * CellScales.Concentration;
        lower[Entry(CellLayout.Electrolyte, CellLayout.IonicCurrent)] = -step.Slope(2) * scales.Current;
        double currentScale = scales.Current / CellScales.Concentration;
        if (line.Storage[k] > 0.0)
        {
            double weight = 1.0 / line.Storage[k];
            jacobian.SaltDiagonal[k] += weight * flux.Slope(0);
            jacobian.Blocks.Upper(k)[Entry(CellLayout.Salt, CellLayout.Salt)] = weight * flux.Slope(1);
            jacobian.Blocks.Diagonal(k)[Entry(CellLayout.Salt, CellLayout.IonicCurrent)] =
                weight * flux.Slope(2) * currentScale;
        }

        if (line.Storage[k + 1] > 0.0)
        {
            double weight = 1.0 / line.Storage[k + 1];
            jacobian.SaltDiagonal[k + 1] -= weight * flux.Slope(1);
            lower[Entry(CellLayout.Salt, CellLayout.Salt)] = -weight * flux.Slope(0);
            lower[Entry(CellLayout.Salt, CellLayout.IonicCurrent)] = -weight * flux.Slope(2) * currentScale;
        }
    }

    private void CathodeJacobian(ReadOnlySpan<double> y)
    {
        ReadOnlySpan<double> outermost = layout.Particles(y)[^layout.Lanes..];
        for (int lane = 0; lane < layout.Lanes; lane++)
        {
            int cell = layout.CathodeStart + lane;
            Dual4 kinetics = KineticsDual(lane, outermost[lane], concentration[cell]);
            double perIonic = scales.Current * cathode!.InverseArea[lane];
            bool last = lane + 1 == layout.Lanes;
            Span<double> diagonal = jacobian.Blocks.Diagonal(cell);
            diagonal[Entry(CellLayout.Solid, CellLayout.Salt)] = kinetics.Slope(0) * CellScales.Concentration;
            diagonal[Entry(CellLayout.Solid, CellLayout.Electrolyte)] = -1.0;
            diagonal[Entry(CellLayout.Solid, CellLayout.Solid)] = 1.0;
            jacobian.KineticsByStoichiometry[lane] = kinetics.Slope(1);
            jacobian.KineticsByCurrent[lane] = kinetics.Slope(2) * perIonic;
            jacobian.ShellByCurrent[lane] = particles!.SurfaceFlowFactor * perIonic;
            if (last)
            {
                diagonal[Entry(CellLayout.IonicCurrent, CellLayout.IonicCurrent)] = 1.0;
                continue;
            }

            double drop = scales.Current * cathode.ElectronicResistance[lane];
            diagonal[Entry(CellLayout.IonicCurrent, CellLayout.Solid)] = -1.0;
            diagonal[Entry(CellLayout.IonicCurrent, CellLayout.IonicCurrent)] = -drop;
            jacobian.Blocks.Upper(cell)[Entry(CellLayout.IonicCurrent, CellLayout.Solid)] = 1.0;
            jacobian.CurrentColumn[(CellLayout.PerCell * cell) + CellLayout.IonicCurrent] = -drop;
        }
    }

    /// <summary>−U − η − j·R with derivatives along c, x of the outermost shell, and j.</summary>
    private Dual4 KineticsDual(int lane, double outermost, double salt)
    {
        Dual4 x = Dual4.Seed(outermost, 1), current = Dual4.Seed(reactionCurrent[lane], 2);
        Dual4 diffusivity = Dual4.Seed(
            particles!.SurfaceDiffusivity[lane], 1, particles.SurfaceDiffusivitySlope[lane]);
        Dual4 atSurface = x - (current * (particles.FluxFactor * particles.SurfaceDistance) / diffusivity);
        var openCircuit = new Dual4(potential[lane], atSurface.Slopes * potentialSlope[lane]);
        Dual4 overpotential = ReactionKernel.Overpotential(
            cathode!.Surface, Dual4.Seed(salt, 0), atSurface, current, thermalVoltage);
        return -openCircuit - overpotential - (current * cathode.Surface.FilmResistance);
    }

    private void ControlJacobian(ReadOnlySpan<double> y)
    {
        if (Control == ControlKind.Current)
        {
            jacobian.ControlCurrent = 1.0;
            return;
        }

        jacobian.ControlCurrent = scales.Current * leadResistance;
        if (counter is not { } face)
        {
            jacobian.ControlRow[CellLayout.Solid] = 1.0;
            return;
        }

        int cell = layout.Cells - 1;
        Dual4 step = LithiumKernel.Potential(
            face, line.Side(cell, concentration[cell], 0), Dual4.Seed(y[layout.Current] * scales.Current, 1),
            thermalVoltage, out _);
        jacobian.ControlRow[CellLayout.Electrolyte] = 1.0;
        jacobian.ControlRow[CellLayout.Salt] = -step.Slope(0) * CellScales.Concentration;
        jacobian.ControlCurrent -= step.Slope(1) * scales.Current;
    }
}
