using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Lamella.Reporting.Html;
using Lamella.Reporting.Plotly;

namespace Lamella.Reporting.Tests.Html;

[Trait("Level", "property")]
public sealed partial class EscapeTests
{
    [Fact]
    public void Write_HostileNames_AddNoElementAndNoAttribute()
    {
        // The body holds no void elements, so an XML parser can judge it: what is not escaped would change the tree or not parse.
        string[] expected = Skeleton(Body("plain"));

        Prop.ForAll(Arb.From(HostileText.Names()), name => Skeleton(Body(name)).ShouldBe(expected)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Write_EachHostileFragment_IsReadBackAsWritten()
    {
        foreach (string fragment in HostileText.Fragments.Where(f => f.EnumerateRunes().All(r => r.Value != '\r' && HtmlText.IsHarmless(r) && r.Value != 0xFFFD)))
        {
            string name = "n" + fragment + "n";
            XElement body = Body(name);
            body.Descendants("h1").Single().Value.ShouldBe(name);
            body.Descendants("figcaption").Last().Value.ShouldEndWith(name);
        }
    }

    [Fact]
    public void Write_HostileNames_LeaveOnlyTwoScriptsThatRun()
    {
        Prop.ForAll(Arb.From(HostileText.Names()), name =>
        {
            string page = DossierHtmlTests.Page(HostileDossier.With(name), true);
            int library = page.IndexOf("<script>", StringComparison.Ordinal);
            page[..library].Split("<script").Length.ShouldBe(2); // only the data of the one figure, which does not run
            page[..library].ShouldNotContain("<!-");
            string json = Data().Match(page).Groups[1].Value;
            json.ShouldNotContain("<");
            using JsonDocument data = JsonDocument.Parse(json);
            foreach (JsonElement trace in data.RootElement.GetProperty("data").EnumerateArray())
            {
                WebUtility.HtmlDecode(trace.GetProperty("name").GetString()!).ShouldBe(Harmless(name));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));
    }

    [Fact]
    public void PlotlyText_AnyText_HoldsNoMarkupTemplateOrMathematics() => Prop.ForAll(
        Arb.From(HostileText.Names()),
        name => PlotlyText.Escape(name).IndexOfAny(['<', '>', '{', '}', '$']).ShouldBe(-1)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("10.1002/adma.202500000", "https://doi.org/10.1002/adma.202500000")]
    [InlineData("javascript:alert(1)", "https://doi.org/javascript%3Aalert%281%29")]
    [InlineData("\"><script>", "https://doi.org/%22%3E%3Cscript%3E")]
    [InlineData("../@evil.example/x?y#z", "https://doi.org/../%40evil.example/x%3Fy%23z")]
    public void Write_Doi_LinksOnlyToTheResolver(string doi, string expected) =>
        Body(doi).Descendants("a").Select(a => a.Attribute("href")!.Value).Where(h => h[0] != '#').ShouldBe([expected]);

    private static XElement Body(string name)
    {
        string page = DossierHtmlTests.Page(HostileDossier.With(name), false);
        int from = page.IndexOf("<body>", StringComparison.Ordinal), to = page.LastIndexOf("</body>", StringComparison.Ordinal);
        return XElement.Parse(page[from..to] + "</body>", LoadOptions.PreserveWhitespace);
    }

    /// <summary>Lists elements and attributes, leaving out what may follow the text: paragraphs, the link and the anchors.</summary>
    private static string[] Skeleton(XElement body) =>
    [
        .. body.Descendants().Where(e => e.Name != "p" || e.Attribute("class") is not null)
            .Select(e => e.Name + " " + string.Join(' ', e.Attributes().Select(a => a.Name).Where(n => n != "data-unit"))),
    ];

    private static string Harmless(string name) => string.Concat(name.EnumerateRunes().Select(r => r.Value is '\r' or '\n' or '\t'
        ? " " : HtmlText.IsHarmless(r) ? r.ToString() : "\uFFFD"));

    [GeneratedRegex("class=\"plot-data\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Data();
}
