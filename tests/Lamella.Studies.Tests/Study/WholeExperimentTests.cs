using Lamella.Cells.Experiments;
using Lamella.Cells.Results;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Studies.Calibration;
using Lamella.Studies.Prediction;
using Lamella.Studies.Whole;

namespace Lamella.Studies.Tests.StudyFiles;

/// <summary>Experiments that a study simulates from beginning to end.</summary>
public sealed class WholeExperimentTests
{
    private const string Whole = """

        whole experiments:
          - name: Rising currents
            experiment: critical-current
            variant: symmetric
            settings:
              currents: [0.1 mA/cm2, 0.2 mA/cm2]
              half cycle: {value: 30 min, source: F900-0102}
            beside: [F900-0005, F900-0103]
            remark: for reading
          - name: Impedance
            variant: coin + capacitances
            temperature: 30 degC
            state of charge: 50 %
            steps: [Rest for 1 min, Measure impedance from 10 kHz to 1 Hz]
        """;

    private const string Variants = """

          capacitances:
            lithium: {double layer capacitance: 10 uF/cm2}
        """;

    private static readonly StudyOptions Quick = new() { Prediction = new PredictionOptions { Samples = 12 } };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Level", "unit")]
    public void Read_WholeExperiments_KeepWhatTheFileSays()
    {
        using var folder = new StudyFolder(StudyFolder.Cell + Variants, StudyFolder.Experiments + Whole);

        Study study = folder.Read();
        WholeExperiment steps = study.Experiments.WholeExperiments[1], named = study.Experiments.WholeExperiments[0];

        named.Experiment.ShouldBeOfType<StrippingPlating>().HalfCycle.ShouldBe(1800.0);
        named.Settings.Select(setting => setting.Name).ShouldBe(["currents", "half cycle"]);
        named.Settings[0].Source.Origin.ShouldBe(Origin.Stated);
        named.Settings[1].Source.Citation.ShouldContain("Nobody");
        named.Beside.Select(fact => fact.Id).ShouldBe(["F900-0005", "F900-0103"]);
        named.Remark.ShouldBe("for reading");
        named.Temperature.ShouldBe(298.15);
        steps.Experiment.ShouldBeNull();
        steps.Steps.ShouldBe(["Rest for 1 min", "Measure impedance from 10 kHz to 1 Hz"]);
        steps.StateOfCharge.ShouldBe(0.5);
        steps.Temperature.ShouldBe(303.15);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_WholeExperiments_UseTheFittedCellsAndChangeNothingElse()
    {
        using var folder = new StudyFolder(StudyFolder.Cell + Variants, StudyFolder.Experiments + Whole);
        using var plain = new StudyFolder(StudyFolder.Cell + Variants);

        Study study = folder.Read();
        StudyResult result = study.Run(Quick, null, Token), without = plain.Read().Run(Quick, null, Token);
        CalibrationResult fit = study.Calibrate(null, Token);

        fit.Values.ShouldBe(result.Calibration.Values);
        result.Calibration.Values.ShouldBe(without.Calibration.Values);
        result.Points.Select(point => (point.Value.Value, point.Lower.Value, point.Upper.Value))
            .ShouldBe(without.Points.Select(point => (point.Value.Value, point.Lower.Value, point.Upper.Value)));
        result.Effort.Runs.ShouldBe(without.Effort.Runs + 2);
        result.WholeExperiments[0].Cell.InputHash.ShouldBe(study.Build("symmetric", fit).InputHash);
        result.WholeExperiments[0].Findings.Rows.Length.ShouldBe(2);
        result.WholeExperiments[1].Stages[0].Run.Spectra.ShouldHaveSingleItem().Step.ShouldBe(2);
        result.WholeExperiments[1].Stages[0].Run.Steps.Select(step => step.Ending).ShouldBe([StepEnding.Duration, StepEnding.Measured]);
        result.Variants.Select(variant => variant.Name).ShouldBe(["coin", "symmetric", "coin + capacitances"]);
    }

    /// <summary>A calibration names variants; a cell of several moves with each of them.</summary>
    [Fact]
    [Trait("Level", "unit")]
    public void Moves_JoinedVariants_FollowEachPart()
    {
        using var folder = new StudyFolder(StudyFolder.Cell + Variants, StudyFolder.Experiments + Whole);

        Study study = folder.Read();

        study.Moves(0, "coin").ShouldBeTrue(); // the capacity, in the coin cell only
        study.Moves(0, "coin + capacitances").ShouldBeTrue();
        study.Moves(0, "capacitances").ShouldBeFalse();
        study.Moves(0, "symmetric + capacitances").ShouldBeFalse();
        study.Moves(2, "symmetric + capacitances").ShouldBeTrue(); // the film, wherever there is lithium
    }

    [Theory]
    [InlineData("variant: symmetric\n", "variant: symetric\n", "no variant 'symetric'", "Did you mean 'symmetric'?")]
    [InlineData("coin + capacitances", "coin + capacitance", "no variant 'capacitance'", "Did you mean 'capacitances'?")]
    [InlineData("experiment: critical-current", "experiment: critical", "'critical' is no experiment", "critical-current")]
    [InlineData("half cycle:", "halfcycle:", "'halfcycle' is no setting", "Did you mean 'half cycle'?")]
    [InlineData("variant: symmetric\n", "variant: coin\n", "it needs lithium on both sides", "Choose another variant")]
    [InlineData("Rest for 1 min,", "Rest for 1 mn,", "mn", "")]
    [InlineData("name: Impedance\n", "name: Rising currents\n", "stands twice", "Rename")]
    [InlineData("    steps: [Rest", "    experiment: gitt\n    steps: [Rest", "either a name or steps", "Keep or add one")]
    [InlineData("    state of charge: 50 %\n", "    settings: {rest: 1 h}\n", "'settings' belongs to named experiments", "Remove 'settings'")]
    [InlineData("F900-0005, F900-0103", "F900-0999", "F900-0999", "")]
    [InlineData("source: F900-0102", "source: F900-0103", "is sealed", "")]
    [InlineData("source: F900-0102", "source: F900-0001", "used by the calibration here", "one of the two places")]
    [InlineData("remark: for reading", "remarks: for reading", "remarks", "Did you mean 'remark'?")]
    [Trait("Level", "contract")]
    public void Read_FaultyWholeExperiment_SaysWhatAndWhere(string before, string after, string problem, string remedy)
    {
        string text = (StudyFolder.Experiments + Whole).ReplaceLineEndings("\n");
        int at = text.LastIndexOf(before, StringComparison.Ordinal);
        using var folder = new StudyFolder(StudyFolder.Cell + Variants, text[..at] + after + text[(at + before.Length)..]);

        var error = Should.Throw<InputException>(() => folder.Read());

        error.Message.ShouldContain(problem);
        error.Message.ShouldContain(remedy);
        error.Place.Line.ShouldBeGreaterThan(0);
    }
}
