using Lamella.Audit.Characteristics;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Tests.Checks;

/// <summary>Nobody is contradicted by what he did not say, or for what every textbook says.</summary>
[Trait("Level", "unit")]
public sealed class FairnessTests
{
    /// <summary>Where a verdict rests on a reading, it says so with the note, and the publication is not contradicted by it.</summary>
    [Fact]
    public void Run_WithAReading_SaysSoAndContradictsNothing()
    {
        const string Pair = "x | thickness | 81 um | | Fig. 1 | note: of the dry film\nx | thickness | 85 um | | Text | ";
        Verdict stated = Only(Pair + "kind: measured"), reading = Only(Pair + "kind: reading, note: read from the scale bar");

        (stated.Outcome, reading.Outcome).ShouldBe((Outcome.Contradicted, Outcome.Undetermined));
        stated.Remark.ShouldBe("C1: of the dry film.");
        reading.Remark.ShouldBe("C1: of the dry film. C2 is a reading, not a quotation: read from the scale bar.");
        reading.Settles.ShouldBe("a statement of the authors whether they mean it so");

        static Verdict Only(string lines) => Auditor.Run(ClaimText.Read(lines), KnownMaterials.LoadShipped()).ShouldHaveSingleItem();
    }

    /// <summary>Spectra as textbooks have them: a doublet under one level, modes of one group under one name.</summary>
    [Theory]
    [InlineData("x | xps_peak | 459.0 eV | core_level: Ti 2p, assignment: Ti4+\nx | xps_peak | 464.8 eV | core_level: Ti 2p, assignment: Ti4+")]
    [InlineData("x | xps_peak | 161.6 eV | core_level: S 2p, assignment: Li2S\nx | xps_peak | 162.8 eV | core_level: S 2p, assignment: Li2S")]
    [InlineData("x | raman_peak | 1008 cm-1 | assignment: PO4 asymmetric stretch\nx | raman_peak | 1070 cm-1 | assignment: PO4 asymmetric stretch")]
    [InlineData("x | ftir_peak | 1100 cm-1 | assignment: C-O-C\nx | ftir_peak | 1145 cm-1 | assignment: C-O-C")]
    [InlineData("x | ftir_peak | 2850 cm-1 | assignment: C-H\nx | ftir_peak | 2920 cm-1 | assignment: C-H")]
    public void Run_SpectraOfATextbook_AreNotContradicted(string lines) =>
        Auditor.Run(ClaimText.Read(lines), KnownMaterials.LoadShipped()).ShouldAllBe(verdict => verdict.Outcome != Outcome.Contradicted);
}
