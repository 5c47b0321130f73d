using System.Globalization;
using System.Numerics;
using Lamella.Core.Measurements;
using Lamella.Core.Provenance;
using Lamella.Tests;

namespace Lamella.Core.Tests.Measurements;

[Trait("Level", "unit")]
public sealed class MeasurementTests
{
    private static readonly ResultProvenance Provenance = new("test/1", [], "0.1.0", "00");

    [Fact]
    public void Write_Series_ReadsBackBitForBit()
    {
        TimeSeries series = Series([0.0, 1.0 / 3.0, 7200.000000000001], [-1e-3, -Math.PI * 1e-7, 0.0], [3.7, 3.6999999999999997, 1e-300]);
        using var writer = new StringWriter();

        BdfCsvWriter.Write(series, writer);

        string text = writer.ToString();
        text.ShouldNotContain("\r");
        string[] lines = text.Split('\n');
        lines[0].ShouldBe("Test Time / s,Voltage / V,Current / A,Cycle Count / 1,Step Count / 1,Ambient Temperature / degC");
        lines[^1].ShouldBeEmpty();
        double[][] rows = [.. lines[1..^1].Select(line => line.Split(',').Select(Number).ToArray())];
        rows.Select(row => row[0]).ShouldBe(series.Time);
        rows.Select(row => row[1]).ShouldBe(series.Voltage);
        rows.Select(row => row[2]).ShouldBe(series.Current);
        rows.Select(row => (int)row[3]).ShouldBe(series.Cycle);
        rows.Select(row => (int)row[4]).ShouldBe(series.Step);
        rows.ShouldAllBe(row => row[5] == 25.0);
    }

    [Fact]
    [Trait("Level", "published")]
    public void Labels_OfRealBdfFiles_AreTheOnesWritten()
    {
        string folder = SharedFolder.Require("data/instruments/bdf_csv");
        string[] sample = Header(Path.Combine(folder, "sample.bdf.csv"));
        string[] arbin = Header(Path.Combine(folder, "arbin_example.bdf.csv"));

        BdfCsvWriter.Labels.Take(3).ShouldBe(sample);
        BdfCsvWriter.Labels.Take(5).ShouldBeSubsetOf(arbin);
    }

    [Fact]
    public void TimeSeries_BrokenColumns_AreRefused()
    {
        Should.Throw<ArgumentException>(() => Series([0.0, -1.0], [0.0, 0.0], [3.0, 3.0])).Message.ShouldContain("runs backwards at sample 1");
        Should.Throw<ArgumentException>(() => Series([0.0, 1.0], [0.0], [3.0, 3.0])).Message.ShouldContain("current has 1 samples");
        Should.Throw<ArgumentException>(() => Series([0.0], [0.0], [double.NaN])).Message.ShouldContain("voltage[0]");
    }

    [Fact]
    public void Spectrum_Parts_AreRealAndNegativeImaginary()
    {
        var spectrum = new Spectrum(Provenance, [1000.0, 1.0], [new Complex(10.0, -2.0), new Complex(30.0, -0.5)]);

        spectrum.Real.ShouldBe([10.0, 30.0]);
        spectrum.NegativeImaginary.ShouldBe([2.0, 0.5]);
        Should.Throw<ArgumentException>(() => new Spectrum(Provenance, [0.0], [Complex.One])).Message.ShouldContain("above 0 Hz");
        Should.Throw<ArgumentException>(() => new Spectrum(Provenance, [1.0], [new Complex(double.NaN, 0.0)])).Message.ShouldContain("finite");
    }

    private static TimeSeries Series(double[] time, double[] current, double[] voltage) => new(
        Provenance,
        [.. time],
        [.. current],
        [.. voltage],
        [.. time.Select(_ => 298.15)],
        [.. Enumerable.Range(1, time.Length)],
        [.. Enumerable.Repeat(1, time.Length)]);

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    private static string[] Header(string path) => File.ReadLines(path).First().Split(',');
}
