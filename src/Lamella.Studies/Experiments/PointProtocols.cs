using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Core.Quantities;

namespace Lamella.Studies.Experiments;

/// <summary>What is done to a cell to measure a point, as a function of the cell.</summary>
internal static class PointProtocols
{
    /// <summary>State of charge before a charge [–].</summary>
    internal const double Empty = 0.0;

    /// <summary>State of charge of a symmetric cell [–]; without meaning there.</summary>
    internal const double Half = 0.5;

    /// <summary>The charge before a discharge.</summary>
    internal static Protocol Charge(CellDescription cell, ChargeConditions conditions)
    {
        ProtocolStep charge = ProtocolSteps.Charge(cell, conditions.Load);
        return conditions.HoldUntil is { } end
            ? new Protocol([charge, ProtocolSteps.Hold(cell, cell.UpperCutOff, end)])
            : new Protocol([charge]);
    }

    /// <summary>The discharge whose charge, or the half cycle whose last voltage is measured.</summary>
    internal static Protocol Measured(CellDescription cell, ExperimentPoint point) => new(
    [
        point.Kind == ExperimentKind.DischargeCapacity
            ? ProtocolSteps.Discharge(cell, point.Load!)
            : ProtocolSteps.Charge(cell, point.Load!, duration: point.HalfCycle),
    ]);

    /// <summary>Charge per area in the dimension of a unit: per mass of active material, per area, or of the whole cell.</summary>
    internal static double Scaled(CellDescription cell, double chargePerArea, Unit unit) =>
        unit.Dimension == Dimension.Of("mAh/g") ? chargePerArea / cell.PorousPositive!.ActiveLoading
        : unit.Dimension == Dimension.Of("mAh/cm2") ? chargePerArea
        : chargePerArea * cell.Area;
}
