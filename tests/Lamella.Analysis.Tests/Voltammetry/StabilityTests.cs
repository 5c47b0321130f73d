using System.Text.Json;
using Lamella.Analysis.Techniques;
using Lamella.Analysis.Tests.Common;
using Lamella.Analysis.Voltammetry;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Tests.Voltammetry;

[Trait("Level", "reference")]
public sealed class StabilityTests
{
    private const double PerSquareCentimetre = 1e4;

    [Fact]
    public void Find_ReferenceSweep_CrossesWhereTheNoiseFreeCurveDoes()
    {
        JsonElement expected = FormulaCases.Expected("LSV_onset");

        StabilityResult result = StabilityMethod.Find(Reference(), Options);

        foreach ((string level, double density) in new[] { ("5e-6", 0.05), ("1e-5", 0.1), ("5e-5", 0.5), ("1e-4", 1.0) })
        {
            StabilityLimit limit = Fixed(result, density, withoutBaseline: false);
            limit.Voltage.ShouldBe(expected.Number("exact_noise_free_crossings", level), 4.0 * limit.Uncertainty);
            limit.Uncertainty.ShouldBeLessThan(1e-3);
        }

        Fixed(result, 0.005, withoutBaseline: false).Reason.ShouldBe("the baseline is above it already");
    }

    [Fact]
    public void Find_ReferenceSweep_ShowsThatCriteriaDifferByMoreThanAVolt()
    {
        double[] limits = [.. StabilityMethod.Find(Reference(), Options).Limits.Where(limit => limit.IsFound).Select(limit => limit.Voltage)];

        (limits.Max() - limits.Min()).ShouldBeGreaterThan(1.0);
    }

    /// <summary>
    /// The reference does not say how its tangent was laid. Of all straight lines through samples of the sweep (every window, every pair, smoothed or
    /// not) one has the stated place: that through the sample at 5.5 V, 0.1 V before the end, with the slope of the mean over 51 samples.
    /// </summary>
    [Fact]
    public void Find_ReferenceSweep_SteepestTangentHasTheStatedDigits()
    {
        StabilityLimit limit = Of(StabilityMethod.Find(Reference(), Options), StabilityCriterion.SteepestTangent);

        limit.Voltage.ShouldBe(FormulaCases.Expected("LSV_onset").Number("tangent_baseline_intersection_V"), 1e-9); // the file prints ten digits of the current
        limit.Uncertainty.ShouldBeInRange(1e-8, 1e-4);
    }

    /// <summary>The stated onset is the first of five samples in a row whose means of five are above the baseline by five of their standard deviations.</summary>
    [Fact]
    public void Find_ReferenceSweep_FirstRunHasTheStatedDigits()
    {
        JsonElement expected = FormulaCases.Expected("LSV_onset");
        StabilityResult result = StabilityMethod.Find(Reference(), Options);

        Of(result, StabilityCriterion.FirstRun).Voltage.ShouldBe(expected.Number("onset_5sigma_above_baseline_V"), 1e-9);
        result.BaselineFrom.ShouldBe(expected.GetProperty("baseline_window_V")[0].GetDouble());
        result.BaselineTo.ShouldBe(expected.GetProperty("baseline_window_V")[1].GetDouble());
    }

    /// <summary>A line through a wide part of the rise meets the baseline earlier than the tangent at a point: parts between 10 % and 100 % give 5.40 V to 5.51 V.</summary>
    [Fact]
    public void Find_ReferenceSweep_TangentThroughTheRiseIsNearTheSteepestOne()
    {
        StabilityResult result = StabilityMethod.Find(Reference(), Options);

        Of(result, StabilityCriterion.Tangent).Voltage.ShouldBe(Of(result, StabilityCriterion.SteepestTangent).Voltage, 0.015);
    }

