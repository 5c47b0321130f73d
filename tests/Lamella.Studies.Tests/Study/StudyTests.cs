using System.Collections.Immutable;
using Lamella.Cells.Results;
using Lamella.Core.Provenance;
using Lamella.Studies.Experiments;
using Lamella.Studies.Prediction;

namespace Lamella.Studies.Tests.StudyFiles;

/// <summary>A whole study, from its files to its result.</summary>
public sealed class StudyTests
{
    private static readonly StudyOptions Quick = new() { Prediction = new PredictionOptions { Samples = 12 } };

    [Fact]
    [Trait("Level", "unit")]
    public void Run_SmallStudy_CalibratesThenPredictsTheRest()
    {
        using var folder = new StudyFolder();

        StudyResult result = folder.Read().Run(Quick, null, TestContext.Current.CancellationToken);

        result.Calibration.ChiSquare.ShouldBeLessThan(0.01);
        result.Calibration.Parameters.Select(parameter => parameter.IsIdentified).ShouldBe([true, true, false]);
        result.Calibration.Parameters[2].Prior.ShouldBe("about 20 ohm cm2, from the assumed range 5 ohm cm2 to 80 ohm cm2");
        result.Points.Select(point => point.Agreement).ShouldBe(
        [
            Agreement.Calibrated, Agreement.Calibrated, Agreement.MeasuredAbove, Agreement.Sealed,
            Agreement.Inside, Agreement.Inside, Agreement.Inside,
        ]);
        result.Points[6].Value.Value.ShouldBe(4.0, 1e-3, "40 um of 1 mS/cm");
        result.Variants.Select(variant => variant.Name).ShouldBe(["coin", "symmetric"]);
        result.Variants[0].Calibrated.Cathode!.Material.ShouldNotBeNull();
        result.Experiments.Select(experiment => experiment.Experiment.Figure).ShouldBe([FigureAxis.Rate, FigureAxis.Current, FigureAxis.Table]);
        result.Effort.LithiumDrift.ShouldBeLessThan(1e-12);
        result.Effort.ChargeDrift.ShouldBeLessThan(1e-12);
        result.Effort.Runs.ShouldBe(2 + 4 + 1 + 4, "two charges, four discharges, one half cycle, two pairs of pulses");
        result.Provenance.InputHash.Length.ShouldBe(64);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_SmallStudy_KeepsRunsAndSplitsForTheFigures()
    {
        using var folder = new StudyFolder();

        StudyResult result = folder.Read().Run(Quick, null, TestContext.Current.CancellationToken);

        foreach (PredictedPoint point in result.Experiments[0].Points)
        {
            VoltageSplit split = point.Simulated.Split.ShouldNotBeNull();
            split.Total.ShouldBeInRange(3.0, 4.2);
            point.Simulated.Runs[^1].Series.Voltage[^1].ShouldBe(3.0, 1e-3);
        }

        result.Points[4].Simulated.Split.ShouldNotBeNull().Total.ShouldBe(result.Points[4].Value.InSi, 1e-9);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_SmallStudy_WarnsOfWhatIsAssumedOrDoubtful()
    {
        using var folder = new StudyFolder();

        ImmutableArray<string> warnings = folder.Read().Run(Quick, null, TestContext.Current.CancellationToken).Warnings;

        warnings.ShouldContain("F900-0003 was measured at 30 degC but is simulated at 25 degC.");
        warnings.ShouldContain("F900-0003 was measured at 0.5C but is simulated at 1C.");
        warnings.ShouldContain(warning => warning.Contains("The charge before the discharge is assumed: 0.2C, hold until 0.05C (not described), for 3 points."));
        warnings.ShouldContain(warning => warning.Contains("The facts do not identify lithium/film resistance"));
        warnings.ShouldContain(warning => warning.StartsWith("F900-0003 and F900-0001 state the same value", StringComparison.Ordinal));
        warnings.ShouldBeUnique();
    }

    [Fact]
    [Trait("Level", "property")]
    public void Run_OneOrTwoThreads_GivesTheSameBits()
    {
        using var folder = new StudyFolder();
        Study study = folder.Read();

        double[] one = Numbers(study.Run(Quick.WithThreads(1), null, TestContext.Current.CancellationToken));
        double[] two = Numbers(study.Run(Quick.WithThreads(2), null, TestContext.Current.CancellationToken));

        two.ShouldBe(one);
        one.Length.ShouldBeGreaterThan(500);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_Progress_NeverFallsAndReachesOne()
    {
        using var folder = new StudyFolder();
        var seen = new List<StudyProgress>();

        _ = folder.Read().Run(Quick, new Recorder(seen), TestContext.Current.CancellationToken);

        seen.Select(progress => progress.Fraction).ShouldBeInOrder();
        seen[^1].ShouldBe(new StudyProgress(1.0, "done"));
        seen.Select(progress => progress.What).Distinct().ShouldBe(["calibrating", "predicting", "done"]);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_CancelledWhilePredicting_Stops()
    {
        using var folder = new StudyFolder();
        using var source = new CancellationTokenSource();
        var stopper = new Stopper(source);

        Should.Throw<OperationCanceledException>(() => folder.Read().Run(Quick, stopper, source.Token));
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_WithoutCalibration_PredictsEverythingFromTheDescribedValues()
    {
        using var folder = new StudyFolder();
        folder.Delete("calibration.yaml");

        StudyResult result = folder.Read().Run(Quick, null, TestContext.Current.CancellationToken);

        result.Calibration.Parameters.ShouldBeEmpty();
        result.Points.ShouldAllBe(point => point.Agreement != Agreement.Calibrated);
        result.Variants[0].Calibrated.InputHash.ShouldBe(result.Variants[0].Described.InputHash);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Read_Charge_CarriesItsSource()
    {
        using var folder = new StudyFolder();

        ExperimentPlan plan = folder.Read().Experiments;

        plan.Points[0].Charge!.Source.ShouldBe(Source.Assumption("not described"));
        plan.Points[3].Charge!.HoldUntil.ShouldBeNull("the point has its own charge");
        plan.Points[4].HalfCycle.ShouldBe(1800.0);
        plan.Points[4].Temperature.ShouldBe(298.15, "that of cell.yaml, as neither file nor fact states one");
        plan.Points[6].Part.ShouldBe(ResistancePart.Electrolyte);
    }

    private static double[] Numbers(StudyResult result) =>
    [
        result.Calibration.ChiSquare,
        .. result.Calibration.Parameters.Select(parameter => parameter.Value.Value),
        .. result.Calibration.Correlation,
        .. result.Points.SelectMany(point => (double[])[point.Value.Value, point.Lower.Value, point.Upper.Value, .. point.Samples, .. point.Weights]),
        .. result.Points.SelectMany(point => point.Simulated.Runs).SelectMany(run => run.Series.Voltage),
    ];

    private sealed class Recorder(List<StudyProgress> seen) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value) => seen.Add(value);
    }

    private sealed class Stopper(CancellationTokenSource source) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value)
        {
            if (value.What == "predicting" && value.Fraction > 0.5)
            {
                source.Cancel();
            }
        }
    }
}
