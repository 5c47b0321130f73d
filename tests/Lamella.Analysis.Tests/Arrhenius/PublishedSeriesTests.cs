using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Lamella.Analysis.Arrhenius;
using Lamella.Analysis.Conductivity;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Analysis.Impedance.Fitting;
using Lamella.Analysis.Tests.Impedance.Fitting;
using Lamella.Core;
using Lamella.Core.Measurements;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;
using Lamella.Tests;

namespace Lamella.Analysis.Tests.Arrhenius;

/// <summary>Seven spectra from 140 to 200 °C against a published report (EISFitpython, example 3); the report takes 0 °C as 273 K.</summary>
[Trait("Level", "published")]
public sealed class PublishedSeriesTests
{
    private const string Folder = "reference/impedance/e_conductivity";
    private static readonly Circuit Cell = Circuit.Parse("p(R1,CPE1)-p(R2,CPE2)-CPE3");

    private static readonly Lazy<ImmutableArray<CircuitFitResult>> Fits = new(() => CircuitBatch.Run(Cell, [.. Rows().Select(row => row.Spectrum)]));

    [Fact]
    public void Run_EverySpectrum_HasThePrintedDigitsOfValuesAndErrors()
    {
        JsonElement[] rows = [.. Root().GetProperty("rows").EnumerateArray()];
        for (int k = 0; k < rows.Length; k++)
        {
            CircuitFitResult fit = Fits.Value[k];
            JsonElement published = rows[k].GetProperty("published_EISFitpython");
            Round(fit.SumOfSquares, 7).ShouldBe(Round(published.GetProperty("chi2").GetDouble(), 7));
            JsonElement[] pairs = [.. published.GetProperty("vals").EnumerateArray()];
            for (int p = 0; p < pairs.Length; p++)
            {
                FittedParameter parameter = fit.Parameters[p];
                string what = $"{rows[k].GetProperty("T_C").GetDouble()} °C, {parameter.Name}";
                Digits(parameter.Value, pairs[p][0].GetDouble(), what);
                Digits(parameter.StandardUncertainty!.Value, pairs[p][1].GetDouble(), what + ", uncertainty");
            }
        }
    }

    [Fact]
    public void Total_At200Degrees_IsKnownTo150OhmWithCovariance()
    {
        Quantity total = Fits.Value[6].Total("R1", "R2");

        total.Value.ShouldBe(117483.285, 1.0);
        total.Uncertainty.ShouldBe(152.878, 0.5);
        FittedParameter one = Fits.Value[6]["R1"], two = Fits.Value[6]["R2"];
        double ignoring = Math.Sqrt(Math.Pow(one.StandardUncertainty!.Value, 2) + Math.Pow(two.StandardUncertainty!.Value, 2));
        ignoring.ShouldBe(3112.67, 3.0, "without the covariance it would seem twenty times worse");
    }

    [Fact]
    public void Run_EverySpectrum_AssignsBulkAndBoundaryAndDoubtsIt()
    {
        var geometry = Geometry();
        foreach (CircuitFitResult fit in Fits.Value)
        {
            ConductivityResult result = ConductivityAnalysis.Run(fit, geometry);

            result.Contributions.Select(one => one.Kind).ShouldBe([ContributionKind.Bulk, ContributionKind.GrainBoundary]);
        }

        ConductivityAnalysis.Run(Fits.Value[0], geometry).Warnings.ShouldContain(warning => warning.Code == "bulk-or-boundary");
    }

    [Theory]
    [InlineData("total", 0.8555, 0.0006, 2198387.3, 2.5125e-11)]
    [InlineData("bulk", 0.5869, 0.0163, 16090.3, 6.41287e-9)]
    [InlineData("gb", 0.8919, 0.0025, 6537462.6, 1.80948e-11)]
    public void Arrhenius_SigmaT_HasThePrintedDigitsOfTheReport(string part, double energy, double uncertainty, double prefactor, double atRoom)
    {
        TemperatureLawResult law = TemperatureAnalysis.Run(Points(part)).Arrhenius;

        Electronvolts(law["E"].Value).ShouldBe(energy, 0.5e-4);
        Electronvolts(law["E"].Uncertainty).ShouldBe(uncertainty, 0.51e-4);
        (Math.Exp(law["ln A"].Value) / 100.0).ShouldBe(prefactor, 1e-5 * prefactor); // S·K/cm
        LawPrediction room = law.Predict(298.0);
        (room.Conductivity / 100.0).ShouldBe(atRoom, 3e-5 * atRoom);
        room.IsBeyondSupport.ShouldBeTrue("298 K is three times the measured range away");
    }

