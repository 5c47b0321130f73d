using System.Globalization;
using System.Xml.Linq;
using Lamella.Reporting.Figures;
using Lamella.Reporting.Svg;
using Lamella.Reporting.Tests.Samples;

namespace Lamella.Reporting.Tests.Svg;

public sealed class FigureSvgTests
{
    [Fact]
    [Trait("Level", "unit")]
    public void Draw_Point_LandsWhereTheAxesSay()
    {
        var figure = new Figure(
            "Place",
            Axis.Logarithmic("C-rate", "C") with { Range = new AxisRange(0.1, 10.0) },
            Axis.Linear("Capacity", "mAh/g") with { Range = new AxisRange(0.0, 200.0) },
            [new PointSeries("p", PointRole.Measured, [new(1.0, 50.0)])]);

        XElement dot = Draw(figure).Descendants("circle").Single();

        // Plotting area of the full-width drawing: x 66 to 626, y 12 to 350 (downwards).
        Number(dot, "cx").ShouldBe(66.0 + (0.5 * 560.0), 0.01);
        Number(dot, "cy").ShouldBe(350.0 - (0.25 * 338.0), 0.01);
    }

    [Theory]
    [Trait("Level", "unit")]
    [InlineData(100.0, 50.0)]
    [InlineData(100.0, 3.0)]
    [InlineData(3.0, 100.0)]
    public void Draw_EqualAxes_OneUnitIsEquallyLong(double width, double height)
    {
        var figure = new Figure(
            "Nyquist", Axis.Linear("Re Z", "Ω"), Axis.Linear("−Im Z", "Ω"),
            [new PointSeries("z", PointRole.Measured, [new(0.0, 0.0), new(width, height)])])
        { EqualAxes = true };

        XElement[] dots = [.. Draw(figure).Descendants("circle")];

        double perOhmX = (Number(dots[1], "cx") - Number(dots[0], "cx")) / width;
        double perOhmY = (Number(dots[0], "cy") - Number(dots[1], "cy")) / height;
        perOhmX.ShouldBe(perOhmY, 0.01 * perOhmY);
    }

    [Fact]
    [Trait("Level", "contract")]
    public void Draw_EveryRole_HasItsOwnMark()
    {
        string[] marks = [.. Enum.GetValues<PointRole>().Select(role => MarkSvg.At(role, 0.0, 0.0))];

        marks.Distinct().Count().ShouldBe(marks.Length);
    }

    [Fact]
    [Trait("Level", "contract")]
    public void Draw_EverySampleFigure_NamesBothAxesWithUnits()
    {
        foreach (Figure figure in EveryFigure())
        {
            string[] texts = [.. Draw(figure).Descendants("text").Select(t => t.Value)];
            texts.ShouldContain($"{figure.X.Label} ({figure.X.Unit})");
            texts.ShouldContain($"{figure.Y.Label} ({figure.Y.Unit})");
        }
    }

    [Fact]
    [Trait("Level", "contract")]
    public void Samples_EverySeriesType_IsAmongThem()
    {
        // So that the other tests over the samples leave out no kind of series.
        var known = typeof(Series).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Series)));
        var shown = EveryFigure().SelectMany(f => f.Series).Select(s => s.GetType()).ToHashSet();

        known.ShouldAllBe(t => shown.Contains(t));
    }

    internal static Figure[] EveryFigure() =>
    [
        SampleFigures.RateCapability(), SampleFigures.Temperature(), SampleFigures.Discharge(), SampleFigures.Losses(),
        SampleFigures.LossesAlongDischarge(), SampleFigures.Nyquist(),
    ];

    private static XElement Draw(Figure figure) => XElement.Parse(FigureSvg.Draw(figure, "f", isHalf: false).Svg);

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
