using System.Collections.Immutable;
using Lamella.Reporting.Figures;

namespace Lamella.Reporting.Tests.Figures;

[Trait("Level", "unit")]
public sealed class FigureTests
{
    private static readonly Axis Time = Axis.Linear("Time", "s");
    private static readonly Axis Voltage = Axis.Linear("Voltage", "V");

    [Fact]
    public void Figure_WithoutSeries_Throws() =>
        Should.Throw<ArgumentException>(() => new Figure("Empty", Time, Voltage, [])).Message.ShouldContain("'Empty'");

    [Fact]
    public void Figure_ZeroOnLogarithm_NamesSeriesAndValue()
    {
        var error = Should.Throw<ArgumentException>(
            () => new Figure("Rates", Axis.Logarithmic("C-rate", "C"), Voltage, [new LineSeries("slow", [0.0, 1.0], [1.0, 2.0])]));

        error.Message.ShouldContain("series 'slow' has the value 0 C on the logarithmic axis 'C-rate'");
    }

    [Fact]
    public void Figure_IntervalBelowZeroOnLogarithm_Throws() => Should.Throw<ArgumentException>(() => new Figure(
        "Rates", Time, Axis.Logarithmic("Resistance", "Ω"), [new PointSeries("r", PointRole.Measured, [new(1.0, 1.0, -0.5, 2.0)])]));

    [Fact]
    public void Figure_BarsThatMissACategory_Throws() => Should.Throw<ArgumentException>(() => new Figure(
        "Losses", Axis.Categorical("C-rate", "C", ["1C", "2C"]), Voltage, [new BarSeries("ohmic", [1.0])])).Message.ShouldContain("1 values");

    [Fact]
    public void Figure_AreasOverDifferentX_Throws() => Should.Throw<ArgumentException>(() => new Figure(
        "Losses", Time, Voltage, [new StackedAreaSeries("a", [0.0, 1.0], [1.0, 1.0]), new StackedAreaSeries("b", [0.0, 2.0], [1.0, 1.0])]));

    [Fact]
    public void EqualAxes_DifferentUnits_Throws() => Should.Throw<ArgumentException>(
        () => new Figure("Nyquist", Time, Voltage, [new LineSeries("z", [0.0, 1.0], [0.0, 1.0])]) { EqualAxes = true });

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void Series_NotFinite_NamesSeriesAndIndex(double bad)
    {
        Should.Throw<ArgumentException>(() => new LineSeries("cell", [0.0, 1.0], [1.0, bad])).Message.ShouldContain("y of series 'cell'[1]");
        Should.Throw<ArgumentException>(() => new PointSeries("cell", PointRole.Measured, [new(0.0, bad)])).Message.ShouldContain("'cell'[0]");
        Should.Throw<ArgumentException>(() => new BarSeries("cell", [bad])).Message.ShouldContain("'cell'");
    }

    [Fact]
    public void Series_UnequalOrNoValues_Throws()
    {
        Should.Throw<ArgumentException>(() => new LineSeries("cell", [0.0, 1.0], [1.0]));
        Should.Throw<ArgumentException>(() => new LineSeries("cell", [], []));
        Should.Throw<ArgumentException>(() => new PointSeries("cell", PointRole.Measured, []));
        Should.Throw<ArgumentException>(() => new BarSeries("cell", []));
        Should.Throw<ArgumentException>(() => new BandSeries("cell", [0.0], [2.0], [1.0]));
    }

    [Theory]
    [InlineData(1.1, 2.0)]
    [InlineData(0.5, 0.9)]
    [InlineData(null, 2.0)]
    [InlineData(0.5, null)]
    public void PointSeries_IntervalThatMissesItsPoint_Throws(double? low, double? high) =>
        Should.Throw<ArgumentException>(() => new PointSeries("cell", PointRole.Measured, [new(0.0, 1.0, low, high)]));

    [Fact]
    public void Stack_Areas_EndAtTheSumOfTheLayers()
    {
        ImmutableArray<double> x = [0.0, 1.0];
        StackedAreaSeries a = new("a", x, [1.0, 2.0]), b = new("b", x, [3.0, -0.5]);

        var stack = Stack.Areas(new Figure("Losses", Time, Voltage, [a, b]));

        stack[a].From.ShouldBe([0.0, 0.0]);
        stack[b].From.ShouldBe([1.0, 2.0]);
        stack[b].To.ShouldBe([4.0, 1.5]);
    }

    [Fact]
    public void Stack_BarsOfBothSigns_StackAwayFromZero()
    {
        BarSeries a = new("a", [1.0]), b = new("b", [-2.0]), c = new("c", [3.0]), d = new("d", [-4.0]);

        var stack = Stack.Bars(new Figure("Losses", Axis.Categorical("C-rate", "C", ["1C"]), Voltage, [a, b, c, d]));

        (stack[c].From[0], stack[c].To[0]).ShouldBe((1.0, 4.0));
        (stack[d].From[0], stack[d].To[0]).ShouldBe((-2.0, -6.0));
    }

    [Fact]
    public void Stack_EqualSeries_AreKeptApart()
    {
        // Records with equal content must not fall onto each other.
        ImmutableArray<double> values = [1.0];
        BarSeries a = new("same", values), b = new("same", values);

        var stack = Stack.Bars(new Figure("Losses", Axis.Categorical("C-rate", "C", ["1C"]), Voltage, [a, b]));

        stack[b].To[0].ShouldBe(2.0);
    }

    [Fact]
    public void Palette_Automatic_ObservationsTakeInkAndDoNotUseUpColours()
    {
        LineSeries line = new("model", [0.0, 1.0], [0.0, 1.0]);
        PointSeries measured = new("data", PointRole.Measured, [new(0.0, 1.0)]), fitted = new("fit", PointRole.Calibration, [new(0.0, 1.0)]);

        Palette.Choose([measured, line, fitted, line with { Colour = SeriesColour.Ramp(1.0) }, line])
            .ShouldBe(["var(--ink)", "var(--s1)", "var(--ink)", "#cf455c", "var(--s2)"]);
    }
}
