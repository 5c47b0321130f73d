using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Tests.Corpus;

/// <summary>Neware's files against what BTSDA, the vendor's own software, exports from them: every row of every column.</summary>
[Trait("Level", "published")]
public sealed class VendorExportTests
{
    private const double SinglePrecision = 2.4e-7; // the export is in single precision, and rounded once more where its unit was changed
    private const double Millisecond = 2e-3, TenthOfMillivolt = 0.1; // as printed; of pulses, the export cuts off what is below 1 ms

    /// <summary>Lists the files, their exports, and the last digit that each export prints [µA, mA s, mW s]; 0 where it prints all.</summary>
    public static TheoryData<string, string, double, double, double> Pairs() => new()
    {
        { "neware_nda/nda_v8.nda", "neware_nda/reference/nda_v8.parquet", 0.0, 0.1, 0.0 },
        { "neware_nda/nda_v22.nda", "neware_nda/reference/nda_v22.parquet", 0.0, 1.0, 0.0 },
        { "neware_nda/new_nda_file.nda", "neware_nda/reference/new_nda_file.parquet", 0.0, 0.1, 0.0 },
        { "neware_nda/2-1-6_61_07005012.nda.zip", "neware_nda/reference/2-1-6_61_07005012.parquet", 10.0, 3.6, 36.0 }, // 1 mA h, 10 mW h
        { "neware_nda/TestFile.nda", "neware_nda/reference/TestFile.parquet", 0.0, 0.36, 0.36 }, // 0.1 mA h, 0.1 mW h
        { "neware_nda/SIM.nda.zip", "neware_nda/reference/SIM.parquet", 0.0, 1.0, 0.0 },
        { "neware_ndax/21_10_7_85.ndax", "neware_ndax/reference/21_10_7_85.parquet", 0.0, 0.0, 0.0 },
        { "neware_ndax/46_1_5_60_bts16.ndax", "neware_ndax/reference/46_1_5_60_bts16.parquet", 0.1, 1.0, 0.0 },
        { "neware_ndax/TESTCELL0001-B2-2025-M50T_NewareNDA_Investigation.ndax", "neware_ndax/reference/TESTCELL0001-B2-2025-M50T_NewareNDA_Investigation.parquet", 1.0, 0.01, 0.0 },
        { "neware_ndax/Unit27_Example_Data_File.ndax", "neware_ndax/reference/Unit27_Example_Data_File.parquet", 0.0, 0.0, 0.0 },
        { "neware_ndax/nw4-120-1-6-53.ndax", "neware_ndax/reference/nw4-120-1-6-53.parquet", 1.0, 1e-4, 1e-4 },
        { "neware_ndax/scrubbed_ndc2.ndax", "neware_ndax/reference/scrubbed_ndc2.parquet", 0.0, 0.0, 0.0 },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Read_NewareFile_HasEveryRowOfTheVendorsExport(string file, string export, double current, double capacity, double energy)
    {
        RecordingTable own = InstrumentReader.Read(CorpusFolder.Require(file)).Tables.First(table => !table.IsSummary);
        RecordingTable known = InstrumentReader.Read(CorpusFolder.Require(export)).Tables[0];

        own.RowCount.ShouldBe(known.RowCount);
        foreach (string counter in new[] { "Cycle Index", "Step Index", "Step Count" })
        {
            own.Find(counter)!.Values.ToNumbers().AsSpan().SequenceEqual(known.Find(counter)!.Values.ToNumbers()).ShouldBeTrue(counter);
        }

        Kinds(own.Find("Step Type")!).ShouldBe(Kinds(known.Find("Step Type")!));
        Check(own.Find(ColumnRole.StepTime), 1.0, known.Find("Time"), Millisecond);
        Check(own.Find(ColumnRole.TestTime), 1.0, known.Find("Total Time"), Millisecond);
        Check(own.Find(ColumnRole.Voltage), 1e3, known.Find("Voltage(mV)"), TenthOfMillivolt);
        Check(own.Find(ColumnRole.Current), 1e6, known.Find("Current(uA)"), current);
        Check(own.Find("Capacity"), 1e3, known.Find("Capacity(mAs)"), capacity);
        Check(own.Find("Energy"), 1e3, known.Find("Energy(mWs)"), energy);
    }

    /// <summary>Compares every number within half the last digit that is printed.</summary>
    private static void Check(RecordingColumn? own, double perSi, RecordingColumn? known, double digit)
    {
        double[] actual = own!.ToSi(), expected = known!.Values.ToNumbers();
        for (int row = 0; row < expected.Length; row++)
        {
            double room = (0.5 * digit) + (SinglePrecision * Math.Abs(expected[row]));
            if (!(Math.Abs((actual[row] * perSi) - expected[row]) <= room))
            {
                Assert.Fail(FormattableString.Invariant($"{known.Name}[{row}] is {actual[row] * perSi:R}, the vendor prints {expected[row]:R}."));
            }
        }
    }

    /// <summary>Lists kinds of step; versions of BTSDA write them with a blank or an underscore, and pulses in two ways.</summary>
    private static string[] Kinds(RecordingColumn column) =>
        [.. Enumerable.Range(0, column.Values.Count).Select(row => column.Values.Text(row).Replace('_', ' ').Replace("Pulse Step", "Pulse", StringComparison.Ordinal))];
}
