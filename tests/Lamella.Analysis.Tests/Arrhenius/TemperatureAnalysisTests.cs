using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Lamella.Analysis.Arrhenius;
using Lamella.Core;
using Lamella.Core.Errors;
using Lamella.Numerics.Random;
using Lamella.Tests;

namespace Lamella.Analysis.Tests.Arrhenius;

[Trait("Level", "unit")]
public sealed class TemperatureAnalysisTests
{
    private static readonly double[] Temperatures = [263.15, 273.15, 283.15, 293.15, 303.15, 313.15, 323.15, 333.15, 343.15];

    /// <summary>Worked example with stated answers: shared/reference/impedance/f_methods, "VTF".</summary>
    [Fact]
    public void Run_VogelWorkedExample_HasItsDigits()
    {
        JsonElement expected = Expected().GetProperty("VTF");

        TemperatureResult result = TemperatureAnalysis.Run(VogelPoints(), new ArrheniusOptions { Form = ConductivityForm.Sigma });

        TemperatureLawResult vogel = result.Find(TemperatureLawKind.Vogel)!;
        JsonElement fit = expected.GetProperty("fit");
        double[] errors = [.. expected.GetProperty("stderr").EnumerateArray().Select(value => value.GetDouble())];
        (vogel["ln A"].Value - Math.Log(100.0)).ShouldBe(fit.GetProperty("lnA").GetDouble(), 1e-3 * errors[0]);
        Electronvolts(vogel["B"].Value).ShouldBe(fit.GetProperty("B_eV").GetDouble(), 1e-3 * errors[1]);
        vogel["T0"].Value.ShouldBe(fit.GetProperty("T0_K").GetDouble(), 1e-3 * errors[2]);
        vogel["ln A"].Uncertainty.ShouldBe(errors[0], 1e-3 * errors[0]);
        Electronvolts(vogel["B"].Uncertainty).ShouldBe(errors[1], 1e-3 * errors[1]);
        vogel["T0"].Uncertainty.ShouldBe(errors[2], 1e-3 * errors[2]);
        (vogel.Covariance[5] / (vogel["B"].Uncertainty * vogel["T0"].Uncertainty)).ShouldBe(expected.GetProperty("corr_B_T0").GetDouble(), 1e-4);
        vogel.SumOfSquares.ShouldBe(expected.GetProperty("rss").GetDouble(), 1e-9);
        vogel.Aicc.ShouldBe(expected.GetProperty("AICc").GetProperty("VTF").GetDouble(), 1e-5);
        result.Preferred.Kind.ShouldBe(TemperatureLawKind.Vogel);
        result.Warnings.ShouldContain(warning => warning.Code == "not-arrhenius");
    }

    [Fact]
    public void Run_VogelWorkedExample_ArrheniusHasItsDigits()
    {
        JsonElement expected = Expected().GetProperty("VTF");

        TemperatureLawResult line = TemperatureAnalysis.Run(VogelPoints(), new ArrheniusOptions { Form = ConductivityForm.Sigma }).Arrhenius;

        (line["ln A"].Value - Math.Log(100.0)).ShouldBe(expected.GetProperty("arrhenius_fit").GetProperty("lnA").GetDouble(), 1e-6);
        Electronvolts(line["E"].Value).ShouldBe(expected.GetProperty("arrhenius_fit").GetProperty("Ea_eV").GetDouble(), 1e-8); // the file's Boltzmann constant has eight digits
        line.SumOfSquares.ShouldBe(expected.GetProperty("arrhenius_fit").GetProperty("rss").GetDouble(), 1e-8);
        line.Aicc.ShouldBe(expected.GetProperty("AICc").GetProperty("Arrhenius").GetDouble(), 1e-8);
    }

    [Fact]
    public void Run_VogelWithoutRoot_HasItsDigits()
    {
        JsonElement expected = Expected().GetProperty("VTF").GetProperty("VTF_without_T^-1/2");

        TemperatureLawResult vogel = TemperatureAnalysis.Run(VogelPoints(), new ArrheniusOptions { VogelWithRootOfTemperature = false }).Find(TemperatureLawKind.Vogel)!;

        (vogel["ln A"].Value - Math.Log(100.0)).ShouldBe(expected.GetProperty("lnA").GetDouble(), 1e-4);
        Electronvolts(vogel["B"].Value).ShouldBe(expected.GetProperty("B_eV").GetDouble(), 1e-6);
        vogel["T0"].Value.ShouldBe(expected.GetProperty("T0_K").GetDouble(), 1e-3);
    }

    [Fact]
    public void Run_ExactArrhenius_GivesTheEnergyBackAndPrefersOneLine()
    {
        var random = new SeededGenerator(2);
        ImmutableArray<ConductivityPoint> points = [.. Temperatures.Select(t => new ConductivityPoint(t, Sigma(t, 12.0, 30e3) * Math.Exp(0.01 * random.NextNormal())))];

        TemperatureResult result = TemperatureAnalysis.Run(points);

        result.Arrhenius["E"].Value.ShouldBe(30e3, 4.0 * result.Arrhenius["E"].Uncertainty);
        result.Preferred.Kind.ShouldBe(TemperatureLawKind.Arrhenius);
        result.BreakProbability!.Value.ShouldBeGreaterThan(0.01);
        result.Warnings.ShouldBeEmpty();
    }

