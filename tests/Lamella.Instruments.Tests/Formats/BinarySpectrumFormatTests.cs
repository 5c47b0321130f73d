using System.Buffers.Binary;
using System.Text;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tests.Written;

namespace Lamella.Instruments.Tests.Formats;

/// <summary>Zahner, Ivium and PalmSens: binary files, binary files with text in them, and JSON.</summary>
[Trait("Level", "unit")]
public sealed class BinarySpectrumFormatTests
{
    private const int Header = 12;

    [Fact]
    public void Zahner_BothBranches_AreKeptAndNumbered()
    {
        Recording recording = WrittenFile.Read(Ism([1000, 10000, 100000, 10000, 1000, 100]));

        recording.RowCount.ShouldBe(6);
        recording.Tables[0].Find("branch")!.Values.ToNumbers().ShouldBe([1.0, 1.0, 2.0, 2.0, 2.0, 2.0]);
        recording.Spectra().Select(spectrum => spectrum.Frequency.Length).ShouldBe([2, 4]);
        recording.Spectra()[0].NegativeImaginary.ShouldAllBe(value => value > 0.0);
        recording.SettingText("Date").ShouldBe("160724");
        recording.SettingText("System").ShouldBe("Rc HIZ");
    }

    [Theory]
    [InlineData(Header + (8 * 3) + (8 * 3) + (8 * 2) + 3, 2, "the other points")]
    [InlineData(Header + (24 * 3) + 8, 3, "times, significances and settings")]
    [InlineData(Header + (32 * 3) + 2, 3, "significances and settings")]
    public void Zahner_Cut_KeepsWholePoints(int length, int points, string missing)
    {
        Recording recording = WrittenFile.Read(Ism([1000, 100, 10])[..length]);

        recording.RowCount.ShouldBe(points);
        recording.Shortfalls.Single().ToString().ShouldBe(FormattableString.Invariant($"{points} of 3 records, file ends at byte {length}, missing: {missing}"));
    }

    [Fact]
    public void Zahner_AbsurdCount_ReservesNoMemoryForIt()
    {
        byte[] bytes = Ism([.. Enumerable.Range(0, 20).Select(i => 1e5 / (i + 1))]);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(8), 9_000_000);
        long before = GC.GetAllocatedBytesForCurrentThread();

