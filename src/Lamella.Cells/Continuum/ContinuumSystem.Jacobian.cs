using Lamella.Numerics.Dae;
using Lamella.Numerics.Dual;
using Lamella.Numerics.Linear;

namespace Lamella.Cells.Continuum;

/// <content>Exact Jacobian: the kernels of the residual over dual numbers, assembled into blocks.</content>
internal sealed partial class ContinuumSystem
{
    private const int Side = BlockTridiagonal4.Order;
    private readonly CellJacobian jacobian;

    /// <inheritdoc/>
    public CallbackStatus EvaluateJacobian(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime)
    {
        jacobian.Clear();
        if (thermal is not null && !TemperatureColumn(time, y, yPrime))
        {
            return CallbackStatus.Recoverable;
        }

        if (!Unpack(time, y))
        {
            return CallbackStatus.Recoverable;
        }

        line.UpdateWithSlopes(concentration);
        AnchorJacobian(y);
        ElectrolyteJacobian(y);
        foreach (ExchangeLine exchange in exchanges)
        {
            ExchangeJacobian(exchange);
        }

        foreach (PorousLine electrode in porous)
        {
            if (!UpdateGroups(electrode, y, yPrime))
            {
                return CallbackStatus.Recoverable;
            }

            GroupsJacobian(electrode, y);
            SecondPhaseJacobian(electrode.Phase);
        }

        BorderJacobian(time, y, yPrime);
        return CallbackStatus.Success;
    }

    private static int Entry(int row, int column) => (Side * row) + column;

    private static int Index(int at, int slot) => (CellLayout.PerCell * at) + slot;

    /// <summary>The cell-level index of an unknown.</summary>
    private int Own(int index) => index - layout.Current;

    private void AnchorJacobian(ReadOnlySpan<double> y)
    {
        Span<double> diagonal = jacobian.Blocks.Diagonal(0);
        if (negative is not null)
        {
            diagonal[Entry(CellLayout.Electrolyte, CellLayout.Potential)] = 1.0;
            jacobian.Border.AddColumn(0, CellLayout.Electrolyte, -scales.Current * negative.Phase.EndResistance);
            return;
        }

        PlanarFace face = negativeFace!;
        Dual4 drop = FaceDropDual(face, y);
        diagonal[Entry(CellLayout.Electrolyte, CellLayout.Salt)] = drop.Slope(0) * CellScales.Concentration;
        diagonal[Entry(CellLayout.Electrolyte, CellLayout.Potential)] = face.ViaHost ? 1.0 : 0.0;
        jacobian.Border.AddColumn(0, CellLayout.Electrolyte, drop.Slope(1) * face.Sign * scales.Current);
        if (displacementOf[0] is null)
        {
            jacobian.Border.AddColumn(0, CellLayout.Electrolyte, drop.Slope(2) * face.Sign * scales.Current);
        }
        else
        {
            diagonal[Entry(CellLayout.Electrolyte, CellLayout.IonicCurrent)] = -drop.Slope(2) * face.Sign * scales.Current;
        }

        AddFaceColumns(face, CellLayout.Electrolyte);
    }

    /// <summary>E and w of a face enter the step to the metal as they are.</summary>
    private void AddFaceColumns(PlanarFace face, int equation)
    {
        foreach (int index in (ReadOnlySpan<int>)[face.Potential, face.Film])
        {
            if (index >= 0)
            {
                jacobian.Border.AddColumn(Own(index), equation, 1.0);
            }
        }
    }

    /// <summary>Step to the metal with derivatives along c (0), s (1) and the ionic part of s (2).</summary>
    private Dual4 FaceDropDual(PlanarFace face, ReadOnlySpan<double> y)
    {
        Dual4 drop = face.Drop(
            SideOf(face.Cell, face.ViaHost, 0), Dual4.Seed(face.Sign * y[layout.Current] * scales.Current, 1),
            Dual4.Seed(IonicAt(face, y), 2), At(y, face.Potential), At(y, face.Film), out Dual4 overpotential);
        face.Slopes = overpotential;
        return drop;
    }

    private void ElectrolyteJacobian(ReadOnlySpan<double> y)
    {
        ReadOnlySpan<FacePath> paths = line.Paths;
        for (int k = 0; k < layout.Cells; k++)
        {
            Span<double> diagonal = jacobian.Blocks.Diagonal(k);
            diagonal[Entry(CellLayout.Electrolyte, CellLayout.Electrolyte)] = 1.0;
            if (!(line.Storage[k] > 0.0))
            {
                jacobian.SaltDiagonal[k] = 1.0;
            }

            if (k + 1 >= layout.Cells)
            {
                continue;
            }

            if (paths[k].IsPlain)
            {
                FaceJacobian(k, y[Index(k, CellLayout.IonicCurrent)] * scales.Current);
            }
            else
            {
                JoinedJacobian(k, y);
            }
        }

        foreach (Segment segment in line.Segments)
        {
            if (!segment.HasSecondPhase)
            {
                LayerJacobian(segment);
            }
        }
    }

