using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Lamella.Reporting.Dossiers;
using Lamella.Reporting.Html;
using Lamella.Reporting.Tests.Samples;

namespace Lamella.Reporting.Tests.Html;

public sealed partial class DossierHtmlTests
{
    [Fact]
    [Trait("Level", "unit")]
    public void Write_Twice_GivesTheSameBytes() => Page(SampleDossier.Create(), true).ShouldBe(Page(SampleDossier.Create(), true));

    [Fact]
    [Trait("Level", "snapshot")]
    public void Write_Sample_MatchesTheSnapshot()
    {
        // Without the library and the style sheet, which change for other reasons than the document.
        string actual = Style().Replace(Page(SampleDossier.Create(), false), "<style></style>");
        string folder = Path.Combine(AppContext.BaseDirectory, "Snapshots");
        File.WriteAllText(Path.Combine(folder, "sample-dossier.received.html"), actual);

        string[] expectedLines = File.ReadAllText(Path.Combine(folder, "sample-dossier.html")).ReplaceLineEndings("\n").Split('\n');
        string[] actualLines = actual.Split('\n');
        for (int i = 0; i < Math.Min(expectedLines.Length, actualLines.Length); i++)
        {
            actualLines[i].ShouldBe(expectedLines[i], $"Line {i + 1}. See Snapshots/sample-dossier.received.html in the build output.");
        }

        actualLines.Length.ShouldBe(expectedLines.Length);
    }

