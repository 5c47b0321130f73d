using System.Collections.Immutable;
using Lamella.Energy.Description;

namespace Lamella.Energy.ClosedForm;

/// <summary>The closed form of the specific energy from what one side of an endless stack weighs.</summary>
/// <remarks>
/// <para>E = V·(1 − f_p)/[1/(f_am·q) + e + Σm_i/Q_A] (PHYSICS.md section 7): every side has half of each collector that two sides
/// share; ends, overhangs, tabs and seals are in f_p only.</para>
/// <para>In the units of the field, q in Ah/g, e in g/Ah, Q_A in mAh/cm² and m in mg/cm² give E/1000 in Wh/kg; here all is SI.</para>
/// </remarks>
public sealed record SideBudget
{
    /// <summary>Gets the mean discharge voltage V [V].</summary>
    public required double Voltage { get; init; }

    /// <summary>Gets the discharge capacity per mass of active material q [C/kg].</summary>
    public required double Capacity { get; init; }

    /// <summary>Gets the share of active material in the coating f_am [–], in (0, 1].</summary>
    public required double ActiveShare { get; init; }

    /// <summary>Gets the discharge capacity per area Q_A [C/m²].</summary>
    public required double ArealCapacity { get; init; }

    /// <summary>Gets the mass of electrolyte per capacity e = E/C [kg/C].</summary>
    public double ElectrolytePerCapacity { get; init; }

    /// <summary>Gets the masses per area of one side besides coating and electrolyte: half collectors, lithium, separator [kg/m²].</summary>
    public required ImmutableArray<double> Masses { get; init; }

    /// <summary>Gets the mass of the housing as a share of the whole cell f_p [–], in [0, 1).</summary>
    public double PackagingShare { get; init; }

    /// <summary>Gets the specific energy of the cell [J/kg].</summary>
    public double SpecificEnergy => Voltage * (1.0 - PackagingShare) / MassPerCapacity;

    /// <summary>Gets the mass of one side without housing per capacity [kg/C].</summary>
    public double MassPerCapacity => (1.0 / (ActiveShare * Capacity)) + ElectrolytePerCapacity + (Masses.Sum() / ArealCapacity);

    /// <summary>Returns what is left for further masses of a side at a wanted specific energy [kg/m²].</summary>
    /// <param name="specificEnergy">The wanted energy [J/kg].</param>
    /// <returns>The mass per area that may be added [kg/m²]; negative where too much is there already.</returns>
    public double Left(double specificEnergy) => ArealCapacity * ((Voltage * (1.0 - PackagingShare) / specificEnergy) - MassPerCapacity);

    /// <summary>Reads one side of a designed cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="packagingShare">f_p [–].</param>
    /// <returns>The budget of one inner side.</returns>
    public static SideBudget Of(CellDesign cell, double packagingShare)
    {
        ArgumentNullException.ThrowIfNull(cell);
        CathodeDesign cathode = cell.Cathode;
        double half = cell.IsSingleSided ? 1.0 : 0.5;
        double lithium = Building.PartList.LithiumMolarMass / cell.Anode.MolarVolume * cell.Anode.Lithium * (cell.Anode.Collector is null ? half : 1.0);
        FillingDesign? filling = cell.Filling;
        double pores = (cathode.Thickness * cathode.Porosity) + cell.Layers.Sum(layer => layer.Thickness * layer.Porosity);
        double liquid = filling is { PerCapacity: null } ? pores * (1.0 + filling.Excess) * filling.Density : 0.0;
        return new SideBudget
        {
            Voltage = cell.Voltage,
            Capacity = cathode.Capacity,
            ActiveShare = cathode.ActiveShare,
            ArealCapacity = cathode.ArealCapacity,
            ElectrolytePerCapacity = filling?.PerCapacity ?? 0.0,
            Masses =
            [
                half * (cathode.Collector?.AreaMass ?? 0.0), half * (cell.Anode.Collector?.AreaMass ?? 0.0), lithium,
                cell.Layers.Sum(layer => layer.AreaMass), liquid,
            ],
            PackagingShare = packagingShare,
        };
    }
}
