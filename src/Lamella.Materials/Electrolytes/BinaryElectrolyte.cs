using Lamella.Materials.Laws;

namespace Lamella.Materials.Electrolytes;

/// <summary>A binary electrolyte: one salt in one solvent, polymer or gel; both ions move.</summary>
/// <remarks>
/// Laws of salt concentration c [mol/m³] and temperature [K]; concentrated-solution theory of
/// Newman and Balsara, <i>Electrochemical Systems</i>, 4th ed. (2021), ch. 12.
/// </remarks>
public sealed record BinaryElectrolyte
{
    /// <summary>Gets the name by which cell.yaml calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Gets κ(c, T) of the bulk phase [S/m].</summary>
    public required PropertyLaw Conductivity { get; init; }

    /// <summary>Gets D(c, T) of the salt in the bulk phase [m²/s].</summary>
    public required PropertyLaw Diffusivity { get; init; }

    /// <summary>Gets t₊⁰(c, T), the cation transference number relative to the solvent [–].</summary>
    public required PropertyLaw TransferenceNumber { get; init; }

    /// <summary>Gets χ(c, T) = 1 + dln f±/dln c, the thermodynamic factor [–].</summary>
    public required PropertyLaw ThermodynamicFactor { get; init; }

    /// <summary>Gets the salt concentration at rest [mol/m³].</summary>
    public required double RestConcentration { get; init; }
}