    /// <summary>For i = i₁·exp(V/v) every tangent meets zero at V* − v, whatever its place, once the mean over the window is undone: v·(sinh w)/w.</summary>
    [Theory]
    [Trait("Level", "identity")]
    [InlineData(0.01, 0.1)]
    [InlineData(0.05, 0.1)]
    [InlineData(0.05, 0.2)]
    public void Find_ExponentialRise_SteepestTangentIsTheOneOfTheLaw(double window, double margin)
    {
        const double decay = 0.08, step = 1e-4;
        double[] voltage = [.. Enumerable.Range(0, 15_001).Select(i => 3.0 + (step * i))];
        var curve = new VoltammetryCurve([.. voltage], [.. voltage.Select(v => 1e-9 + (1e-8 * Math.Exp((v - 3.0) / decay)))], 1e-4);

        StabilityLimit limit = Of(
            StabilityMethod.Find(curve, new StabilityOptions { BaselineFrom = 3.0, BaselineTo = 3.01, TangentWindow = window, TangentMargin = margin }), StabilityCriterion.SteepestTangent);

        double half = 0.5 * window / decay;
        limit.Voltage.ShouldBe(4.5 - margin - (decay * half / Math.Sinh(half)), 2e-3 * decay); // a sum of samples for an integral
    }

    /// <summary>A sweep with a rest before it, and the voltage of a cell at a constant current: only the second is no sweep.</summary>
    [Theory]
    [Trait("Level", "unit")]
    [InlineData(true)]
    [InlineData(false)]
    public void Technique_RecordAtConstantCurrent_IsNamedAsNoSweep(bool isSweep)
    {
        (double Time, double Current, double Voltage)[] rows = isSweep
            ? [(0.0, 0.0, 3.0), .. Enumerable.Range(0, 500).Select(i => (5000.0 + (10.0 * i), 1e-6 * Math.Exp(0.01 * i), 3.0 + (0.003 * i)))]
            : [.. Enumerable.Range(0, 500).Select(i => (10.0 * i, 1e-3, 4.0 - Math.Exp(-i / 50.0)))];
        var technique = new StabilityTechnique();

        AnalysisOutcome outcome = technique.Run([NamedMeasurement.Of("x", Records.Series(rows))], TechniqueSettings.For(technique, ("area", "1 cm2")));

        outcome.Warnings.Any(warning => warning.Code == "not-a-sweep").ShouldBe(!isSweep);
    }

    [Theory]
    [Trait("Level", "unit")]
    [InlineData(0.0, 0.1, 5, "above 0 V")]
    [InlineData(0.05, -1.0, 5, "must not be negative")]
    [InlineData(0.05, 0.1, 4, "odd and at least 1")]
    public void Find_OptionOutOfRange_IsRefused(double window, double margin, int run, string message) => Should.Throw<ArgumentOutOfRangeException>(
        () => StabilityMethod.Find(Reference(), Options with { TangentWindow = window, TangentMargin = margin, Run = run })).Message.ShouldContain(message);

