using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tests.Corpus;
using Lamella.Instruments.Tests.Written;

namespace Lamella.Instruments.Tests.Traps;

/// <summary>Trap 5: time of the step and of the test, their units, and clocks of computers.</summary>
[Trait("Level", "unit")]
public sealed class ClockTests
{
    private const string Heading = "Date_Time,Test_Time (s),Cycle_Index,Current (A),Voltage (V),Charge_Capacity (Ah),Discharge_Capacity (Ah)\n";

    [Fact]
    public void Maccor_MinutesUnderTestTime_AreToldByTheDates()
    {
        Recording recording = InstrumentReader.Read(CorpusFolder.Require("maccor_txt/maccor_two.txt"));

        recording.Decided(DecisionKind.Unit, "TestTime").Choice.ShouldBe("min");
        recording.Series().Single().Time[^1].ShouldBe(12720.0, 1e-6);
    }

    [Fact]
    public void Neware_TimeOfTheTest_IsNotThatOfTheStep()
    {
        RecordingTable table = InstrumentReader.Read(CorpusFolder.Require("neware_nda/TestFile.nda")).Tables[0];

        table.Find("Total Time")!.Scope.ShouldBe(ColumnScope.Test);
        table.Find("Time")!.Scope.ShouldBe(ColumnScope.Step);
        table.Find("Time")!.ToSi().Max().ShouldBeLessThan(table.Find("Total Time")!.ToSi().Max());
    }

    [Fact]
    public void Neware_StoredDates_AreUtcAndSaySo() =>
        InstrumentReader.Read(CorpusFolder.Require("neware_ndax/nw4-120-1-6-53.ndax")).Decided(DecisionKind.TimeZone, "Date").Choice.ShouldBe("UTC");

    [Fact]
    public void Landt_ClockNotSet_IsDoubted() => InstrumentReader.Read(CorpusFolder.Require("landt/LANHE_GPCL.ccs"))
        .Decided(DecisionKind.TimeZone, "Start").Evidence.ShouldContain("may be wrong");

    [Theory]
    [InlineData("biologic_mpr/gcpl.mpr")]
    [InlineData("arbin_res/arbin_example.res")]
    [InlineData("maccor_txt/maccor_one.txt")]
    [InlineData("gamry_dta/ocp_data.dta")]
    public void Read_ClockWithoutZone_IsKeptAndNoUnixTimeIsMadeUp(string file)
    {
        Recording recording = InstrumentReader.Read(CorpusFolder.Require(file));

        recording.Decisions.ShouldContain(decision => decision.Kind == DecisionKind.TimeZone && !decision.Overridden);
        recording.Tables.ShouldAllBe(table => table.Find(ColumnRole.UnixTime) == null || table.IsSummary);
    }

    [Fact]
    public void Read_SeveralRecordsInASecond_AreAllKept()
    {
        Recording recording = WrittenFile.Read(Heading + string.Concat(Enumerable.Range(0, 5).Select(i => $"2010-09-02 14:35:40,{30 + (0.1 * i)},1,0.5,3.8,0,0\n")));

        recording.RowCount.ShouldBe(5);
        recording.Series().Single().Length.ShouldBe(5);
    }

    [Fact]
    public void Read_HourOfTheEndOfSummerTime_KeepsTheTextAndWarns()
    {
        var options = new ImportOptions { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };

        Recording recording = WrittenFile.Read(
            Heading + "2025-10-26 01:30:00,0,1,0.5,3.8,0,0\n2025-10-26 02:30:00,3600,1,0.5,3.8,0,0\n2025-10-26 02:30:00,7200,1,0.5,3.8,0,0\n2025-10-26 03:30:00,10800,1,0.5,3.8,0,0\n", options);

        recording.Tables[0].Find("Date_Time")!.Values.Text(2).ShouldBe("2025-10-26 02:30:00");
        recording.Series().Single().Time.ShouldBe([0.0, 3600.0, 7200.0, 10800.0]);
        double[] unix = recording.Tables[0].Find(ColumnRole.UnixTime)!.Values.ToNumbers();
        (unix[3] - unix[0]).ShouldBe(10800.0); // 01:30 is summer time, 03:30 is not: three hours passed
        recording.Warnings.ShouldContain(warning => warning.Contains("happened twice", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_HourThatDoesNotExist_Warns()
    {
        var options = new ImportOptions { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };

        WrittenFile.Read(Heading + "2025-03-30 01:30:00,0,1,0.5,3.8,0,0\n2025-03-30 02:30:00,3600,1,0.5,3.8,0,0\n", options)
            .Warnings.ShouldContain(warning => warning.Contains("did not happen", StringComparison.Ordinal));
    }
}
