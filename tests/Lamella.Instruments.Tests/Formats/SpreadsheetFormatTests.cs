using Lamella.Core.Errors;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tests.Written;

namespace Lamella.Instruments.Tests.Formats;

/// <summary>Spreadsheets of Arbin and LANDT, and such as want to do harm.</summary>
[Trait("Level", "unit")]
public sealed class SpreadsheetFormatTests
{
    private const string ArbinHeader = "Test_Time(s)\tStep_Index\tCycle_Index\tVoltage(V)\tCurrent(A)\tCharge_Capacity(Ah)";

    [Fact]
    public void LandtXlsx_UnitsBehindSlashes_AreScaledAndCapacitiesAreOfTheStep()
    {
        Recording recording = WrittenFile.Read(WrittenWorkbook.Bytes("Record", [
            "Record\tCycle-Index\tStep-Index\tTestTime/Sec\tCurrent/mA\tVoltage/V\tCapacity/mAh", "1\t1\t1\t0\t0\t3.1\t0", "2\t1\t2\t10\t-2.5\t3.0\t0.007",
        ]));

        recording.Format.ShouldBe("landt-xlsx");
        recording.RowCount.ShouldBe(2);
        recording.Series().Single().Current.ShouldBe([0.0, -0.0025], 1e-15);
        recording.Series().Single().Time.ShouldBe([0.0, 10.0]);
        recording.Tables[0].Find("Capacity/mAh")!.Scope.ShouldBe(ColumnScope.Step);
    }

    [Fact]
    public void ArbinXlsx_MergedHeader_IsRefusedWithTheRange()
    {
        byte[] file = WrittenWorkbook.Bytes("Channel_1", [ArbinHeader, "0\t1\t1\t3.5\t0.1\t0", "1\t1\t1\t3.6\t0.1\t0.001"], merged: "D1:E1");

        var error = Should.Throw<InputException>(() => WrittenFile.Read(file));

        error.Problem.ShouldContain("merged cells D1:E1");
        error.Remedy.ShouldContain("Unmerge");
    }

    [Fact]
    public void Xlsx_MergedTitleAboveTheHeader_IsDescribed()
    {
        byte[] file = WrittenWorkbook.Bytes("Channel_1", ["Test of the cell\t\t\t\t\t", ArbinHeader, "0\t1\t1\t3.5\t0.1\t0"], merged: "A1:F1");

        Should.Throw<InputException>(() => WrittenFile.Read(file)).Problem
            .ShouldContain("a spreadsheet with the sheet 'Channel_1'; its first row ('Test of the cell', with merged cells A1:F1) is no header of Arbin or LANDT");
    }

    [Fact]
    public void ArbinXlsx_TextAmongNumbers_IsPointedOutAndKept()
    {
        Recording recording = WrittenFile.Read(WrittenWorkbook.Bytes("Channel_1", [ArbinHeader, "0\t1\t1\t3,5\t0.1\t0", "1\t1\t1\t3.6\t0.1\t0", "2\t1\t1\t3.7\t0.1\t0"]));

        recording.RowCount.ShouldBe(3);
        recording.Tables[0].Find("Voltage(V)")!.Values.Text(0).ShouldBe("3,5");
        recording.Warnings.ShouldContain(warning => warning.Contains("'Voltage(V)': 1 of 3 cells hold text among the numbers, the first '3,5' in record 1", StringComparison.Ordinal));
    }

    [Fact]
    public void ArbinXlsx_MergedCellsBelowTheHeader_AreNoMatter()
    {
        byte[] file = WrittenWorkbook.Bytes("Channel_1", [ArbinHeader, "0\t1\t1\t3.5\t0.1\t0", "1\t1\t1\t3.6\t0.1\t0.001"], merged: "A5:B6");

        WrittenFile.Read(file).RowCount.ShouldBe(2);
    }

    [Fact]
    public void ArbinXlsx_EntityExpansion_IsRefusedWithTheLimitByName()
    {
        byte[] file = WrittenWorkbook.Bytes(
            "Channel_1", [ArbinHeader, "0\t1\t1\t3.5\t0.1\t&x;"], prologue: "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY x \"&a;&a;&a;&a;&a;\">]>");

        Should.Throw<InputException>(() => WrittenFile.Read(file)).Message.ShouldContain("limit 'entity expansion'");

        var content = new FileContent("x.xlsx", file);
        Should.Throw<InputException>(() => new Instruments.Formats.ArbinXlsx.ArbinXlsxFormat().Read(content, ImportOptions.Default, CancellationToken.None))
            .Message.ShouldContain("limit 'entity expansion'");
    }

    [Fact]
    public void Ndax_EntityExpansionInADocument_IsNotExpanded()
    {
        string bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><root a=\"&c;\"/>";
        Recording recording = WrittenFile.Read(WrittenWorkbook.Archive(("TestInfo.xml", bomb), ("data.ndc", new string('\u0001', 64))));

        recording.Warnings.ShouldContain(warning => warning.Contains("no XML that can be read", StringComparison.Ordinal));
        recording.SettingText("TestInfo.xml").ShouldBe(bomb);
    }

    [Fact]
    public void Sheet_AbsurdColumn_IsRefusedOrPassedOver()
    {
        byte[] file = WrittenWorkbook.Archive(
            ("xl/workbook.xml", "<workbook><sheets><sheet name=\"Channel_1\" sheetId=\"1\"/></sheets></workbook>"),
            ("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row><row r=\"4294967296\"><c r=\"A9\"><v>1</v></c></row></sheetData></worksheet>"));
        long before = GC.GetAllocatedBytesForCurrentThread();

        Should.Throw<InputException>(() => WrittenFile.Read(file));

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(20_000_000);
    }
}
