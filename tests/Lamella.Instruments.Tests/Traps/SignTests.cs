using Lamella.Core.Measurements;
using Lamella.Instruments.Measurements;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tests.Corpus;
using Lamella.Instruments.Tests.Written;

namespace Lamella.Instruments.Tests.Traps;

/// <summary>Trap 1: which current charges.</summary>
public sealed class SignTests
{
    private const double Clearly = 0.8;

    /// <summary>Lists real cells that were cycled, one of each vendor and layout.</summary>
    public static TheoryData<string> Cycled() =>
    [
        "arbin_csv/arbin_example.csv", "arbin_res/arbin_example.res", "arbin_xlsx/bs542_004_gr_li_50ua_50mv_1v_191020_Channel_11.xlsx",
        "batterydata_csv/p492-13-raw.csv", "bdf_csv/SINTEF__LiGrR2032__2024-04-30__25degC__Landt.bdf.csv", "biologic_mpr/gcpl.mpr", "biologic_mpr/yj277_NP52_LiFTSI_LiNO3_1st_C_100_2nd_C_10_C11.mpr",
        "landt/LANHE_GPCL.ccs", "landt/SINTEF__LiGrR2032__2024-04-30__25degC__Landt.csv",
        "maccor_txt/maccor_one.txt", "maccor_txt/example_formation.062", "neware_csv/neware_uio.csv", "neware_nda/TestFile.nda", "neware_nda/nda_v22.nda",
        "neware_ndax/TESTCELL0001-B2-2025-M50T_NewareNDA_Investigation.ndax", "novonix_csv/sample_data_novonix.csv",
    ];

    [Theory]
    [MemberData(nameof(Cycled))]
    [Trait("Level", "identity")]
    public void Read_CycledCell_RisesInVoltageWhereTheCurrentIsPositive(string file)
    {
        Recording recording = InstrumentReader.Read(CorpusFolder.Require(file));
        TimeSeries series = MeasurementBuilder.From(recording).Items.Select(item => item.Measurement).OfType<TimeSeries>().MaxBy(item => item.Length)!;
        double along = 0.0, all = 0.0;
        for (int begin = 0, end = 0; begin < series.Length; begin = end)
        {
            // From the beginning to the end of one direction of current: the jump where it turns says nothing.
            int direction = Math.Sign(series.Current[begin]);
            for (end = begin + 1; end < series.Length && Math.Sign(series.Current[end]) == direction; end++)
            {
            }

            double rise = series.Voltage[end - 1] - series.Voltage[begin];
            (along, all) = (along + (direction * rise), all + (direction == 0 ? 0.0 : Math.Abs(rise)));
        }

        all.ShouldBeGreaterThan(0.0);
        (along / all).ShouldBeGreaterThan(Clearly);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Read_BpxValidation_CountsDischargeAsNegative()
    {
        Recording recording = WrittenFile.Read(
            "{\"Header\": {\"BPX\": \"0.4.0\"}, \"Parameterisation\": {}, \"Validation\": {\"1C\": {\"Time [s]\": [0, 10], \"Current [A]\": [-1, -1], \"Voltage [V]\": [4.1, 4.0], \"Temperature [K]\": [298, 298]}}}");

        recording.Series().Single().Current.ShouldBe([-1.0, -1.0]);
        recording.Warnings.ShouldContain(warning => warning.Contains("parameter set", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("arbin_csv/sample_data_arbin.csv")]
    [InlineData("biologic_mpr/gcpl.issue_226.CxN.mpr")]
    [InlineData("bdf_csv/sample.bdf.csv")]
    [InlineData("landt/LANHE_GPCL.ccs")]
    [InlineData("maccor_txt/maccor_example.001")]
    [InlineData("neware_csv/interp-test.csv")]
    [InlineData("novonix_csv/sample_data_novonix.csv")]
    [InlineData("pec_csv/Test25195.csv")]
    [Trait("Level", "unit")]
    public void Read_HalfCellWithTurnedSign_IsTurnedWhenAskedAndKeepsTheVendorsColumn(string file)
    {
        string path = CorpusFolder.Require(file);
        RecordingColumn plain = Current(InstrumentReader.Read(path));
        RecordingColumn turned = Current(InstrumentReader.Read(path, new ImportOptions { Sign = CurrentSign.PositiveDischarges }));

        turned.Values.ToNumbers().ShouldBe(plain.Values.ToNumbers());
        turned.ToSi().ShouldBe(plain.ToSi().Select(value => -value));
    }

    private static RecordingColumn Current(Recording recording) => recording.Tables.Select(table => table.Find(ColumnRole.Current)).OfType<RecordingColumn>().First();
}
