using Lamella.Numerics.Dae;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.Continuum;

/// <content>The equations along x and in the particles.</content>
internal sealed partial class ContinuumSystem
{
    /// <inheritdoc/>
    public CallbackStatus EvaluateResidual(
        double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> residual)
    {
        if (!Unpack(time, y))
        {
            return CallbackStatus.Recoverable;
        }

        line.Update(concentration);
        AnchorResidual(y, residual);
        ElectrolyteResidual(y, yPrime, residual);
        LayerResidual(y, yPrime, residual);
        foreach (ExchangeLine exchange in exchanges)
        {
            ExchangeResidual(exchange, y, residual);
        }

        foreach (PorousLine electrode in porous)
        {
            if (!UpdateGroups(electrode, y, yPrime))
            {
                return CallbackStatus.Recoverable;
            }

            PorousResidual(electrode, y, yPrime, residual);
        }

        return BorderResidual(time, y, yPrime, residual) ? CallbackStatus.Success : CallbackStatus.Recoverable;
    }

    /// <summary>Φ of the first cell against the negative collector, which is at 0 V.</summary>
    private void AnchorResidual(ReadOnlySpan<double> y, Span<double> residual)
    {
        if (negative is not null)
        {
            residual[CellLayout.Electrolyte] = y[CellLayout.Electrolyte] + y[CellLayout.Potential]
                - (y[layout.Current] * scales.Current * negative.Phase.EndResistance);
            return;
        }

        residual[CellLayout.Electrolyte] = y[CellLayout.Electrolyte]
            + (negativeFace!.ViaHost ? y[CellLayout.Potential] : 0.0) + FaceDrop(negativeFace, y).Value;
    }

    /// <summary>φ(metal) − Φ(centre) at a planar electrode.</summary>
    private Scalar FaceDrop(PlanarFace face, ReadOnlySpan<double> y) => FaceDrop(face, y, out _);

    private Scalar FaceDrop(PlanarFace face, ReadOnlySpan<double> y, out Scalar overpotential)
    {
        double stripping = face.Sign * y[layout.Current] * scales.Current;
        return face.Drop<Scalar>(
            SideOf(face.Cell, face.ViaHost), stripping, IonicAt(face, y), At(y, face.Potential), At(y, face.Film), out overpotential);
    }

    /// <summary>Part of s that the first electrolyte cell conducts [A/m²].</summary>
    private double IonicAt(PlanarFace face, ReadOnlySpan<double> y) => displacementOf[face.Cell] is null
        ? face.Sign * y[layout.Current] * scales.Current
        : -face.Sign * y[(CellLayout.PerCell * face.Cell) + CellLayout.IonicCurrent] * scales.Current;

    private static double At(ReadOnlySpan<double> y, int index) => index < 0 ? 0.0 : y[index];

    private void ElectrolyteResidual(ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> residual)
    {
        FaceSide<Scalar> left = line.Side(0, concentration[0]);
        ReadOnlySpan<FacePath> paths = line.Paths;
        double fluxIn = 0.0; // anions neither enter nor leave through an electrode
        for (int k = 0, at = 0; k < layout.Cells; k++, at += CellLayout.PerCell)
        {
            double fluxOut = 0.0;
            if (k + 1 < layout.Cells)
            {
                FaceSide<Scalar> right = line.Side(k + 1, concentration[k + 1]);
                int next = at + CellLayout.PerCell + CellLayout.Electrolyte;
                double step;
                if (paths[k].IsPlain)
                {
                    FaceKernel.Evaluate<Scalar>(
                        left, right, y[at + CellLayout.IonicCurrent] * scales.Current, line.JointResistance[k],
                        line.JointPartition[k], thermalVoltage, out Scalar flux, out Scalar plain);
                    (fluxOut, step) = (flux.Value, plain.Value);
                }
                else
                {
                    (fluxOut, step) = JoinedFace(k, y);
                }

                residual[next] = y[next] - y[at + CellLayout.Electrolyte] - step;
                left = right;
            }

            residual[at] = line.Storage[k] > 0.0
                ? yPrime[at] + ((fluxOut - fluxIn) / (line.Storage[k] * CellScales.Concentration))
                : y[at] - 1.0;
            fluxIn = fluxOut;
        }
    }

    /// <summary>Salt flux and Φ step of a face at which the currents or the phases differ.</summary>
    private (double Flux, double Step) JoinedFace(int k, ReadOnlySpan<double> y)
    {
        FacePath path = line.Paths[k];
        FaceKernel.Between<Scalar>(
            SideOf(k, path.LeftHost), SideOf(k + 1, path.RightHost), PathCurrent(path.Left, k, y), PathCurrent(path.Right, k, y),
            line.JointPartition[k], thermalVoltage, out Scalar flux, out Scalar step);
        int at = CellLayout.PerCell * k;
        double hosts = (path.LeftHost ? y[at + CellLayout.Potential] : 0.0)
            - (path.RightHost ? y[at + CellLayout.PerCell + CellLayout.Potential] : 0.0);
        return (flux.Value, step.Value + hosts + (y[layout.Current] * scales.Current * line.JointResistance[k]));
    }

