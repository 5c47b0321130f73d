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

    /// <summary>Nothing measured: no rule makes a number of it that is none.</summary>
    [Theory]
    [InlineData("x | ionic_conductivity | 0 mS/cm | temperature: 25 degC\nx | ionic_conductivity | 0.1 mS/cm | temperature: 60 degC")]
    [InlineData("c | initial_capacity | 0 mAh/g | cycle: '1'\nc | final_capacity | 0 mAh/g | cycle: '100'\nc | capacity_retention | 92 % | cycle: '100'")]
    [InlineData("c | overpotential | 0 mV | current_density: 0 mA/cm2\nc | cell_impedance | 0 ohm\nc | critical_current_density | 0 mA/cm2")]
    public void Run_Zeros_GiveNoSideThatIsNoNumber(string lines) =>
        Auditor.Run(ClaimText.Read(lines), KnownMaterials.LoadShipped()).SelectMany(verdict => new[] { verdict.Left, verdict.Right })
            .ShouldAllBe(side => side == null || (!double.IsNaN(side.Value.Low) && !double.IsNaN(side.Value.High)));

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