    private void LayerJacobian(Segment segment)
    {
        for (int k = segment.First; k <= segment.Last; k++)
        {
            Span<double> diagonal = jacobian.Blocks.Diagonal(k);
            diagonal[Entry(CellLayout.Potential, CellLayout.Potential)] = 1.0;
            diagonal[Entry(CellLayout.IonicCurrent, CellLayout.IonicCurrent)] = 1.0;
            int row = Index(k, CellLayout.IonicCurrent);
            jacobian.Border.AddColumn(0, row, 1.0);
            if (displacementOf[k] is { } layer)
            {
                jacobian.Border.AddColumn(Own(layer.Index), row, 0.0);
                jacobian.Border.ColumnRate[Own(layer.Index)][row] = -layer.Capacitance / scales.Current;
            }
        }
    }

    /// <summary>Scatters the derivatives of the face between cells k and k + 1.</summary>
    private void FaceJacobian(int k, double ionic)
    {
        FaceKernel.Evaluate(
            line.Side(k, concentration[k], 0), line.Side(k + 1, concentration[k + 1], 1), Dual4.Seed(ionic, 2),
            line.JointResistance[k], line.JointPartition[k], thermalVoltage, out Dual4 flux, out Dual4 step);
        ScatterConcentrations(k, flux, step);
        Span<double> lower = jacobian.Blocks.Lower(k + 1);
        lower[Entry(CellLayout.Electrolyte, CellLayout.IonicCurrent)] = -step.Slope(2) * scales.Current;
        double currentScale = scales.Current / CellScales.Concentration;
        if (line.Storage[k] > 0.0)
        {
            jacobian.Blocks.Diagonal(k)[Entry(CellLayout.Salt, CellLayout.IonicCurrent)] += flux.Slope(2) * currentScale / line.Storage[k];
        }

        if (line.Storage[k + 1] > 0.0)
        {
            lower[Entry(CellLayout.Salt, CellLayout.IonicCurrent)] = -flux.Slope(2) * currentScale / line.Storage[k + 1];
        }
    }

    /// <summary>Derivatives along c on both sides, and along Φ.</summary>
    private void ScatterConcentrations(int k, Dual4 flux, Dual4 step)
    {
        Span<double> lower = jacobian.Blocks.Lower(k + 1), next = jacobian.Blocks.Diagonal(k + 1);
        lower[Entry(CellLayout.Electrolyte, CellLayout.Electrolyte)] = -1.0;
        lower[Entry(CellLayout.Electrolyte, CellLayout.Salt)] = -step.Slope(0) * CellScales.Concentration;
        next[Entry(CellLayout.Electrolyte, CellLayout.Salt)] = -step.Slope(1) * CellScales.Concentration;
        if (line.Storage[k] > 0.0)
        {
            double weight = 1.0 / line.Storage[k];
            jacobian.SaltDiagonal[k] += weight * flux.Slope(0);
            jacobian.Blocks.Upper(k)[Entry(CellLayout.Salt, CellLayout.Salt)] = weight * flux.Slope(1);
        }

        if (line.Storage[k + 1] > 0.0)
        {
            double weight = 1.0 / line.Storage[k + 1];
            jacobian.SaltDiagonal[k + 1] -= weight * flux.Slope(1);
            lower[Entry(CellLayout.Salt, CellLayout.Salt)] = -weight * flux.Slope(0);
        }
    }

    private void JoinedJacobian(int k, ReadOnlySpan<double> y)
    {
        FacePath path = line.Paths[k];
        FaceKernel.Between(
            SideOf(k, path.LeftHost, 0), SideOf(k + 1, path.RightHost, 1),
            Dual4.Seed(PathCurrent(path.Left, k, y), 2), Dual4.Seed(PathCurrent(path.Right, k, y), 3),
            line.JointPartition[k], thermalVoltage, out Dual4 flux, out Dual4 step);
        ScatterConcentrations(k, flux, step);
        ScatterCurrent(path.Left, k, flux.Slope(2), step.Slope(2));
        ScatterCurrent(path.Right, k, flux.Slope(3), step.Slope(3));
        int row = Index(k + 1, CellLayout.Electrolyte);
        jacobian.Border.AddColumn(0, row, -scales.Current * line.JointResistance[k]);
        jacobian.Blocks.Lower(k + 1)[Entry(CellLayout.Electrolyte, CellLayout.Potential)] = path.LeftHost ? -1.0 : 0.0;
        jacobian.Blocks.Diagonal(k + 1)[Entry(CellLayout.Electrolyte, CellLayout.Potential)] = path.RightHost ? 1.0 : 0.0;
    }

