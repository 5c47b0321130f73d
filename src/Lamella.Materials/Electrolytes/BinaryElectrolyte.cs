using System.Collections.Immutable;
using Lamella.Core.Provenance;
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

    /// <summary>Gets what the user must know before trusting the set.</summary>
    public IReadOnlyList<string> Cautions { get; init; } = [];

    /// <summary>Gets the sources of the scalar values, one per property name.</summary>
    public IReadOnlyDictionary<string, Source> Sources { get; init; } = ImmutableDictionary<string, Source>.Empty;

    /// <summary>Lists where a use leaves the fitted ranges of the four laws.</summary>
    /// <param name="concentrations">Least and greatest salt concentration of the use [mol/m³].</param>
    /// <param name="temperatures">Least and greatest temperature of the use [K].</param>
    /// <returns>What to put into the warnings; an entry that is refused must stop the run before it starts.</returns>
    public ImmutableArray<Extrapolation> Inspect(ValidRange concentrations, ValidRange temperatures) =>
    [
        .. Conductivity.Inspect($"Conductivity of {Name}", concentrations, temperatures),
        .. Diffusivity.Inspect($"Diffusivity of {Name}", concentrations, temperatures),
        .. TransferenceNumber.Inspect($"Transference number of {Name}", concentrations, temperatures),
        .. ThermodynamicFactor.Inspect($"Thermodynamic factor of {Name}", concentrations, temperatures),
    ];
}
