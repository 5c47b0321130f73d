using System.Collections.Immutable;
using Lamella.Materials.Records;
using Lamella.Numerics.Random;
using Lamella.Studies.Calibration;
using Lamella.Studies.Experiments;
using Lamella.Studies.Prediction;
using Lamella.Studies.Tests.Calibration;

namespace Lamella.Studies.Tests.Prediction;

public sealed class PredictorTests
{
    private static readonly double[] Truth = [0.05, 10.0];
    private static readonly PredictionOptions Quick = new() { Samples = 64 };

    /// <summary>Of many noisy repetitions, the 90 % interval of an unused measurement holds its noisy value in about 90 %.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Predict_ManyNoisyRepetitions_IntervalsCoverTheMeasurement()
    {
        const int repetitions = 60;
        var generator = new SeededGenerator(11);
        int covered = 0;
        for (int repetition = 0; repetition < repetitions; repetition++)
        {
            ImmutableArray<ExperimentPoint> all = CellFamily.Measure(
                CellFamily.Ceramic,
                Truth,
                [CellFamily.Overpotential(1, 5.0), CellFamily.Overpotential(2, 20.0), CellFamily.Overpotential(3, 60.0), CellFamily.Overpotential(4, 200.0)],
                _ => 0.02 * generator.NextNormal());
            PredictedPoint last = Predict(Problem(all[..3], 0.02), all)[3];
            covered += last.Agreement == Agreement.Inside ? 1 : 0;
        }

        covered.ShouldBeInRange(47, 60); // binomial: 54 with a standard deviation of 2.3
    }

