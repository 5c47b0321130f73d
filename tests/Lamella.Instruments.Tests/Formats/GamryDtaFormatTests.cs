using Lamella.Core.Errors;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tests.Written;

namespace Lamella.Instruments.Tests.Formats;

[Trait("Level", "unit")]
public sealed class GamryDtaFormatTests
{
    private const string Head = "EXPLAIN\nTAG\tEISPOT\nTITLE\tLABEL\tPotentiostatic EIS\tTest &Identifier\n";
    private const string Spectrum = "ZCURVE\tTABLE\n\tPt\tTime\tFreq\tZreal\tZimag\tZmod\tZphz\tIdc\tVdc\n\t#\ts\tHz\tohm\tohm\tohm\t°\tA\tV\n"
        + "\t0\t1\t1000\t10\t-1\t10.05\t-5.71\t1E-6\t0.5\n\t1\t2\t100\t20\t-8\t21.54\t-21.8\t1E-6\t0.5\n\t2\t3\t10\t30\t-2\t30.07\t-3.8\t1E-6\t0.5\n";

    [Fact]
    public void Read_Notes_AreWholeAndSettingsGoOnAfterThem()
    {
        Recording recording = WrittenFile.Read(Head + "NOTES\tNOTES\t2\t&Notes...\n\tfirst line\n\tsecond line\nAREA\tQUANT\t2.5\t&Area (cm^2)\n" + Spectrum);

        recording.SettingText("NOTES").ShouldBe("first line\nsecond line");
        recording.SettingText("AREA").ShouldBe("2.5");
        recording.Settings.Single(setting => setting.Name == "AREA").Section.ShouldBe("QUANT Area (cm^2)");
    }

    [Fact]
    public void Read_Zimag_KeepsItsTrueSign()
    {
        Recording recording = WrittenFile.Read(Head + Spectrum);

        recording.Spectra().Single().NegativeImaginary.ShouldBe([1.0, 8.0, 2.0]);
        recording.Decided(DecisionKind.Sign, "Zimag").Choice.ShouldContain("true sign");
    }

    [Theory]
    [InlineData("", "states no electrode area")]
    [InlineData("AREA\tQUANT\t1.00000E+000\t&Area (cm^2)\n", "1 cm², which the software writes when nobody fills it in")]
    public void Read_AreaMissingOrUntouched_SaysSo(string area, string expected) =>
        WrittenFile.Read(Head + area + Spectrum).Warnings.ShouldContain(warning => warning.Contains(expected, StringComparison.Ordinal) && warning.Contains("--area", StringComparison.Ordinal));

