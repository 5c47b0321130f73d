using System.Collections.Immutable;
using System.Numerics;
using Lamella.Analysis.Techniques;
using Lamella.Core.Errors;
using Lamella.Core.Measurements;
using Lamella.Core.Provenance;

namespace Lamella.Analysis.Tests.Techniques;

/// <summary>Measurements without content end in a clear error or a warning, never in numbers that are none.</summary>
[Trait("Level", "contract")]
public sealed class DegenerateInputTests
{
    private static readonly string[] Stated = ["area", "thickness", "temperature", "particle-radius", "interface-before", "interface-after"];

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        string[] techniques = ["transference", "stability-window", "tafel", "exchange-current", "titration", "warburg-diffusivity", "plating", "cycling", "conductivity", "arrhenius"];
        foreach (string technique in techniques)
        {
            foreach (string input in Inputs.Keys.Where(input => AnalysisTechniques.Find(technique).Accepts.Contains(NamedMeasurement.Of(input, Inputs[input]).Kind)))
            {
                cases.Add(technique, input);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Run_DegenerateInput_SaysWhyOrGivesFiniteNumbers(string technique, string input)
    {
        IAnalysisTechnique found = AnalysisTechniques.Find(technique);
        var settings = TechniqueSettings.For(found, [
            .. found.Options.Where(option => Stated.Contains(option.Name)).Select(option => (option.Name, option.Rule!.Example.ToString())),
            .. found.Options.Where(option => option.Name == "faces").Select(option => (option.Name, "2")),
        ]);
        AnalysisOutcome outcome;
        try
        {
            outcome = found.Run([NamedMeasurement.Of(input, Inputs[input])], settings);
        }
        catch (Exception failure) when (failure is InputException or ArgumentException)
        {
            failure.Message.ShouldNotContain("NaN");
            failure.Message.ShouldNotContain("Value = ");
            failure.Message.Length.ShouldBeGreaterThan(40); // says what is wrong and what would be right
            return;
        }

        outcome.Quantities.ShouldAllBe(quantity => (quantity.Low ?? 0.0) <= (quantity.High ?? 0.0));
        outcome.Warnings.Select(warning => warning.Text).ShouldAllBe(text => !text.Contains("NaN") && !text.Contains("Infinity"));
        outcome.Basis.ShouldAllBe(text => !text.Contains("NaN"));
    }

    private static ImmutableSortedDictionary<string, Measurement> Inputs { get; } = new Dictionary<string, Measurement>
    {
        ["empty series"] = Series(0, _ => 0.0, _ => 0.0),
        ["one sample"] = Series(1, _ => 1e-3, _ => 3.0),
        ["no current"] = Series(100, _ => 0.0, i => 3.0 + (1e-3 * i)),
        ["constant"] = Series(100, _ => 1e-3, _ => 0.01),
        ["growing current at constant voltage"] = Series(100, i => 1e-6 * i, _ => 0.01),
        ["linear"] = Series(100, i => 1e-5 * (i - 50), i => 1e-3 * (i - 50)),
        ["pulse without answer"] = Series(100, i => i is > 20 and < 50 ? 1e-3 : 0.0, _ => 3.7),
        ["pulse that answers at once"] = Series(100, i => i is > 20 and < 50 ? 1e-3 : 0.0, i => i is > 20 and < 50 ? 3.8 : 3.7),
        ["three points"] = Spectrum(3, f => new Complex(10.0, -1.0 / f)),
        ["resistor"] = Spectrum(30, _ => 10.0),
        ["inductor"] = Spectrum(30, f => new Complex(10.0, 1e-6 * f)),
        ["capacitor"] = Spectrum(30, f => new Complex(0.0, -1e3 / f)),
        ["negative resistance"] = Spectrum(30, f => new Complex(-10.0, -1e3 / f)),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static ResultProvenance Origin => new("test", [], "0", "0");

    private static TimeSeries Series(int samples, Func<int, double> current, Func<int, double> voltage) => new(
        Origin, [.. Enumerable.Range(0, samples).Select(i => (double)i)], [.. Enumerable.Range(0, samples).Select(current)],
        [.. Enumerable.Range(0, samples).Select(voltage)], [], [], []);

    private static Spectrum Spectrum(int points, Func<double, Complex> impedance)
    {
        ImmutableArray<double> frequency = [.. Enumerable.Range(0, points).Select(k => Math.Pow(10.0, 5.0 - (k / 5.0)))];
        return new Spectrum(Origin, frequency, [.. frequency.Select(impedance)]);
    }
}