    private double PathCurrent(CurrentPath path, int k, ReadOnlySpan<double> y) => scales.Current * path switch
    {
        CurrentPath.Own => y[(CellLayout.PerCell * k) + CellLayout.IonicCurrent],
        CurrentPath.Next => y[(CellLayout.PerCell * (k + 1)) + CellLayout.IonicCurrent],
        _ => -y[layout.Current],
    };

    /// <summary>Layers of one phase: no second potential, and the whole current, less displacement.</summary>
    private void LayerResidual(ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> residual)
    {
        double applied = y[layout.Current];
        foreach (Segment segment in line.Segments)
        {
            if (segment.HasSecondPhase)
            {
                continue;
            }

            double displaced = displacementOf[segment.First] is { } layer
                ? layer.Capacitance * yPrime[layer.Index] / scales.Current
                : 0.0;
            for (int k = segment.First; k <= segment.Last; k++)
            {
                int at = CellLayout.PerCell * k;
                residual[at + CellLayout.Potential] = y[at + CellLayout.Potential];
                residual[at + CellLayout.IonicCurrent] = y[at + CellLayout.IonicCurrent] + applied - displaced;
            }
        }
    }

    /// <summary>Ohm's law in the second phase, and how its current ends.</summary>
    private void SecondPhaseResidual(SecondPhase phase, ReadOnlySpan<double> y, Span<double> residual)
    {
        double applied = y[layout.Current];
        for (int lane = 0; lane < phase.Segment.Count; lane++)
        {
            int at = CellLayout.PerCell * (phase.Segment.First + lane), next = at + CellLayout.PerCell;
            double ionic = y[at + CellLayout.IonicCurrent];
            residual[at + CellLayout.IonicCurrent] = lane + 1 < phase.Segment.Count
                ? y[next + CellLayout.Potential] + y[next + CellLayout.Electrolyte] - y[at + CellLayout.Potential]
                    - y[at + CellLayout.Electrolyte] - ((applied + ionic) * scales.Current * phase.Resistance[lane])
                : phase.Outflow == PhaseEnd.Total ? ionic + applied
                : ionic;
        }
    }

    private void ExchangeResidual(ExchangeLine exchange, ReadOnlySpan<double> y, Span<double> residual)
    {
        SecondPhase phase = exchange.Phase;
        for (int lane = 0; lane < phase.Segment.Count; lane++)
        {
            int at = (CellLayout.PerCell * (phase.Segment.First + lane)) + CellLayout.Potential;
            residual[at] = y[at] - (Gain(y, phase, lane) * scales.Current * exchange.Resistance[lane]);
        }

        SecondPhaseResidual(phase, y, residual);
    }

    /// <summary>Fills the currents, surfaces and diffusivities of an electrode; false when a surface leaves (0, 1).</summary>
    private bool UpdateGroups(PorousLine electrode, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime)
    {
        ParticleGroup closing = electrode.Groups[0];
        SecondPhase phase = electrode.Phase;
        for (int lane = 0; lane < phase.Segment.Count; lane++)
        {
            closing.Current[lane] = Gain(y, phase, lane) * scales.Current;
        }

        if (electrode.HasDoubleLayer && !yPrime.IsEmpty)
        {
            for (int lane = 0; lane < phase.Segment.Count; lane++)
            {
                int at = (CellLayout.PerCell * (phase.Segment.First + lane)) + CellLayout.Potential;
                closing.Current[lane] -= electrode.DoubleLayer[lane] * yPrime[at];
            }
        }

        for (int index = 1; index < electrode.Groups.Length; index++)
        {
            ParticleGroup group = electrode.Groups[index];
            for (int lane = 0; lane < group.Lanes; lane++)
            {
                double current = y[group.CurrentOffset + lane] * scales.Current;
                closing.Current[lane] -= current;
                group.Current[lane] = current * group.InverseArea[lane];
            }
        }

        for (int lane = 0; lane < closing.Lanes; lane++)
        {
            closing.Current[lane] *= closing.InverseArea[lane];
        }

        bool inside = true;
        foreach (ParticleGroup group in electrode.Groups)
        {
            group.Array.Update(group.Shells(y));
            inside &= group.UpdateSurface(y);
        }

        return inside;
    }

    private void PorousResidual(PorousLine electrode, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> residual)
    {
        foreach (ParticleGroup group in electrode.Groups)
        {
            group.UpdatePotential();
            for (int lane = 0; lane < group.Lanes; lane++)
            {
                int cellAt = group.First + lane, at = (CellLayout.PerCell * cellAt) + CellLayout.Potential;
                int row = group.CurrentOffset < 0 ? at : group.CurrentOffset + lane;
                residual[row] = group.Imbalance(lane, y[at], concentration[cellAt]);
            }

            group.Array.Residual(group.Shells(y), group.Shells(yPrime), group.Current, group.Shells(residual));
        }

        SecondPhaseResidual(electrode.Phase, y, residual);
    }
}
