using Lamella.Numerics.Dual;

namespace Lamella.Cells.Continuum;

/// <content>The cell-level equations: load, charge, lithium of planar electrodes, their potentials, displacement, heat.</content>
internal sealed partial class ContinuumSystem
{
    /// <inheritdoc/>
    public double Voltage(double time, ReadOnlySpan<double> y)
    {
        if (!Unpack(time, y))
        {
            return double.NaN;
        }

        line.Update(concentration);
        return UpdatedVoltage(y);
    }

    /// <summary>Terminal voltage of a state whose concentrations the electrolyte line was updated with last [V].</summary>
    private double UpdatedVoltage(ReadOnlySpan<double> y)
    {
        double applied = y[layout.Current] * scales.Current, leads = applied * cell.ContactResistance;
        int last = CellLayout.PerCell * (layout.Cells - 1);
        double electrolyte = y[last + CellLayout.Electrolyte] + leads;
        return positive is not null
            ? electrolyte + y[last + CellLayout.Potential] + (applied * positive.Phase.EndResistance)
            : electrolyte + (positiveFace!.ViaHost ? y[last + CellLayout.Potential] : 0.0) + FaceDrop(positiveFace, y).Value;
    }

    private bool BorderResidual(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> residual)
    {
        double applied = y[layout.Current] * scales.Current;
        double voltage = UpdatedVoltage(y);
        residual[layout.Current] = Load.Miss(time, applied, voltage).Residual / scales.Current;
        residual[layout.Charge] = yPrime[layout.Charge] - (applied / scales.Charge);
        residual[layout.Energy] = yPrime[layout.Energy] - (applied * voltage / scales.Energy);
        residual[layout.NegativeLithium] = yPrime[layout.NegativeLithium];
        residual[layout.PositiveLithium] = yPrime[layout.PositiveLithium];
        FaceResidual(negativeFace, y, yPrime, residual);
        FaceResidual(positiveFace, y, yPrime, residual);
        foreach (Displacement layer in displacements)
        {
            residual[layer.Index] = y[layer.Index] - LayerDrop<Scalar>(layer, y, Half(layer.Segment.First, 0), Half(layer.Segment.Last, 1)).Value;
        }

        if (layout.Temperature >= 0)
        {
            residual[layout.Temperature] = yPrime[layout.Temperature] - HeatingRate(time, y, voltage);
        }

        return !double.IsNaN(voltage);
    }

    private void FaceResidual(PlanarFace? face, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, Span<double> residual)
    {
        if (face is null)
        {
            return;
        }

        double stripping = face.Sign * y[layout.Current] * scales.Current;
        double stored = face.Potential >= 0 ? face.Capacitance * yPrime[face.Potential] : 0.0;
        double kept = face.Kept(stripping - stored);
        residual[face.Lithium] = yPrime[face.Lithium] + (kept * (stripping - stored) / scales.Charge);
        if (face.Lost >= 0)
        {
            residual[face.Lost] = yPrime[face.Lost] + ((1.0 - kept) * (stripping - stored) / scales.Charge);
        }

        if (face.Potential >= 0)
        {
            residual[face.Potential] = BalanceWeight(face) * face.Balance<Scalar>(
                SideOf(face.Cell, face.ViaHost), stripping, y[face.Potential], yPrime[face.Potential], y[face.Lithium] * scales.Amount).Value;
        }

        if (face.Film >= 0)
        {
            residual[face.Film] = y[face.Film] - (face.FilmResistance * (stripping - (face.FilmCapacitance * yPrime[face.Film])));
        }
    }

    /// <summary>Brings balances of current to order one.</summary>
    private double BalanceWeight(PlanarFace face) => face.Collector is null ? 1.0 / scales.Current : 1.0;

    /// <summary>Ohmic resistance of half a cell, with its derivative along c of that cell [Ω·m²].</summary>
    private Dual4 HalfDual(int at, int direction)
    {
        FaceSide<Dual4> side = line.Side(at, concentration[at], direction);
        return side.Half / side.Conductivity;
    }

    private Scalar Half(int at, int direction) => HalfDual(at, direction).Value;

    /// <summary>Φ(right end) − Φ(left end) of a layer whose ionic current is the same all over it.</summary>
    private T LayerDrop<T>(Displacement layer, ReadOnlySpan<double> y, T first, T last)
        where T : struct, IScalar<T>
    {
        int left = CellLayout.PerCell * layer.Segment.First, right = CellLayout.PerCell * layer.Segment.Last;
        T ionic = y[right + CellLayout.IonicCurrent] * scales.Current;
        return y[right + CellLayout.Electrolyte] - y[left + CellLayout.Electrolyte] - (ionic * (first + last));
    }
}
