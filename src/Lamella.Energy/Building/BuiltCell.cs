using System.Collections.Immutable;
using Lamella.Energy.Description;

namespace Lamella.Energy.Building;

/// <summary>A built cell: its parts, its thickness, its lithium and its energy on four bases.</summary>
/// <remarks>
/// The exact multi-layer build (PHYSICS.md section 7): n double-sided cathodes of area A_c, n + 1 anodes with their overhang,
/// separators with theirs, what is filled in, laminate, tabs; or one side in a coin.
/// </remarks>
public sealed class BuiltCell
{
    private const double HourlySeconds = 3600.0;

    private BuiltCell(CellDesign design) => (Design, Parts) = (design, PartList.Of(design));

    /// <summary>Gets what was built.</summary>
    public CellDesign Design { get; }

    /// <summary>Gets every part, from the cathode outwards; the last one is the rest of the pack.</summary>
    public ImmutableArray<CellPart> Parts { get; }

    /// <summary>Gets the discharge capacity [C].</summary>
    public double Capacity => Design.Capacity;

    /// <summary>Gets the energy of a discharge, V·Q [J].</summary>
    public double Energy => Design.Voltage * Capacity;

    /// <summary>Gets the lithium.</summary>
    public LithiumBudget Lithium => LithiumBudget.Of(Design);

    /// <summary>Gets the resistance and what follows from it.</summary>
    public PowerBudget Power => PowerBudget.Of(Design);

    /// <summary>Gets the current at which salt runs out.</summary>
    public SaltBudget Salt => SaltBudget.Of(Design);

    /// <summary>Gets the thickness of the stack as assembled [m].</summary>
    public double DischargedThickness => StackGeometry.DischargedThickness(Design);

    /// <summary>Gets the thickness of the stack at full charge [m].</summary>
    public double ChargedThickness => StackGeometry.ChargedThickness(Design);

    /// <summary>Gets width, height and thickness of the outer envelope at full charge [m].</summary>
    public (double Width, double Height, double Thickness) Envelope => StackGeometry.Envelope(Design);

    /// <summary>Builds a cell.</summary>
    /// <param name="design">The design.</param>
    /// <returns>The built cell.</returns>
    public static BuiltCell Of(CellDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        return new BuiltCell(design);
    }

    /// <summary>Returns the mass of a basis [kg].</summary>
    /// <param name="basis">The basis.</param>
    /// <returns>The mass of every part that it holds [kg].</returns>
    public double Mass(EnergyBasis basis) => Parts.Where(part => part.Basis <= basis).Sum(part => part.Mass);

    /// <summary>Returns the volume of a basis at full charge [m³].</summary>
    /// <param name="basis">The basis.</param>
    /// <returns>The volume [m³].</returns>
    public double Volume(EnergyBasis basis) => StackGeometry.Volume(Design, basis);

    /// <summary>Returns the energy per mass of a basis [J/kg].</summary>
    /// <param name="basis">The basis.</param>
    /// <returns>The specific energy [J/kg]; 3600 J/kg are 1 Wh/kg.</returns>
    public double SpecificEnergy(EnergyBasis basis) => Energy / Mass(basis);

    /// <summary>Returns the energy per volume of a basis at full charge [J/m³].</summary>
    /// <param name="basis">The basis.</param>
    /// <returns>The energy density [J/m³]; 3.6e6 J/m³ are 1 Wh/L.</returns>
    public double EnergyDensity(EnergyBasis basis) => Energy / Volume(basis);

    /// <summary>Returns the power of a discharge at a rate [W].</summary>
    /// <param name="rate">The rate [1/h].</param>
    /// <returns>The mean voltage less the overpotential that the rate adds, times the current [W]; 0 where no voltage is left.</returns>
    public double PowerAt(double rate)
    {
        double current = rate * Design.Cathode.ArealCapacity / HourlySeconds;
        return Math.Max(0.0, Design.Voltage - (current * Power.AreaResistance)) * current * Design.ActiveArea;
    }
}
