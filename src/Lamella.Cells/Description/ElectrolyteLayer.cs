using Lamella.Materials.Laws;

namespace Lamella.Cells.Description;

/// <summary>One electrolyte layer with effective properties.</summary>
public abstract record ElectrolyteLayer
{
    private protected ElectrolyteLayer()
    {
    }

    /// <summary>Gets the name shown in results.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the thickness [m].</summary>
    public required double Thickness { get; init; }

    /// <summary>Gets the effective conductivity, law of c [mol/m³] and T [K] [S/m].</summary>
    public required PropertyLaw Conductivity { get; init; }
}

/// <summary>A layer in which lithium ions alone move.</summary>
public sealed record SingleIonLayer : ElectrolyteLayer;

/// <summary>A layer with a binary electrolyte.</summary>
public sealed record BinaryLayer : ElectrolyteLayer
{
    /// <summary>Gets the effective salt diffusivity [m²/s].</summary>
    public required PropertyLaw Diffusivity { get; init; }

    /// <summary>Gets t₊⁰ [–].</summary>
    public required PropertyLaw TransferenceNumber { get; init; }

    /// <summary>Gets χ [–].</summary>
    public required PropertyLaw ThermodynamicFactor { get; init; }

    /// <summary>Gets the volume fraction of electrolyte that holds salt [–], in (0, 1].</summary>
    public required double VolumeFraction { get; init; }

    /// <summary>Gets the salt concentration at rest [mol/m³].</summary>
    public required double RestConcentration { get; init; }
}
