using System.Text;
using Lamella.Core.Errors;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tests.Corpus;
using Lamella.Instruments.Tests.Written;

namespace Lamella.Instruments.Tests.Reading;

/// <summary>Sign, unit, decimal mark, encoding, date order and time zone are decided from the file, shown, and can be decided by the user.</summary>
[Trait("Level", "unit")]
public sealed class OverrideTests
{
    private const string Heading = "Date_Time,Test_Time (s),Cycle_Index,Current (A),Voltage (V),Charge_Capacity (Ah),Discharge_Capacity (Ah)\n";
    private const string TwoDays = Heading + "02/03/2020 10:00:00,0,1,0.5,3.8,0,0\n02/03/2020 10:00:10,10,1,0.5,3.9,0,0\n";

    public static TheoryData<string> Files() => ManifestFile.Names() is { Length: > 0 } names ? new(names) : new("manifest.json");

    [Theory]
    [Trait("Level", "contract")]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void Sign_OfAnyRealFile_TurnsTheCurrentAndNothingStored(string file)
    {
        string path = CorpusFolder.Require(file);
        Recording charges = InstrumentReader.Read(path, new ImportOptions { Sign = CurrentSign.PositiveCharges });
        Recording discharges = InstrumentReader.Read(path, new ImportOptions { Sign = CurrentSign.PositiveDischarges });

        for (int i = 0; i < charges.Tables.Length; i++)
        {
            if (charges.Tables[i].Find(ColumnRole.Current) is not { } current)
            {
                continue;
            }

            RecordingColumn turned = discharges.Tables[i].Find(ColumnRole.Current).ShouldNotBeNull();
            turned.Values.ToNumbers().AsSpan().SequenceEqual(current.Values.ToNumbers()).ShouldBeTrue("what is stored stays");
            turned.ToSi().Zip(current.ToSi()).All(pair => pair.First.Equals(-pair.Second) || pair.First == -pair.Second).ShouldBeTrue("the current is turned");
            discharges.Decisions.ShouldContain(decision => decision.Kind == DecisionKind.Sign && decision.Overridden);
        }
    }

    [Fact]
    public void Unit_Stated_ScalesTheColumnAndWhatIsComputedFromIt()
    {
        string path = CorpusFolder.Require("arbin_csv/galv_arbin.csv");
        Recording decided = InstrumentReader.Read(path), stated = InstrumentReader.Read(path, Units(("Current(A)", "mA")));

        stated.Decided(DecisionKind.Unit, "Current(A)").ToString().ShouldBe("Current(A): mA (as you asked)");
        stated.Series().Single().Current.ShouldBe(decided.Series().Single().Current.Select(value => value * 1e-3), 1e-15);
        stated.Tables[0].Find("Step Charge")!.ToSi().ShouldBe(decided.Tables[0].Find("Step Charge")!.ToSi().Select(value => value * 1e-3), 1e-12);
        stated.Tables[0].Find("Current(A)")!.Values.ToNumbers().ShouldBe(decided.Tables[0].Find("Current(A)")!.Values.ToNumbers());
    }

    [Fact]
    public void Unit_DecidedFromTheDates_YieldsToTheUserAndIsToldOnce()
    {
        string path = CorpusFolder.Require("maccor_txt/maccor_two.txt");

        Recording stated = InstrumentReader.Read(path, Units(("testtime", "h"), ("Current", "mA")));

        stated.Decisions.Where(decision => decision.Kind == DecisionKind.Unit && decision.Subject == "TestTime").ShouldHaveSingleItem().Overridden.ShouldBeTrue();
        stated.Series().Single().Time[^1].ShouldBe(60.0 * InstrumentReader.Read(path).Series().Single().Time[^1], 1e-6);
        stated.Series().Single().Current.Max().ShouldBe(1e-3 * InstrumentReader.Read(path).Series().Single().Current.Max(), 1e-12); // the signed column follows
    }

    [Fact]
    public void Unit_OfColumnWithTurnedSign_KeepsItTurned() =>
        WrittenFile.Read(TwoDays, Units(("Current", "mA")) with { Sign = CurrentSign.PositiveDischarges }).Series().Single().Current.ShouldBe([-5e-4, -5e-4], 1e-15);

    [Theory]
    [InlineData("Curent (A)", "mA", "Did you mean 'Current (A)'?")]
    [InlineData("Current (A)", "V", "is read as Current, of which 'V' is no unit")]
    [InlineData("Current (A)", "parsec", "'parsec' is no unit of a column")]
    [InlineData("Date_Time", "s", "holds texts, which have no unit")]
    public void Unit_ThatCannotBe_IsRefusedWithWhatCan(string column, string unit, string problem)
    {
        InputException refusal = Should.Throw<InputException>(() => WrittenFile.Read(TwoDays, Units((column, unit))));

        refusal.Message.ShouldContain(problem);
        refusal.Allowed.ShouldNotBeEmpty();
    }

