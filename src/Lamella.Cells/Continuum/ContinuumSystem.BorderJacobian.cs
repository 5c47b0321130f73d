using Lamella.Numerics.Dual;

namespace Lamella.Cells.Continuum;

/// <content>Derivatives of the cell-level equations.</content>
internal sealed partial class ContinuumSystem
{
    private void BorderJacobian(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime)
    {
        BorderMatrix border = jacobian.Border;
        double voltage = UpdatedVoltage(y), applied = y[layout.Current] * scales.Current;
        (_, double byCurrent, double byVoltage) = Load.Miss(time, applied, voltage);
        border.AddCorner(0, 0, byCurrent);
        AddVoltage(0, byVoltage / scales.Current, y);
        border.AddCorner(Own(layout.Charge), 0, -scales.Current / scales.Charge);
        border.AddCorner(Own(layout.Charge), Own(layout.Charge), 0.0, 1.0);
        border.AddCorner(Own(layout.NegativeLithium), Own(layout.NegativeLithium), 0.0, 1.0);
        border.AddCorner(Own(layout.PositiveLithium), Own(layout.PositiveLithium), 0.0, 1.0);
        border.AddCorner(Own(layout.Energy), Own(layout.Energy), 0.0, 1.0);
        border.AddCorner(Own(layout.Energy), 0, -voltage * scales.Current / scales.Energy);
        AddVoltage(Own(layout.Energy), -applied / scales.Energy, y);
        FaceRows(negativeFace, y, yPrime);
        FaceRows(positiveFace, y, yPrime);
        foreach (Displacement layer in displacements)
        {
            DisplacementRow(layer, y);
        }

        if (layout.Temperature >= 0)
        {
            HeatRow(y, voltage);
            TemperatureCorner();
        }
    }

    /// <summary>Adds a multiple of ∂V/∂(everything) to a cell-level equation.</summary>
    private void AddVoltage(int equation, double weight, ReadOnlySpan<double> y)
    {
        BorderMatrix border = jacobian.Border;
        int last = layout.Cells - 1;
        double resistance = cell.ContactResistance;
        if (positive is not null)
        {
            border.AddRow(equation, Index(last, CellLayout.Electrolyte), weight);
            border.AddRow(equation, Index(last, CellLayout.Potential), weight);
            border.AddCorner(equation, 0, weight * scales.Current * (resistance + positive.Phase.EndResistance));
            return;
        }

        PlanarFace face = positiveFace!;
        Dual4 drop = FaceDropDual(face, y);
        double bySame = drop.Slope(1) + (displacementOf[last] is null ? drop.Slope(2) : 0.0);
        border.AddRow(equation, Index(last, CellLayout.Salt), weight * drop.Slope(0) * CellScales.Concentration);
        border.AddRow(equation, Index(last, CellLayout.Electrolyte), weight);
        if (face.ViaHost)
        {
            border.AddRow(equation, Index(last, CellLayout.Potential), weight);
        }

        if (displacementOf[last] is not null)
        {
            border.AddRow(equation, Index(last, CellLayout.IonicCurrent), -weight * drop.Slope(2) * face.Sign * scales.Current);
        }

        border.AddCorner(equation, 0, weight * scales.Current * (resistance + (face.Sign * bySame)));
        foreach (int index in (ReadOnlySpan<int>)[face.Potential, face.Film])
        {
            if (index >= 0)
            {
                border.AddCorner(equation, Own(index), weight);
            }
        }
    }

