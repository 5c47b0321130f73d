using System.Numerics;
using Lamella.Analysis.Techniques;
using Lamella.Analysis.Tests.Common;
using Lamella.Analysis.Transference;
using Lamella.Core.Measurements;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Tests.Transference;

/// <summary>Every warning of a polarisation is raised by what it names, and by nothing sound.</summary>
[Trait("Level", "unit")]
public sealed class TransferenceWarningsTests
{
    private static readonly (string Name, string Value)[] Sound =
    [
        ("voltage", "10 +- 0.02 mV"), ("initial-current", "21.4 +- 0.4 uA"), ("steady-current", "6.85 +- 0.05 uA"),
        ("interface-before", "168 +- 4 ohm"), ("interface-after", "181 +- 4 ohm"), ("electrolyte-resistance", "300 +- 5 ohm"),
    ];

    [Fact]
    public void Run_SoundExperiment_HasNoWarning() => Codes(Sound).ShouldBeEmpty();

    /// <summary>The whole cell is ΔV/I₀ = 467 Ω and its bulk 300 Ω; with either in place of the interfaces the ratio would be wrong.</summary>
    [Theory]
    [InlineData("bulk-used-for-interface", "interface-before", "468 +- 4 ohm")]
    [InlineData("bulk-used-for-interface", "interface-before", "450 +- 4 ohm")]
    [InlineData("bulk-used-for-interface", "interface-before", "301 +- 4 ohm")]
    [InlineData("ratio-above-one", "steady-current", "21.6 +- 0.05 uA")]
    [InlineData("ratio-not-positive", "interface-before", "480 +- 4 ohm")]
    [InlineData("ill-conditioned", "interface-before", "400 +- 4 ohm")]
    [InlineData("initial-current-not-ohmic", "initial-current", "19 +- 0.4 uA")]
    [InlineData("initial-current-not-ohmic", "initial-current", "25 +- 0.4 uA")]
    [InlineData("voltage-not-small", "voltage", "50 +- 0.02 mV")]
    [InlineData("unphysical-draws", "interface-before", "440 +- 60 ohm")]
    [InlineData("no-uncertainty", "initial-current", "21.4 uA")]
    public void Run_DoubtfulExperiment_IsNamed(string code, string option, string value) =>
        Codes([.. Sound.Select(one => one.Name == option ? (option, value) : one)]).ShouldContain(code);

    [Fact]
    public void Run_RatioAboveOne_IsReportedAndNotClipped()
    {
        AnalysisOutcome outcome = Run([], [.. Sound.Select(one => one.Name == "steady-current" ? (one.Name, "21.6 +- 0.05 uA") : one)]);

        outcome.Quantities.Single(quantity => quantity.Key == "current_ratio").Value.Value.ShouldBeGreaterThan(1.0);
        outcome.Warnings.Single(warning => warning.Code == "ratio-above-one").Level.ShouldBe(WarningLevel.Serious);
    }

    /// <summary>A hold that ends while the current still falls, at a tenth and at a third of the time that it needs.</summary>
    [Theory]
    [InlineData(0.3, WarningLevel.Caution)]
    [InlineData(0.1, WarningLevel.Serious)]
    public void Run_HoldThatEndsTooEarly_IsNotSteady(double share, WarningLevel level)
    {
        AnalysisOutcome outcome = Run([NamedMeasurement.Of("hold", Hold(share * 6000.0))], [.. Sound.Where(one => one.Name is not "initial-current" and not "steady-current" and not "voltage")]);

        OutcomeWarning warning = outcome.Warnings.Single(item => item.Code == "not-steady");
        warning.Level.ShouldBe(level, warning.Text);
        warning.Text.ShouldContain("hold for longer");
    }

    [Fact]
    public void Run_SteadyHoldWithACharge_IsSteadyAndNamesTheFirstSample()
    {
        AnalysisOutcome outcome = Run([NamedMeasurement.Of("hold", Hold(12_000.0))], [.. Sound.Where(one => one.Name is not "initial-current" and not "steady-current" and not "voltage")]);

        outcome.Warnings.ShouldNotContain(warning => warning.Code == "not-steady");
        outcome.Warnings.ShouldContain(warning => warning.Code == "first-sample-is-not-initial" && warning.Text.Contains("charging of the double layers"));
    }

    [Theory]
    [InlineData(1, "one-spectrum")]
    [InlineData(3, "several-spectra")]
    public void Run_OtherThanTwoSpectra_IsNamed(int count, string code)
    {
        NamedMeasurement[] spectra = [.. Enumerable.Range(0, count).Select(i => NamedMeasurement.Of($"spectrum {i}", Arc((ulong)i)))];

        Run(spectra, [.. Sound.Where(one => !one.Name.StartsWith("interface")), ("circuit", "R0-p(R1,CPE1)")]).Warnings.ShouldContain(warning => warning.Code == code);
    }

    private static IEnumerable<string> Codes(params (string Name, string Value)[] settings) => Run([], settings).Warnings.Select(warning => warning.Code);

    private static AnalysisOutcome Run(NamedMeasurement[] measurements, (string Name, string Value)[] settings)
    {
        var technique = new TransferenceTechnique();
        return technique.Run([.. measurements], TechniqueSettings.For(technique, settings));
    }

    private static TimeSeries Hold(double duration)
    {
        var law = new DiffusionRelaxation(21.4e-6, 6.85 / 21.4, 3000.0);
        var generator = new SeededGenerator(3);
        return Records.Series(Enumerable.Range(0, 301).Select(i =>
        {
            double t = 0.1 * Math.Pow(10.0 * duration, i / 300.0);
            return (t, (law.At(t) + (30e-6 * Math.Exp(-t / 0.1))) * (1.0 + (5e-4 * generator.NextNormal())), 0.01);
        }));
    }

    private static Spectrum Arc(ulong seed)
    {
        var generator = new SeededGenerator(seed);
        return Records.Spectrum(Enumerable.Range(0, 50).Select(k =>
        {
            double f = 1e5 * Math.Pow(10.0, -k / 8.0);
            Complex z = 300.0 + (170.0 / (1.0 + new Complex(0.0, 2.0 * Math.PI * f * 170.0 * 1e-5)));
            return (f, z + (z.Magnitude * 1e-3 * new Complex(generator.NextNormal(), generator.NextNormal())));
        }));
    }
}
