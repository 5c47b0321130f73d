using System.Collections.Immutable;
using Lamella.Reporting.Figures;

namespace Lamella.Reporting.Tests.Samples;

/// <summary>Figures of NCM811|AIOSE|Li. Measured values are published (Zheng 2025); predictions are made up to fill the page.</summary>
internal static class SampleFigures
{
    internal static readonly ImmutableArray<double> Rates = [0.1, 0.2, 0.5, 1.0, 3.0, 5.0, 10.0];

    internal static Figure RateCapability()
    {
        ImmutableArray<double> x = [.. Enumerable.Range(0, 41).Select(i => 0.1 * Math.Pow(10.0, i / 20.0))];
        return new Figure(
            "Rate capability at 25 °C",
            Axis.Logarithmic("C-rate", "C") with { Ticks = Rates },
            Axis.Linear("Discharge capacity", "mAh/g") with { IncludesZero = true },
            [
                new BandSeries("95 % interval", x, [.. x.Select(r => Capacity(r) - Half(r))], [.. x.Select(r => Capacity(r) + Half(r))]) { Colour = SeriesColour.Slot(0) },
                new LineSeries("predicted", x, [.. x.Select(Capacity)]) { Colour = SeriesColour.Slot(0) },
                new PointSeries("predicted, sealed", PointRole.Prediction, [Point(3.0), Point(10.0)]) { Colour = SeriesColour.Slot(0) },
                new PointSeries("used for calibration", PointRole.Calibration, [new(0.1, 205.7), new(1.0, 190.5)]),
                new PointSeries("measured", PointRole.Measured, [DataPoint.PlusMinus(5.0, 141.1, 3.0)]),
            ])
        {
            Caption = "Discharge to 2.8 V after a full charge at 0.1C. The band is the 95 % interval from the covariance of the calibration.",
        };
    }

    internal static Figure Temperature() => new(
        "Capacity over temperature at 0.1C",
        Axis.Linear("Temperature", "°C"),
        Axis.Linear("Discharge capacity", "mAh/g"),
        [
            new PointSeries("predicted", PointRole.Prediction, [new(-20, 121.3, 108.0, 134.0), new(-10, 158.8, 149.0, 168.1), new(25, 205.9, 203.2, 208.4), new(60, 213.7, 210.1, 216.9)]) { Connected = true },
            new PointSeries("measured", PointRole.Measured, [new(-20, 128.7), new(25, 205.7)]),
        ])
    {
        Caption = "Sealed temperatures (−10 and 60 °C) are shown without a measured value.",
    };

    internal static Figure Discharge()
    {
        ImmutableArray<double> rates = [0.1, 1.0, 3.0, 5.0, 10.0];
        return new Figure(
            "Discharge curves",
            Axis.Linear("Specific capacity", "mAh/g"),
            Axis.Linear("Cell voltage", "V") with { Range = new AxisRange(2.7, 4.4) },
            [.. rates.Select((rate, i) => (Series)Curve(rate) with { Colour = SeriesColour.Ramp(i / (rates.Length - 1.0)) })])
        {
            Caption = "25 °C, each after a full charge, until 2.8 V.",
        };
    }

    internal static Figure Losses()
    {
        string[] names = ["0.1C", "1C", "3C", "5C", "10C"];
        double[] scale = [0.1, 1.0, 3.0, 5.0, 10.0];
        BarSeries Bars(string name, double perRate, double power) => new(name, [.. scale.Select(s => perRate * Math.Pow(s, power))]);
        return new Figure(
            "Where the voltage goes",
            Axis.Categorical("C-rate", "C", [.. names]),
            Axis.Linear("Loss at half discharge", "mV"),
            [
                Bars("electrolyte, ohmic", 19.0, 1.0), Bars("lithium kinetics", 14.0, 0.75), Bars("film on lithium", 8.0, 1.0),
                Bars("cathode kinetics", 21.0, 0.7), Bars("concentration", 3.0, 1.15), Bars("solid diffusion", 11.0, 0.9), Bars("electrons", 1.2, 1.0),
            ])
        {
            Caption = "Difference between open-circuit and cell voltage, split by cause.",
        };
    }

    internal static Figure LossesAlongDischarge()
    {
        ImmutableArray<double> x = [.. Enumerable.Range(0, 31).Select(i => 5.0 * i)];
        return new Figure(
            "Where the voltage goes along 3C",
            Axis.Linear("Specific capacity", "mAh/g"),
            Axis.Linear("Loss", "mV"),
            [
                new StackedAreaSeries("ohmic", x, [.. x.Select(_ => 57.0)]),
                new StackedAreaSeries("kinetics", x, [.. x.Select(q => 60.0 + (0.1 * q))]),
                new StackedAreaSeries("concentration", x, [.. x.Select(q => 10.0 * (1.0 - Math.Exp(-q / 20.0)))]),
                new StackedAreaSeries("solid diffusion", x, [.. x.Select(q => 15.0 + (90.0 * Math.Pow(q / 150.0, 6.0)))]),
            ]);
    }

    internal static Figure Nyquist()
    {
        ImmutableArray<double> angle = [.. Enumerable.Range(0, 61).Select(i => Math.PI * i / 60.0)];
        return new Figure(
            "Impedance of the described cell",
            Axis.Linear("Re Z", "Ω cm²") with { IncludesZero = true },
            Axis.Linear("−Im Z", "Ω cm²") with { IncludesZero = true },
            [
                new LineSeries("model", [.. angle.Select(a => 31.5 + 50.0 - (50.0 * Math.Cos(a)))], [.. angle.Select(a => 50.0 * Math.Sin(a))]),
                new PointSeries("exact", PointRole.Reference, [.. angle.Where((_, i) => i % 10 == 5).Select(a => new DataPoint(81.5 - (50.0 * Math.Cos(a)), 50.0 * Math.Sin(a)))]),
            ])
        {
            EqualAxes = true,
        };
    }

    internal static double Capacity(double rate) => 209.0 / (1.0 + (0.092 * Math.Pow(rate, 1.02)));

    private static double Half(double rate) => 2.5 + (2.2 * Math.Sqrt(rate));

    private static DataPoint Point(double rate) => DataPoint.PlusMinus(rate, Capacity(rate), Half(rate));

    private static LineSeries Curve(double rate)
    {
        double full = Capacity(rate);
        ImmutableArray<double> x = [.. Enumerable.Range(0, 81).Select(i => full * i / 80.0)];
        return new LineSeries(
            FormattableString.Invariant($"{rate}C"), x, [.. x.Select(q => 4.28 - (0.045 * rate) - (0.0036 * q) - (0.55 * Math.Exp((q - full) / 4.0)))]);
    }
}
