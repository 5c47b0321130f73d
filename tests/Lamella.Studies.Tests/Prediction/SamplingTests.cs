using Lamella.Studies.Calibration;
using Lamella.Studies.Experiments;
using Lamella.Studies.Prediction;
using Lamella.Studies.Tests.Calibration;

namespace Lamella.Studies.Tests.Prediction;

public sealed class SamplingTests
{
    [Theory]
    [InlineData(0.05, -1.6448536269514729)]
    [InlineData(0.5, 0.0)]
    [InlineData(0.95, 1.6448536269514722)]
    [Trait("Level", "published")]
    public void Quantile_OneSample_IsThatOfAGaussian(double share, double deviations) =>
        PredictionInterval.Quantile(new WeightedSamples([200.0], [1.0]), 0.01, share).ShouldBe(200.0 + (2.0 * deviations), 1e-9);

    [Fact]
    [Trait("Level", "unit")]
    public void Quantile_WithoutNoise_FollowsTheWeights()
    {
        var samples = new WeightedSamples([1.0, 2.0, 3.0], [0.2, 0.5, 0.3]);

        PredictionInterval.Quantile(samples, 0.0, 0.1).ShouldBe(1.0, 1e-6);
        PredictionInterval.Quantile(samples, 0.0, 0.6).ShouldBe(2.0, 1e-6);
        PredictionInterval.Quantile(samples, 0.0, 0.9).ShouldBe(3.0, 1e-6);
        PredictionInterval.Quantile(new WeightedSamples([0.0, 0.0], [0.5, 0.5]), 0.01, 0.95).ShouldBe(0.0);
    }

    /// <summary>Samples count the bounds with variance 1 instead of 1/12: their covariance is (C⁻¹ − 11·1)⁻¹.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Draw_NarrowCovariance_HasItsMomentsAndStaysInside()
    {
        (CalibrationProblem problem, CalibrationResult fit) = Fit([0.4, 0.6], [0.0025, 0.002, 0.002, 0.0036]);

        double[][] scaled = Scaled(problem, PosteriorSampler.Draw(problem, fit, 4000, 3));

        double[] mean = [.. Enumerable.Range(0, 2).Select(i => scaled.Average(u => u[i]))];
        mean[0].ShouldBe(0.4, 0.002);
        mean[1].ShouldBe(0.6, 0.002);
        scaled.Average(u => (u[0] - 0.4) * (u[1] - 0.6)).ShouldBe(0.0021425, 1.5e-4);
        scaled.Average(u => Math.Pow(u[1] - 0.6, 2)).ShouldBe(0.0037975, 2e-4);
    }

    [Fact]
    [Trait("Level", "property")]
    public void Draw_ValueAtABoundAndWideCovariance_StaysWithinTheBounds()
    {
        (CalibrationProblem problem, CalibrationResult fit) = Fit([0.0, 1.0], [0.08, -0.05, -0.05, 0.08]);

        double[][] scaled = Scaled(problem, PosteriorSampler.Draw(problem, fit, 500, 3));

        scaled.ShouldAllBe(u => u.All(v => v >= -1e-12 && v <= 1.0 + 1e-12));
        scaled.Average(u => u[0]).ShouldBeGreaterThan(0.1, "the samples spread inwards");
    }

    [Fact]
    [Trait("Level", "property")]
    public void Draw_SameSeed_GivesTheSameSamples()
    {
        (CalibrationProblem problem, CalibrationResult fit) = Fit([0.4, 0.6], [0.0025, 0.002, 0.002, 0.0036]);

        PosteriorSampler.Draw(problem, fit, 20, 3).ShouldBe(PosteriorSampler.Draw(problem, fit, 20, 3));
        PosteriorSampler.Draw(problem, fit, 20, 4)[0].ShouldNotBe(PosteriorSampler.Draw(problem, fit, 20, 3)[0]);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Join_WarningsOfOneLaw_CoverTheWholeRange() => ExtrapolationWarnings.Join(
    [
        "conductivity of gel: temperature -20 degC leaves the fitted range -15 to 65 degC; extrapolated.",
        "another note",
        "conductivity of gel: temperature -23.15 to -22.15 degC leaves the fitted range -15 to 65 degC; extrapolated.",
        "potential of x: argument 1E-05 to 0.5 leaves the fitted range 0.1 to 0.9; extrapolated.",
        "another note",
        "potential of x: argument 0.2 to 0.95 leaves the fitted range 0.1 to 0.9; extrapolated.",
    ]).ShouldBe(
    [
        "conductivity of gel: temperature -23.15 to -20 degC leaves the fitted range -15 to 65 degC; extrapolated.",
        "another note",
        "potential of x: argument 1E-05 to 0.95 leaves the fitted range 0.1 to 0.9; extrapolated.",
    ]);

    private static double[][] Scaled(CalibrationProblem problem, double[][] samples) =>
        [.. samples.Select(sample => sample.Select((value, i) => problem.Parameters[i].Fit.ToScaled(value)).ToArray())];

    private static (CalibrationProblem Problem, CalibrationResult Fit) Fit(double[] scaled, double[] covariance)
    {
        var problem = new CalibrationProblem
        {
            Cells = CellFamily.Ceramic,
            Points = [],
            Parameters = CellFamily.CeramicParameters,
            Uncertainty = FactUncertainty.OnePercent,
        };
        CalibrationResult stated = Calibrator.Fit(problem, new CalibrationOptions { Simulation = new SimulationOptions() }, null, TestContext.Current.CancellationToken);
        return (problem, stated with { ScaledValues = [.. scaled], ScaledCovariance = [.. covariance] });
    }
}
