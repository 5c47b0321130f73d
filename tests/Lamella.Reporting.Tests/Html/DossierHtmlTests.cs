using Lamella.Reporting.Dossiers;
using Lamella.Reporting.Html;
using Lamella.Reporting.Tests.Samples;

namespace Lamella.Reporting.Tests.Html;

[Trait("Level", "unit")]
public sealed class DossierHtmlTests
{
    [Fact]
    public void Write_Twice_GivesTheSameBytes() => Page(SampleDossier.Create(), true).ShouldBe(Page(SampleDossier.Create(), true));

    [Fact]
    public void Write_Sample_LeavesAPageToLookAt()
    {
        // Not a check of looks: it leaves the page in the build output for whoever wants to look at it.
        string path = Path.Combine(AppContext.BaseDirectory, "sample-dossier.html");
        File.WriteAllText(path, Page(SampleDossier.Create(), true));

        new FileInfo(path).Length.ShouldBeInRange(1_500_000, 1_800_000);
    }

    internal static string Page(Dossier dossier, bool isInteractive)
    {
        using var writer = new StringWriter();
        DossierHtml.Write(dossier, writer, new DossierHtmlOptions { Interactive = isInteractive });
        return writer.ToString();
    }
}
