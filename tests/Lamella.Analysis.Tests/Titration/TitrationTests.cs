using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Lamella.Analysis.Common;
using Lamella.Analysis.Titration;
using Lamella.Core.Measurements;
using Lamella.Core.Provenance;
using Lamella.Numerics.Random;
using Lamella.Tests;

namespace Lamella.Analysis.Tests.Titration;

[Trait("Level", "reference")]
public sealed class TitrationTests
{
    private const double Radius = 5e-6;
    private const double PerSquareMetre = 1e-4; // 1 cm² in m²

    [Fact]
    public void Textbook_ReferencePulse_GivesTheStatedDigits()
    {
        JsonElement expected = FormulaCases.Expected("GITT");
        TitrationPulse pulse = Reference();

        // The reference takes the first sample, 5 s after the step, for the end of the jump.
        double transient = At(pulse, 900.0) - At(pulse, 5.0);
        double textbook = TitrationMethod.Textbook(Radius, 900.0, -0.62 * 0.02, transient);

        textbook.ShouldBe(PerSquareMetre * expected.Number("weppner_huggins_simple", "D"), 1e-7 * textbook); // the file prints 1e-9 V of 20 mV
        foreach ((string name, double until) in new[] { ("t<=60 s", 60.0), ("t<=180 s", 180.0), ("t<=450 s", 450.0), ("t<=900 s", 900.0) })
        {
            int[] inside = [.. Enumerable.Range(0, pulse.Time.Length).Where(i => pulse.Time[i] > 10.0 && pulse.Time[i] <= until)]; // the reference leaves out the first 10 s
            StraightLine line = StraightLine.Fit([.. inside.Select(i => Math.Sqrt(pulse.Time[i]))], [.. inside.Select(i => pulse.Voltage[i])])!;
            double sloped = TitrationMethod.FromSlope(Radius, 900.0, -0.62 * 0.02, line.Slope);
            sloped.ShouldBe(PerSquareMetre * expected.Number("weppner_huggins_sqrt_t", name, "D"), 1e-6 * sloped);
        }
    }

    [Fact]
    public void Read_ReferencePulseAlone_GivesTheStatedDiffusivity()
    {
        JsonElement expected = FormulaCases.Expected("GITT").GetProperty("model_fit_full_pulse");

        TitrationEstimate estimate = TitrationMethod.Read(
            [Reference() with { RestBefore = 3.85 }], new TitrationOptions { ParticleRadius = new(Radius), SteadyChange = -0.62 * 0.02, PulseOnly = true })[0];

        double stated = PerSquareMetre * expected.Number("D");
        estimate.Sphere.Value.ShouldBe(stated, 1e-5 * stated); // both fits end at their own tolerance
        estimate.FittedJump.ShouldBe(expected.Number("iR"), 1e-8);
        (estimate.Sphere.Uncertainty / estimate.Sphere.Value).ShouldBe(expected.Number("rel_se"), 1e-4);
    }

