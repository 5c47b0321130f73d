using Lamella.Numerics.Dae;

namespace Lamella.Cells.Continuum;

/// <content>
/// Linear algebra: particles and the currents of further groups are eliminated into their cell, then the cells along x,
/// then the cell-level unknowns.
/// </content>
internal sealed partial class ContinuumSystem
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

        if (thermal is not null)
        {
            thermal.PlainRow.CopyTo(jacobian.Border.Row[Own(layout.Temperature)], 0);
        }

        foreach (PorousLine electrode in porous)
        {
            if (!EliminateGroups(electrode, derivativeFactor))
            {
                return CallbackStatus.Recoverable;
            }
        }

        return jacobian.FactorAlong() && Respond(derivativeFactor) && jacobian.Border.Factor(derivativeFactor)
            ? CallbackStatus.Success
            : CallbackStatus.Recoverable;
    }

    /// <inheritdoc/>
    public void Solve(Span<double> rightHandSide)
    {
        Span<double> along = rightHandSide[..layout.ParticleStart];
        foreach (PorousLine electrode in porous)
        {
            Forward(electrode, rightHandSide, heat: thermal is not null);
        }

        jacobian.Flux.Keep(along);
        jacobian.SolveAlong(along);
        jacobian.Border.Solve(along, rightHandSide[layout.Current..]);
        if (thermal is not null)
        {
            double kelvin = rightHandSide[layout.Temperature];
            jacobian.Flux.Subtract(thermal.Column, kelvin);
            for (int i = layout.ParticleStart; i < layout.Current; i++)
            {
                rightHandSide[i] -= thermal.Eliminated[i] * kelvin;
            }
        }

        jacobian.Flux.Conserve(along, line.Storage, rightHandSide[layout.Current], jacobian.DerivativeFactor);
        foreach (PorousLine electrode in porous)
        {
            Backward(electrode, rightHandSide);
        }
    }

    /// <summary>Factors the particles of an electrode and folds them into the equations of their cells.</summary>
    private bool EliminateGroups(PorousLine electrode, double derivativeFactor)
    {
        foreach (ParticleGroup group in electrode.Groups)
        {
            if (!group.Array.Factor(derivativeFactor))
            {
                return false;
            }

            GroupJacobian own = group.Slopes;
            ReadOnlySpan<double> pivots = group.Array.LastPivots;
            for (int lane = 0; lane < group.Lanes; lane++)
            {
                double perShell = group.Array.SurfaceFlowFactor / pivots[lane];
                own.Whole[lane] = own.ByCurrent[lane] - (own.ByStoichiometry[lane] * perShell);
                own.Pivot[lane] = own.Whole[lane] * group.InverseArea[lane] * scales.Current;
                own.HeatWhole[lane] = (own.HeatByCurrent[lane] - (own.HeatByStoichiometry[lane] * perShell)) * group.InverseArea[lane] * scales.Current;
            }
        }

        GroupJacobian closing = electrode.Groups[0].Slopes;
        for (int lane = 0; lane < electrode.Phase.Segment.Count; lane++)
        {
            CloseCell(electrode, closing, lane, derivativeFactor);
        }

        return true;
    }

    /// <summary>The equation of E in one cell, all groups and the double layer folded in.</summary>
    private void CloseCell(PorousLine electrode, GroupJacobian closing, int lane, double derivativeFactor)
    {
        int at = electrode.Phase.Segment.First + lane;
        double slope = closing.Pivot[lane], stored = electrode.DoubleLayer[lane] * derivativeFactor / scales.Current;
        double byPotential = 1.0 - (slope * stored), bySalt = closing.BySalt[lane];
        closing.Held[lane] = -slope * stored;
        for (int index = 1; index < electrode.Groups.Length; index++)
        {
            GroupJacobian own = electrode.Groups[index].Slopes;
            byPotential += slope / own.Pivot[lane];
            own.Held[lane] = -own.Pivot[lane] * stored;
            bySalt += slope * own.BySalt[lane] / own.Pivot[lane];
        }

        Span<double> diagonal = jacobian.Blocks.Diagonal(at);
        diagonal[Entry(CellLayout.Potential, CellLayout.Potential)] = byPotential;
        diagonal[Entry(CellLayout.Potential, CellLayout.Salt)] = bySalt;
        SetGain(electrode.Phase, lane, slope);
        if (thermal is not null)
        {
            CloseHeat(electrode, closing, lane, stored);
        }
    }

    /// <summary>The heat balance in one cell, all groups folded in.</summary>
    private void CloseHeat(PorousLine electrode, GroupJacobian closing, int lane, double stored)
    {
        int own = Own(layout.Temperature), at = electrode.Phase.Segment.First + lane;
        double slope = closing.HeatWhole[lane];
        jacobian.Border.AddRow(own, Index(at, CellLayout.IonicCurrent), slope);
        if (lane > 0 || electrode.Phase.Inflow == PhaseEnd.Previous)
        {
            jacobian.Border.AddRow(own, Index(at - 1, CellLayout.IonicCurrent), -slope);
        }
        else if (electrode.Phase.Inflow == PhaseEnd.Total)
        {
            jacobian.Border.Corner[own * jacobian.Border.Size] = thermal!.PlainCorner + slope;
        }

        jacobian.Border.AddRow(own, Index(at, CellLayout.Potential), -slope * stored);
        for (int index = 1; index < electrode.Groups.Length; index++)
        {
            GroupJacobian other = electrode.Groups[index].Slopes;
            double share = (other.HeatWhole[lane] - slope) / other.Pivot[lane];
            jacobian.Border.AddRow(own, Index(at, CellLayout.Potential), -share);
            jacobian.Border.AddRow(own, Index(at, CellLayout.Salt), -share * other.BySalt[lane]);
        }
    }

    /// <summary>Response of the cells to each cell-level unknown.</summary>
    private bool Respond(double derivativeFactor)
    {
        BorderMatrix border = jacobian.Border;
        int kelvin = layout.Temperature < 0 ? -1 : Own(layout.Temperature);
        if (kelvin >= 0)
        {
            border.Couples[kelvin] = true;
            thermal!.Column.CopyTo(thermal.Eliminated, 0);
            foreach (PorousLine electrode in porous)
            {
                Forward(electrode, thermal.Eliminated, heat: false);
            }

            thermal.Eliminated.AsSpan(0, layout.ParticleStart).CopyTo(border.Column[kelvin]);
            border.Corner[(kelvin * border.Size) + kelvin] = thermal.Column[layout.Temperature] - HeatThroughParticles(thermal.Eliminated);
        }

        for (int index = 0; index < border.Size; index++)
        {
            if (!border.Couples[index])
            {
                continue;
            }

            double[] response = border.Response[index], column = border.Column[index], rate = border.ColumnRate[index];
            bool stores = index > 0 && index != kelvin;
            for (int i = 0; i < response.Length; i++)
            {
                response[i] = column[i] + (stores ? derivativeFactor * rate[i] : 0.0);
            }

            jacobian.SolveAlong(response);
        }

        return true;
    }

    /// <summary>What eliminated particles leave to the heat balance.</summary>
    private double HeatThroughParticles(ReadOnlySpan<double> eliminated)
    {
        double sum = 0.0;
        foreach (PorousLine electrode in porous)
        {
            GroupJacobian closing = electrode.Groups[0].Slopes;
            foreach (ParticleGroup group in electrode.Groups)
            {
                GroupJacobian own = group.Slopes;
                ReadOnlySpan<double> outermost = group.Shells(eliminated)[^group.Lanes..], pivots = group.Array.LastPivots;
                for (int lane = 0; lane < group.Lanes; lane++)
                {
                    sum += own.HeatByStoichiometry[lane] * outermost[lane] / pivots[lane];
                    sum += group.CurrentOffset < 0 ? 0.0
                        : (own.HeatWhole[lane] - closing.HeatWhole[lane]) * eliminated[group.CurrentOffset + lane] / own.Pivot[lane];
                }
            }
        }

        return sum;
    }

    /// <summary>Eliminates the particles and group currents of one electrode from a right-hand side.</summary>
    private void Forward(PorousLine electrode, Span<double> b, bool heat)
    {
        GroupJacobian closing = electrode.Groups[0].Slopes;
        foreach (ParticleGroup group in electrode.Groups)
        {
            Span<double> shells = group.Shells(b);
            group.Array.Forward(shells);
            GroupJacobian own = group.Slopes;
            ReadOnlySpan<double> outermost = shells[^group.Lanes..], pivots = group.Array.LastPivots;
            for (int lane = 0; lane < group.Lanes; lane++)
            {
                int row = Index(group.First + lane, CellLayout.Potential);
                double left = outermost[lane] / pivots[lane];
                if (group.CurrentOffset < 0)
                {
                    b[row] -= own.ByStoichiometry[lane] * left;
                }
                else
                {
                    double other = b[group.CurrentOffset + lane] - (own.ByStoichiometry[lane] * left);
                    b[group.CurrentOffset + lane] = other;
                    b[row] += closing.Pivot[lane] * other / own.Pivot[lane];
                }
            }
        }

        if (heat)
        {
            b[layout.Temperature] -= electrode == porous[^1] ? HeatThroughParticles(b) : 0.0;
        }
    }

    /// <summary>Substitutes the group currents and particles of one electrode back.</summary>
    private void Backward(PorousLine electrode, Span<double> x)
    {
        ParticleGroup closing = electrode.Groups[0];
        SecondPhase phase = electrode.Phase;
        for (int lane = 0; lane < closing.Lanes; lane++)
        {
            int potential = Index(closing.First + lane, CellLayout.Potential), salt = potential - CellLayout.Potential;
            double current = Gain(x, phase, lane)
                - (electrode.DoubleLayer[lane] * jacobian.DerivativeFactor * x[potential] / scales.Current);
            for (int index = 1; index < electrode.Groups.Length; index++)
            {
                ParticleGroup group = electrode.Groups[index];
                GroupJacobian own = group.Slopes;
                double other = (x[group.CurrentOffset + lane] - x[potential] - (own.BySalt[lane] * x[salt])) / own.Pivot[lane];
                x[group.CurrentOffset + lane] = other;
                current -= other;
                Outermost(group, lane, other, x);
            }

            Outermost(closing, lane, current, x);
        }

        foreach (ParticleGroup group in electrode.Groups)
        {
            group.Array.Backward(group.Shells(x));
        }
    }

    private void Outermost(ParticleGroup group, int lane, double current, Span<double> x)
    {
        int at = group.Offset + group.Array.Size - group.Lanes + lane;
        double flow = group.Array.SurfaceFlowFactor * group.InverseArea[lane] * scales.Current * current;
        x[at] = (x[at] - flow) / group.Array.LastPivots[lane];
    }
}
