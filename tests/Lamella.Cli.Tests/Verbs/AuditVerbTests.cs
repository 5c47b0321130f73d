using System.Text.Json;

namespace Lamella.Cli.Tests.Verbs;

[Trait("Level", "unit")]
public sealed class AuditVerbTests
{
    private static readonly string Example = Path.Combine(CommandLineRunner.Root, "examples", "audit", "claims.yaml");

    /// <summary>The worked example of docs/explanation/audit.md, digit by digit.</summary>
    [Fact]
    public async Task Audit_Example_PrintsBothSidesAndTheChange()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("audit", Example);

        run.ExitCode.ShouldBe(ExitCode.Success);
        run.Output.ShouldContain("contradicted: 3");
        run.Output.ShouldContain("Not reproducible from the stated data: the two sides are 4.2 % apart.");
        run.Output.ShouldContain("91.45 to 91.55 %  (retention as stated)");
        run.Output.ShouldContain("87.49 to 87.61 %  (last capacity / first capacity)");
        run.Output.ShouldContain("would have to be at most 87.61 % (-4.2 %)");
        string page = File.ReadAllText(Path.Combine(CommandLineRunner.Root, "docs", "explanation", "audit.md"));
        page.ShouldContain("87.49 %");
        page.ShouldContain("at most 87.61 %");
    }

    [Fact]
    public async Task Audit_Publication_AsJson_IsOneObject()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("audit", "li2024", "--json");

        using JsonDocument json = JsonDocument.Parse(run.Output);
        json.RootElement.GetProperty("verdicts").GetArrayLength().ShouldBeGreaterThan(20);
        json.RootElement.GetProperty("verdicts")[0].GetProperty("reference").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Audit_All_ListsTheConsistentOnesToo()
    {
        string few = (await CommandLineRunner.RunAsync("audit", "li2024")).Output, all = (await CommandLineRunner.RunAsync("audit", "li2024", "--all")).Output;

        const string sentence = "The claims can be true together.";
        few.ShouldNotContain(sentence);
        int listed = all.Split(sentence).Length - 1;
        all.ShouldContain(FormattableString.Invariant($"consistent: {listed}"));
        listed.ShouldBeGreaterThan(30);
    }

    [Theory]
    [InlineData(new[] { "audit", "zheng2052" }, "Did you mean 'zheng2025'?")]
    [InlineData(new[] { "audit", "li2024", "--assume", "repeat=2" }, "is no assumption")]
    [InlineData(new[] { "audit", "li2024", "--assume", "repeat of a capacity" }, "name=value")]
    [InlineData(new[] { "audit" }, "Required argument missing")]
    public async Task Audit_BadInput_EndsWithCodeTwo(string[] arguments, string expected)
    {
        CommandLineRun run = await CommandLineRunner.RunAsync(arguments);

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain(expected);
    }

    [Fact]
    public async Task Audit_FolderWithOtherFiles_IsRefusedBeforeTheAudit()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("lamella-audit-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "mine.txt"), "mine", TestContext.Current.CancellationToken);

            CommandLineRun run = await CommandLineRunner.RunAsync("audit", "li2024", "-o", folder.FullName);

            run.ExitCode.ShouldBe(ExitCode.BadInput);
            File.Exists(Path.Combine(folder.FullName, "mine.txt")).ShouldBeTrue();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
