using System.Text.Json;
using Lamella.Analysis.Techniques;

namespace Lamella.Cli.Tests.Verbs;

[Trait("Level", "contract")]
public sealed class AnalyseVerbTests
{
    private static readonly string[] Numbers =
    [
        "--voltage", "10 mV +- 20 uV", "--initial-current", "21.4(4) uA", "--steady-current", "6.85(5) uA", "--interface-before", "168(4) ohm", "--interface-after", "181(4) ohm",
    ];

    public static TheoryData<string> Names() => new(AnalysisTechniques.All.Select(technique => technique.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Help_OfTechnique_ShowsItsOptionsAndItsOwnExamples(string name)
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("analyse", name, "--help");

        run.ExitCode.ShouldBe(ExitCode.Success);
        AnalysisTechniques.Find(name).Options.ShouldAllBe(option => run.Output.Contains("--" + option.Name));
        run.Output.Split("Examples:")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ShouldAllBe(line => line.StartsWith($"lamella analyse {name} "));
    }

    [Fact]
    public void Page_OfTechniques_NamesEachAndNoOther()
    {
        var table = File.ReadLines(Path.Combine(CommandLineRunner.Root, "docs", "analysis.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1);

        table.SelectMany(line => line.Split('|')[2].Split('`').Where((_, part) => part % 2 == 1)).Order(StringComparer.Ordinal)
            .ShouldBe(AnalysisTechniques.All.Select(technique => technique.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Analyse_Output_HoldsTheJsonThatIsPrintedAndAPage()
    {
        using var study = new StudyCopy();

        CommandLineRun run = await CommandLineRunner.RunAsync(["analyse", "transference", .. Numbers, "--json", "--output", study.Output]);

        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        Directory.EnumerateFiles(study.Output).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal).ShouldBe(["dossier.html", "result.json"]);
        File.ReadAllText(Path.Combine(study.Output, "result.json")).ShouldBe(run.Output);
        using JsonDocument summary = JsonDocument.Parse(run.Output);
        JsonElement ratio = summary.RootElement.GetProperty("quantities")[0];
        ratio.GetProperty("key").GetString().ShouldBe("current_ratio");
        ratio.GetProperty("value").GetDouble().ShouldBe(0.23403, 1e-5);
        ratio.GetProperty("low_95").GetDouble().ShouldBeInRange(0.218, 0.220);
        File.ReadAllText(Path.Combine(study.Output, "dossier.html")).ShouldContain("Newman number");
    }

    [Fact]
    public async Task Analyse_Twice_GivesTheSameBytesAndReplacesTheOlderResult()
    {
        using var study = new StudyCopy();
        await CommandLineRunner.RunAsync(["analyse", "transference", .. Numbers, "--output", study.Output]);
        byte[] first = File.ReadAllBytes(Path.Combine(study.Output, "dossier.html"));

        await CommandLineRunner.RunAsync(["analyse", "transference", .. Numbers, "--output", study.Output]);

        File.ReadAllBytes(Path.Combine(study.Output, "dossier.html")).ShouldBe(first);
    }

    [Fact]
    public async Task Analyse_WithoutOutput_PrintsTheSheetAndWritesNothing()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync(["analyse", "transference", .. Numbers]);

        run.Output.ShouldContain("Current ratio ρ₊");
        run.Output.ShouldContain("these data cannot say");
        run.Output.ShouldContain("Nothing was written");
        run.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("has no unit", "--voltage", "10")]
    [InlineData("is missing", "--voltage", "10 mV")]
    [InlineData("does not exist", "no-such-file.mpr")]
    [InlineData("is given twice", "--voltage", "10 mV", "--voltage", "20 mV")]
    public async Task Analyse_BadInput_EndsWithCodeTwoAndSaysWhatIsAllowed(string message, params string[] arguments)
    {
        CommandLineRun run = await CommandLineRunner.RunAsync(["analyse", "transference", .. arguments]);

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain(message);
        run.Output.ShouldBeEmpty();
    }
}