        WrittenFile.Read(bytes).Shortfalls.Single().StatedRecords.ShouldBe(9_000_001);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(4_000_000);
    }

    [Fact]
    public void Ivium_TwoDataSets_AreTwoTablesWithTheirSettings()
    {
        Recording recording = WrittenFile.Read(Ids("Impedance", "10 -1\t1000 \n20 -8\t100 \n", 2) + Ids("Transients", "0 0.1\t3.5 \n1 0.1\t3.6 \n", 2));

        recording.Tables.Select(table => (table.Technique, table.RowCount)).ShouldBe([("Impedance", 2), ("Transients", 2)]);
        recording.Spectra().Single().NegativeImaginary.ShouldBe([1.0, 8.0]);
        recording.Series().Single().Voltage.ShouldBe([3.5, 3.6]);
        recording.Settings.ShouldContain(setting => setting.Section == "data set 2" && setting.Name == "Method");
    }

    [Fact]
    public void Ivium_UnknownMethod_KeepsColumnsByPosition()
    {
        Recording recording = WrittenFile.Read(Ids("NewMethod", "1 2\t3 \n", 1));

        recording.Tables[0].Columns.ShouldAllBe(column => !column.IsKnown && column.Role == ColumnRole.None);
        recording.Warnings.ShouldContain(warning => warning.Contains("'NewMethod' are not known", StringComparison.Ordinal));
    }

    [Fact]
    public void Ivium_FewerRecordsThanStated_SaysNOfM() =>
        WrittenFile.Read(Ids("Impedance", "10 -1\t1000 \n20 -8\t", 5)).Shortfalls.ShouldContain(shortfall => shortfall.Records == 1 && shortfall.StatedRecords == 5);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Palmsens_EitherCaseOfNames_IsRead(bool lower)
    {
        string json = Session(Array("Frequency", "Hertz", "1000", "100", "10") + "," + Array("ZRe", "ZRe", "10", "20", "30") + "," + Array("ZIm", "ZIm", "1", "8", "5"));

        Recording recording = WrittenFile.Read(lower ? LowerNames(json) : json, encoding: Encoding.Unicode);

        recording.Spectra().Single().NegativeImaginary.ShouldBe([1.0, 8.0, 5.0]);
        recording.Decided(DecisionKind.TimeZone, "TimeStamp").Choice.ShouldBe("UTC+02:00");
    }

    [Fact]
    public void Palmsens_RawControlCharactersAndTrailingOne_AreAllowed() =>
        WrittenFile.Read(Session(Array("potential", "Volt", "1")).Replace("a title", "a \u0001\n title", StringComparison.Ordinal) + "\uFEFF", encoding: Encoding.Unicode)
            .Settings.ShouldContain(setting => setting.Name == "Title" && setting.Text == "a \u0001\n title");

    [Fact]
    public void Palmsens_SeveralScans_AreTablesOfTheirOwn()
    {
        string scans = string.Join(',', Array("scan1", "Volt", "1", "2"), Array("scan1", "MicroAmpere", "10", "20"), Array("scan2", "Volt", "1", "2", "3"), Array("scan2", "MicroAmpere", "30", "40", "50"));

        Recording recording = WrittenFile.Read(Session(scans), encoding: Encoding.Unicode);

        recording.Tables.Select(table => table.RowCount).ShouldBe([2, 3]);
        recording.Sweeps()[1].Current.ShouldBe([30e-6, 40e-6, 50e-6], 1e-18);
    }

    [Fact]
    public void Palmsens_Cut_LeavesTheArrayOutThatIsNotWhole()
    {
        string whole = Session(Array("Frequency", "Hertz", "1000", "100", "10") + "," + Array("ZRe", "ZRe", "10", "20", "30"));

        Recording recording = WrittenFile.Read(whole[..(whole.IndexOf("\"V\":20", StringComparison.Ordinal) + 4)], encoding: Encoding.Unicode);

        recording.Tables.Single().Columns.Single().Name.ShouldBe("Frequency");
        recording.RowCount.ShouldBe(3);
        recording.Shortfalls.Single().Missing.ShouldContain("arrays that are not whole are left out");
    }

    [Fact]
    public void PalmsensCsv_ScansSideBySide_AreTablesOfTheirOwn()
    {
        Recording recording = WrittenFile.Read(
            "Date and time:,2023-06-29 17:48:50\nMeasurement:,Cyclic Voltammetry\nNotes:,\nCV i vs E\nV,µA,V,µA\n0.1,1,0.1,2\n0.2,3,0.2,4\n,,0.3,5\n", encoding: Encoding.Unicode);

        recording.Format.ShouldBe("palmsens-csv");
        recording.Tables.Select(table => table.RowCount).ShouldBe([2, 3]);
        recording.Sweeps()[1].Current.ShouldBe([2e-6, 4e-6, 5e-6], 1e-18);
    }

    private static byte[] Ism(double[] frequencies)
    {
        var bytes = new List<byte>();
        bytes.AddRange([0, 0, 0xFF, 0xFF, 0xFF, 0xFE, 0, 0, 0, 0, 0, (byte)(frequencies.Length - 1)]);
        foreach (double value in frequencies.Concat(frequencies.Select(f => 1e4 / f)).Concat(frequencies.Select(_ => -0.5)).Concat(frequencies.Select((_, i) => 1e9 + i)))
        {
            byte[] eight = new byte[8];
            BinaryPrimitives.WriteDoubleBigEndian(eight, value);
            bytes.AddRange(eight);
        }

        bytes.AddRange(Enumerable.Repeat<byte[]>([0x03, 0xE8], frequencies.Length).SelectMany(pair => pair));
        foreach (string text in new[] { "160724", "rC hiz", "", "", "", "", "", "", "", "", "", "" })
        {
            bytes.AddRange([0, (byte)text.Length, .. Encoding.ASCII.GetBytes(text)]);
        }

        bytes.AddRange([1, 0, .. new byte[256]]);
        return [.. bytes];
    }

    private static string Ids(string method, string rows, int count) => FormattableString.Invariant(
        $"starttime=01/02/2020 12:00:00\nMethod={method}\nTitle=Test\nData Options.Area=1\n2         \nData Objects    \n0         \nprimary_data    \n3         \n{count,-10}\n{rows}");

    private static string Array(string name, string unit, params string[] values) =>
        $"{{\"Description\":\"{name}\",\"Unit\":{{\"Type\":\"PalmSens.Units.{unit}\"}},\"DataValues\":[{string.Join(',', values.Select(value => $"{{\"V\":{value}}}"))}]}}";

    private static string Session(string arrays) =>
        "{\"Type\":\"PalmSens.Session\",\"CoreVersion\":\"5.8\",\"Measurements\":[{\"Title\":\"a title\",\"TimeStamp\":638881863267491192,\"UTCTimeStamp\":638881791267491192,"
        + $"\"DataSet\":{{\"Type\":\"PalmSens.Data.DataSetCommon\",\"Values\":[{arrays}]}}}}]}}";

    private static string LowerNames(string json) => System.Text.RegularExpressions.Regex.Replace(json, "\"([A-Za-z]+)\":", match => match.Value.ToLowerInvariant());
}
