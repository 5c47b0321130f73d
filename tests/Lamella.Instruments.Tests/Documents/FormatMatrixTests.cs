using Lamella.Instruments.Tests.Corpus;

namespace Lamella.Instruments.Tests.Documents;

/// <summary>The table of formats in the documents is what reading the real files gives.</summary>
[Trait("Level", "snapshot")]
public sealed class FormatMatrixTests
{
    [Fact]
    public void Matrix_OnThePage_IsWhatTheFilesGive()
    {
        CorpusFolder.Require("manifest.json");
        Assert.SkipWhen(Environment.GetEnvironmentVariable("LAMELLA_FORMAT") is { Length: > 0 }, "The matrix is about the files of all formats.");
        MatrixRow[] rows = MatrixRow.All();
        string total = FormattableString.Invariant(
            $"| **all** | {rows.Sum(row => row.Files)} | {rows.Sum(row => row.Rows):N0} | {rows.Sum(row => row.Columns)} | {rows.Sum(row => row.Exact)} of {rows.Sum(row => row.Files)} | {rows.Sum(row => row.Warnings)} in {rows.Sum(row => row.Warned)} |");

        GeneratedPart.Check("matrix", string.Join('\n', [
            "| format | files | rows | known columns | exact | warnings |", "|---|---:|---:|---:|---|---|", .. rows.Select(row => row.ToString()), total]) + "\n");
    }
}
