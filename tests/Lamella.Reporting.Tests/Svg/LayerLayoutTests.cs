using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Lamella.Reporting.Dossiers;
using Lamella.Reporting.Svg;

namespace Lamella.Reporting.Tests.Svg;

public sealed class LayerLayoutTests
{
    [Fact]
    [Trait("Level", "unit")]
    public void Of_LayersWithinSixty_DrawsAllToScale()
    {
        LayerLayout layout = LayerLayout.Of(Layers(10e-6, 300e-6, 22e-6, 15e-6));

        layout.IsToScale.ShouldBeTrue();
        (layout.Layers[1].Height / layout.Layers[0].Height).ShouldBe(30.0, 1e-9);
        layout.Layers.Sum(l => l.Height).ShouldBe(layout.Height, 1e-9);
        layout.ScaleBar().ShouldBe(100e-6, 1e-12);
    }

    [Theory]
    [Trait("Level", "unit")]
    [InlineData(60.0, nameof(LayerForm.ToScale))]
    [InlineData(61.0, nameof(LayerForm.Broken))]
    public void Of_ThickestAroundSixtyTimesThinnest_BreaksAbove(double ratio, string expected)
    {
        LayerLayout layout = LayerLayout.Of(Layers(5e-6, ratio * 5e-6));

        layout.Layers[1].Form.ToString().ShouldBe(expected);
        (layout.Layers[1].Height / layout.Layers[0].Height).ShouldBe(60.0, 1e-9);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Of_NanometreFilm_WidensTheFilmAndKeepsTheRestToScale()
    {
        LayerLayout layout = LayerLayout.Of(Layers(10e-6, 5e-9, 300e-6));

        layout.Layers.Select(l => l.Form).ShouldBe([LayerForm.ToScale, LayerForm.Widened, LayerForm.ToScale]);
        layout.Layers[1].Height.ShouldBeGreaterThan(2.0);
        (layout.Layers[2].Height / layout.Layers[0].Height).ShouldBe(30.0, 1e-9);
    }

    [Fact]
    [Trait("Level", "property")]
    public void Of_AnyLayers_KeepsLabelsApartAndInside()
    {
        var thicknesses = Gen.Choose(-9, -3).SelectMany(e => Gen.Choose(1, 99), (e, m) => m * Math.Pow(10.0, e)).NonEmptyListOf();

        Prop.ForAll(Arb.From(thicknesses), t =>
        {
            LayerLayout layout = LayerLayout.Of(Layers([.. t]));
            double[] labels = [.. layout.Layers.Select(l => l.LabelCentre)];
            labels.ShouldAllBe(y => y >= 20.0 - 1e-9 && y <= layout.Height - 20.0 + 1e-9);
            labels.Zip(labels.Skip(1), (a, b) => b - a).ShouldAllBe(pitch => pitch >= 40.0 - 1e-9);
            layout.Layers.Sum(l => l.Height).ShouldBe(layout.Height, 1e-6);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [Trait("Level", "unit")]
    [InlineData(300e-6, "300 µm")]
    [InlineData(3.5e-9, "3.5 nm")]
    [InlineData(1.05e-3, "1.05 mm")]
    public void Length_Metres_TakesAReadableUnit(double metres, string expected) => LayerSvg.Length(metres).ShouldBe(expected);

    [Theory]
    [Trait("Level", "unit")]
    [InlineData(0.0)]
    [InlineData(-1e-6)]
    [InlineData(double.NaN)]
    public void DrawnLayer_ThicknessNotPositive_Throws(double thickness) =>
        Should.Throw<ArgumentException>(() => new DrawnLayer("Li", thickness, LayerKind.Lithium)).Message.ShouldContain("'Li'");

    private static ImmutableArray<DrawnLayer> Layers(params double[] thicknesses) =>
        [.. thicknesses.Select(t => new DrawnLayer("layer", t, LayerKind.Ceramic))];
}
