using System.Collections.Immutable;
using Lamella.Core.Provenance;
using Lamella.Materials.Laws;

namespace Lamella.Materials.Tests.Laws;

[Trait("Level", "unit")]
public sealed class PropertyLawsTests
{
    private const double GasConstant = 8.31446261815324;
    private static readonly Source Anything = Source.Assumption("test");

    [Fact]
    public void Constant_AnyArgument_ReturnsTheValueWithZeroSlope()
    {
        PropertyLaw law = PropertyLaws.Constant(0.35, Anything);
        double[] value = new double[2];
        double[] slope = [1.0, 1.0];

        law.EvaluateWithSlope([0.0, 5000.0], 250.0, value, slope);

        value.ShouldBe([0.35, 0.35]);
        slope.ShouldBe([0.0, 0.0]);
        law.IsConstant.ShouldBeTrue();
    }

    [Fact]
    public void Arrhenius_Plain_HasTheSlopeOfTheActivationEnergy()
    {
        PropertyLaw law = PropertyLaws.Arrhenius(0.058, 23156.0, 298.15, Anything);

        law.At(0.0, 298.15).ShouldBe(0.058);
        double slope = Math.Log(law.At(0.0, 300.0) / law.At(0.0, 290.0)) / ((1.0 / 290.0) - (1.0 / 300.0));
        (slope * GasConstant).ShouldBe(23156.0, 1e-8 * 23156.0);
    }

    [Fact]
    public void Arrhenius_TimesTemperature_HasTheSlopeInTheProduct()
    {
        PropertyLaw law = PropertyLaws.Arrhenius(0.1, 34000.0, 298.15, Anything, ArrheniusConvention.TimesTemperature);

        law.At(0.0, 298.15).ShouldBe(0.1, 1e-16);
        double slope = Math.Log(law.At(0.0, 300.0) * 300.0 / (law.At(0.0, 290.0) * 290.0)) / ((1.0 / 290.0) - (1.0 / 300.0));
        (slope * GasConstant).ShouldBe(34000.0, 1e-8 * 34000.0);
    }

    [Fact]
    public void Arrhenius_ZeroPointTwoFourElectronVolt_LosesAFactorOfFivePointThreeDownToMinus20()
    {
        // PHYSICS section 5: bulk with 0.24 eV, from 25 to −20 °C, a factor of 5.3.
        PropertyLaw law = PropertyLaws.Arrhenius(1.0, 0.24 * 96485.33212, 298.15, Anything);

        (1.0 / law.At(0.0, 253.15)).ShouldBe(5.3, 0.05);
    }

    [Fact]
    public void Vtf_Anchored_EqualsTheUnanchoredLaw()
    {
        // σ = (A/√T)·exp(−B/(T − T0)) with A chosen at 333.15 K.
        (double b, double t0, double tRef, double value) = (1200.0, 200.0, 333.15, 2e-2);
        double a = value * Math.Sqrt(tRef) * Math.Exp(b / (tRef - t0));
        PropertyLaw law = PropertyLaws.Vtf(value, b, t0, tRef, Anything);

        foreach (double t in new[] { 260.0, 298.15, 333.15, 360.0 })
        {
            double expected = a / Math.Sqrt(t) * Math.Exp(-b / (t - t0));
            law.At(0.0, t).ShouldBe(expected, 1e-12 * expected);
        }

        law.At(0.0, 199.0).ShouldBe(0.0);
    }

    [Theory]
    [InlineData(double.NaN, 1000.0, 298.15)]
    [InlineData(1.0, -1.0, 298.15)]
    [InlineData(1.0, 1000.0, 0.0)]
    public void Arrhenius_ImpossibleValue_Throws(double value, double energy, double temperature) =>
        Should.Throw<ArgumentOutOfRangeException>(() => PropertyLaws.Arrhenius(value, energy, temperature, Anything));

    [Fact]
    public void Vtf_ReferenceBelowVanishingTemperature_Throws() =>
        Should.Throw<ArgumentOutOfRangeException>(() => PropertyLaws.Vtf(1.0, 1000.0, 300.0, 298.15, Anything))
            .Message.ShouldContain("T0 = 300");

    [Fact]
    public void Inspect_InsideBothRanges_IsEmpty() =>
        ClosedForms.Find("valoen2005-conductivity")!.Create(Anything)
            .Inspect("kappa", new(500.0, 1500.0), new(273.15, 313.15)).ShouldBeEmpty();

    [Fact]
    public void Inspect_OutsideBothRanges_ReportsEachWithNumbers()
    {
        PropertyLaw law = ClosedForms.Find("nyman2008-conductivity")!.Create(Anything);

        ImmutableArray<Extrapolation> found = law.Inspect("kappa of the gel", new(100.0, 2500.0), new(253.15, 298.15));

        found.Length.ShouldBe(2);
        found[0].Message.ShouldBe("kappa of the gel: argument 100 to 2500 leaves the fitted range 200 to 2000; extrapolated.");
        found[1].Message.ShouldBe("kappa of the gel: temperature -20 to 25 degC leaves the fitted range 20 to 30 degC; extrapolated.");
        found.ShouldAllBe(entry => !entry.IsRefused);
    }
}
