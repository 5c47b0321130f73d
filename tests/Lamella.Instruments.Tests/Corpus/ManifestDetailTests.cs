using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Lamella.Core.Measurements;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tests.Written;

namespace Lamella.Instruments.Tests.Corpus;

/// <summary>What the manifest knows beside columns: ends of spectra, first and last rows of tables, arrays, metadata, techniques.</summary>
[Trait("Level", "published")]
public sealed class ManifestDetailTests
{
    private const double Printed = 2e-6; // seven digits, and the rounding of a sum of two
    private const int ShortestWord = 3;

    // How a public reader describes the file, not what stands in it.
    private static readonly string[] OfTheReader = ["header_line", "delimiter", "encoding", "eol", "decimal", "magic", "rows_with_other_field_count", "first_block", "end_of_blocks", "date", "technique"];

    private static readonly char[] Separators = ['\t', '\r', '\n', '\'', ',', ';', ':', ' ', '"', '=', '|', '~', '[', ']', '(', ')'];

    public static TheoryData<string> Spectra() => Having("eis", "spectra");

    public static TheoryData<string> Tables() => Having("tables");

    public static TheoryData<string> Arrays() => Having("measurements");

    public static TheoryData<string> Metadata() => Having("metadata");

    public static TheoryData<string> Sheets() => Having("sheets");

    [Theory]
    [MemberData(nameof(Spectra), DisableDiscoveryEnumeration = true)]
    public void Read_Spectrum_HasTheKnownEnds(string file)
    {
        JsonElement expected = ManifestFile.Of(file).Expected;
        Spectrum[] spectra = InstrumentReader.Read(CorpusFolder.Require(file)).Spectra();
        JsonElement[] known = expected.TryGetProperty("spectra", out JsonElement several) ? [.. several.EnumerateArray()] : [expected.GetProperty("eis")];

        spectra.Length.ShouldBeGreaterThanOrEqualTo(known.Length);
        foreach (JsonElement one in known)
        {
            spectra.ShouldContain(spectrum => spectrum.Frequency.Length == one.GetProperty("points").GetInt32() && Holds(spectrum, one, "first") && Holds(spectrum, one, "last"), $"{file}: {one}");
        }
    }

    [Theory]
    [MemberData(nameof(Tables), DisableDiscoveryEnumeration = true)]
    public void Read_Table_HasTheKnownFirstAndLastRowAndUnits(string file)
    {
        Recording recording = InstrumentReader.Read(CorpusFolder.Require(file));
        JsonElement tables = ManifestFile.Of(file).Expected.GetProperty("tables");
        foreach (JsonElement known in tables.ValueKind == JsonValueKind.Array ? tables.EnumerateArray().Where(table => table.GetProperty("rows").GetInt32() > 0) : [])
        {
            RecordingTable[] named = [.. recording.Tables.Where(table => table.Name == known.GetProperty("name").GetString() && table.RowCount == known.GetProperty("rows").GetInt32())];

            named.ShouldContain(table => Matches(table, 0, known.GetProperty("first")) && Matches(table, table.RowCount - 1, known.GetProperty("last")), $"{file}: {known}");
            named[0].Columns.Where(column => !column.IsDerived).Select(column => Letters(column.Unit))
                .ShouldBe(known.GetProperty("units").EnumerateArray().Select(unit => Letters(unit.GetString()!)));
        }
    }

