using Lamella.Instruments.Tests.Corpus;

namespace Lamella.Instruments.Tests.Documents;

/// <summary>The table of formats in the documents is what reading the real files gives.</summary>
/// <remarks><c>LAMELLA_WRITE_DOCS=1</c> writes the table anew.</remarks>
[Trait("Level", "snapshot")]
public sealed class FormatMatrixTests
{
    private const string Page = "docs/instruments.md";
    private const string Begin = "<!-- matrix -->\n", End = "<!-- end of matrix -->";

    [Fact]
    public void Matrix_OnThePage_IsWhatTheFilesGive()
    {
        CorpusFolder.Require("manifest.json");
        Assert.SkipWhen(Environment.GetEnvironmentVariable("LAMELLA_FORMAT") is { Length: > 0 }, "The matrix is about the files of all formats.");
        MatrixRow[] rows = MatrixRow.All();
        string total = FormattableString.Invariant(
            $"| **all** | {rows.Sum(row => row.Files)} | {rows.Sum(row => row.Rows):N0} | {rows.Sum(row => row.Columns)} | {rows.Sum(row => row.Exact)} of {rows.Sum(row => row.Files)} | {rows.Sum(row => row.Warnings)} in {rows.Sum(row => row.Warned)} |");
        string matrix = string.Join('\n', [
            "| format | files | rows | known columns | exact | warnings |", "|---|---:|---:|---:|---|---|", .. rows.Select(row => row.ToString()), total]) + "\n";
        string text = ProjectRoot.Text(Page);
        int from = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, to = text.IndexOf(End, StringComparison.Ordinal);

        if (Environment.GetEnvironmentVariable("LAMELLA_WRITE_DOCS") == "1")
        {
            File.WriteAllText(Path.Combine(ProjectRoot.Folder, Page), text[..from] + matrix + text[to..]);
            return;
        }

        text[from..to].ShouldBe(matrix, $"{Page} is out of date: run this test with LAMELLA_WRITE_DOCS=1.");
    }
}
