using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tests.Written;

namespace Lamella.Instruments.Tests.Formats;

/// <summary>Maccor's exports and LANDT's text export, which borrows their names.</summary>
[Trait("Level", "unit")]
public sealed class MaccorFormatTests
{
    private const string Unsigned =
        "Today''s Date\t06/19/2023\nRec#\tCyc#\tStep\tTest (Sec)\tStep (Sec)\tAmp-hr\tWatt-hr\tAmps\tVolts\tState\tES\tDPt Time\n"
        + "1\t0\t1\t0.0\t0.0\t0.0\t0.0\t0.0\t3.0\tR\t0\t06/19/2023 10:00:00\n2\t0\t2\t10.0\t0.0\t0.0\t0.0\t0.5\t3.2\tC\t1\t06/19/2023 10:00:10\n"
        + "3\t0\t3\t20.0\t0.0\t0.0\t0.0\t0.5\t2.9\tD\t1\t06/19/2023 10:00:20\n4\t0\t3\t30.0\t10.0\t0.001\t0.003\t0.5\t2.8\tD\t1\t06/19/2023 10:00:30\n";

    [Fact]
    public void Maccor_UnsignedCurrentWithState_GetsASignedColumnBesideIt()
    {
        Recording recording = WrittenFile.Read(Unsigned);

        recording.Format.ShouldBe("maccor-txt");
        recording.Series().Single().Current.ShouldBe([0.0, 0.5, -0.5, -0.5]);
        recording.Tables[0].Find("Amps")!.Values.ToNumbers().ShouldBe([0.0, 0.5, 0.5, 0.5]);
        recording.Tables[0].Find("Amps (signed)")!.IsDerived.ShouldBeTrue();
        recording.Decided(DecisionKind.Sign, "Amps").Evidence.ShouldContain("2 of 4 records are in state D");
    }

    [Fact]
    public void Maccor_SignAskedFor_TurnsTheSignedColumn() =>
        WrittenFile.Read(Unsigned, new ImportOptions { Sign = CurrentSign.PositiveDischarges }).Series().Single().Current.ShouldBe([0.0, -0.5, 0.5, 0.5]);

    [Fact]
    public void Maccor_CapacityAndCycles_AreOfTheStepAndNotRenumbered()
    {
        RecordingTable table = WrittenFile.Read(Unsigned).Tables[0];

        table.Find("Amp-hr")!.Scope.ShouldBe(ColumnScope.Step);
        table.Find(ColumnRole.Cycle)!.Values.ToNumbers().ShouldBe([0.0, 0.0, 0.0, 0.0]);
    }

    [Fact]
    public void LandtText_HeadingsWithoutBlanks_AreLandts()
    {
        Recording recording = WrittenFile.Read(
            "Rec#\tCyc#\tStep\tTest(Sec)\tStep(Sec)\tAmp-hr\tWatt-hr\tAmps\tVolts\tState\tES\tDPt-Time\n"
            + "1\t1\t1\t0\t0\t0\t0\t0.001\t3.0\tC\t0\t2023-06-19 10:00:00\n2\t1\t2\t5\t0\t0\t0\t0.001\t2.9\tD\t0\t2023-06-19 10:00:05\n");

        recording.Format.ShouldBe("landt-txt");
        recording.Series().Single().Time.ShouldBe([0.0, 5.0]);
        recording.Series().Single().Current.ShouldBe([0.001, -0.001]);
        recording.Tables[0].Find("Amp-hr")!.Scope.ShouldBe(ColumnScope.Step);
    }

    [Fact]
    public void MaccorFra_SettingsAndSpectrum_AreRead()
    {
        Recording recording = WrittenFile.Read(
            "MACCOR AC Impedance Test\nTest Name: cell 4\nChannel: 7\n\nFreq (Hz)\tPolar (V)\ttime (s)\tZ'(a)\tZ''(b)\n"
            + "100000\t3.7\t0\t10\t-1\n1000\t3.7\t1\t20\t-5\n10\t3.7\t2\t30\t-2\n");

        recording.Format.ShouldBe("maccor-txt-fra");
        recording.SettingText("Test Name").ShouldBe("cell 4");
        recording.Spectra().Single().Frequency.ShouldBe([1e5, 1e3, 10.0]);
        recording.Spectra().Single().NegativeImaginary.ShouldBe([1.0, 5.0, 2.0]);
        recording.Warnings.ShouldContain(warning => warning.Contains("electrode area", StringComparison.Ordinal));
    }
}