    [Fact]
    public void Read_ReferencePulseAndRest_HoldsTheTruthWhereTheTextbookFormulaDoesNot()
    {
        double truth = PerSquareMetre * FormulaCases.Expected("GITT").Number("true", "D_cm2_s");

        TitrationEstimate estimate = TitrationMethod.Read([Reference()], new TitrationOptions { ParticleRadius = new(Radius) })[0];

        estimate.Sphere.Value.ShouldBe(truth, 2.5 * estimate.Sphere.Uncertainty);
        estimate.Sphere.Uncertainty.ShouldBeLessThan(0.02 * truth);
        estimate.FittedSteadyChange.ShouldBe(-0.62 * 0.02, 1e-4);
        (estimate.Textbook / truth).ShouldBeLessThan(0.8);
        estimate.RelativeTime.ShouldBe(900.0 * truth / (Radius * Radius), 0.002);
        Math.Abs(estimate.Curvature - 1.0).ShouldBeGreaterThan(0.1); // the line over √t is bent: the formula does not hold
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Textbook_ShortPulseWithoutNoise_ApproachesTheTruth()
    {
        // For τ ≪ R²/D the surface moves by 2√(t'/π): the formula is exact in the limit.
        const double diffusivity = 1e-15, tau = 25.0; // τD/R² = 1e-3
        TitrationPulse pulse = Simulated(diffusivity, tau, 400.0 * tau, 0.0, seed: 1);

        TitrationEstimate estimate = TitrationMethod.Read([pulse], new TitrationOptions { ParticleRadius = new(Radius), SteadyChange = -0.01 })[0];

        estimate.Textbook.ShouldBe(diffusivity, 0.08 * diffusivity);
        estimate.Sphere.Value.ShouldBe(diffusivity, 1e-4 * diffusivity);
    }

    [Fact]
    [Trait("Level", "property")]
    public void Read_SeededRepeats_CoverTheTruthAtTheStatedRate()
    {
        const double diffusivity = 2e-15;
        const int repeats = 100;
        int covered = 0;
        for (int i = 0; i < repeats; i++)
        {
            TitrationEstimate estimate = TitrationMethod.Read([Simulated(diffusivity, 900.0, 9000.0, 5e-5, (ulong)i)], new TitrationOptions { ParticleRadius = new(Radius) })[0];
            covered += Math.Abs(estimate.Sphere.Value - diffusivity) <= 1.96 * estimate.Sphere.Uncertainty ? 1 : 0;
        }

        covered.ShouldBeInRange(88, 100); // 95 expected; fewer than 88 has a probability of 2e-3
    }

    [Theory]
    [Trait("Level", "identity")]
    [InlineData(0.04 - 1e-12, 0.04 + 1e-12)]
    public void Surface_WhereItsTwoSeriesMeet_IsContinuous(double before, double after) =>
        SphereResponse.Surface(before).ShouldBe(SphereResponse.Surface(after), 1e-10);

    [Fact]
    [Trait("Level", "identity")]
    public void Pulse_LongAfter_IsTheChangeThatRemains()
    {
        SphereResponse.Pulse(10.0, 0.05).ShouldBe(1.0, 1e-12);
        SphereResponse.Pulse(0.0, 0.05).ShouldBe(0.0);
        SphereResponse.Surface(1e-6).ShouldBe(2.0 * Math.Sqrt(1e-6 / Math.PI), 2e-6); // the half-space
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Find_RecordWithRestsAndPulses_CutsEveryPulseThatARestFollows()
    {
        ImmutableArray<double>.Builder time = ImmutableArray.CreateBuilder<double>(), current = ImmutableArray.CreateBuilder<double>(), voltage = ImmutableArray.CreateBuilder<double>();
        void Add(double until, double amperes, double volts)
        {
            for (double t = time.Count == 0 ? 0.0 : time[^1] + 10.0; t <= until; t += 10.0)
            {
                (time, current, voltage).Item1.Add(t);
                current.Add(amperes);
                voltage.Add(volts);
            }
        }

        Add(100.0, 0.0, 4.0);
        Add(200.0, -1e-3, 3.9);
        Add(400.0, 1e-7, 3.95);
        Add(500.0, -1e-3, 3.85);
        Add(700.0, 0.0, 3.9);
        Add(800.0, -1e-3, 3.8);

        ImmutableArray<TitrationPulse> pulses = TitrationPulse.Find(Series(time.ToImmutable(), current.ToImmutable(), voltage.ToImmutable()));

        pulses.Length.ShouldBe(2); // no rest follows the third
        pulses[0].Duration.ShouldBe(100.0);
        pulses[0].Current.ShouldBe(-1e-3, 1e-15);
        pulses[0].RestBefore.ShouldBe(4.0);
        pulses[1].Number.ShouldBe(2);
        TitrationPulse.Find(Series([0.0, 1.0], [0.0, 0.0], [3.0, 3.0])).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Read_NoRadius_IsRefused() =>
        Should.Throw<ArgumentException>(() => TitrationMethod.Read([], new TitrationOptions { ParticleRadius = default })).Message.ShouldContain("must be above 0");

    private static double At(TitrationPulse pulse, double time) => pulse.Voltage[pulse.Time.IndexOf(time)];

    private static TitrationPulse Reference()
    {
        string[][] rows = [.. File.ReadLines(SharedFolder.Require("reference/impedance/f_methods/gitt_pulse.csv")).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))];
        double[] time = [.. rows.Select(row => double.Parse(row[0], CultureInfo.InvariantCulture))], voltage = [.. rows.Select(row => double.Parse(row[1], CultureInfo.InvariantCulture))];
        return new TitrationPulse(1, -1e-3, 900.0, voltage[0], [.. time.Skip(1)], [.. voltage.Skip(1)]); // the first sample is the rest before
    }

    /// <summary>A pulse of known diffusivity: 3.7 V at rest, −20 mV jump, −10 mV change that remains.</summary>
    private static TitrationPulse Simulated(double diffusivity, double tau, double rest, double noise, ulong seed)
    {
        var generator = new SeededGenerator(seed);
        double scale = diffusivity / (Radius * Radius);
        double[] time = [.. Enumerable.Range(1, 100).Select(i => tau * i / 100.0), .. Enumerable.Range(1, 200).Select(i => tau + (rest * i / 200.0))];
        double Level(double t) => 3.7 + (t <= tau ? -0.02 : 0.0) - (0.01 * SphereResponse.Pulse(scale * t, scale * tau)) + (noise * generator.NextNormal());
        return new TitrationPulse(1, -1e-3, tau, 3.7 + (noise * generator.NextNormal()), [.. time], [.. time.Select(Level)]);
    }

    private static TimeSeries Series(ImmutableArray<double> time, ImmutableArray<double> current, ImmutableArray<double> voltage) =>
        new(new ResultProvenance("test", [], "0", "0"), time, current, voltage, [], [], []);
}
