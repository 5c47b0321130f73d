using Lamella.Core;
using Lamella.Energy.Description;

namespace Lamella.Energy.Building;

/// <summary>The lithium of a cell per area of one cathode side, and how long it lasts.</summary>
/// <remarks>
/// Each cycle loses (1 − CE)·Q_A. The reserve is what the anode holds at assembly and what the first discharge leaves there;
/// once it is used up, the capacity falls by (1 − CE) each cycle. Loss by storage and by isolated metal beyond CE is not in it.
/// </remarks>
/// <param name="Capacity">Discharge capacity Q_A [C/m²].</param>
/// <param name="Anode">Lithium metal at assembly that faces one cathode side [C/m²]; half of a shared foil.</param>
/// <param name="Cathode">Lithium that the first charge takes from the cathode [C/m²].</param>
/// <param name="CoulombicEfficiency">CE [–], in (0, 1].</param>
public sealed record LithiumBudget(double Capacity, double Anode, double Cathode, double CoulombicEfficiency)
{
    /// <summary>Gets the lithium that one cycle need not return [C/m²].</summary>
    public double Reserve => Anode + Cathode - Capacity;

    /// <summary>Gets the ratio of the lithium metal at assembly to the discharge capacity [–].</summary>
    public double AnodeRatio => Anode / Capacity;

    /// <summary>Gets N/P, all lithium that can be on the anode over the discharge capacity [–]: (anode + cathode)/Q_A.</summary>
    public double NegativeToPositive => (Anode + Cathode) / Capacity;

    /// <summary>Gets the lithium that one cycle loses [C/m²].</summary>
    public double LossPerCycle => (1.0 - CoulombicEfficiency) * Capacity;

    /// <summary>Gets the cycles until the reserve is used up [–]; infinite where nothing is lost.</summary>
    public double Cycles => LossPerCycle > 0.0 ? Reserve / LossPerCycle : double.PositiveInfinity;

    /// <summary>Gets the cycles until 80 % of the capacity are left [–]: the reserve, then ln 0.8/ln CE.</summary>
    public double CyclesTo80Percent => LossPerCycle > 0.0
        ? Cycles + (Math.Log(0.8) / Math.Log(CoulombicEfficiency)) : double.PositiveInfinity;

    /// <summary>Counts the lithium of a designed cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>Its budget.</returns>
    /// <remarks>Only the lithium that faces the cathode counts; the overhang is mass, not reserve. The two outer faces of a
    /// stack of shared foils have a whole foil to themselves; the budget is that of the inner faces, which end first.</remarks>
    public static LithiumBudget Of(CellDesign cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        bool isShared = cell.Anode.Collector is null && !cell.IsSingleSided;
        double metal = cell.Anode.Lithium / cell.Anode.MolarVolume * PhysicalConstants.Faraday * (isShared ? 0.5 : 1.0);
        return new LithiumBudget(cell.Cathode.ArealCapacity, metal, cell.Cathode.FirstArealCharge, cell.Anode.CoulombicEfficiency);
    }
}
