using Lamella.Core.Errors;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tests.Written;

namespace Lamella.Instruments.Tests.Formats;

[Trait("Level", "unit")]
public sealed class EisCsvFormatTests
{
    private const string Capacitive = "1000,10,-1\n100,20,-8\n10,30,-5\n1,40,-2\n";

    [Theory]
    [InlineData("freq/Hz,Re(Z)/Ohm,-Im(Z)/Ohm\n1000,10,1\n100,20,8\n10,30,5\n")]
    [InlineData("frequency_Hz,Zreal_ohm,Zimag_ohm\n1000,10,-1\n100,20,-8\n10,30,-5\n")]
    [InlineData("freq_kHz;Z_re_Ohm;-Z_im_Ohm\n1;10;1\n0.1;20;8\n0.01;30;5\n")]
    [InlineData("Frequency (Hz);Z' (Ω);-Z'' (Ω)\n1000;10;1\n100;20;8\n10;30;5\n")]
    [InlineData("f [kHz]\tZreal [kOhm]\tZimag [kOhm]\n1\t0.01\t-0.001\n0.1\t0.02\t-0.008\n0.01\t0.03\t-0.005\n")]
    [InlineData("f, Z′, Z″\n1000,10,-1\n100,20,-8\n10,30,-5\n")]
    [InlineData("# measured by hand\nf Zre Zim\n1000 10 -1\n100 20 -8\n10 30 -5\n")]
    [InlineData("Frequency/Hz\tneg. Z''/Ohm\tZ'/Ohm\n1000\t1\t10\n100\t8\t20\n10\t5\t30\n")]
    [InlineData("f;Z';Z''\n1000,0;10,0;-1,0\n100,0;20,0;-8,0\n10,0;30,0;-5,0\n")]
    public void Read_ManySpellings_GiveOneSpectrum(string text)
    {
        var spectrum = WrittenFile.Read(text).Spectra().Single();

        spectrum.Frequency.ShouldBe([1000.0, 100.0, 10.0], 1e-9);
        spectrum.Real.ShouldBe([10.0, 20.0, 30.0], 1e-12);
        spectrum.NegativeImaginary.ShouldBe([1.0, 8.0, 5.0], 1e-12);
    }

    [Theory]
    [InlineData("f,Zre,Zim\n1000,10,-1\n100,20,-8\n10,30,-5\n", "'f', 'Zre', 'Zim'")]
    [InlineData("freq/Hz,Zre,Zim\n1000,10,-1\n100,20,-8\n10,30,-5\n", "'Zre', 'Zim'")]
    [InlineData("freq/Hz,Re(Z)/Ohm,-Im(Z)/Ohm\n1000,10,1\n100,20,8\n10,30,5\n", null)]
    public void Read_HeadingsWithoutUnits_SaysWhatTheyAreTakenFor(string text, string? named)
    {
        string[] said = [.. WrittenFile.Read(text).Warnings.Where(warning => warning.StartsWith("The headings name no unit", StringComparison.Ordinal))];

        said.ShouldBe(named is null ? [] : [$"The headings name no unit of {named}: frequencies are taken for Hz and impedances for Ω."]);
    }

    [Theory]
    [InlineData("20000,abc,8")]
    [InlineData("20000,20,")]
    [InlineData("0,20,8")]
    [InlineData("-100,20,8")]
    [InlineData("NaN,20,8")]
    public void Read_BrokenRowInsideASweep_CutsNoSpectrumInTwo(string broken)
    {
        // The frequency of the broken row turns back where the row has one; a row that is in no spectrum says nothing of sweeps.
        var spectrum = WrittenFile.Read($"freq/Hz,Re(Z)/Ohm,-Im(Z)/Ohm\n10000,10,1\n1000,15,4\n300,17,6\n{broken}\n30,30,5\n10,35,4\n1,40,2\n").Spectra().Single();

        spectrum.Frequency.ShouldBe([10000.0, 1000.0, 300.0, 30.0, 10.0, 1.0]);
        spectrum.Real.ShouldBe([10.0, 15.0, 17.0, 30.0, 35.0, 40.0]);
    }

