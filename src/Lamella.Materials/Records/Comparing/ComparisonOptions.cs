using Lamella.Core;

namespace Lamella.Materials.Records.Comparing;

/// <summary>How records are compared.</summary>
public sealed record ComparisonOptions
{
    /// <summary>Gets the temperature at which values are wanted; null to compare each at the temperature where it was measured.</summary>
    [Unit("K")]
    public double? Temperature { get; init; }

    /// <summary>Gets how far a temperature may be from the wanted one without normalisation, ≥ 0.</summary>
    [Unit("K")]
    public double Within { get; init; } = 0.5;

    /// <summary>Gets the activation energy for records that state none, as the user states it; null to leave them out.</summary>
    [Unit("J/mol")]
    public double? ActivationEnergy { get; init; }
}
