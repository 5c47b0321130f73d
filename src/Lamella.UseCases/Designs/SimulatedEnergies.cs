using Lamella.Energy.Building;
using Lamella.Energy.Description;

namespace Lamella.UseCases.Designs;

/// <summary>Lets varied designs deliver what their own discharge delivers: an input moves voltage and capacity, not only masses.</summary>
/// <remarks>
/// A design that differs from the described one in what its discharge depends on (composition, loading, porosity, thicknesses) is
/// discharged itself, once; its voltage and capacity change by the quotients of both discharges. Others keep them. Lithium is in excess
/// at the beginning of a discharge, so that its thickness does not matter.
/// </remarks>
/// <param name="described">The described design, with the simulated voltage and capacity.</param>
/// <param name="nominal">Its discharge.</param>
/// <param name="simulate">Discharges another design.</param>
internal sealed class SimulatedEnergies(CellDesign described, SimulatedDischarge nominal, Func<CellDesign, SimulatedDischarge> simulate)
{
    private readonly Dictionary<string, (double Voltage, double Capacity)> _known = new(StringComparer.Ordinal) { [Key(described)] = (1.0, 1.0) };

    /// <summary>Returns a measure that counts what a varied design delivers.</summary>
    internal Func<BuiltCell, double> Of(Func<BuiltCell, double> measure) => built => measure(Delivering(built));

    private BuiltCell Delivering(BuiltCell built)
    {
        CellDesign design = built.Design;
        string key = Key(design);
        if (!_known.TryGetValue(key, out (double Voltage, double Capacity) relative))
        {
            SimulatedDischarge own = simulate(design);
            relative = (own.Voltage / nominal.Voltage, own.Capacity / nominal.Capacity);
            _known.Add(key, relative);
        }

        double capacity = design.Cathode.Capacity * relative.Capacity;
        return relative == (1.0, 1.0) ? built : BuiltCell.Of(design with
        {
            Voltage = design.Voltage * relative.Voltage,
            Cathode = design.Cathode with { Capacity = capacity, FirstChargeCapacity = Math.Max(capacity, design.Cathode.FirstChargeCapacity) },
        });
    }

    // What SimulatedDischarge lays over the cell, but for the lithium.
    private static string Key(CellDesign design) => FormattableString.Invariant(
        $"{design.Cathode.ActiveShare:R} {design.Cathode.BinderShare:R} {design.Cathode.CarbonShare:R} {design.Cathode.ActiveLoading:R} {design.Cathode.Porosity:R} {string.Join(' ', design.Layers.Select(layer => FormattableString.Invariant($"{layer.Thickness:R}")))}");
}
