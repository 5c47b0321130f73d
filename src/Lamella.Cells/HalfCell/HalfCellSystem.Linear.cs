using Lamella.Numerics.Dae;

namespace Lamella.Cells.HalfCell;

/// <content>
/// Linear algebra: particles are eliminated into their cathode cell, then the cells along x, then the applied current.
/// </content>
internal sealed partial class HalfCellSystem
{
    /// <inheritdoc/>
    public CallbackStatus Factor(double derivativeFactor)
    {
        jacobian.DerivativeFactor = derivativeFactor;
        for (int k = 0; k < layout.Cells; k++)
        {
            double shift = line.Storage[k] > 0.0 ? derivativeFactor : 0.0;
            jacobian.Blocks.Diagonal(k)[Entry(CellLayout.Salt, CellLayout.Salt)] = jacobian.SaltDiagonal[k] + shift;
        }

        if (particles is not null && !EliminateParticles(derivativeFactor))
        {
            return CallbackStatus.Recoverable;
        }

        if (!jacobian.Blocks.Factor())
        {
            return CallbackStatus.Recoverable;
        }

        jacobian.CurrentColumn.CopyTo(jacobian.CurrentResponse, 0);
        jacobian.Blocks.Solve(jacobian.CurrentResponse);
        jacobian.CurrentPivot = jacobian.ControlCurrent - ControlProduct(jacobian.CurrentResponse);
        return jacobian.CurrentPivot != 0.0 && double.IsFinite(jacobian.CurrentPivot)
            ? CallbackStatus.Success
            : CallbackStatus.Recoverable;
    }

    /// <inheritdoc/>
    public void Solve(Span<double> rightHandSide)
    {
        Span<double> along = rightHandSide[..layout.ParticleStart];
        Span<double> shells = layout.Particles(rightHandSide);
        if (particles is not null)
        {
            particles.Forward(shells);
            ReadOnlySpan<double> outermost = shells[^layout.Lanes..], pivots = particles.LastPivots;
            for (int lane = 0; lane < layout.Lanes; lane++)
            {
                along[(CellLayout.PerCell * (layout.CathodeStart + lane)) + CellLayout.Solid] -=
                    jacobian.KineticsByStoichiometry[lane] * outermost[lane] / pivots[lane];
            }
        }

        jacobian.Blocks.Solve(along);
        double current = (rightHandSide[layout.Current] - ControlProduct(along)) / jacobian.CurrentPivot;
        rightHandSide[layout.Current] = current;
        ReadOnlySpan<double> response = jacobian.CurrentResponse;
        for (int i = 0; i < along.Length; i++)
        {
            along[i] -= response[i] * current;
        }

        if (particles is not null)
        {
            SubstituteParticles(along, shells);
        }

        SolveCellLevel(rightHandSide, current);
    }

    private bool EliminateParticles(double derivativeFactor)
    {
        if (!particles!.Factor(derivativeFactor))
        {
            return false;
        }

        ReadOnlySpan<double> pivots = particles.LastPivots;
        for (int lane = 0; lane < layout.Lanes; lane++)
        {
            double through = jacobian.KineticsByStoichiometry[lane] * jacobian.ShellByCurrent[lane] / pivots[lane];
            double total = jacobian.KineticsByCurrent[lane] - through;
            int cell = layout.CathodeStart + lane, entry = Entry(CellLayout.Solid, CellLayout.IonicCurrent);
            jacobian.Blocks.Diagonal(cell)[entry] = total;
            jacobian.Blocks.Lower(cell)[entry] = -total;
        }

        return true;
    }

    private void SubstituteParticles(ReadOnlySpan<double> along, Span<double> shells)
    {
        Span<double> outermost = shells[^layout.Lanes..];
        ReadOnlySpan<double> pivots = particles!.LastPivots;
        for (int lane = 0; lane < layout.Lanes; lane++)
        {
            int right = (CellLayout.PerCell * (layout.CathodeStart + lane)) + CellLayout.IonicCurrent;
            double gain = along[right] - along[right - CellLayout.PerCell];
            outermost[lane] = (outermost[lane] - (jacobian.ShellByCurrent[lane] * gain)) / pivots[lane];
        }

        particles.Backward(shells);
    }

    private void SolveCellLevel(Span<double> rightHandSide, double current)
    {
        double rate = current * scales.Current / scales.Charge;
        double inverse = 1.0 / jacobian.DerivativeFactor;
        rightHandSide[layout.Charge] = (rightHandSide[layout.Charge] + rate) * inverse;
        rightHandSide[layout.Lithium] = (rightHandSide[layout.Lithium] + rate) * inverse;
        rightHandSide[layout.CounterLithium] =
            (rightHandSide[layout.CounterLithium] - (counter is null ? 0.0 : rate)) * inverse;
    }

    /// <summary>∂(control)/∂(last cell) times a vector along x.</summary>
    private double ControlProduct(ReadOnlySpan<double> along)
    {
        ReadOnlySpan<double> last = along[^CellLayout.PerCell..];
        double sum = 0.0;
        for (int slot = 0; slot < last.Length; slot++)
        {
            sum += jacobian.ControlRow[slot] * last[slot];
        }

        return sum;
    }
}
