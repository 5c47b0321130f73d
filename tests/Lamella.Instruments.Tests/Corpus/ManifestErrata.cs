using System.Collections.Frozen;

namespace Lamella.Instruments.Tests.Corpus;

/// <summary>Row counts of the manifest that its own reader got wrong, with the reason. Each is checked against the file by hand.</summary>
internal static class ManifestErrata
{
    private static readonly FrozenDictionary<string, (long Rows, string Reason)> Rows = new Dictionary<string, (long, string)>
    {
        ["palmsens_csv/PalmSense_test_datalab_EIS.csv"] =
            (82, "the file is UTF-16; the manifest counted its lines, empty ones and headings included, as single bytes"),
        ["palmsens_pssession/DPV example.pssession"] =
            (201, "the data set is empty and the records stand in the curve; the manifest counted data sets only"),
    }.ToFrozenDictionary();

    /// <summary>Gets the number of rows that a file really has, where the manifest is wrong.</summary>
    internal static long? RowsOf(string file) => Rows.TryGetValue(file, out (long Rows, string Reason) known) ? known.Rows : null;
}