    /// <summary>Bulk and boundaries in series, each straight, bend together: five points are too few for another law, and the warning says so.</summary>
    [Fact]
    public void Run_TwoEnergiesInSeries_WarnsThatThePointsBend()
    {
        const double cold = 253.15, hot = 353.15;
        double Whole(double t) => 1.0 / ((1.0 / Sigma(t, 14.0, 36e3)) + (1.0 / Sigma(t, 17.0, 46e3)));
        ImmutableArray<ConductivityPoint> points = [.. Enumerable.Range(0, 5).Select(k => cold + ((hot - cold) / 4.0 * k)).Select(t => new ConductivityPoint(t, Whole(t)))];

        TemperatureResult result = TemperatureAnalysis.Run(points);

        // The energy of resistances in series is their mean by share: steeper where it is cold and the boundaries decide.
        static double Share(double t) => Sigma(t, 14.0, 36e3) / (Sigma(t, 14.0, 36e3) + Sigma(t, 17.0, 46e3));
        CurvatureTest test = CurvatureTest.Run(new LawData(points, PointWeighting.Unweighted), 1.0)!;
        test.Probability.ShouldBeLessThan(0.01);
        test.EnergyCold.ShouldBe(36e3 + (10e3 * Share(cold)), 300.0);
        test.EnergyHot.ShouldBe(36e3 + (10e3 * Share(hot)), 300.0);
        result.Preferred.Kind.ShouldBe(TemperatureLawKind.Arrhenius);
        result.Warnings.ShouldContain(warning => warning.Code == "bends");
    }

    /// <summary>Scatter about one line is taken for a bend as often as stated: 1 % of 2,000 seeded repeats.</summary>
    [Fact]
    public void Run_ScatterAboutOneLine_IsSeldomTakenForABend()
    {
        int taken = Enumerable.Range(0, 2000).Count(seed =>
        {
            var random = new SeededGenerator((ulong)seed + 900);
            ImmutableArray<ConductivityPoint> points = [.. Temperatures.Select(t => new ConductivityPoint(t, Sigma(t, 12.0, 30e3) * Math.Exp(0.03 * random.NextNormal())))];
            return CurvatureTest.Run(new LawData(points, PointWeighting.Unweighted), 1.0)!.Probability < 0.01;
        });

        (taken / 2000.0).ShouldBeInRange(0.003, 0.018);
    }

    [Fact]
    public void Run_Melting_FindsTheBreak()
    {
        var random = new SeededGenerator(8);
        const double bend = 318.0;
        double[] temperatures = [.. Enumerable.Range(0, 13).Select(k => 283.15 + (6.0 * k))];
        ImmutableArray<ConductivityPoint> points =
        [
            .. temperatures.Select(t => new ConductivityPoint(
                t, Sigma(bend, 12.0, 30e3) * bend / t * Math.Exp((t < bend ? 90e3 : 30e3) / PhysicalConstants.GasConstant * ((1.0 / bend) - (1.0 / t))) * Math.Exp(0.02 * random.NextNormal()))),
        ];

        TemperatureResult result = TemperatureAnalysis.Run(points);

        result.Preferred.Kind.ShouldBe(TemperatureLawKind.Broken);
        result.Preferred["T break"].Value.ShouldBe(bend, 3.0 * result.Preferred["T break"].Uncertainty);
        result.Preferred["E below"].Value.ShouldBe(90e3, 4.0 * result.Preferred["E below"].Uncertainty);
        result.Preferred["E above"].Value.ShouldBe(30e3, 4.0 * result.Preferred["E above"].Uncertainty);
        result.BreakProbability!.Value.ShouldBeLessThan(1e-4);
    }

    /// <summary>The interval of the activation energy holds: 1,000 seeded repeats, weighted and not.</summary>
    [Theory]
    [InlineData(PointWeighting.Unweighted)]
    [InlineData(PointWeighting.Weighted)]
    public void Run_RepeatedScatter_CoversTheEnergy(PointWeighting weighting)
    {
        (int covered, int broad) = (0, 0);
        for (ulong seed = 0; seed < 1000; seed++)
        {
            var random = new SeededGenerator(seed + 50);
            ImmutableArray<ConductivityPoint> points =
                [.. Temperatures.Select(t => Sigma(t, 12.0, 30e3)).Zip(Temperatures, (sigma, t) => new ConductivityPoint(t, sigma * Math.Exp(0.03 * random.NextNormal()), 0.03 * sigma))];

            LawParameter energy = TemperatureAnalysis.Run(points, new ArrheniusOptions { Weighting = weighting }).Arrhenius["E"];

            covered += energy.Low <= 30e3 && 30e3 <= energy.High ? 1 : 0;
            broad += energy.Uncertainty > 1.0 ? 1 : 0;
        }

        broad.ShouldBe(1000);

        // Weights never make the interval narrower than the scatter allows (Birge), so that it may hold the truth a little more often.
        (covered / 1000.0).ShouldBeInRange(0.92, weighting == PointWeighting.Weighted ? 0.995 : 0.98);
    }

