using Lamella.Core;

namespace Lamella.Cells.Continuum;

/// <summary>Scales that bring the unknowns to order one.</summary>
/// <param name="Current">Reference current density [A/m²].</param>
internal readonly record struct CellScales(double Current)
{
    /// <summary>Scale of salt concentrations [mol/m³].</summary>
    internal const double Concentration = 1000.0;

    /// <summary>Scale of the temperature [K].</summary>
    internal const double Temperature = 300.0;

    /// <summary>Gets the scale of charge, one hour at the reference current [C/m²].</summary>
    internal double Charge => 3600.0 * Current;

    /// <summary>Gets the scale of energy, that of charge at 1 V [J/m²].</summary>
    internal double Energy => Charge;

    /// <summary>Gets the scale of amounts of lithium [mol/m²].</summary>
    internal double Amount => Charge / PhysicalConstants.Faraday;
}