    [Fact]
    [Trait("Level", "property")]
    public void Predict_OneOrTwoThreads_GivesTheSameBits()
    {
        ImmutableArray<ExperimentPoint> points = CellFamily.Measure(
            CellFamily.HalfCell, [2.2e-14, 1.5e-3], [TestFacts.Capacity("F900-0001", null, 0.5), TestFacts.Capacity("F900-0002", null, 6.0)]);
        ExperimentPoint other = TestFacts.Capacity("F900-0003", null, 2.0, chargeRate: 1.0);
        var problem = new CalibrationProblem
        {
            Cells = CellFamily.HalfCell,
            Points = points,
            Parameters = [CellFamily.Parameter("D", "m2/s", 1e-15, 1e-12, 1e-14), CellFamily.Parameter("R", "ohm m2", 0.0, 1e-2, 5e-3, logarithmic: false)],
            Uncertainty = FactUncertainty.OnePercent,
        };
        CalibrationResult fit = Calibrator.Fit(problem, null, null, TestContext.Current.CancellationToken);

        double[] one = Numbers(1), two = Numbers(2);

        two.ShouldBe(one);
        double[] Numbers(int threads) =>
        [
            .. Predictor.Predict(problem, fit, [.. points, other], Quick with { Samples = 8, Threads = threads }, null, TestContext.Current.CancellationToken)
                .SelectMany(point => (double[])[point.Value.Value, point.Lower.Value, point.Upper.Value, .. point.Samples, .. point.Weights, .. point.Simulated.Runs[^1].Series.Voltage]),
        ];
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Predict_EverySide_GivesItsVerdict()
    {
        ExperimentPoint[] plain =
        [
            CellFamily.Overpotential(1, 5.0), CellFamily.Overpotential(2, 60.0), CellFamily.Overpotential(3, 20.0), CellFamily.Overpotential(4, 30.0),
            CellFamily.Overpotential(5, 40.0), CellFamily.Overpotential(6, 50.0), CellFamily.Overpotential(7, 55.0),
        ];
        ImmutableArray<ExperimentPoint> points = CellFamily.Measure(CellFamily.Ceramic, Truth, plain, index => index switch { 3 => -0.3, 4 => 0.3, _ => 0.0 });
        points = points.SetItem(2, points[2] with { Fact = points[2].Fact with { Value = null } });
        points = points.SetItem(5, points[5] with { Fact = TestFacts.Fact("F900-0006", "mV", 1.0, FactQualifier.Above) });
        points = points.SetItem(6, points[6] with { Fact = TestFacts.Fact("F900-0007", "mV", 1.0, FactQualifier.Below) });

        ImmutableArray<PredictedPoint> predicted = Predict(Problem(points[..2], 0.01), points);

        predicted.Select(point => point.Agreement).ShouldBe(
        [
            Agreement.Calibrated, Agreement.Calibrated, Agreement.Sealed, Agreement.MeasuredBelow, Agreement.MeasuredAbove, Agreement.Inside, Agreement.MeasuredBelow,
        ]);
        predicted[2].Deviation.ShouldBe(double.NaN);
        predicted[3].Deviation.ShouldBe(1.0 / 0.7 - 1.0, 0.01);
        predicted[3].Verdict.ShouldStartWith("outside: +42.");
        predicted[3].Verdict.ShouldContain("mV below the interval");
        predicted.ShouldAllBe(point => point.Lower.Value <= point.Value.Value && point.Value.Value <= point.Upper.Value);
    }

    /// <summary>An interval must not know the value that it is compared with.</summary>
    [Fact]
    [Trait("Level", "property")]
    public void Predict_OtherMeasuredValue_LeavesTheInterval()
    {
        ImmutableArray<ExperimentPoint> points = CellFamily.Measure(
            CellFamily.Ceramic, Truth, [CellFamily.Overpotential(1, 5.0), CellFamily.Overpotential(2, 60.0), CellFamily.Overpotential(3, 20.0)]);
        CalibrationProblem problem = Problem(points[..2], 0.01);
        PredictedPoint before = Predict(problem, points)[2];

        PredictedPoint after = Predict(problem, points.SetItem(2, CellFamily.Overpotential(3, 20.0, 1e4)))[2];

        (after.Value, after.Lower, after.Upper).ShouldBe((before.Value, before.Lower, before.Upper));
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Predict_InfeasibleLoad_GivesZeroAndTheReason()
    {
        ExperimentPoint point = TestFacts.Capacity("F900-0001", 100.0, 2000.0);
        var problem = new CalibrationProblem
        {
            Cells = new CellFamily(_ => CellFamily.HalfCell.Build(null, [1e-14, 0.0])), Points = [], Parameters = [], Uncertainty = FactUncertainty.OnePercent,
        };

        PredictedPoint predicted = Predict(problem, [point])[0];

        predicted.Value.Value.ShouldBe(0.0);
        predicted.Agreement.ShouldBe(Agreement.MeasuredAbove);
        predicted.Reason.ShouldNotBeNull().ShouldContain("Discharge at 2000C");
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Predict_Progress_ReachesOne()
    {
        ImmutableArray<ExperimentPoint> points = CellFamily.Measure(CellFamily.Ceramic, Truth, [CellFamily.Overpotential(1, 5.0), CellFamily.Overpotential(2, 60.0)]);
        CalibrationProblem problem = Problem(points, 0.01);
        CalibrationResult fit = Calibrator.Fit(problem, null, null, TestContext.Current.CancellationToken);
        var seen = new List<double>();

        _ = Predictor.Predict(problem, fit, points, Quick with { Threads = 1 }, seen.Add, TestContext.Current.CancellationToken);

        seen.ShouldBeInOrder();
        seen[^1].ShouldBe(1.0);
    }

    private static ImmutableArray<PredictedPoint> Predict(CalibrationProblem problem, ImmutableArray<ExperimentPoint> points)
    {
        CalibrationResult fit = Calibrator.Fit(problem, null, null, TestContext.Current.CancellationToken);
        return Predictor.Predict(problem, fit, points, Quick, null, TestContext.Current.CancellationToken);
    }

    private static CalibrationProblem Problem(ImmutableArray<ExperimentPoint> points, double uncertainty) => new()
    {
        Cells = CellFamily.Ceramic, Points = points, Parameters = CellFamily.CeramicParameters, Uncertainty = FactUncertainty.Same(uncertainty),
    };
}