    [Fact]
    public void DecimalMark_Stated_DecidesAmongMixedMarks()
    {
        Recording recording = WrittenFile.Read("frequency/Hz;Z'/ohm;-Z''/ohm\n1000;10,5;1,5\n100;11,5;2.5\n", new ImportOptions { DecimalMark = ',' });

        recording.Decisions.ShouldContain(decision => decision.Kind == DecisionKind.DecimalMark && decision.Overridden);
        recording.Tables[0].Find("Z'/ohm")!.Values.ToNumbers().ShouldBe([10.5, 11.5]);
    }

    [Theory]
    [InlineData("utf-32")]
    [InlineData("utf-16BE")]
    [InlineData("iso-8859-1")]
    public void Encoding_Stated_ReadsTheHeadings(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] file = encoding.GetBytes("frequency/Hz,Z'/ohm,-Z''/ohm,Temperatur/°C\n1000,10,1,25\n100,12,2,25\n"); // without a byte-order mark
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, file);

        Recording recording = InstrumentReader.Read(path, new ImportOptions { Encoding = encoding });

        File.Delete(path);
        recording.RowCount.ShouldBe(2);
        recording.Tables[0].Find("Temperatur/°C").ShouldNotBeNull();
        recording.Decisions.ShouldContain(decision => decision.Kind == DecisionKind.Encoding && decision.Overridden);
    }

    [Theory]
    [InlineData(DateOrder.MonthFirst, 2)]
    [InlineData(DateOrder.DayFirst, 3)]
    public void DateOrderAndZone_Stated_GiveTheMoment(DateOrder order, int month)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

        Recording recording = WrittenFile.Read(TwoDays, new ImportOptions { DateOrder = order, TimeZone = zone });

        double expected = new DateTimeOffset(2020, month, month == 2 ? 3 : 2, 10, 0, 0, TimeSpan.FromHours(9)).ToUnixTimeSeconds();
        recording.Tables[0].Find(ColumnRole.UnixTime).ShouldNotBeNull().ToSi().ShouldBe([expected, expected + 10.0]);
        recording.Decisions.Count(decision => decision.Overridden && decision.Kind is DecisionKind.DateOrder or DecisionKind.TimeZone).ShouldBe(2);
    }

    [Theory]
    [Trait("Level", "contract")]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void TimeZone_OfAnyRealFileThatDoesNotKnowIt_IsTaken(string file)
    {
        string path = CorpusFolder.Require(file);
        Recording decided = InstrumentReader.Read(path);
        if (!decided.Decisions.Any(decision => decision.Kind == DecisionKind.TimeZone && decision.Choice == "not known"))
        {
            return; // the file knows it, or holds no clock
        }

        Recording stated = InstrumentReader.Read(path, new ImportOptions { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo") });

        stated.Decisions.ShouldContain(decision => decision.Kind == DecisionKind.TimeZone && decision.Overridden);
        stated.Decisions.ShouldNotContain(decision => decision.Kind == DecisionKind.TimeZone && decision.Choice == "not known");
    }

    [Theory]
    [Trait("Level", "contract")]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void Derived_ColumnOfAnyRealFile_CarriesTheScopeThatItsNameSays(string file)
    {
        foreach (RecordingColumn column in InstrumentReader.Read(CorpusFolder.Require(file)).Tables.SelectMany(table => table.Columns).Where(column => column.IsDerived))
        {
            ColumnScope[] allowed = column.Name switch
            {
                "Step Charge" or "Step Energy" => [ColumnScope.Step],
                "Cycle Charge" or "Cycle Energy" => [ColumnScope.Cycle],
                _ when column.Role == ColumnRole.TestTime => [ColumnScope.Test, ColumnScope.Record],
                _ when column.Role == ColumnRole.StepTime => [ColumnScope.Step],
                _ => Enum.GetValues<ColumnScope>(),
            };
            allowed.ShouldContain(column.Scope, $"{file}: {column.Name}");
            (column.Scale?.Unit is not ("C" or "J") || column.Scope != ColumnScope.Record).ShouldBeTrue($"{file}: {column.Name} is a sum and does not say over what");
        }
    }

    private static ImportOptions Units(params (string Column, string Unit)[] units) => new() { Units = [.. units.Select(entry => new UnitOverride(entry.Column, entry.Unit))] };
}
