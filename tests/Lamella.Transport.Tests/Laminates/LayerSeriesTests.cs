using Lamella.Transport.Laminates;

namespace Lamella.Transport.Tests.Laminates;

public sealed class LayerSeriesTests
{
    /// <summary>30 µm of gel (0.3 mS/cm, 0.35) with 300 µm of composite (0.58, 0.9): 0.717.</summary>
    [Fact]
    [Trait("Level", "published")]
    public void Series_OfGelAndComposite_HasThePrintedTransference() =>
        LayerSeries.Series([new(30e-6, 0.03, 0.0, 0.35), new(300e-6, 0.058, 0.0, 0.9)]).Transference.ShouldBe(0.717, 0.0005);

    /// <summary>
    /// A membrane of 83.8 µm and 0.76 mS/cm between two gels of 10 µm that give 0.57 together: gel 0.28. The other membrane of 81.1 µm
    /// would then need 4.8 mS/cm for 1.14, 3.2 with gels of 5 µm, and no value with gels of 20 µm.
    /// </summary>
    [Theory]
    [Trait("Level", "published")]
    [InlineData(10e-6, 4.8)]
    [InlineData(5e-6, 3.2)]
    public void Missing_LayerOfTheTwoLaminates_HasPrintedDigits(double gel, double printed)
    {
        double gelConductivity = LayerSeries.Missing(83.8e-6 + (2.0 * gel), 0.057, 83.8e-6 / 0.076, 2.0 * gel);
        double membrane = LayerSeries.Missing(81.1e-6 + (2.0 * gel), 0.114, 2.0 * gel / gelConductivity, 81.1e-6);

        (10.0 * membrane).ShouldBe(printed, 0.05);
        LayerSeries.Series([new(2.0 * gel, gelConductivity, 0.0, 1.0), new(83.8e-6, 0.076, 0.0, 1.0)]).Conductivity.ShouldBe(0.057, 1e-15);
    }

    [Fact]
    [Trait("Level", "published")]
    public void Missing_GelOfTenMicrometres_Is028() =>
        (10.0 * LayerSeries.Missing(103.8e-6, 0.057, 83.8e-6 / 0.076, 20e-6)).ShouldBe(0.28, 0.005);

    [Fact]
    [Trait("Level", "published")]
    public void Missing_WithGelsOfTwentyMicrometres_HasNoPositiveValue()
    {
        double gel = LayerSeries.Missing(83.8e-6 + 40e-6, 0.057, 83.8e-6 / 0.076, 40e-6);

        LayerSeries.Missing(81.1e-6 + 40e-6, 0.114, 40e-6 / gel, 81.1e-6).ShouldBeLessThan(0.0);
    }

    /// <summary>0.32 of the garnet and 0.40 of the gel in parallel: 0.72; the share of the garnet from the transference number.</summary>
    [Fact]
    [Trait("Level", "published")]
    public void Parallel_OfSkeletonAndGel_Is072()
    {
        double gel = 1.20 * Math.Pow(0.483, 1.5);
        gel.ShouldBe(0.40, 0.005);
        Branch sum = LayerSeries.Parallel([new(0.471, 0.032, 0.40, 1.0), new(0.483, 0.1 * gel, 0.22, 0.39)]);

        (10.0 * sum.Conductivity).ShouldBe(0.72, 0.005);
        sum.Transference.ShouldBe(0.66, 0.005); // w_c = 0.44 with t_p = 0.39
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Series_OfEqualLayers_IsOneOfThem()
    {
        Branch one = new(50e-6, 0.1, 24000.0, 0.4);

        Branch three = LayerSeries.Series([one, one, one]);

        three.Extent.ShouldBe(150e-6, 1e-18);
        (three.Conductivity, three.ActivationEnergy, three.Transference).ShouldBe((0.1, 24000.0, 0.4), Comparer());
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Series_OfNothing_IsRefused()
    {
        Should.Throw<ArgumentException>(() => LayerSeries.Series([])).Message.ShouldContain("at least one");
        Should.Throw<ArgumentOutOfRangeException>(() => LayerSeries.Parallel([new(1.0, 0.0, 0.0, 1.0)])).Message.ShouldContain("S/m");
    }

    private static EqualityComparer<(double, double, double)> Comparer() =>
        EqualityComparer<(double, double, double)>.Create((a, b) =>
            Math.Abs(a.Item1 - b.Item1) < 1e-12 && Math.Abs(a.Item2 - b.Item2) < 1e-8 && Math.Abs(a.Item3 - b.Item3) < 1e-12);
}