    [Fact]
    [Trait("Level", "contract")]
    public void Write_Sample_CarriesEverythingAndLoadsNothing()
    {
        string page = Page(SampleDossier.Create(), true);
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "sample-dossier.html"), page); // to look at

        int library = page.IndexOf("<script>", StringComparison.Ordinal);
        string document = page[..library];
        document.ShouldNotContain(" src=");
        document.ShouldNotContain("<link");
        document.ShouldNotContain("url(h");
        document.ShouldNotContain("@import");
        Href().Matches(document).Select(m => m.Groups[1].Value).ShouldAllBe(h => h.StartsWith('#') || h.StartsWith("https://doi.org/", StringComparison.Ordinal));
        page.ShouldContain("plotly.js (cartesian - minified)");
        page.ShouldContain("Licensed under the MIT license");
    }

    [Fact]
    [Trait("Level", "contract")]
    public void Write_Policy_AllowsExactlyTheScriptsOfThePage()
    {
        string page = Page(SampleDossier.Create(), true);
        string policy = Policy().Match(page).Groups[1].Value;
        string[] scripts = [.. Script().Matches(page).Select(m => m.Groups[1].Value)];

        scripts.Length.ShouldBe(2);
        policy.ShouldStartWith("default-src 'none';");
        policy.ShouldContain("script-src " + string.Join(' ', scripts.Select(s => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(s)))}'")) + ";");
        policy.ShouldNotContain("http");
        Policy().Match(Page(SampleDossier.Create(), false)).Groups[1].Value.ShouldContain("script-src 'none'");
    }

    [Fact]
    [Trait("Level", "contract")]
    public void Library_Vendored_IsTheUnchangedReleaseThatItsReadmeNames()
    {
        using Stream library = typeof(DossierHtml).Assembly.GetManifestResourceStream("plotly.js")!;

        Convert.ToHexStringLower(SHA256.HashData(library)).ShouldBe("79542150855a52c567260e3137095dbe2b744e6d702a5cabe67da246942fba7a");
    }

    [Fact]
    [Trait("Level", "contract")]
    public void Write_Library_IsToldNotToSendDataAway()
    {
        // The library's default offers a button that uploads the chart; a dossier may hold unpublished measurements.
        Page(SampleDossier.Create(), true).ShouldContain("showSendToCloud: false, plotlyServerURL: \"\"");
    }

    [Theory]
    [Trait("Level", "contract")]
    [InlineData(false)]
    [InlineData(true)]
    public void Write_Page_IsAccessible(bool hasChoices)
    {
        string page = hasChoices ? Regex.Replace(Page(SampleChoices.Create(), true), "<script.*?</script>", string.Empty, RegexOptions.Singleline) : Page(SampleDossier.Create(), false);

        page.ShouldContain("<html lang=\"en\">");
        Regex.Count(page, "<h1>").ShouldBe(1);
        Regex.Count(page, "<table>").ShouldBe(Regex.Count(page, "<caption>"));
        Regex.Matches(page, "<svg [^>]*>").ShouldAllBe(m => m.Value.Contains("aria-label=", StringComparison.Ordinal) || m.Value.Contains("aria-hidden=", StringComparison.Ordinal));
        string[] ids = [.. Regex.Matches(page, " id=\"([^\"]*)\"").Select(m => m.Groups[1].Value)];
        ids.Distinct().Count().ShouldBe(ids.Length);
        Href().Matches(page).Select(m => m.Groups[1].Value).Where(h => h[0] == '#').ShouldAllBe(h => ids.Contains(h.Substring(1)));
    }

    [Fact]
    [Trait("Level", "contract")]
    public void Samples_EveryBlockType_IsAmongThem()
    {
        var known = typeof(Block).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Block)));
        Dossier[] samples = [SampleDossier.Create(), SampleStructure.Create(), SampleChoices.Create()];
        var shown = samples.SelectMany(d => d.Sections).SelectMany(s => s.Blocks).Select(b => b.GetType()).ToHashSet();

        known.ShouldAllBe(t => shown.Contains(t));
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Write_EqualSectionTitles_GetAnchorsOfTheirOwn()
    {
        Section section = new("Same", [new ParagraphBlock("text")]);

        string page = Page(new Dossier("Cell", new DossierProvenance("0", "0", []), [section, section, section]), false);

        page.ShouldContain("href=\"#s-same\"");
        page.ShouldContain("href=\"#s-same-2\"");
        page.ShouldContain("id=\"s-same-3\"");
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Write_Warnings_MostSeriousFirstAndNoneSaidSo()
    {
        ReportWarning[] warnings = [new(Severity.Notice, "first"), new(Severity.Serious, "second"), new(Severity.Notice, "third")];
        string page = Page(Of(new WarningsBlock([.. warnings])), false);

        int[] places = [.. new[] { "second", "first", "third" }.Select(w => page.IndexOf($"<div>{w}", StringComparison.Ordinal))];
        places.ShouldAllBe(p => p > 0);
        places.ShouldBeInOrder();
        Page(Of(new WarningsBlock([])), false).ShouldContain("No warnings.");
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Write_Verdicts_AreTallied()
    {
        string page = Page(Of(SamplePredictions.Table()), false);

        page.ShouldContain("<li class=\"inside\" style=\"flex-grow:5\"><b>5</b> inside interval</li>");
        page.ShouldContain("<li class=\"sealed\" style=\"flex-grow:9\"><b>9</b> sealed: prediction only</li>");
        Page(Of(new TableBlock("Plain", [Column.Text("a")], [new TableRow("b")])), false).ShouldNotContain("class=\"tally\"");
    }

    [Theory]
    [Trait("Level", "unit")]
    [InlineData(10.5, "<circle class=\"in\"")]
    [InlineData(11.2, "<circle class=\"out\"")]
    [InlineData(99.0, "<path class=\"out\" d=\"M131 10l-8")]
    [InlineData(-99.0, "<path class=\"out\" d=\"M1 10l8")]
    public void Write_IntervalPicture_ShowsWhereTheMeasuredValueLies(double measured, string expected) =>
        Page(Of(new TableBlock("t", [Column.Badge("a")], [new TableRow(Cell.Interval(10.0, 9.0, 11.0, measured))])), false).ShouldContain(expected);

    [Theory]
    [Trait("Level", "unit")]
    [InlineData(8.0, 12.0, "<rect class=\"first\" x=\"80\" y=\"3\" width=\"80\" height=\"14\"/><rect class=\"second\" x=\"160\" y=\"3\" width=\"80\" height=\"14\"/>")]
    [InlineData(14.0, 2.0, "<rect class=\"first\" x=\"160\" y=\"3\" width=\"160\" height=\"14\"/><rect class=\"second\" x=\"0\" y=\"3\" width=\"160\" height=\"14\"/>")]
    [InlineData(10.0, 10.0001, "<rect class=\"first\" x=\"160\" y=\"3\" width=\"0\" height=\"14\"/><rect class=\"second\" x=\"160\" y=\"3\" width=\"0.8\" height=\"14\"/>")]
    public void Write_Tornado_DrawsBothSidesFromTheMiddle(double atLow, double atHigh, string expected) =>
        Page(Of(new TableBlock("t", [Column.Text("a")], [new TableRow(Cell.Tornado(atLow, atHigh, 10.0, 4.0))])), false).ShouldContain(expected);

    [Fact]
    [Trait("Level", "unit")]
    public void Write_Waterfall_BeginsWhereThePartsBeforeEnd()
    {
        string page = Page(Of(new TableBlock("t", [Column.Text("a")], [new TableRow(Cell.Waterfall(2.0, 3.0, 8.0))])), false);

        page.ShouldContain("<rect class=\"first\" x=\"80\" y=\"3\" width=\"120\" height=\"14\"/>");
        page.ShouldContain("from 2.000 to 5.000 of 8.000");
    }

    internal static string Page(Dossier dossier, bool isInteractive)
    {
        using var writer = new StringWriter();
        DossierHtml.Write(dossier, writer, new DossierHtmlOptions { Interactive = isInteractive });
        return writer.ToString();
    }

    private static Dossier Of(Block block) => new("Cell", new DossierProvenance("0", "0", []), [new Section("Only", [block])]);

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex(" href=\"([^\"]*)\"")]
    private static partial Regex Href();

    [GeneratedRegex("Content-Security-Policy\" content=\"([^\"]*)\"")]
    private static partial Regex Policy();

    [GeneratedRegex("<script>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();
}
