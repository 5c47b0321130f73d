using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tests.Written;

namespace Lamella.Instruments.Tests.Formats;

/// <summary>The cyclers that write text: Novonix, Basytec, Digatron, PEC, Battery Archive, IviumSoft.</summary>
[Trait("Level", "unit")]
public sealed class CyclerTextFormatTests
{
    [Fact]
    public void Novonix_HoursAndStepCapacity_AreScaledAndScoped()
    {
        Recording recording = WrittenFile.Read(
            "[Summary]\nNovonix UHPC data file\nMass (g): 1.000\nVersion: 2.13.0\n[End Summary]\n[Protocol]\nfree: text\n[End Protocol]\n[Data]\n"
            + "Date and Time,Cycle Number,Step Type,Run Time (h),Step Time (h),Current (A),Potential (V),Capacity (Ah),Temperature (°C),Step Number\n"
            + "2025-07-19 15:26:20,1,1,0.0000000,0.0000000,0.5,3.8,0,25,1\n2025-07-19 15:26:21,1,2,0.5000000,0.0000000,-0.5,3.7,0,25,1\n");

        recording.Series().Single().Time.ShouldBe([0.0, 1800.0]);
        recording.Series().Single().Temperature.ShouldBe([298.15, 298.15]);
        recording.Tables[0].Find("Capacity (Ah)")!.Scope.ShouldBe(ColumnScope.Step);
        recording.Settings.ShouldContain(new Setting("Protocol", "line", "free: text"));
        recording.Decided(DecisionKind.TimeZone, "Date and Time").Choice.ShouldBe("not known");
    }

    [Fact]
    public void Novonix_WithoutData_SaysSo() =>
        WrittenFile.Read("[Summary]\nNovonix UHPC data file\n[End Summary]\n").Shortfalls.Single().Table.ShouldBe("[Data]");

    [Theory]
    [InlineData("~Time[s]", "0", "90", 90.0)]
    [InlineData("~Time[min]", "0", "1.5", 90.0)]
    [InlineData("~Time[h]", "0", "0.025", 90.0)]
    [InlineData("~Time[h:min:s]", "00:00:00", "00:01:30", 90.0)]
    public void Basytec_EveryUnitOfTime_GivesSeconds(string heading, string first, string second, double expected)
    {
        Recording recording = WrittenFile.Read($"~Resultfile from Basytec Battery Test System\n~Start of Test: 19.06.2023 17:56:53\n{heading}\tLine\tU[V]\tI[A]\n{first}\t3\t3.5\t0\n{second}\t4\t3.6\t1\n");

        recording.Series().Single().Time[1].ShouldBe(expected, 1e-9);
        recording.SettingText("Start of Test").ShouldBe("19.06.2023 17:56:53");
    }

    [Fact]
    public void Basytec_RepeatedProgramLine_IsANewRunOnlyWhereTheStepClockFallsBack()
    {
        Recording recording = WrittenFile.Read(
            "~Resultfile from Basytec Battery Test System\n~Time[s]\tt-Step[s]\tLine\tU[V]\tI[A]\tCyc-Count\n0\t0\t3\t3.5\t1\t0\n1\t1\t3\t3.5\t1\t1\n2\t0\t3\t3.5\t1\t1\n3\t1\t4\t3.5\t1\t1\n");

        recording.Tables[0].Find(ColumnRole.RunStep)!.Values.ToNumbers().ShouldBe([1.0, 1.0, 2.0, 3.0]);
        recording.Tables[0].Find(ColumnRole.ProgramStep)!.Values.ToNumbers().ShouldBe([3.0, 3.0, 3.0, 4.0]);
    }

    [Theory]
    [InlineData(1000.0, "ms")]
    [InlineData(1.0, null)]
    public void Digatron_DurationAgainstTimeStamps_DecidesMilliseconds(double perSecond, string? expected)
    {
        string rows = string.Concat(Enumerable.Range(0, 4).Select(i => FormattableString.Invariant($"1,CHA,2025-01-01T00:00:0{i}+01:00,{i * perSecond},{i},3.8,2,0.00{i},0\n")));

        Recording recording = WrittenFile.Read("Step,Status,Timestamp,Program Duration#s,Step Duration#s,Voltage#V,Current#A,AhCha#AH,AhDch#Ah\n" + rows);

        recording.Series().Single().Time.ShouldBe([0.0, 1.0, 2.0, 3.0], 1e-12);
        recording.Decisions.Any(decision => decision.Kind == DecisionKind.Unit && decision.Choice == "ms").ShouldBe(expected is not null);
        recording.Tables[0].Find(ColumnRole.UnixTime)!.Values.Number(0).ShouldBe(1735686000.0);
    }

