using System.Collections.Immutable;
using Lamella.Analysis.Techniques;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;

namespace Lamella.Analysis.Conductivity;

/// <summary>The options of techniques that need a sample, and what follows from them. Geometry is never assumed.</summary>
internal static class SampleSettings
{
    private const string Diameter = "diameter";
    private const string State = "state";
    private const string Assign = "assign";
    private static readonly ImmutableArray<string> Words = ["pellet", "effective-in-host", "cell"];

    /// <summary>Gets the options.</summary>
    internal static ImmutableArray<TechniqueOption> Options { get; } =
    [
        CommonOptions.Thickness,
        CommonOptions.Area,
        TechniqueOption.Measure(Diameter, "diameter of a round sample, instead of its area", QuantityRule.Like("12 ± 0.05 mm").Above("0 mm").Below("1 m")),
        TechniqueOption.Choice(State, "what the total is the conductivity of", Words, "pellet"),
        TechniqueOption.Words(Assign, "what a resistance belongs to where the capacitances mislead: bulk, grain-boundary, electrode or leads, such as R1=bulk") with { AllowsMany = true },
    ];

    /// <summary>Reads the geometry.</summary>
    /// <exception cref="InputException">Thickness is missing, or area and diameter are both missing or both given.</exception>
    internal static SampleGeometry Geometry(TechniqueSettings settings)
    {
        Quantity thickness = settings.Require(CommonOptions.Thickness.Name, "a conductivity needs the thickness of the sample");
        if (settings.Has(Diameter) && settings.Has(CommonOptions.Area.Name))
        {
            throw Options[2].Error("is given beside an area.", "the diameter or the area", "Keep one of them.");
        }

        return settings.Measure(Diameter) is { } diameter
            ? SampleGeometry.OfDisc(thickness, diameter)
            : SampleGeometry.Of(thickness, settings.Require(CommonOptions.Area.Name, "a conductivity needs the area of the sample, or its --diameter"));
    }

    /// <summary>Reads state and assignments.</summary>
    internal static ConductivityOptions Read(TechniqueSettings settings, double? temperature) => new()
    {
        TotalState = settings.Words(State) switch
        {
            "effective-in-host" => ReferenceState.EffectiveInHost,
            "cell" => ReferenceState.Cell,
            _ => ReferenceState.Pellet,
        },
        Assignments = settings.Many(Assign).Select(Split).ToImmutableDictionary(entry => entry.Name, entry => entry.Kind, StringComparer.Ordinal),
        Temperature = temperature,
    };

    private static (string Name, ContributionKind Kind) Split(string text)
    {
        string[] sides = text.Split('=', 2, StringSplitOptions.TrimEntries);
        return (sides[0], sides.Length == 2 ? sides[1] : string.Empty) switch
        {
            (var name, "bulk") => (name, ContributionKind.Bulk),
            (var name, "grain-boundary") => (name, ContributionKind.GrainBoundary),
            (var name, "electrode") => (name, ContributionKind.Electrode),
            (var name, "leads") => (name, ContributionKind.Leads),
            _ => throw Options[4].Error($"'{text}' cannot be used.", "a resistance and bulk, grain-boundary, electrode or leads", "Write for example --assign R1=bulk."),
        };
    }
}