    [Fact]
    public void Read_PositiveImaginaryWithoutMinus_IsAskedNotGuessed()
    {
        const string Text = "f,Z',Z''\n1000,10,1\n100,20,8\n10,30,5\n1,40,2\n";

        Recording open = WrittenFile.Read(Text);

        open.Spectra().ShouldBeEmpty();
        open.Decided(DecisionKind.Sign, "'Z'''").Choice.ShouldBe("not decided");
        open.Warnings.ShouldContain(warning => warning.Contains("--imaginary true or turned", StringComparison.Ordinal));
        open.Tables[0].Find("Z''")!.Values.Number(1).ShouldBe(8.0);
        WrittenFile.Read(Text, new ImportOptions { ImaginarySign = ImpedanceSign.Turned }).Spectra().Single().NegativeImaginary.ShouldBe([1.0, 8.0, 5.0, 2.0]);
        WrittenFile.Read(Text, new ImportOptions { ImaginarySign = ImpedanceSign.TrueSign }).Spectra().Single().NegativeImaginary.ShouldBe([-1.0, -8.0, -5.0, -2.0]);
    }

    [Fact]
    public void Read_PhaseBesideIt_SettlesTheSign()
    {
        Recording recording = WrittenFile.Read("f,Z',Z'',Phase/deg\n1000,10,1,-5.7\n100,20,8,-21.8\n10,30,5,-9.5\n1,40,2,-2.9\n");

        recording.Spectra().Single().NegativeImaginary.ShouldBe([1.0, 8.0, 5.0, 2.0]);
        recording.Decided(DecisionKind.Sign, "'Z'''").Evidence.ShouldContain("phase beside it is negative");
    }

    [Fact]
    public void Read_MinusInTheName_HoldsAgainstTheData()
    {
        // An inductive cell: -Z'' is negative, and that is what the name says.
        WrittenFile.Read("f,Z',-Z''\n1000,10,-4\n100,10,-3\n10,10,-2\n1,10,-1\n").Spectra().Single().NegativeImaginary.ShouldBe([-4.0, -3.0, -2.0, -1.0]);
    }

    [Fact]
    public void Read_ModulusAndPhase_GiveTheSpectrum()
    {
        var spectrum = WrittenFile.Read("f/Hz,|Z|/Ohm,Phase/rad\n1000,10,-0.5\n100,20,-1\n10,30,-0.2\n").Spectra().Single();

        spectrum.Real[1].ShouldBe(20.0 * Math.Cos(1.0), 1e-12);
        spectrum.NegativeImaginary[1].ShouldBe(20.0 * Math.Sin(1.0), 1e-12);
    }

