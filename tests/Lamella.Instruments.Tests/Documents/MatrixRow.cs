using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tests.Corpus;

namespace Lamella.Instruments.Tests.Documents;

/// <summary>What the real files of one format show.</summary>
/// <param name="Title">The format.</param>
/// <param name="Files">How many real files there are.</param>
/// <param name="Rows">Records in them.</param>
/// <param name="Columns">Numeric columns whose contents are known.</param>
/// <param name="Exact">Files in which everything known is met.</param>
/// <param name="Warned">Files about which the user is warned of something.</param>
/// <param name="Warnings">The warnings in all.</param>
internal sealed record MatrixRow(string Title, int Files, long Rows, int Columns, int Exact, int Warned, int Warnings)
{
    /// <summary>Reads every file of the manifest and sums up by format, in the order of the registry.</summary>
    internal static MatrixRow[] All()
    {
        var read = ManifestFile.All().Select(entry => (Entry: entry, Seen: Look(entry))).ToLookup(file => file.Seen.Format);
        return [.. InstrumentFormats.All.Select(format => new MatrixRow(
            format.Title, read[format.Name].Count(), read[format.Name].Sum(file => file.Seen.Rows), read[format.Name].Sum(file => file.Entry.NumericColumns.Count()),
            read[format.Name].Count(file => file.Seen.IsExact), read[format.Name].Count(file => file.Seen.Warnings > 0), read[format.Name].Sum(file => file.Seen.Warnings)))];
    }

    private static (string Format, long Rows, bool IsExact, int Warnings) Look(ManifestFile entry)
    {
        Recording recording = InstrumentReader.Read(CorpusFolder.Require(entry.File));
        return (recording.Format, recording.RowCount, ManifestComparison.Differences(entry, recording).Length == 0, recording.Warnings.Length);
    }

    /// <inheritdoc/>
    public override string ToString() => Files > 0
        ? FormattableString.Invariant($"| {Title} | {Files} | {Rows:N0} | {Columns} | {Exact} of {Files} | {Warnings}{(Warned > 0 ? $" in {Warned}" : string.Empty)} |")
        : $"| {Title} | none | – | – | no real file | – |";
}