    [Fact]
    public void Run_GeometryUncertainty_MovesThePrefactorOnly()
    {
        ImmutableArray<ConductivityPoint> points = [.. Temperatures.Select((t, k) => new ConductivityPoint(t, Sigma(t, 12.0, 30e3) * (1.0 + (0.01 * (k % 3)))))];

        TemperatureLawResult exact = TemperatureAnalysis.Run(points).Arrhenius;
        TemperatureLawResult common = TemperatureAnalysis.Run([.. points.Select(point => point with { CommonUncertainty = 0.05 })]).Arrhenius;

        common["E"].Uncertainty.ShouldBe(exact["E"].Uncertainty, 1e-9);
        Math.Pow(common["ln A"].Uncertainty, 2).ShouldBe(Math.Pow(exact["ln A"].Uncertainty, 2) + 0.0025, 1e-9);
        common.Predict(303.15).RelativeUncertainty.ShouldBe(Math.Sqrt(Math.Pow(exact.Predict(303.15).RelativeUncertainty, 2) + 0.0025), 1e-9);
    }

    [Theory]
    [InlineData(303.15, false, false)]
    [InlineData(258.15, true, false)]
    [InlineData(200.0, true, true)]
    public void Predict_OutsideTheData_SaysHowFar(double temperature, bool isExtrapolated, bool isBeyond)
    {
        TemperatureLawResult law = TemperatureAnalysis.Run([.. Temperatures.Select(t => new ConductivityPoint(t, Sigma(t, 12.0, 30e3)))]).Arrhenius;

        LawPrediction prediction = law.Predict(temperature);

        prediction.Conductivity.ShouldBe(Sigma(temperature, 12.0, 30e3), 1e-6 * prediction.Conductivity);
        prediction.IsExtrapolated.ShouldBe(isExtrapolated);
        prediction.IsBeyondSupport.ShouldBe(isBeyond);
    }

    [Fact]
    public void Predict_BelowTheVogelTemperature_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(
        () => TemperatureAnalysis.Run(VogelPoints()).Find(TemperatureLawKind.Vogel)!.Predict(150.0)).Message.ShouldContain("above T0");

    [Theory]
    [InlineData(new[] { 300.0, 310.0 }, "there are 2 different temperatures")]
    [InlineData(new[] { 300.0, 300.0, 310.0, 310.0 }, "there are 2 different temperatures")]
    [InlineData(new double[0], "there are 0 different temperatures")]
    [InlineData(new[] { -3.0, 300.0, 310.0 }, "at -3 K")]
    public void Run_TemperaturesThatSayNothing_AreRefused(double[] temperatures, string problem) =>
        Should.Throw<InputException>(() => TemperatureAnalysis.Run([.. temperatures.Select(t => new ConductivityPoint(t, 1.0))])).Message.ShouldContain(problem);

    [Fact]
    public void Run_WeightsWithoutUncertainties_AreRefused() => Should.Throw<InputException>(() => TemperatureAnalysis.Run(
        [.. Temperatures.Select(t => new ConductivityPoint(t, 1.0))], new ArrheniusOptions { Weighting = PointWeighting.Weighted })).Message.ShouldContain("do not weight");

    [Fact]
    public void Run_FewOrCloseTemperatures_Warns()
    {
        TemperatureResult result = TemperatureAnalysis.Run([.. new[] { 300.0, 305.0, 310.0 }.Select(t => new ConductivityPoint(t, Sigma(t, 12.0, 30e3)))]);

        result.Laws.Length.ShouldBe(1);
        result.Warnings.Select(warning => warning.Code).ShouldBe(["narrow-range", "few-temperatures"]);
    }

    private static double Sigma(double t, double logarithm, double energy) => Math.Exp(logarithm - (energy / (PhysicalConstants.GasConstant * t))) / t;

    private static double Electronvolts(double joulesPerMole) => joulesPerMole / PhysicalConstants.Faraday;

    private static ImmutableArray<ConductivityPoint> VogelPoints() =>
    [
        .. File.ReadLines(SharedFolder.Require("reference/impedance/f_methods/vtf_conductivity.csv")).Skip(1)
            .Select(line => line.Split(',').Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray())
            .Select(row => new ConductivityPoint(row[0], 100.0 * row[1])),
    ];

    private static JsonElement Expected()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(SharedFolder.Require("reference/impedance/f_methods/expected.json")));
        return document.RootElement.Clone();
    }
}