    [Fact]
    public void Read_TablesAfterAnAbort_AreRead()
    {
        Recording recording = WrittenFile.Read(
            Head + Spectrum + "EXPERIMENTABORTED\tTOGGLE\tT\tExperiment Aborted\nFRACURVE\tTABLE\t2\n\tPt\tT\tV\tI\n\t#\tS\tV\tA\n\t0\t1\t0.1\t1E-3\n\t1\t2\t0.2\t2E-3\n");

        recording.Tables.Select(table => (table.Name, table.RowCount)).ShouldBe([("ZCURVE", 3), ("FRACURVE", 2)]);
        recording.Warnings.ShouldContain(warning => warning.Contains("aborted", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_DecimalCommaInOneTable_IsDecided()
    {
        Recording recording = WrittenFile.Read(Head + Spectrum.Replace('.', ','));

        recording.Tables[0].Find(ColumnRole.ImpedanceModulus)!.Values.Number(1).ShouldBe(21.54);
        recording.Decided(DecisionKind.DecimalMark, "numbers").Choice.ShouldBe("decimal comma");
    }

    [Fact]
    public void Read_MixedDecimalMarks_AreRefusedWithTheirLine()
    {
        var error = Should.Throw<InputException>(() => WrittenFile.Read(Head + Spectrum.Replace("21.54", "21,54", StringComparison.Ordinal)));

        error.Place.Line.ShouldBe(8);
        error.Remedy.ShouldContain("--decimal");
    }

    [Fact]
    public void Read_CutRow_KeepsWholeRecordsAndSaysHowMany()
    {
        string whole = Head + Spectrum;

        Recording recording = WrittenFile.Read(whole[..(whole.LastIndexOf("-2\t30.07", StringComparison.Ordinal) + 1)]);

        recording.RowCount.ShouldBe(2);
        recording.Shortfalls.Single().ToString().ShouldStartWith("ZCURVE: 2 of an unknown number of records, file ends at byte");
    }

    [Fact]
    public void Read_FewerPointsThanPlanned_SaysNOfM()
    {
        Recording recording = WrittenFile.Read(
            Head + "FREQINIT\tQUANT\t1E3\tf\nFREQFINAL\tQUANT\t1E0\tf\nPTSPERDEC\tQUANT\t1\tn\n" + Spectrum.Replace("\t2\t3\t10\t30\t-2\t30.07\t-3.8\t1E-6\t0.5\n", string.Empty, StringComparison.Ordinal));

        recording.Warnings.ShouldContain(warning => warning.StartsWith("ZCURVE: 2 of 4 planned records", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_OverloadBits_StayTextAndAreCounted()
    {
        Recording recording = WrittenFile.Read(
            "EXPLAIN\nTAG\tCHRONOA\nCURVE\tTABLE\t2\n\tPt\tT\tVf\tIm\tOver\tTemp\n\t#\ts\tV vs. Ref.\tA\tbits\tdeg C\n\t0\t0\t1\t1E-3\t...........\t-327.67\n\t1\t1\t1\t1E-3\t.......i...\t-327.67\n");

        recording.Tables[0].Find("Over")!.Values.Text(1).ShouldBe(".......i...");
        recording.Warnings.ShouldContain("CURVE: 1 of 2 records carry overload marks (column Over).");
        recording.Tables[0].Find(ColumnRole.Temperature).ShouldBeNull("−327.67 is no temperature");
        recording.Tables[0].Find("Temp")!.Values.Number(0).ShouldBe(-327.67);
        recording.Series().Single().Temperature.ShouldBeEmpty();
    }

    [Fact]
    public void Read_VoltammogramOfSeveralCycles_GivesOneSweepEach()
    {
        const string Curve = "\tPt\tT\tVf\tIm\n\t#\ts\tV vs. Ref.\tA\n\t0\t0\t1\t1E-3\n\t1\t1\t1.1\t2E-3\n";

        Recording recording = WrittenFile.Read($"EXPLAIN\nTAG\tCV\nCURVE1\tTABLE\n{Curve}CURVE2\tTABLE\n{Curve}");

        recording.Sweeps().Length.ShouldBe(2);
        recording.Sweeps()[1].Current.ShouldBe([1e-3, 2e-3]);
    }

    [Fact]
    public void Read_SignAskedFor_TurnsTheCurrentAndKeepsTheColumn()
    {
        const string Text = "EXPLAIN\nTAG\tPWR800_CHARGE\nCONVENTION\tIQUANT\t1\tCurrent Convention\nCURVE\tTABLE\n\tPt\tT\tVf\tIm\n\t#\ts\tV vs. Ref.\tA\n\t0\t0\t1\t1E-3\n\t1\t1\t1.1\t2E-3\n";

        Recording recording = WrittenFile.Read(Text, new ImportOptions { Sign = CurrentSign.PositiveDischarges });

        recording.Series().Single().Current.ShouldBe([-1e-3, -2e-3]);
        recording.Tables[0].Find("Im")!.Values.Number(0).ShouldBe(1e-3);
        recording.Decided(DecisionKind.Sign, "current").Overridden.ShouldBeTrue();
    }

    [Fact]
    public void Read_RowsThatBeginWithBlanks_AreTakenApartAtBlanks()
    {
        Recording recording = WrittenFile.Read(
            "EXPLAIN\nTAG\tCHRONOA\nCURVE\tTABLE\n   Pt T Vf Im\n   # s V vs. Ref. A\n   0 0 1.5 1E-3\n   1 2 1.6 2E-3\n");

        recording.Series().Single().Voltage.ShouldBe([1.5, 1.6]);
    }

    [Fact]
    public void Read_SpectrumCutAway_SaysThatItIsMissing() =>
        WrittenFile.Read(Head + "AREA\tQUANT\t2\t&Area (cm^2)\n").Shortfalls.Single().ToString().ShouldContain("ZCURVE: 0 of an unknown number of records");

    [Fact]
    public void Read_UnknownColumn_IsKeptAndFlagged()
    {
        RecordingColumn column = WrittenFile.Read(Head + Spectrum.Replace("Zmod", "Znew", StringComparison.Ordinal)).Tables[0].Find("Znew")!;

        column.IsKnown.ShouldBeFalse();
        column.Values.Number(0).ShouldBe(10.05);
    }
}