    [Theory]
    [Trait("Level", "property")]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    public void Find_ExponentialOverABaseline_FindsTheCrossingsWithinTheirUncertainty(ulong seed)
    {
        // i = 0.02 + 0.002·V + 1e-3·exp((V − 4.2)/0.05) A/m² with noise of 2 % and 2e-4 A/m².
        var generator = new SeededGenerator(seed);
        double[] voltage = [.. Enumerable.Range(0, 1601).Select(i => 3.0 + (0.001 * i))];
        double Exact(double v) => 0.02 + (0.002 * v) + (1e-3 * Math.Exp((v - 4.2) / 0.05));
        double[] current = [.. voltage.Select(v => (Exact(v) * (1.0 + (0.02 * generator.NextNormal()))) + (2e-4 * generator.NextNormal()))];

        StabilityResult result = StabilityMethod.Find(new VoltammetryCurve([.. voltage], [.. current], 1e-4));

        foreach (double level in new[] { 0.05, 0.1, 0.5 })
        {
            StabilityLimit raw = Fixed(result, level, false), corrected = Fixed(result, level, true);
            Exact(raw.Voltage).ShouldBe(level, level * 0.03);
            raw.Voltage.ShouldBe(Bisect(Exact, level), 4.5 * raw.Uncertainty);
            corrected.Voltage.ShouldBeGreaterThan(raw.Voltage);
            corrected.Voltage.ShouldBe(4.2 + (0.05 * Math.Log(level / 1e-3)), Math.Max(4.5 * corrected.Uncertainty, 2e-3));
        }

        result.LargestCapacitance.ShouldBe((0.02 + (0.002 * 3.28)) / 1e-4, 5.0);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Find_ReductionOfAMirroredSweep_GivesMirroredLimits()
    {
        VoltammetryCurve sweep = Reference();
        var mirrored = new VoltammetryCurve([.. sweep.Voltage.Select(v => 6.0 - v)], [.. sweep.CurrentDensity.Select(i => -i)], sweep.ScanRate);

        StabilityResult there = StabilityMethod.Find(sweep, Options);
        StabilityResult back = StabilityMethod.Find(mirrored, Options with { Reduction = true, BaselineFrom = 3.0, BaselineTo = 2.2 });

        for (int i = 0; i < there.Limits.Length; i++)
        {
            back.Limits[i].IsFound.ShouldBe(there.Limits[i].IsFound);
            if (there.Limits[i].IsFound)
            {
                back.Limits[i].Voltage.ShouldBe(6.0 - there.Limits[i].Voltage, 1e-6);
            }
        }
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Find_SweepThatEndsBeforeTheRise_SaysSoInsteadOfALimit()
    {
        VoltammetryCurve sweep = Reference();
        var early = new VoltammetryCurve(sweep.Voltage[..1000], sweep.CurrentDensity[..1000], sweep.ScanRate);

        StabilityResult result = StabilityMethod.Find(early);

        result.Limits.Where(limit => limit.Criterion != StabilityCriterion.FixedCurrent || limit.Level > 0.01).ShouldAllBe(limit => !limit.IsFound && limit.Reason.Length > 0);
    }

    [Theory]
    [Trait("Level", "unit")]
    [InlineData(true)]
    [InlineData(false)]
    public void Longest_CyclicSweepWithJitter_IsTheWholeBranch(bool rising)
    {
        var generator = new SeededGenerator(5);
        double[] there = [.. Enumerable.Range(0, 301).Select(i => 3.0 + (0.005 * i))];
        double[] voltage = [.. there, .. there.Reverse(), .. there.Take(100)];
        var cyclic = new VoltammetryCurve([.. voltage.Select(v => v + (2e-3 * generator.NextNormal()))], [.. voltage], 1e-3);

        VoltammetryCurve branch = cyclic.Longest(rising);

        branch.Voltage.Length.ShouldBeInRange(290, 306);
        branch.Voltage.ShouldBe(rising ? branch.Voltage.Order() : branch.Voltage.OrderDescending());
        (branch.Voltage.Max() - branch.Voltage.Min()).ShouldBeGreaterThan(1.49);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Find_TooFewSamples_IsRefused() => Should.Throw<ArgumentException>(
        () => StabilityMethod.Find(new VoltammetryCurve([1.0, 2.0, 3.0], [0.0, 0.0, 1.0], 1e-3))).Message.ShouldContain("at least 20");

    private static StabilityOptions Options { get; } = new() { BaselineFrom = 3.0, BaselineTo = 3.8, Thresholds = [0.005, 0.01, 0.05, 0.1, 0.5, 1.0] };

    private static VoltammetryCurve Reference()
    {
        double[][] columns = FormulaCases.Columns("lsv.csv", 2);
        return new VoltammetryCurve([.. columns[0]], [.. columns[1].Select(density => PerSquareCentimetre * density)], 1e-4);
    }

    private static StabilityLimit Of(StabilityResult result, StabilityCriterion criterion) => result.Limits.Single(limit => limit.Criterion == criterion);

    private static StabilityLimit Fixed(StabilityResult result, double level, bool withoutBaseline) => result.Limits.Single(limit =>
        limit.Criterion == StabilityCriterion.FixedCurrent && limit.Level == level && limit.WithoutBaseline == withoutBaseline);

    private static double Bisect(Func<double, double> rising, double level)
    {
        (double low, double high) = (3.0, 4.6);
        for (int i = 0; i < 60; i++)
        {
            double middle = 0.5 * (low + high);
            (low, high) = rising(middle) < level ? (middle, high) : (low, middle);
        }

        return low;
    }
}
