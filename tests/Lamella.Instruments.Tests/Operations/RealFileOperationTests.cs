using Lamella.Core.Errors;
using Lamella.Instruments.Measurements;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tests.Corpus;

namespace Lamella.Instruments.Tests.Operations;

/// <summary>Every real file can be filtered and resampled, or the refusal says why not.</summary>
[Trait("Level", "contract")]
public sealed class RealFileOperationTests
{
    public static TheoryData<string> Files() => ManifestFile.Names() is { Length: > 0 } names ? new(names) : new("manifest.json");

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void Apply_EveryThirdRow_TakesItOfEveryTable(string file)
    {
        Recording whole = InstrumentReader.Read(CorpusFolder.Require(file));
        whole.Operations.ShouldBeEmpty(); // reading applies none
        if (whole.RowCount == 0)
        {
            Should.Throw<InputException>(() => whole.Apply("keep every 3")).Message.ShouldContain("holds no record");
            return;
        }

        Recording kept = whole.Apply("keep every 3");

        foreach ((RecordingTable before, RecordingTable after) in whole.Tables.Zip(kept.Tables).Where(pair => !pair.First.IsSummary))
        {
            after.RowCount.ShouldBe((before.RowCount + 2) / 3, before.Name);
            foreach (RecordingColumn column in before.Columns)
            {
                ColumnValues values = after.Find(column.Name).ShouldNotBeNull().Values;
                values.StoredAs.ShouldBe(column.Values.StoredAs);
                Enumerable.Range(0, after.RowCount).All(row => values.Text(row) == column.Values.Text(3 * row)).ShouldBeTrue($"{before.Name} {column.Name}");
            }
        }

        MeasurementBuilder.From(kept).Items.Sum(item => item.Rows).ShouldBeGreaterThanOrEqualTo(0);
    }

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void Resample_Series_KeepsItsChargeAndEnergy(string file)
    {
        Recording whole = InstrumentReader.Read(CorpusFolder.Require(file));
        Recording made;
        try
        {
            made = whole.Apply("resample every 10 min");
        }
        catch (InputException refusal)
        {
            refusal.Problem.ShouldMatch("no table has time and voltage|holds no record|time runs backwards");
            return;
        }

        Recording marked = whole.Apply("keep row 1..");
        foreach ((RecordingTable before, RecordingTable after) in marked.Tables.Zip(made.Tables).Where(pair => !ReferenceEquals(pair.First.Find(ColumnRole.FileRow), null) && pair.Second.Find(ColumnRole.FileRow) is null))
        {
            int[] records = Records(before);
            foreach (ColumnRole role in new[] { ColumnRole.NetCharge, ColumnRole.NetEnergy, ColumnRole.TestTime })
            {
                if (before.Find(role) is { } column && records.Length > 0)
                {
                    double[] known = column.ToSi(), found = after.Find(role).ShouldNotBeNull().ToSi();
                    (found[0], found[^1]).ShouldBe((known[records[0]], known[records[^1]]), $"{before.Name} {role}");
                }
            }
        }
    }

    /// <summary>Lists the rows that have time, voltage and, where it is recorded, current.</summary>
    private static int[] Records(RecordingTable table)
    {
        double[][] needed = [.. new[] { ColumnRole.TestTime, ColumnRole.Voltage, ColumnRole.Current }.Select(table.Find).Where(column => column?.Scale is not null).Select(column => column!.ToSi())];
        return [.. Enumerable.Range(0, table.RowCount).Where(row => needed.All(values => double.IsFinite(values[row])))];
    }
}
