using System.Text.Json;

namespace Lamella.Cli.Tests.Verbs;

[Trait("Level", "unit")]
public sealed class PouchesVerbTests
{
    [Fact]
    public async Task Pouches_Shipped_PrintsEveryRowWithItsVerdict()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("pouches");

        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        run.Output.ShouldMatch(@" 24 .* 510\.3 +504 +567  reachable with the favourable budget");
        run.Output.ShouldMatch(@" 47 .* 533\.8 +456 +507  not reproducible from the stated data");
        run.Output.ShouldMatch(@" 97 .* 490\.8 +358 +475  only without packaging");
        run.Output.ShouldMatch(@" 48 .* 503\.3 +- +-  undetermined");
        run.Output.ShouldContain("Missing: loading or areal capacity of the cathode");
        run.Output.ShouldContain("  10 reachable with the favourable budget: 24, 34, 52, 53, 55, 60, 62, 65, 81, 94");
        run.Output.ShouldContain("packaging share");
        run.Output.ShouldNotContain("false");
    }

    [Fact]
    public async Task Pouches_WithLighterSeparator_RaisesTheStandardBudget()
    {
        double before = await StandardAsync("47"), after = await StandardAsync("47", "--standard", "separator=0.2 mg/cm2");

        after.ShouldBeGreaterThan(before);
    }

    [Fact]
    public async Task Pouches_Output_WritesPageAndResult()
    {
        string folder = Path.Combine(Path.GetTempPath(), $"lamella-pouches-{Guid.NewGuid():N}");
        CommandLineRun run = await CommandLineRunner.RunAsync("pouches", "-o", folder);
        string page = await File.ReadAllTextAsync(Path.Combine(folder, "dossier.html"));
        Directory.Delete(folder, recursive: true);

        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        page.ShouldContain("What the claims can bear");
        page.ShouldContain("Which assumption matters");
        page.ShouldContain("Missing: loading or areal capacity of the cathode. With it the verdict could be given. Coating alone allows at most 863 Wh/kg");
        System.Text.RegularExpressions.Regex.Count(page, "<input type=\"range\"").ShouldBe(9, "one slider for each assumption that differs between the budgets");
        page.ShouldContain("\"goal\":533.8,\"depends\":[0,1,2,4,6,8],\"tenths\":[4556,4575,4595,");
    }

    [Theory]
    [InlineData("--standard", "separatr=1 mg/cm2", "Did you mean 'separator'?")]
    [InlineData("--standard", "separator 1 mg/cm2", "has no '='")]
    [InlineData("--favourable", "separator=1 um", "mass per area")]
    [InlineData("--favourable", "separator=1 quux", "quux")]
    public async Task Pouches_BadAssumption_IsBadInput(string option, string text, string expected)
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("pouches", option, text);

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain(expected);
        run.Output.ShouldBeEmpty();
    }

    private static async Task<double> StandardAsync(string reference, params string[] options)
    {
        CommandLineRun run = await CommandLineRunner.RunAsync(["pouches", "--json", .. options]);
        using var json = JsonDocument.Parse(run.Output);
        return json.RootElement.GetProperty("pouches").EnumerateArray()
            .Single(pouch => pouch.GetProperty("reference").GetString() == reference).GetProperty("standard_Wh_per_kg").GetDouble();
    }
}
