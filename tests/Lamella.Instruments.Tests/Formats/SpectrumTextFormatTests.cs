using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tests.Written;

namespace Lamella.Instruments.Tests.Formats;

/// <summary>The programs that write spectra as text: ZPlot, Autolab, Elchemea, CHI, PARSTAT, VersaStudio.</summary>
[Trait("Level", "unit")]
public sealed class SpectrumTextFormatTests
{
    [Fact]
    public void Zplot_KeyedLayout_KeepsCommentsSectionsAndStatedCount()
    {
        Recording recording = WrittenFile.Read(
            "ZPLOT2 ASCII\n  Date:    31-12-2018\n  Begin User Comments: 1\n  pellet: pressed\n  End User Comments: 1\n  Begin Information: Cell\n    Surface Area: 0.785\n  End Information: Cell\n"
            + "  Data Points: 4\n  Freq(Hz)\tAmpl\tBias\tTime(Sec)\tZ'(a)\tZ''(b)\tGD\tErr\tRange\nEnd Comments\n1E3\t0\t0\t1\t10\t-1\t0\t0\t4\n1E2\t0\t0\t2\t20\t-8\t0\t0\t4\n");

        recording.Format.ShouldBe("zplot-z");
        recording.Spectra().Single().NegativeImaginary.ShouldBe([1.0, 8.0]);
        recording.Settings.ShouldContain(new Setting("User Comments", "comment", "pellet: pressed"));
        recording.Decided(DecisionKind.Unit, "electrode area").Choice.ShouldBe("0.785 cm²");
        recording.Decided(DecisionKind.DateOrder, "Date").Choice.ShouldBe("day first");
        recording.Warnings.ShouldContain(warning => warning.StartsWith("2 of 4 records stated", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ZPlotW Data File: Version 3.2c", "zplot-z")]
    [InlineData("Z60W Data File: Version 1.1", "autolab-zview")]
    public void Zplot_QuotedLayout_IsReadWithAndWithoutBlanks(string first, string format)
    {
        Recording recording = WrittenFile.Read(
            $"\"{first}\"\n\"\"\n0,2,0,1,0.1,10000\n2\n\"  Freq (Hz)    Ampl     Bias   Time(Sec)   Z'(a)    Z''(b)    GD   Err   Range\"\n1000, 0, 0, 0, 10, -1, 0, 0, 0\n100,0,0,0,20,-8,0,0,0\n");

        recording.Format.ShouldBe(format);
        recording.Tables[0].StatedRowCount.ShouldBe(2);
        recording.Spectra().Single().Real.ShouldBe([10.0, 20.0]);
    }

    [Fact]
    public void Zplot_HeadingsCutAway_SaysThatEveryRecordIsMissing() =>
        WrittenFile.Read("ZPLOT2 ASCII\n  Date:    31-12-2018\n").Shortfalls.Single().Records.ShouldBe(0);

    [Fact]
    public void Autolab_Dfr_TurnsTheSignAndCountsCutPoints()
    {
        const string Point = " 1000.0\n 10.0\n 1.5\n 0.1\n 0.2\n 3.0\n 0.0\n 0.0\n 0.0\n";

        Recording whole = WrittenFile.Read("VERSION8.0\n 2\n 1\n" + Point + Point.Replace("1000", "100", StringComparison.Ordinal) + " 13.07.2022 22:32:00\n");
        Recording cut = WrittenFile.Read("VERSION8.0\n 2\n 1\n" + Point + " 100.0\n 20.0\n");

        whole.Spectra().Single().NegativeImaginary.ShouldBe([1.5, 1.5]);
        whole.Settings.ShouldContain(setting => setting.Text == "13.07.2022 22:32:00");
        whole.Shortfalls.ShouldBeEmpty();
        cut.Shortfalls.Single().ToString().ShouldStartWith("1 of 2 records");
    }

    [Fact]
    public void Autolab_Nova_TakesTheMinusFromTheHeadingAndTheCommaFromTheCells()
    {
        Recording recording = WrittenFile.Read(
            "Index;Frequency (Hz);Z' (Ω);-Z'' (Ω);Z (Ω);-Phase (°);Time (s)\n1;1000,5;10,5;1,5;10,6;8,1;0,5\n2;100,5;20,5;8,5;22,2;22,5;1,5\n");

        recording.Format.ShouldBe("autolab-nova");
        recording.Spectra().Single().NegativeImaginary.ShouldBe([1.5, 8.5]);
    }

    [Fact]
    public void Autolab_P00_ReadsTheCountBetweenHeadingsAndRecords()
    {
        Recording recording = WrittenFile.Read("FRA\n f/Hz   Z'/Ohm   -Z''/Ohm   time/s   Edc/V   Idc/A\n 3\n1000\t10\t1\t0\t3.1\t0\n100\t20\t8\t1\t3.1\t0\n");

        recording.Format.ShouldBe("autolab-p00");
        recording.Tables[0].StatedRowCount.ShouldBe(3);
        recording.Spectra().Single().NegativeImaginary.ShouldBe([1.0, 8.0]);
    }

    [Fact]
    public void Elchemea_FreeLines_AreSettings()
    {
        Recording recording = WrittenFile.Read("a\nb\nc\nd\n\n3\n1000 10 -1\n100 20 -8\n10 30 -5\n");

        recording.Format.ShouldBe("elchemea-i2b");
        recording.Settings.Select(setting => setting.Text).ShouldBe(["a", "b", "c", "d", "", "3"]);
        recording.Spectra().Single().NegativeImaginary.ShouldBe([1.0, 8.0, 5.0]);
    }

    [Fact]
    public void Chi_Voltammogram_IsASweepAndSaysThatTheSignIsOpen()
    {
        const string Text = "Feb. 20, 2020   15:55:08\nCyclic Voltammetry\nInstrument Model:  CHI660E\nScan Rate (V/s) = 0.1\n\nPotential/V, Current/A\n\n0.1, 1e-6\n0.2, 2e-6\n";

        Recording recording = WrittenFile.Read(Text);

        recording.Technique.ShouldBe("Cyclic Voltammetry");
        recording.SettingText("Scan Rate (V/s)").ShouldBe("0.1");
        recording.Sweeps().Single().Current.ShouldBe([1e-6, 2e-6]);
        recording.Warnings.ShouldContain(warning => warning.Contains("say --sign", StringComparison.Ordinal));
        WrittenFile.Read(Text, new ImportOptions { Sign = CurrentSign.PositiveDischarges }).Sweeps().Single().Current.ShouldBe([-1e-6, -2e-6]);
    }

    [Fact]
    public void Parstat_RecordsWithFrequencyZero_AreATableOfTheirOwnInTheOrderOfTheFile()
    {
        Recording recording = WrittenFile.Read(
            "Potential (V)\tCurrent (A)\tElapsed Time (s)\tFrequency (Hz)\tZre (ohms)\tZim (ohms)\n3.5\t-0.1\t10\t0\t0\t0\n3.4\t-0.1\t20\t0\t0\t0\n3.4\t0\t30\t1000\t10\t-1\n3.4\t0\t31\t100\t20\t-8\n");

        recording.Tables.Select(table => (table.Name, table.RowCount)).ShouldBe([("DC", 2), ("", 2)]);
        recording.RowCount.ShouldBe(4);
        recording.Series().Single().Voltage.ShouldBe([3.5, 3.4]);
        recording.Spectra().Single().Frequency.ShouldBe([1000.0, 100.0]);
    }

    [Fact]
    public void PowerSuite_DoubledCarriageReturns_AreLineEnds() =>
        WrittenFile.Read("Frequency\t Zre\t Zimg\r\r\n0.1\t 40\t -5\r\r\n1\t 30\t -4\r\r\n").Spectra().Single().NegativeImaginary.ShouldBe([5.0, 4.0]);

    [Fact]
    public void VersaStudio_EverySegment_IsATable()
    {
        const string Text = "<Application>\nName=VersaStudio\n</Application>\n<Instrument>\nModel=PARSTAT MC\n</Instrument>\n<Action1>\nName=Potentiostatic EIS\n</Action1>\n"
            + "<Segment1>\nType=2\nDefinition=Segment #, Point #, E(V), I(A), Elapsed Time(s), Frequency(Hz), Z Real, Z Imag\n0,0,3.5,0,1,1000,10,-1\n0,1,3.5,0,2,100,20,-8\n</Segment1>\n"
            + "<Segment2>\nDefinition=Segment #, Point #, E(V), I(A), Elapsed Time(s)\n1,0,3.5,0.1,3\n1,1,3.6,0.1,4\n</Segment2>\n";

        Recording recording = WrittenFile.Read(Text);
        Recording cut = WrittenFile.Read(Text[..Text.IndexOf("1,1,3.6", StringComparison.Ordinal)]);

        recording.Tables.Select(table => (table.Name, table.RowCount)).ShouldBe([("Segment1", 2), ("Segment2", 2)]);
        recording.Instrument.ShouldBe("PARSTAT MC");
        recording.Technique.ShouldBe("Potentiostatic EIS");
        recording.Spectra().Single().NegativeImaginary.ShouldBe([1.0, 8.0]);
        recording.Series().Single().Voltage.ShouldBe([3.5, 3.6]);
        cut.Shortfalls.Single().Table.ShouldBe("Segment2");
    }
}
