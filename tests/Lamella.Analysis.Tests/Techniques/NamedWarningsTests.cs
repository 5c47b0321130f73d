using Lamella.Analysis.Techniques;
using Lamella.Analysis.Tests.Common;
using Lamella.Core.Measurements;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Tests.Techniques;

/// <summary>What is doubtful about sweeps, polarisation curves, plating and cycling is named by its code.</summary>
[Trait("Level", "unit")]
public sealed class NamedWarningsTests
{
    private const double Hour = 3600.0;

    [Theory]
    [InlineData("fast-sweep", 2e-3, "1 cm2", 4.9, "3.5 V")]
    [InlineData("baseline-chosen", 1e-4, "1 cm2", 4.9, null)]
    [InlineData("criteria-disagree", 1e-4, "1 cm2", 4.9, "3.5 V")]
    [InlineData("threshold-below-baseline", 1e-4, "0.005 cm2", 4.9, "3.5 V")]
    [InlineData("no-limit", 1e-4, "1 cm2", 3.9, "3.5 V")]
    public void StabilityWindow_DoubtfulSweep_IsNamed(string code, double rate, string area, double to, string? baselineTo)
    {
        var generator = new SeededGenerator(1);
        TimeSeries sweep = Records.Series(Enumerable.Range(0, (int)((to - 3.0) / 0.002)).Select(i =>
        {
            double v = 3.0 + (0.002 * i);
            return ((v - 3.0) / rate, (2e-8 + (1e-8 * Math.Exp((v - 4.2) / 0.08))) * (1.0 + (0.01 * generator.NextNormal())), v);
        }));
        string[] thresholds = code == "no-limit" ? ["10 uA/cm2"] : [];

        Codes("stability-window", [sweep], [("area", area), .. thresholds.Select(level => ("threshold", level)), .. baselineTo is null ? Array.Empty<(string, string)>() : [("baseline-from", "3 V"), ("baseline-to", baselineTo)]])
            .ShouldContain(code);
    }

    [Theory]
    [InlineData("no-ohmic-correction", 0.02, 1e-4, false)]
    [InlineData("methods-disagree", 0.02, 5e-3, false)]
    [InlineData("large-ohmic-drop", 0.02, 8e-3, true)]
    [InlineData("kinetics-hidden", 0.0, 8e-3, true)]
    public void Tafel_DoubtfulCurve_IsNamed(string code, double kinetic, double resistance, bool fitted)
    {
        var generator = new SeededGenerator(2);
        TimeSeries curve = Records.Series(Enumerable.Range(-60, 121).Select(k =>
        {
            double i = 5.0 * Math.Sinh(0.07 * k);
            return (60.0 + k, 1e-4 * i, (kinetic / 0.02 * 2.0 * 0.025693 * Math.Asinh(i / 10.0)) + (resistance * i) + (2e-4 * generator.NextNormal()));
        }));

        Codes("tafel", [curve], [("area", "1 cm2"), ("temperature", "25 degC"), .. fitted ? [("fit-resistance", "on")] : Array.Empty<(string, string)>()]).ShouldContain(code);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("short-recovers")]
    [InlineData("voltage-on-wrong-side")]
    [InlineData("slow-decay")]
    [InlineData("critical-current-not-reached")]
    [InlineData("first-current-failed")]
    [InlineData("efficiency-with-short")]
    [InlineData("joined-records")]
    public void Plating_DoubtfulRecord_IsNamed(string code)
    {
        double Factor(int k) => code switch
        {
            "short" => k >= 8 ? 0.2 : 1.0,
            "short-recovers" or "efficiency-with-short" => k == 8 ? 0.2 : 1.0,
            "slow-decay" => Math.Exp(-k / 12.0),
            "voltage-on-wrong-side" => k == 5 ? -10.0 : 1.0,
            "first-current-failed" => k == 1 ? 0.1 : 1.0,
            _ => 1.0,
        };
        bool isSteady = code is "slow-decay" or "efficiency-with-short";
        TimeSeries series = Records.HalfCycles(Enumerable.Range(0, 12).Select(k =>
        {
            int sign = k % 2 == 0 ? -1 : 1;
            double current = isSteady ? 5e-4 : 1e-4 * ((k / 2) + 1);
            return (sign * current, 1800.0, new Func<double, double>(_ => sign * 200.0 * current * Factor(k)));
        }));

        Codes("plating", code == "joined-records" ? [series, series] : [series], [("area", "1 cm2"), ("cell", code == "efficiency-with-short" ? "copper" : "symmetric")]).ShouldContain(code);
    }

    [Theory]
    [InlineData("end-not-certain")]
    [InlineData("laws-not-told-apart")]
    [InlineData("structured-residuals")]
    [InlineData("joined-records")]
    public void Cycling_DoubtfulRecord_IsNamed(string code)
    {
        var generator = new SeededGenerator(5);
        double Capacity(int n) => code switch
        {
            "end-not-certain" => 1.0 - (5e-5 * n) + (2e-3 * generator.NextNormal()),
            "structured-residuals" => 1.0 - (0.002 * n) + (0.01 * Math.Sin(n / 3.0)),
            _ => 1.0 - (0.003 * Math.Pow(n, 0.8)) + (2e-3 * generator.NextNormal()),
        };
        TimeSeries series = Records.HalfCycles(Enumerable.Range(0, 30).SelectMany(n =>
        {
            double capacity = Capacity(n);
            return new (double, double, Func<double, double>)[] { (1e-3, capacity * Hour, _ => 3.6), (-1e-3, capacity * Hour, _ => 3.4) };
        }));

        Codes("cycling", code == "joined-records" ? [series, series] : [series], []).ShouldContain(code);
    }

    private static IEnumerable<string> Codes(string technique, Measurement[] measurements, (string Name, string Value)[] settings)
    {
        IAnalysisTechnique found = AnalysisTechniques.Find(technique);
        return found.Run([.. measurements.Select((one, i) => NamedMeasurement.Of($"record {i}", one))], TechniqueSettings.For(found, settings)).Warnings.Select(warning => warning.Code);
    }
}
