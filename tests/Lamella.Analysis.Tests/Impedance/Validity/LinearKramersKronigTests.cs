using System.Numerics;
using System.Text.Json;
using Lamella.Analysis.Impedance.Validity;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Tests.Impedance.Validity;

[Trait("Level", "reference")]
public sealed class LinearKramersKronigTests
{
    public static TheoryData<string> Cases => [.. KramersKronigTestTests.Known.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fit_OrdersOfTheIndependentCode_GivesItsResiduals(string name)
    {
        var reference = ReferenceSpectrum.Read("a_kk", name);

        foreach (JsonElement run in reference.Root.GetProperty("independent_fixed_M").EnumerateArray())
        {
            ShouldAgree(reference.Spectrum, run, 1e-9); // measured: 1.4e-13
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fit_OrdersOfThePublicTool_GivesItsResiduals(string name)
    {
        var reference = ReferenceSpectrum.Read("a_kk", name);

        foreach (JsonElement run in reference.Root.GetProperty("runs").EnumerateArray())
        {
            if (run.TryGetProperty("fit_type", out JsonElement type) && type.GetString() == "complex")
            {
                ShouldAgree(reference.Spectrum, run, 1e-5);
            }
        }
    }

    /// <summary>
    /// Fits to one part, the other predicted. Where the pseudo-inverse of the public tool drops directions that are small in its
    /// unscaled columns, its sum of squares is not the least; ours must be lower there.
    /// </summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Fit_OnePartAtOrdersOfThePublicTool_GivesItsResidualsOrALowerSum(string name)
    {
        var reference = ReferenceSpectrum.Read("a_kk", name);
        int agreed = 0, lower = 0;

        foreach (JsonElement run in reference.Root.GetProperty("runs").EnumerateArray())
        {
            if (run.TryGetProperty("fit_type", out JsonElement type) && type.GetString() is "real" or "imag")
            {
                var part = type.GetString() == "real" ? KramersKronigPart.Real : KramersKronigPart.Imaginary;
                var fit = LinearKramersKronig.Fit(
                    reference.Spectrum, run.GetProperty("M").GetInt32(), hasFalling: run.GetProperty("add_cap").GetBoolean(), part: part);
                double[] theirs = ReferenceSpectrum.Numbers(run.GetProperty(part == KramersKronigPart.Real ? "res_re" : "res_im"));
                double own = (part == KramersKronigPart.Real ? fit.RealResiduals : fit.ImaginaryResiduals).Sum(r => r * r), least = theirs.Sum(r => r * r);
                own.ShouldBeLessThan(least * (1.0 + 1e-9));
                if (own > least * (1.0 - 1e-6))
                {
                    ShouldAgree(reference.Spectrum, run, 1e-5, part);
                    agreed++;
                }
                else
                {
                    lower++;
                }
            }
        }

        agreed.ShouldBeGreaterThanOrEqualTo(5, $"of {agreed + lower}");
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Fit_AdmittanceOfASpectrum_IsTheImpedanceOfItsInverse()
    {
        var spectrum = SyntheticSpectrum.Of(
            SyntheticSpectrum.Frequencies(1e5, 0.1, 7), w => 3.0 + SyntheticSpectrum.Zarc(w, 20.0, 1e-3, 0.8), 1e-3);
        var inverse = SyntheticSpectrum.Make(spectrum.Frequency, spectrum.Impedance.Select(z => 1.0 / z));

        var admittance = LinearKramersKronig.Fit(spectrum, 9, ImpedanceRepresentation.Admittance, hasFalling: true);
        var impedance = LinearKramersKronig.Fit(inverse, 9, ImpedanceRepresentation.Impedance, hasFalling: true);

        admittance.PseudoChiSquare.ShouldBe(impedance.PseudoChiSquare, 1e-12);
        admittance.Strengths.Zip(impedance.Strengths).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-8);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Fit_CircuitOfTheBasis_FindsItsElements()
    {
        double[] frequency = SyntheticSpectrum.Frequencies(1e4, 1.0, 6);
        double[] tau = [.. Enumerable.Range(0, 5).Select(k => Math.Pow(10.0, -4 + k) / (2.0 * Math.PI))];
        var spectrum = SyntheticSpectrum.Of(frequency, w =>
            5.0 + (7.0 / new Complex(1.0, w * tau[2])) - (2.0 / new Complex(1.0, w * tau[4])) + new Complex(0.0, (w * 1e-5) - (1.0 / (w * 0.02))));

        var fit = LinearKramersKronig.Fit(spectrum, 5, hasFalling: true);

        fit.Constant.ShouldBe(5.0, 1e-9);
        fit.Strengths[2].ShouldBe(7.0, 1e-9);
        fit.Strengths[4].ShouldBe(-2.0, 1e-8);
        fit.Rising!.Value.ShouldBe(1e-5, 1e-13);
        fit.Falling!.Value.ShouldBe(50.0, 1e-8);
        fit.RealResiduals.ShouldAllBe(r => Math.Abs(r) < 1e-12);
    }

    [Theory]
    [Trait("Level", "unit")]
    [InlineData(1, 0.0, "allow 2 to")]
    [InlineData(400, 0.0, "allow 2 to")]
    [InlineData(5, 3.5, "-3 to 3")]
    [InlineData(5, double.NaN, "-3 to 3")]
    public void Fit_ImpossibleSetting_SaysWhatIsAllowed(int order, double extension, string allowed)
    {
        var spectrum = SyntheticSpectrum.Of(SyntheticSpectrum.Frequencies(1e4, 1.0, 6), w => SyntheticSpectrum.Zarc(w, 5.0, 0.01, 0.9));

        Should.Throw<ArgumentOutOfRangeException>(() => LinearKramersKronig.Fit(spectrum, order, extension: extension))
            .Message.ShouldContain(allowed);
    }

    /// <summary>Compares residuals. A predicted part magnifies directions that the fitted one hardly sees, and with them rounding.</summary>
    private static void ShouldAgree(Spectrum spectrum, JsonElement run, double tolerance, KramersKronigPart part = KramersKronigPart.Both)
    {
        var fit = LinearKramersKronig.Fit(spectrum, run.GetProperty("M").GetInt32(), hasFalling: run.GetProperty("add_cap").GetBoolean(), part: part);
        double[] real = ReferenceSpectrum.Numbers(run.GetProperty("res_re")), imaginary = ReferenceSpectrum.Numbers(run.GetProperty("res_im"));
        for (int i = 0; i < real.Length; i++)
        {
            fit.RealResiduals[i].ShouldBe(real[i], part == KramersKronigPart.Imaginary ? 10.0 * tolerance : tolerance);
            fit.ImaginaryResiduals[i].ShouldBe(imaginary[i], part == KramersKronigPart.Real ? 10.0 * tolerance : tolerance);
        }

        if (part == KramersKronigPart.Both)
        {
            fit.PseudoChiSquare.ShouldBe(run.GetProperty("pseudo_chi2").GetDouble(), 1e-4 * fit.PseudoChiSquare);
        }
    }
}