    /// <summary>Scatters the derivatives along the current in one half of a face.</summary>
    private void ScatterCurrent(CurrentPath path, int k, double fluxSlope, double stepSlope)
    {
        double flux = fluxSlope * scales.Current / CellScales.Concentration, step = -stepSlope * scales.Current;
        double before = line.Storage[k] > 0.0 ? flux / line.Storage[k] : 0.0;
        double after = line.Storage[k + 1] > 0.0 ? -flux / line.Storage[k + 1] : 0.0;
        BlockTridiagonal4 blocks = jacobian.Blocks;
        int salt = Entry(CellLayout.Salt, CellLayout.IonicCurrent), potential = Entry(CellLayout.Electrolyte, CellLayout.IonicCurrent);
        switch (path)
        {
            case CurrentPath.Own:
                blocks.Diagonal(k)[salt] += before;
                blocks.Lower(k + 1)[salt] += after;
                blocks.Lower(k + 1)[potential] += step;
                break;
            case CurrentPath.Next:
                blocks.Upper(k)[salt] += before;
                blocks.Diagonal(k + 1)[salt] += after;
                blocks.Diagonal(k + 1)[potential] += step;
                break;
            default:
                jacobian.Border.AddColumn(0, Index(k, CellLayout.Salt), -before);
                jacobian.Border.AddColumn(0, Index(k + 1, CellLayout.Salt), -after);
                jacobian.Border.AddColumn(0, Index(k + 1, CellLayout.Electrolyte), -step);
                break;
        }
    }

    private void SecondPhaseJacobian(SecondPhase phase)
    {
        for (int lane = 0; lane < phase.Segment.Count; lane++)
        {
            int at = phase.Segment.First + lane, row = Index(at, CellLayout.IonicCurrent);
            Span<double> diagonal = jacobian.Blocks.Diagonal(at);
            if (lane + 1 == phase.Segment.Count)
            {
                diagonal[Entry(CellLayout.IonicCurrent, CellLayout.IonicCurrent)] = 1.0;
                if (phase.Outflow == PhaseEnd.Total)
                {
                    jacobian.Border.AddColumn(0, row, 1.0);
                }

                continue;
            }

            double drop = scales.Current * phase.Resistance[lane];
            diagonal[Entry(CellLayout.IonicCurrent, CellLayout.Potential)] = -1.0;
            diagonal[Entry(CellLayout.IonicCurrent, CellLayout.Electrolyte)] = -1.0;
            diagonal[Entry(CellLayout.IonicCurrent, CellLayout.IonicCurrent)] = -drop;
            Span<double> upper = jacobian.Blocks.Upper(at);
            upper[Entry(CellLayout.IonicCurrent, CellLayout.Potential)] = 1.0;
            upper[Entry(CellLayout.IonicCurrent, CellLayout.Electrolyte)] = 1.0;
            jacobian.Border.AddColumn(0, row, -drop);
        }
    }

    private void ExchangeJacobian(ExchangeLine exchange)
    {
        SecondPhase phase = exchange.Phase;
        for (int lane = 0; lane < phase.Segment.Count; lane++)
        {
            int at = phase.Segment.First + lane;
            double drop = -scales.Current * exchange.Resistance[lane];
            jacobian.Blocks.Diagonal(at)[Entry(CellLayout.Potential, CellLayout.Potential)] = 1.0;
            SetGain(phase, lane, drop);
        }

        SecondPhaseJacobian(phase);
    }

    /// <summary>Derivative of the equation of E along the gain of the electrolyte [per reference current].</summary>
    private void SetGain(SecondPhase phase, int lane, double slope)
    {
        int at = phase.Segment.First + lane, entry = Entry(CellLayout.Potential, CellLayout.IonicCurrent);
        jacobian.Blocks.Diagonal(at)[entry] = slope;
        if (lane > 0 || phase.Inflow == PhaseEnd.Previous)
        {
            jacobian.Blocks.Lower(at)[entry] = -slope;
        }
        else if (phase.Inflow == PhaseEnd.Total)
        {
            int row = Index(at, CellLayout.Potential);
            jacobian.Border.AddColumn(0, row, slope - jacobian.Border.Column[0][row]);
        }
    }

    private void GroupsJacobian(PorousLine electrode, ReadOnlySpan<double> y)
    {
        foreach (ParticleGroup group in electrode.Groups)
        {
            group.Array.Jacobian(group.Shells(y));
            group.UpdatePotentialWithSlope();
            GroupJacobian own = group.Slopes;
            ReadOnlySpan<double> outermost = group.Shells(y)[^group.Lanes..];
            for (int lane = 0; lane < group.Lanes; lane++)
            {
                Dual4 kinetics = group.Kinetics(lane, outermost[lane], concentration[group.First + lane]);
                own.BySalt[lane] = kinetics.Slope(0) * CellScales.Concentration;
                own.ByStoichiometry[lane] = kinetics.Slope(1);
                own.ByCurrent[lane] = kinetics.Slope(2);
            }
        }
    }
}
