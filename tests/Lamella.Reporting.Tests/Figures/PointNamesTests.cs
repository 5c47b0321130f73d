using Lamella.Reporting.Dossiers;
using Lamella.Reporting.Figures;
using Lamella.Reporting.Tests.Html;
using Lamella.Reporting.Tests.Samples;

namespace Lamella.Reporting.Tests.Figures;

[Trait("Level", "unit")]
public sealed class PointNamesTests
{
    private static readonly PointSeries Series = new("cells", PointRole.Measured, [new DataPoint(1.0, 2.0), new DataPoint(3.0, 4.0)]);

    [Fact]
    public void Write_NamedPoints_SaysWhatEachIsInTheDrawingAndOnHovering()
    {
        var figure = new Figure("Named", Axis.Linear("x", "h"), Axis.Linear("y", "V"), [Series with { Names = ["film <1> {a}", "film 2"] }]);
        var dossier = new Dossier("Named", SampleDossier.Create().Provenance, [new Section("Named", [new FigureBlock(figure)])]);
        string page = DossierHtmlTests.Page(dossier, true);

        page.ShouldContain("<g><title>film &lt;1&gt; {a}</title>");
        page.ShouldContain("\"text\":[\"film \\u0026lt;1\\u0026gt; \\u0026#123;a\\u0026#125;\",\"film 2\"]");
        page.ShouldContain("\"hovertemplate\":\"%{text}\\u003Cbr\\u003E%{x:.4~g} h");
    }

    [Fact]
    public void Names_NotOneForEachPoint_IsRefused() => Should.Throw<ArgumentException>(() => Series with { Names = ["one"] }).Message.ShouldContain("2 points and 1 names");
}
