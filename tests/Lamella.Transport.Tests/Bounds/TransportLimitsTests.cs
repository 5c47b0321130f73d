using System.Globalization;
using System.Text.Json;
using Lamella.Tests;
using Lamella.Transport.Bounds;

namespace Lamella.Transport.Tests.Bounds;

public sealed class TransportLimitsTests
{
    /// <summary>S_v = 5.7·10⁶ 1/m and 10 (1000) Ω·cm² give 1.9 (19) µm; a tenth of 300 µm is reached at 2.6·10³ Ω·cm².</summary>
    /// <remarks>The conductivities are not printed; 0.32 and 0.50 mS/cm give all three numbers (with 0.49 the first is 1.84).</remarks>
    [Theory]
    [Trait("Level", "published")]
    [InlineData(10.0, 1.9, 0.05)]
    [InlineData(1000.0, 19.0, 0.5)]
    [InlineData(2600.0, 30.0, 0.5)]
    public void ExchangeLength_OfTheSkeleton_IsPrintedDigits(double ohmSquareCentimetres, double micrometres, double half) =>
        (1e6 * TransportLimits.ExchangeLength(1e-4 * ohmSquareCentimetres, 5.7e6, 0.032, 0.050)).ShouldBe(micrometres, half);

    /// <summary>0.32 and 0.40 mS/cm, touched through the gel: 0.58 needs an exchange length of 47 µm in 300 µm.</summary>
    [Fact]
    [Trait("Level", "published")]
    public void ExchangingConductivity_At47Micrometres_Is058()
    {
        (10.0 * TransportLimits.ExchangingConductivity(0.040, 0.032, 47e-6, 300e-6)).ShouldBe(0.58, 0.005);
        TransportLimits.ExchangingConductivity(0.040, 0.032, 1e-9, 300e-6).ShouldBe(0.072, 1e-5);
        TransportLimits.ExchangingConductivity(0.040, 0.032, 1.0, 300e-6).ShouldBe(0.040, 1e-5);
    }

    /// <summary>κ = 0.1 S/m, 153 Ω·cm², 1 µm: 1530.</summary>
    [Fact]
    [Trait("Level", "published")]
    public void WagnerNumber_OfAMicrometre_Is1530() => TransportLimits.WagnerNumber(0.1, 153e-4, 1e-6).ShouldBe(1530.0, 1e-9);

    /// <summary>D = 5·10⁻¹¹ m²/s, 1 M, t₊ = 0.19, 300 µm: about 4 mA/cm².</summary>
    [Fact]
    [Trait("Level", "published")]
    public void LimitingCurrent_OfTheGel_IsAboutFour() =>
        (TransportLimits.LimitingCurrent(5e-11, 1000.0, 0.19, 300e-6) / 10.0).ShouldBe(4.0, 0.05);

    [Fact]
    [Trait("Level", "identity")]
    public void SandTime_AtTwiceTheCurrent_IsAQuarter()
    {
        double one = TransportLimits.SandTime(5e-11, 1000.0, 0.19, 50.0), two = TransportLimits.SandTime(5e-11, 1000.0, 0.19, 100.0);

        (one / two).ShouldBe(4.0, 1e-12);
        one.ShouldBe(Math.PI * 5e-11 * Math.Pow(1000.0 * 96485.33212331001 / (2.0 * 50.0 * 0.81), 2.0), 1e-9 * one);
    }

    /// <summary>The worked example "sand_time" of shared/reference/impedance/f_methods, to its digits.</summary>
    [Fact]
    [Trait("Level", "reference")]
    public void SandTime_WorkedExample_HasItsDigits()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(SharedFolder.Require("reference/impedance/f_methods/expected.json")));
        JsonElement expected = document.RootElement.GetProperty("sand_time"), input = expected.GetProperty("input");
        double diffusivity = 1e-4 * input.GetProperty("D_cm2_s").GetDouble(), concentration = 1e6 * input.GetProperty("c0_mol_cm3").GetDouble(), transference = input.GetProperty("t_plus").GetDouble();

        foreach (JsonProperty one in expected.GetProperty("t_S_s").EnumerateObject())
        {
            double density = 1e4 * double.Parse(one.Name, CultureInfo.InvariantCulture);
            TransportLimits.SandTime(diffusivity, concentration, transference, density).ShouldBe(one.Value.GetDouble(), 1e-9 * one.Value.GetDouble());
        }

        double limit = 1e4 * expected.GetProperty("J_lim_A_cm2").GetDouble();
        TransportLimits.LimitingCurrent(diffusivity, concentration, transference, 1e-2 * input.GetProperty("L_cm").GetDouble()).ShouldBe(limit, 1e-9 * limit);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void LimitingCurrent_OfASingleIonConductor_IsRefused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => TransportLimits.LimitingCurrent(5e-11, 1000.0, 1.0, 300e-6));
}
