using Lamella.Energy.Building;
using Lamella.Energy.Description;
using Lamella.Energy.Sensitivities;
using Lamella.Numerics.Random;

namespace Lamella.Energy.Tests.Sensitivities;

[Trait("Level", "reference")]
public sealed class DesignVariationTests
{
    private static readonly DesignVariation Variation = new(Designs.Materials);

    private static readonly DesignSheet Uncertain = DesignSheet.ReadText("pouch.yaml", Designs.Pouch
        .Replace("voltage: 3.8 V", "voltage: 3.8 ± 0.03 V", StringComparison.Ordinal)
        .Replace("loading: 20 mg/cm2", "loading: 20 ± 0.6 mg/cm2", StringComparison.Ordinal)
        .Replace("thickness: 10 um", "thickness: {value: 10 um, range: [8 um, 14 um]}", StringComparison.Ordinal)
        .Replace("lithium: 50 um", "lithium: 50 ± 3 um", StringComparison.Ordinal));

    [Fact]
    public void Propagate_AgainstSampling_AgreesWithinItsNoise()
    {
        static double CellEnergy(BuiltCell cell) => cell.SpecificEnergy(EnergyBasis.Cell);
        UncertainValue found = Variation.Propagate(Uncertain, CellEnergy);
        var random = new SeededGenerator(7);
        const int samples = 4000;
        double sum = 0.0, squares = 0.0;
        for (int i = 0; i < samples; i++)
        {
            DesignSheet sample = Uncertain.Inputs.Where(input => input.Uncertainty > 0.0).Aggregate(
                Uncertain, (sheet, input) => sheet.With(input.Path, input.Si + (input.Uncertainty * random.NextNormal())));
            double deviation = Variation.Evaluate(sample, CellEnergy) - found.Value;
            (sum, squares) = (sum + deviation, squares + (deviation * deviation));
        }

        double sampled = Math.Sqrt((squares / samples) - (sum * sum / samples / samples));
        (found.Uncertainty / sampled).ShouldBe(1.0, 4.0 / Math.Sqrt(2.0 * samples), "four standard errors of a sampled standard deviation");
    }

    [Fact]
    public void Propagate_OfVoltageAlone_IsItsRelativeUncertainty()
    {
        DesignSheet sheet = DesignSheet.ReadText("pouch.yaml", Designs.Pouch.Replace("3.8 V", "3.8 ± 0.038 V", StringComparison.Ordinal));
        UncertainValue energy = Variation.Propagate(sheet, cell => cell.SpecificEnergy(EnergyBasis.Cell));

        (energy.Uncertainty / energy.Value).ShouldBe(0.01, 1e-9);
    }

    [Fact]
    public void Propagate_WithoutUncertainties_IsExact() =>
        Variation.Propagate(DesignSheet.ReadText("pouch.yaml", Designs.Pouch), cell => cell.Energy).Uncertainty.ShouldBe(0.0);

    [Fact]
    public void Tornado_OfThePouch_IsSortedAndUsesStatedRanges()
    {
        var bars = Variation.Tornado(Uncertain, cell => cell.SpecificEnergy(EnergyBasis.Cell));

        bars.Select(bar => bar.Span).ShouldBe(bars.Select(bar => bar.Span).OrderDescending());
        InputEffect separator = bars.Single(bar => bar.Input.Path == "electrolyte/separator/thickness");
        separator.IsStated.ShouldBeTrue();
        (separator.Low, separator.High).ShouldBe((8e-6, 14e-6));
        separator.AtLow.ShouldBeGreaterThan(separator.AtHigh, "a thicker separator weighs more");
        bars.Single(bar => bar.Input.Path == "cathode/capacity").IsStated.ShouldBeFalse();
        bars.ShouldNotContain(bar => bar.Input.Path == "resistance/interfaces", "it has no mass");
    }

    [Fact]
    public void Varied_ShareOfTheCoating_LeavesTheSumAtOne()
    {
        DesignSheet varied = Uncertain.Varied("cathode/composition/active", 0.9);

        varied.Find("cathode/composition/binder")!.Si.ShouldBe(0.05, 1e-12);
        varied.Find("cathode/composition/carbon")!.Si.ShouldBe(0.05, 1e-12);
        varied.Build(Designs.Materials).Cathode.ActiveShare.ShouldBe(0.9, 1e-12);
    }

    [Fact]
    public void With_UnknownPath_NamesTheNearest() =>
        Should.Throw<ArgumentException>(() => Uncertain.With("cathode/loadin", 1.0)).Message.ShouldContain("Did you mean 'cathode/loading'?");
}
