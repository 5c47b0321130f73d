using Lamella.Core.Provenance;
using Lamella.Materials.Laws;

namespace Lamella.Materials.Tests.Laws;

[Trait("Level", "unit")]
public sealed class LawScalingTests
{
    private static readonly PropertyLaw Law =
        ClosedForms.All.First(form => form.Kind == ClosedFormKind.SaltDiffusivity).Create(Source.Assumption("test"));

    [Fact]
    public void Times_LawOfConcentration_ScalesValueAndSlopeAlike()
    {
        double[] c = [500.0, 1000.0, 1500.0], value = new double[3], slope = new double[3], scaled = new double[3], scaledSlope = new double[3];
        Law.EvaluateWithSlope(c, 298.15, value, slope);

        PropertyLaw third = Law.Times(0.3);
        third.EvaluateWithSlope(c, 298.15, scaled, scaledSlope);

        scaled.ShouldBe(value.Select(v => 0.3 * v));
        scaledSlope.ShouldBe(slope.Select(s => 0.3 * s));
        slope.ShouldContain(s => s != 0.0);
        third.At(1000.0, 298.15).ShouldBe(scaled[1]);
        (third.ArgumentRange, third.TemperatureRange, third.Outside).ShouldBe((Law.ArgumentRange, Law.TemperatureRange, Law.Outside));
        Law.Times(1.0).ShouldBeSameAs(Law);
        Should.Throw<ArgumentOutOfRangeException>(() => Law.Times(double.NaN));
    }

    [Fact]
    public void WithActivationEnergy_AnyLaw_KeepsItsShapeAndHasThatEnergy()
    {
        PropertyLaw anchored = Law.WithActivationEnergy(30_000.0, 298.15);
        double[] value = new double[1], slope = new double[1], own = new double[1], ownSlope = new double[1];

        anchored.EvaluateWithSlope([900.0], 310.0, value, slope);
        Law.EvaluateWithSlope([900.0], 298.15, own, ownSlope);

        anchored.At(900.0, 298.15).ShouldBe(Law.At(900.0, 298.15));
        anchored.ActivationEnergy(900.0, 298.15).ShouldBe(30_000.0, 1e-6);
        (slope[0] / value[0]).ShouldBe(ownSlope[0] / own[0], 1e-12 * Math.Abs(ownSlope[0] / own[0]));
    }
}
