using System.Diagnostics;
using System.Text.RegularExpressions;
using Lamella.Reporting.Dossiers;
using Lamella.Reporting.Tests.Samples;

namespace Lamella.Reporting.Tests.Html;

/// <summary>What a real browser makes of the page, opened from a file without network.</summary>
[Trait("Level", "contract")]
public sealed class BrowserTests
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    [Fact]
    public async Task Open_Sample_DrawsEveryFigureWithoutComplaint()
    {
        (string dom, string complaints) = await OpenAsync(SampleDossier.Create());

        complaints.ShouldBeEmpty();
        int figures = Regex.Count(dom, "class=\"plot-data\"");
        figures.ShouldBe(6);
        Regex.Count(dom, "class=\"plot(?: equal)? drawn\"").ShouldBe(figures);
        Regex.Count(dom, "<g class=\"g-xtitle\"[^>]*><text ").ShouldBe(figures);
        dom.ShouldContain(">Discharge capacity (mAh/g)</text>");
        dom.ShouldContain("data-title=\"Zoom in\"");
        dom.ShouldNotContain("data-title=\"Share chart"); // would send the data to a server
    }

    [Fact]
    public async Task Open_HostileNames_RunNothing()
    {
        string hostile = "<img src=x onerror=\"document.title='broken'\"><script>document.title='broken'</script></script>%{x}$x$";

        (string dom, string complaints) = await OpenAsync(HostileDossier.With(hostile));

        // A policy that had to stop something would say so; that a name is too long for its axis is no matter here.
        complaints.ShouldNotContain("Content Security Policy");
        complaints.ShouldNotContain("Uncaught");
        dom.ShouldContain("· Lamella dossier</title>");
        Regex.Count(dom, "<img").ShouldBe(0);
        Regex.Count(dom, "class=\"plot drawn\"").ShouldBe(1);
        dom.ShouldContain("&lt;img src=x onerror="); // in the axis titles, as text
    }

    // The script looks the combination up that stands in the address, as it does when a slider moves.
    [Theory]
    [InlineData("", "12 µm wide", "cell A 500 −50.0 missed", "cell &lt;B&gt; 700 −2.0 missed")]
    [InlineData("#choices=1,1", "10 µm narrow", "cell A 550 −0.1 missed", "cell &lt;B&gt; 705 3.0 reached")]
    [InlineData("#choices=2,1", "8 µm narrow", "cell A 550 0.1 reached", "cell &lt;B&gt; 705 3.0 reached")]
    public async Task Open_Choices_RecomputesForTheStopsOfTheSliders(string fragment, string stops, params string[] rows)
    {
        (string dom, string complaints) = await OpenAsync(SampleChoices.Create(), fragment);

        complaints.ShouldBeEmpty();
        string panel = Regex.Match(dom, "<div class=\"choices\"[^>]*>.*?</table>", RegexOptions.Singleline).Value;
        panel.ShouldNotStartWith("<div class=\"choices\" hidden");
        string.Join(' ', Regex.Matches(panel, "<output>(.*?)</output>").Select(match => match.Groups[1].Value)).ShouldBe(stops);
        Regex.Matches(panel, "<tr class=\"(\\w+)\"><th scope=\"row\">(.*?)</th><td class=\"r\">[^<]*</td><td class=\"r\">(.*?)</td><td class=\"r\">(.*?)</td>")
            .Select(row => $"{row.Groups[2].Value} {row.Groups[3].Value} {row.Groups[4].Value} {row.Groups[1].Value}").ShouldBe(rows);
    }

    private static async Task<(string Dom, string Complaints)> OpenAsync(Dossier dossier, string fragment = "")
    {
        string? browser = Names.SelectMany(n => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(p => Path.Combine(p, n)))
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(browser is null, "No Chromium on the PATH; install it (Debian: apt-get install chromium) to test the page in a browser.");
        string folder = Directory.CreateTempSubdirectory("lamella-page-").FullName;
        try
        {
            string path = Path.Combine(folder, "dossier.html");
            await File.WriteAllTextAsync(path, DossierHtmlTests.Page(dossier, true), TestContext.Current.CancellationToken);
            return await RunAsync(browser!, folder, path, fragment);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(string Dom, string Complaints)> RunAsync(string browser, string folder, string path, string fragment)
    {
        var start = new ProcessStartInfo(browser) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in new[]
        {
            "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--enable-logging=stderr", "--user-data-dir=" + Path.Combine(folder, "profile"), "--window-size=1280,2000", "--virtual-time-budget=5000", "--dump-dom",
            "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4", // as with a mouse
            new Uri(path).AbsoluteUri + fragment,
        })
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        Task<string> dom = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string log = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (await dom, string.Join('\n', log.Split('\n').Where(l => l.Contains("CONSOLE", StringComparison.Ordinal))));
    }
}
