using Lamella.Reporting.Dossiers;

namespace Lamella.Reporting.Tests.Samples;

/// <summary>A page with choices: two cells, of which one depends on both and the other on one.</summary>
internal static class SampleChoices
{
    internal static ChoiceBlock Block() => new(
        "Energy with one choice", "With these", "Claimed", "Wh/kg",
        [new Choice("foil", ["12 µm", "10 µm", "8 µm"]), new Choice("seal", ["wide", "narrow"])],
        [
            new ChoiceOutcome("cell A", 550.0, [0, 1], [500.0, 510.0, 520.0, 530.0, 549.96, 550.04]),
            new ChoiceOutcome("cell <B>", 702.0, [1], [700.0, 705.0]),
        ])
    { Ends = ("All standard", "All favourable") };

    internal static Dossier Create() => new("Choices", SampleDossier.Create().Provenance, [new Section("Choices", [Block()])]);
}