    [Theory]
    [MemberData(nameof(Arrays), DisableDiscoveryEnumeration = true)]
    public void Read_PalmsensFile_HasEveryKnownArray(string file)
    {
        RecordingColumn[] columns = [.. InstrumentReader.Read(CorpusFolder.Require(file)).Tables.SelectMany(table => table.Columns)];
        foreach (JsonElement array in ManifestFile.Of(file).Expected.GetProperty("measurements").EnumerateArray().SelectMany(measurement => measurement.GetProperty("arrays").EnumerateArray()))
        {
            int count = array.GetProperty("n").GetInt32();
            (JsonElement first, JsonElement last) = (array.GetProperty("first"), array.GetProperty("last"));
            if (count > 0 && first.ValueKind == JsonValueKind.Number)
            {
                columns.ShouldContain(column => column.Values.Count == count && column.Values.Number(0) == first.GetDouble() && column.Values.Number(count - 1) == last.GetDouble(), $"{file}: {array}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Metadata), DisableDiscoveryEnumeration = true)]
    public void Read_Metadata_LosesNoWord(string file)
    {
        Recording recording = InstrumentReader.Read(CorpusFolder.Require(file));
        string kept = string.Join('\n', recording.Settings.Select(setting => $"{setting.Section} {setting.Name} {setting.Text}")) + $"\n{recording.Technique}\n{recording.Instrument}\n{recording.FormatVersion}\n"
            + $"{recording.Started?.Local:yyyy-MM-ddTHH:mm:ss}\n" + string.Join('\n', recording.Tables.SelectMany(table => table.Columns).Select(column => column.Name)) + string.Join('\n', recording.Tables.Select(table => table.Name));
        var known = ManifestFile.Of(file).Expected.GetProperty("metadata").EnumerateObject().Where(entry => !OfTheReader.Contains(entry.Name)).SelectMany(entry => Texts(entry.Value));

        known.SelectMany(text => text.Replace("\0", string.Empty, StringComparison.Ordinal).Split(Separators, StringSplitOptions.RemoveEmptyEntries)).Where(word => word.Length >= ShortestWord && word.All(char.IsAscii))
            .Where(word => !kept.Contains(word.Trim(), StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(file);
    }

    [Theory]
    [MemberData(nameof(Sheets), DisableDiscoveryEnumeration = true)]
    public void Read_Spreadsheet_HasEveryHeadingOfItsSheets(string file)
    {
        Recording recording = InstrumentReader.Read(CorpusFolder.Require(file));
        foreach (JsonElement sheet in ManifestFile.Of(file).Expected.GetProperty("sheets").EnumerateArray().Where(sheet => sheet.GetProperty("name").GetString()!.StartsWith("Channel", StringComparison.Ordinal)))
        {
            string[] headings = [.. sheet.GetProperty("head")[0].EnumerateArray().Where(cell => cell.ValueKind == JsonValueKind.String).Select(cell => cell.GetString()!)];

            headings.Except(recording.Tables.SelectMany(table => table.Columns).Select(column => column.Name)).ShouldBeEmpty(file);
        }
    }

    private static TheoryData<string> Having(params string[] keys) =>
        ManifestFile.All().Where(entry => keys.Any(key => entry.Expected.TryGetProperty(key, out JsonElement value) && value.ValueKind is JsonValueKind.Object or JsonValueKind.Array))
            .Select(entry => entry.File).ToArray() is { Length: > 0 } files ? new(files) : new("manifest.json");

    private static bool Holds(Spectrum spectrum, JsonElement known, string end)
    {
        double frequency = known.GetProperty("f_" + end).GetDouble();
        var impedance = new Complex(known.GetProperty("z_" + end)[0].GetDouble(), known.GetProperty("z_" + end)[1].GetDouble());
        return Enumerable.Range(0, spectrum.Frequency.Length).Any(i => Math.Abs(spectrum.Frequency[i] - frequency) <= Printed * frequency
            && (new Complex(spectrum.Real[i], -spectrum.NegativeImaginary[i]) - impedance).Magnitude <= Printed * impedance.Magnitude);
    }

    private static bool Matches(RecordingTable table, int row, JsonElement cells)
    {
        RecordingColumn[] columns = [.. table.Columns.Where(column => !column.IsDerived)];
        string[] known = [.. cells.EnumerateArray().Select(cell => cell.GetString() ?? string.Empty)];
        return known.Length <= columns.Length && Enumerable.Range(0, known.Length).All(i =>
            double.TryParse(known[i].Replace(',', '.'), CultureInfo.InvariantCulture, out double number) && columns[i].Values.IsNumeric
                ? columns[i].Values.Number(row) == number : columns[i].Values.Text(row) == known[i]);
    }

    /// <summary>Leaves out the degree sign, which the manifest's reader decoded in several ways.</summary>
    private static string Letters(string unit) => string.Concat(unit.Where(char.IsAscii));

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(entry => Texts(entry.Value)),
        _ => [],
    };
}
