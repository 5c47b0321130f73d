using System.Globalization;
using Lamella.Core.Measurements;

namespace Lamella.UseCases.Tests.Dossiers;

/// <summary>The records beside each dossier, read as any other program would read them.</summary>
[Trait("Level", "contract")]
public sealed class SeriesFileTests(ShippedStudies studies)
{
    // The labels of BDF that a reader of these files needs, written out here rather than taken from the writer.
    private const string Header = "Test Time / s,Voltage / V,Current / A,Cycle Count / 1,Step Count / 1,Ambient Temperature / degC";

    [Theory]
    [MemberData(nameof(ShippedStudies.All), MemberType = typeof(ShippedStudies))]
    public void Write_Series_IsOneFilePerPointAndThoseOfWholeExperiments(string example)
    {
        ShippedStudy study = studies.Get(example);

        Directory.EnumerateFiles(Path.Combine(study.Folder, "series")).Select(file => Path.GetFileName(file))
            .Where(file => !file.StartsWith("whole-", StringComparison.Ordinal))
            .ShouldBe(study.Result.Points.Select(point => $"{point.Point.Fact.Id}.bdf.csv"), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(ShippedStudies.All), MemberType = typeof(ShippedStudies))]
    public void Write_Series_IsBdfWithEverySampleOfTheRun(string example)
    {
        ShippedStudy study = studies.Get(example);
        foreach (var point in study.Result.Points)
        {
            string text = File.ReadAllText(Path.Combine(study.Folder, "series", $"{point.Point.Fact.Id}.bdf.csv"));
            text.ShouldNotContain('\r');
            string[] lines = text.TrimEnd('\n').Split('\n');
            lines[0].ShouldBe(Header);
            double[][] rows = [.. lines.Skip(1).Select(Numbers)];
            TimeSeries series = point.Simulated.Runs[^1].Series;

            series.Length.ShouldBeGreaterThan(0, point.Point.Fact.Id);
            rows.Length.ShouldBe(series.Length, point.Point.Fact.Id);
            rows.ShouldAllBe(row => row.Length == 6 && row.All(double.IsFinite));
            rows.Select(row => row[0]).ShouldBe(series.Time, $"{point.Point.Fact.Id}: time");
            rows.Select(row => row[1]).ShouldBe(series.Voltage, $"{point.Point.Fact.Id}: voltage");
            rows.Select(row => row[2]).ShouldBe(series.Current, $"{point.Point.Fact.Id}: current");
            rows.ShouldAllBe(row => Math.Abs(row[5] - (point.Point.Temperature - 273.15)) < 1e-6);
        }
    }

    [Theory]
    [MemberData(nameof(ShippedStudies.All), MemberType = typeof(ShippedStudies))]
    public void Write_WholeExperiment_HasTheRecordOfEveryRunAndItsSpectra(string example)
    {
        ShippedStudy study = studies.Get(example);
        for (int i = 0; i < study.Result.WholeExperiments.Length; i++)
        {
            var whole = study.Result.WholeExperiments[i];
            string[] files = Directory.GetFiles(Path.Combine(study.Folder, "series"), $"whole-{i + 1:00}-*.bdf.csv");
            Array.Sort(files, StringComparer.Ordinal);

            files.Length.ShouldBe(whole.Stages.Length, whole.Description.Name);
            for (int stage = 0; stage < files.Length; stage++)
            {
                var run = whole.Stages[stage].Run;
                string[] lines = File.ReadAllLines(files[stage]);
                lines[0].ShouldBe(Header);
                lines.Skip(1).Select(line => Numbers(line)[1]).ShouldBe(run.Series.Voltage, whole.Description.Name);
                string spectra = files[stage].Replace(".bdf.csv", ".spectra.csv", StringComparison.Ordinal);
                File.Exists(spectra).ShouldBe(!run.Spectra.IsEmpty, whole.Description.Name);
            }
        }
    }

    private static double[] Numbers(string line) =>
        [.. line.Split(',').Select(number => double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture))];
}