    /// <summary>The same data give 0.8555 or 0.8174 eV, by the quantity that is plotted.</summary>
    [Theory]
    [InlineData(ConductivityForm.SigmaT, PointWeighting.Unweighted, "total_sigmaT_offset273.0", "unweighted")]
    [InlineData(ConductivityForm.Sigma, PointWeighting.Unweighted, "total_sigma_offset273.0", "unweighted")]
    [InlineData(ConductivityForm.SigmaT, PointWeighting.Weighted, "total_sigmaT_offset273.0", "weighted")]
    [InlineData(ConductivityForm.Sigma, PointWeighting.Weighted, "total_sigma_offset273.0", "weighted")]
    public void Arrhenius_FormAndWeights_AgreeWithTheReference(ConductivityForm form, PointWeighting weighting, string key, string variant)
    {
        JsonElement expected = Root().GetProperty("arrhenius").GetProperty(key).GetProperty(variant);

        TemperatureLawResult law = TemperatureAnalysis.Run(Points("total"), new ArrheniusOptions { Form = form, Weighting = weighting }).Arrhenius;

        double reference = expected.GetProperty("Ea_eV").GetDouble();
        Electronvolts(law["E"].Value).ShouldBe(reference, 1e-4 * reference);
        Electronvolts(law["E"].Uncertainty).ShouldBe(expected.GetProperty("se_Ea_eV").GetDouble(), 0.01 * expected.GetProperty("se_Ea_eV").GetDouble());
        (law["ln A"].Value - Math.Log(100.0)).ShouldBe(expected.GetProperty("ln_A").GetDouble(), 2e-3);
        law.ReducedChiSquare.ShouldBe(expected.GetProperty("reduced_chi2").GetDouble(), 0.02 * expected.GetProperty("reduced_chi2").GetDouble());
        law.RSquared.ShouldBe(expected.GetProperty("R2").GetDouble(), 1e-6);
        double correlation = law.Covariance[1] / (law["ln A"].Uncertainty * law["E"].Uncertainty);
        correlation.ShouldBe(expected.GetProperty("corr_lnA_Ea").GetDouble(), 1e-4);
        law.Predict(298.0).RelativeUncertainty.ShouldBe(expected.GetProperty("rel_se_sigma_298.0K_with_cov").GetDouble(), 0.01 * expected.GetProperty("rel_se_sigma_298.0K_with_cov").GetDouble());
    }

    private static SampleGeometry Geometry() => SampleGeometry.OfDisc(Quantity.Parse("0.21 cm"), Quantity.Parse("0.8 cm"));

    private static double Electronvolts(double joulesPerMole) => joulesPerMole / PhysicalConstants.Faraday;

    private static ImmutableArray<ConductivityPoint> Points(string part)
    {
        string[] names = part switch { "total" => ["R1", "R2"], "bulk" => ["R1"], _ => ["R2"] };
        return
        [
            .. Rows().Zip(Fits.Value, (row, fit) =>
            {
                SampleConductivity found = ConductivityAnalysis.FromResistance(fit.Total(names), Geometry(), ReferenceState.Pellet);
                return new ConductivityPoint(row.Temperature, found.Value.InSi, found.RandomUncertainty);
            }),
        ];
    }

    private static IEnumerable<(double Temperature, Spectrum Spectrum)> Rows()
    {
        foreach (JsonElement row in Root().GetProperty("rows").EnumerateArray())
        {
            string file = Path.GetFileName(row.GetProperty("data").GetProperty("file").GetString()!);
            int points = row.GetProperty("n_points").GetInt32();
            double[][] lines =
            [
                .. File.ReadLines(SharedFolder.Require($"{Folder}/{file}")).Skip(3).Where(line => line.Trim().Length > 0)
                    .Select(line => line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray()),
            ];
            lines = [.. lines.Where(line => line[2] < 0.0)];
            lines.Length.ShouldBe(points);
            yield return (row.GetProperty("T_K_report").GetDouble(), ReferenceCases.Of([.. lines.Select(line => line[0])], [.. lines.Select(line => new Complex(line[1], line[2]))]));
        }
    }

    private static JsonElement Root()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(SharedFolder.Require($"{Folder}/VT_EIS_arrhenius.json")));
        return document.RootElement.Clone();
    }

    /// <summary>Four significant digits, as the report prints them; the last may round either way.</summary>
    private static void Digits(double value, double printed, string what) =>
        value.ShouldBe(printed, 0.51 * Math.Pow(10.0, Math.Floor(Math.Log10(printed)) - 3.0), what);

    private static double Round(double value, int digits) => Math.Round(value * Math.Pow(10.0, digits)) / Math.Pow(10.0, digits);
}
