namespace Lamella.Instruments.Tests.Documents;

/// <summary>A part of a document that a test makes; it stands between two marks.</summary>
/// <remarks><c>LAMELLA_WRITE_DOCS=1</c> writes it anew.</remarks>
internal static class GeneratedPart
{
    private const string Page = "docs/instruments.md";

    /// <summary>Compares the part with what it should be, or writes it.</summary>
    internal static void Check(string name, string expected)
    {
        string begin = $"<!-- {name} -->\n", end = $"<!-- end of {name} -->", text = ProjectRoot.Text(Page);
        int from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length, to = text.IndexOf(end, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("LAMELLA_WRITE_DOCS") == "1")
        {
            File.WriteAllText(Path.Combine(ProjectRoot.Folder, Page), text[..from] + expected + text[to..]);
            return;
        }

        text[from..to].ShouldBe(expected, $"{Page} is out of date: run this test with LAMELLA_WRITE_DOCS=1.");
    }
}