    [Fact]
    public void Digatron_CurrentAgainstCapacities_DecidesTheSign()
    {
        string rows = string.Concat(Enumerable.Range(0, 5).Select(i => FormattableString.Invariant($"1,CHA,2025-01-01 00:00:0{i},{i},{i},3.8,-2,0.00{i},0\n")));

        Recording recording = WrittenFile.Read("Step,Status,Timestamp,Program Duration#s,Step Duration#s,Voltage#V,Current#A,AhCha#Ah,AhDch#Ah\n" + rows);

        recording.Decided(DecisionKind.Sign, "current").Choice.ShouldBe("positive discharges");
        recording.Series().Single().Current[0].ShouldBe(2.0);
        recording.Warnings.ShouldContain(warning => warning.Contains("other sign than this software writes", StringComparison.Ordinal));
    }

    [Fact]
    public void Digatron_UnitsRow_IsNoRecord()
    {
        Recording recording = WrittenFile.Read("Step,Status,Program Duration#s,Voltage#V,Current#A\nV,V,V,V,V\n1,CHA,0,3.8,2\n1,CHA,1,3.9,2\n");

        recording.RowCount.ShouldBe(2);
        recording.Settings.ShouldContain(setting => setting.Section == "units");
    }

    [Fact]
    public void Pec_UnitsInTheHeadings_Decide()
    {
        Recording recording = WrittenFile.Read(
            "Test:,25195\n#RESULTS CHECK\nkey:,value\n#END RESULTS CHECK\nTest,Cell,Rack,Shelf,Position,Cell ID,Step,Cycle,Total Time (Hours in hh:mm:ss.xxx),Voltage (mV),Current (mA),Charge Capacity (Ah),\n"
            + "1,1,A,1,1,x,0,0,00:00:01.500,3500,100,0,\n1,1,A,1,1,x,0,0,100:00:00.000,3600,100,1,\n");

        recording.Series().Single().Time.ShouldBe([1.5, 360000.0], 1e-9);
        recording.Series().Single().Voltage.ShouldBe([3.5, 3.6], 1e-12);
        recording.Series().Single().Current.ShouldBe([0.1, 0.1], 1e-12);
        recording.Settings.ShouldContain(new Setting("RESULTS CHECK", "key", "value"));
    }

    [Fact]
    public void BatteryArchive_BlankTemperature_IsNotMadeUp()
    {
        Recording recording = WrittenFile.Read(
            "Date_Time,Test_Time (s),Cycle_Index,Current (A),Voltage (V),Charge_Capacity (Ah),Discharge_Capacity (Ah),Cell_Temperature (C)\n2010-09-02 14:35:40,30,1.0,0.5,3.8,0,0,\n2010-09-02 14:36:10,60,1.0,0.5,3.9,0.1,0,\n");

        recording.Format.ShouldBe("battery-archive");
        recording.Series().Single().Temperature.ShouldBeEmpty();
        recording.Series().Single().Step.ShouldBeEmpty();
        recording.Series().Single().Cycle.ShouldBe([1, 1]);
    }

    [Fact]
    public void BatteryArchive_TimeZoneAskedFor_GivesUnixTime()
    {
        var options = new ImportOptions { TimeZone = TimeZoneInfo.Utc };

        Recording recording = WrittenFile.Read(
            "Date_Time,Test_Time (s),Cycle_Index,Current (A),Voltage (V),Charge_Capacity (Ah),Discharge_Capacity (Ah)\n1970-01-02 00:00:00,30,1,0.5,3.8,0,0\n", options);

        recording.Tables[0].Find(ColumnRole.UnixTime)!.Values.Number(0).ShouldBe(86400.0);
    }

    [Fact]
    public void IviumText_Milliamperes_AreScaled() =>
        WrittenFile.Read("time /s\tI /mA\tE /V\n0\t-500\t3\n1\t-500\t2.9\n").Series().Single().Current.ShouldBe([-0.5, -0.5], 1e-12);
}
