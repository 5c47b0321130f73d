using Lamella.Core.Provenance;

namespace Lamella.Materials.Laws;

/// <summary>Which property a closed form gives.</summary>
public enum ClosedFormKind
{
    /// <summary>U(x, T) against Li/Li⁺ [V].</summary>
    OpenCircuitPotential,

    /// <summary>Diffusivity of lithium in the solid, D(x, T) [m²/s].</summary>
    SolidDiffusivity,

    /// <summary>Ionic conductivity κ(c, T) [S/m].</summary>
    Conductivity,

    /// <summary>Salt diffusivity D(c, T) [m²/s].</summary>
    SaltDiffusivity,

    /// <summary>Cation transference number t₊⁰(c, T) [–].</summary>
    TransferenceNumber,

    /// <summary>Thermodynamic factor χ(c, T) [–].</summary>
    ThermodynamicFactor,
}

/// <summary>A published function with fixed coefficients that a parameter file names.</summary>
/// <param name="Name">Registered name.</param>
/// <param name="Kind">What it gives.</param>
/// <param name="ArgumentRange">Range of x [–] or c [mol/m³] in which it was fitted.</param>
/// <param name="TemperatureRange">Temperatures at which it was fitted [K].</param>
/// <param name="Outside">What to do at other temperatures.</param>
/// <param name="Create">Makes the law, given where the coefficients were read.</param>
public sealed record ClosedForm(
    string Name,
    ClosedFormKind Kind,
    ValidRange ArgumentRange,
    ValidRange TemperatureRange,
    OutsideRange Outside,
    Func<Source, PropertyLaw> Create);
