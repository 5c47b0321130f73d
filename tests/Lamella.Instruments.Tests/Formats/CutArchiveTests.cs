using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tests.Corpus;
using Lamella.Instruments.Tests.Written;

namespace Lamella.Instruments.Tests.Formats;

/// <summary>Real archives of Neware that lost their end: members come back from their own headers.</summary>
[Trait("Level", "reference")]
public sealed class CutArchiveTests
{
    [Theory]
    [InlineData("neware_ndax/nw4-120-1-6-53.ndax")]
    [InlineData("neware_ndax/TESTCELL0001-B2-2025-M50T_NewareNDA_Investigation.ndax")]
    [InlineData("neware_ndax/scrubbed_ndc2.ndax")]
    public void Ndax_DirectoryGone_GivesEveryNumberAndSaysSo(string file)
    {
        byte[] whole = File.ReadAllBytes(CorpusFolder.Require(file));
        Recording truth = WrittenFile.Read(whole);

        Recording cut = WrittenFile.Read(whole[..whole.AsSpan().IndexOf("PK\u0001\u0002"u8)]);

        cut.Warnings.ShouldContain(warning => warning.Contains("recovered from their own headers", StringComparison.Ordinal));
        foreach ((RecordingTable expected, RecordingTable actual) in truth.Tables.Zip(cut.Tables))
        {
            actual.RowCount.ShouldBe(expected.RowCount);
            foreach ((RecordingColumn known, RecordingColumn found) in expected.Columns.Zip(actual.Columns).Where(pair => pair.First.Values.IsNumeric))
            {
                found.Values.ToNumbers().AsSpan().SequenceEqual(known.Values.ToNumbers()).ShouldBeTrue(known.Name);
            }
        }
    }

    [Theory]
    [InlineData(400_000)] // within the sheet
    [InlineData(553_800)] // within the table of texts, which stands last
    public void Xlsx_TextsGone_KeepsEveryNumberInOrderAndSaysSo(int length)
    {
        byte[] whole = File.ReadAllBytes(CorpusFolder.Require("arbin_xlsx/bs542_004_gr_li_50ua_50mv_1v_191020_Channel_11.xlsx"));
        RecordingTable truth = WrittenFile.Read(whole).Tables.Single(table => table.Name == "Channel_11");

        Recording cut = WrittenFile.Read(whole[..length]);

        RecordingTable table = cut.Tables.Single(candidate => candidate.Name == "Channel_11");
        table.RowCount.ShouldBe(length > 550_000 ? truth.RowCount : 3270);
        foreach ((RecordingColumn known, RecordingColumn found) in truth.Columns.Where(column => !column.IsDerived).Zip(table.Columns))
        {
            found.Name.ShouldStartWith("lost text");
            found.Values.ToNumbers().AsSpan().SequenceEqual(known.Values.ToNumbers().AsSpan(0, table.RowCount)).ShouldBeTrue(known.Name);
        }

        cut.Shortfalls.ShouldContain(shortfall => shortfall.Missing.Contains("names and units of the columns", StringComparison.Ordinal));
        cut.Series().ShouldBeEmpty();
    }

    [Fact]
    public void Ndax_CutWithinItsClock_LeavesTimesBlankThatAreNotKnown()
    {
        byte[] whole = File.ReadAllBytes(CorpusFolder.Require("neware_ndax/nw4-120-1-6-53.ndax"));
        RecordingTable truth = WrittenFile.Read(whole).Tables[0];

        Recording cut = WrittenFile.Read(whole[..150_000]);

        RecordingTable table = cut.Tables[0];
        table.RowCount.ShouldBe(truth.RowCount); // voltages and currents stand before the clock in the archive
        double[] time = table.Find("Total Time")!.ToSi();
        time.Count(double.IsNaN).ShouldBeInRange(1, truth.RowCount - 1);
        time.Zip(truth.Find("Total Time")!.ToSi()).Where(pair => !double.IsNaN(pair.First)).ShouldAllBe(pair => pair.First == pair.Second);
        cut.Shortfalls.ShouldContain(shortfall => shortfall.Table == "data_runInfo.ndc" && shortfall.Records > 0);
        cut.Series().Single().Length.ShouldBe(time.Count(value => !double.IsNaN(value)));
    }
}