    [Fact]
    public void Read_PhaseWithoutUnit_IsDegreesOnlyWhereThatIsSure()
    {
        WrittenFile.Read("f,|Z|,Phase\n1000,10,-30\n100,20,-60\n10,30,-10\n").Decided(DecisionKind.Unit, "'Phase'").Choice.ShouldBe("deg");

        Recording open = WrittenFile.Read("f,|Z|,Phase\n1000,10,-0.3\n100,20,-0.6\n10,30,-0.1\n");
        open.Spectra().ShouldBeEmpty();
        open.Warnings.ShouldContain(warning => warning.Contains("degrees or radians", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_SpectraOneAfterAnother_AreSplitWhereTheFrequencyTurnsBack()
    {
        Recording recording = WrittenFile.Read("f,Z',Z''\n" + Capacitive + Capacitive + Capacitive);

        recording.RowCount.ShouldBe(12);
        recording.Spectra().Select(spectrum => spectrum.Frequency.Length).ShouldBe([4, 4, 4]);
    }

    [Fact]
    public void Read_RepeatedHeadings_BeginNewTables()
    {
        Recording recording = WrittenFile.Read($"cell A\nf,Z',Z''\n{Capacitive}\ncell B\nf,Z',Z''\n{Capacitive}");

        recording.Tables.Select(table => table.RowCount).ShouldBe([4, 4]);
        recording.Settings.Select(setting => setting.Text).ShouldBe(["cell A", "cell B"]);
    }

    [Fact]
    public void Read_SpectraSideBySide_AreOneTableEachWithTheirOwnLength()
    {
        Recording recording = WrittenFile.Read("f,Z',Z'',f,Z',Z''\n1000,1,-1,500,5,-5\n100,2,-2,50,6,-6\n10,3,-3,,,\n");

        recording.Tables.Select(table => table.RowCount).ShouldBe([3, 2]);
        recording.Spectra()[1].Frequency.ShouldBe([500.0, 50.0]);
    }

    [Fact]
    public void Read_DuplicateAndUnsortedFrequencies_StayAsTheyAre()
    {
        double[] f = [1000.0, 50.0, 700.0, 50.0, 50.0, 3.0];

        var spectrum = WrittenFile.Read("f,Z',Z''\n" + string.Concat(f.Select(value => FormattableString.Invariant($"{value},1,-1\n")))).Spectra().Single();

        spectrum.Frequency.ShouldBe(f);
    }

    [Fact]
    public void Read_RecordsWithFrequencyZero_StayInTheTable()
    {
        Recording recording = WrittenFile.Read("t/s,f/Hz,Z'/Ohm,Z''/Ohm,I/A,Ewe/V\n0,1000,1,-1,0,3\n1,100,2,-2,0,3\n2,10,3,-3,0,3\n3,0,0,0,0.1,3.1\n");

        recording.RowCount.ShouldBe(4);
        recording.Spectra().Single().Frequency.Length.ShouldBe(3);
        recording.Series().Single().Current.ShouldBe([0.1]);
        recording.Decided(DecisionKind.Structure, "records without frequency").Evidence.ShouldBe("1 of 4 records have no frequency above 0");
    }

    [Fact]
    public void Read_AreaSpecificImpedance_NeedsTheArea()
    {
        const string Text = "f/Hz,Z'/Ohm.cm2,Z''/Ohm.cm2\n1000,10,-1\n100,20,-8\n10,30,-5\n";

        Recording open = WrittenFile.Read(Text);

        open.Spectra().ShouldBeEmpty();
        open.Warnings.ShouldContain(warning => warning.Contains("never assumed", StringComparison.Ordinal));
        WrittenFile.Read(Text, new ImportOptions { ElectrodeArea = 2e-4 }).Spectra().Single().Real.ShouldBe([5.0, 10.0, 15.0], 1e-12);
    }

    [Fact]
    public void Read_MixedDecimalMarks_AreRefused() =>
        Should.Throw<InputException>(() => WrittenFile.Read("f;Z';Z''\n1000.5;10.1;-1.1\n100.5;20,25;-8.1\n10.5;30.1;-5.1\n")).Place.Line.ShouldBe(3);

    [Fact]
    public void Read_NoHeadings_IsTakenForASpectrumOnlyWithEvenDecades()
    {
        string spectrum = string.Concat(Enumerable.Range(0, 13).Select(i => FormattableString.Invariant($"{Math.Pow(10.0, 4 - (i / 3.0)):R} {10 + i} {-1 - i}\n")));
        string series = string.Concat(Enumerable.Range(1, 40).Select(i => FormattableString.Invariant($"{10 * i} 3.7 0.5\n")));

        Recording recording = WrittenFile.Read(spectrum);

        recording.Spectra().Single().Frequency.Length.ShouldBe(13);
        recording.Warnings.ShouldContain(warning => warning.Contains("no headings", StringComparison.Ordinal));
        Should.Throw<InputException>(() => WrittenFile.Read(series)).Problem.ShouldContain("no known format");
    }

    [Fact]
    public void Read_StrayCells_AreKeptAndLeftOutOfTheSpectrum()
    {
        Recording recording = WrittenFile.Read("f,Z',Z''\n1000,10,-1\n100,N/A,-8\n10,30,-5\n1,40,-2\n");

        recording.RowCount.ShouldBe(4);
        recording.Tables[0].Find("Z'")!.Values.Text(1).ShouldBe("N/A");
        recording.Spectra().Sum(spectrum => spectrum.Frequency.Length).ShouldBe(3);
    }

    [Fact]
    public void Read_CutFile_SaysSo()
    {
        WrittenFile.Read("f,Z',Z''\n1000,10,-1\n100,20,-8\n10,3").Shortfalls.Single().ToString().ShouldStartWith("2 of an unknown number of records");
        WrittenFile.Read("f,Z',Z''\n1000,10,-1\n100,20,-8\n10,30,-5").Warnings.ShouldContain(warning => warning.Contains("no line end", StringComparison.Ordinal));
    }
}