    private void FaceRows(PlanarFace? face, ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime)
    {
        if (face is null)
        {
            return;
        }

        BorderMatrix border = jacobian.Border;
        double sign = face.Sign * scales.Current;
        int lithium = Own(face.Lithium);
        double stored = face.Potential >= 0 ? face.Capacitance * yPrime[face.Potential] : 0.0;
        double kept = face.Kept((face.Sign * y[layout.Current] * scales.Current) - stored);
        border.AddCorner(lithium, 0, kept * sign / scales.Charge);
        if (face.Lost >= 0)
        {
            int lost = Own(face.Lost);
            border.AddCorner(lost, lost, 0.0, 1.0);
            border.AddCorner(lost, 0, (1.0 - kept) * sign / scales.Charge);
            border.AddCorner(lost, Own(face.Potential), 0.0, -(1.0 - kept) * face.Capacitance / scales.Charge);
        }

        if (face.Film >= 0)
        {
            int film = Own(face.Film);
            border.AddCorner(film, 0, -face.FilmResistance * sign);
            border.AddCorner(film, film, 1.0, face.FilmResistance * face.FilmCapacitance);
        }

        if (face.Potential < 0)
        {
            return;
        }

        int own = Own(face.Potential);
        border.AddCorner(lithium, own, 0.0, -kept * face.Capacitance / scales.Charge);
        double weight = BalanceWeight(face), stripping = face.Sign * y[layout.Current] * scales.Current;
        FaceSide<Dual4> side = SideOf(face.Cell, face.ViaHost, 0);
        double plated = y[face.Lithium] * scales.Amount;
        Dual4 balance = face.Balance(
            side, Dual4.Seed(stripping, 1), Dual4.Seed(y[face.Potential], 2), Dual4.Seed(yPrime[face.Potential], 3), plated);
        Dual4 byPlated = face.Balance(side, stripping, y[face.Potential], yPrime[face.Potential], Dual4.Seed(plated, 1));
        border.AddRow(own, Index(face.Cell, CellLayout.Salt), weight * balance.Slope(0) * CellScales.Concentration);
        border.AddCorner(own, 0, weight * balance.Slope(1) * sign);
        border.AddCorner(own, own, weight * balance.Slope(2), weight * balance.Slope(3));
        border.AddCorner(own, lithium, weight * byPlated.Slope(1) * scales.Amount);
    }

    private void DisplacementRow(Displacement layer, ReadOnlySpan<double> y)
    {
        BorderMatrix border = jacobian.Border;
        int own = Own(layer.Index), first = layer.Segment.First, last = layer.Segment.Last;
        Dual4 drop = LayerDrop(layer, y, HalfDual(first, 0), HalfDual(last, 1));
        Scalar resistance = Half(first, 0) + Half(last, 1);
        border.AddCorner(own, own, 1.0);
        border.AddRow(own, Index(first, CellLayout.Electrolyte), 1.0);
        border.AddRow(own, Index(last, CellLayout.Electrolyte), -1.0);
        border.AddRow(own, Index(last, CellLayout.IonicCurrent), resistance.Value * scales.Current);
        border.AddRow(own, Index(first, CellLayout.Salt), -drop.Slope(0) * CellScales.Concentration);
        border.AddRow(own, Index(last, CellLayout.Salt), -drop.Slope(1) * CellScales.Concentration);
    }

    /// <summary>The heat balance without its derivatives along the particles, which are eliminated with the step size.</summary>
    private void HeatRow(ReadOnlySpan<double> y, double voltage)
    {
        double weight = -1.0 / (cell.Thermal!.HeatCapacity * CellScales.Temperature); // of heat in the residual
        int own = Own(layout.Temperature);
        jacobian.Border.AddCorner(own, 0, weight * voltage * scales.Current);
        jacobian.Border.AddCorner(own, own, 0.0, 1.0);
        AddVoltage(own, weight * y[layout.Current] * scales.Current, y);
        for (int index = 0; index < groups.Length; index++)
        {
            ParticleGroup group = groups[index];
            GroupJacobian target = group.Slopes;
            ReadOnlySpan<double> enthalpy = Enthalpy(index, withSlope: true);
            ReadOnlySpan<double> slope = thermal!.EnthalpySlope[index];
            for (int lane = 0; lane < group.Lanes; lane++)
            {
                double diffusivity = group.Array.SurfaceDiffusivity[lane], distance = group.Array.FluxFactor * group.Array.SurfaceDistance;
                double byOuter = 1.0 + (group.Current[lane] * distance * group.Array.SurfaceDiffusivitySlope[lane] / (diffusivity * diffusivity));
                double area = -weight / group.InverseArea[lane];
                target.HeatByStoichiometry[lane] = area * group.Current[lane] * slope[lane] * byOuter;
                target.HeatByCurrent[lane] = area * (enthalpy[lane] - (group.Current[lane] * slope[lane] * distance / diffusivity));
            }
        }

        jacobian.Border.Row[own].CopyTo(thermal!.PlainRow, 0);
        thermal.PlainCorner = jacobian.Border.Corner[own * jacobian.Border.Size];
    }

    /// <summary>∂(cell-level equations)/∂T from the difference column; the equation of T has its rate already.</summary>
    private void TemperatureCorner()
    {
        int own = Own(layout.Temperature);
        for (int row = 0; row < jacobian.Border.Size; row++)
        {
            jacobian.Border.AddCorner(row, own, thermal!.Column[layout.Current + row]);
        }
    }
}
