using System.Text.Json;

namespace Lamella.Cli.Tests.Verbs;

[Trait("Level", "unit")]
public sealed class RecordsVerbTests
{
    private static readonly string Own = Path.Combine(CommandLineRunner.Root, "examples", "records", "own.yaml");
    private static readonly string Analysis = Path.Combine(CommandLineRunner.Root, "examples", "records", "analysis");

    [Fact]
    public async Task Find_WordsQuantityAndTemperature_PrintsValueStateAndSource()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("records", "find", "AIOSE", "--quantity", "ionic_conductivity", "--temperature", "25 degC");

        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        run.Output.ShouldContain("AIOSE: ionic_conductivity 0.58 mS/cm (effective in host)");
        run.Output.ShouldContain("F003-0007: Zheng et al., Chem. Mater. (2025), Abstract; Fig. 3c, S11");
        run.Output.ShouldContain("1 record, of them 0 own");
    }

    [Fact]
    public async Task Find_WithOwnRecords_TreatsThemAlike()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("records", "find", "LATP", "PEO", "--quantity", "ionic_conductivity", "--records", Own, "--limit", "100");

        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        run.Output.ShouldContain("LATP in PEO, batch 7, hot-pressed film of 80 um: ionic_conductivity 0.21(1) mS/cm (effective in host)");
        run.Output.ShouldContain("LATP-PEO (ref 18): ionic_conductivity 0.173 mS/cm (effective in host)");
        run.Output.ShouldContain("of them 1 own");
    }

    [Fact]
    public async Task Find_ExportedJson_ReadsBackAsTheSameRecords()
    {
        string file = Path.Combine(Path.GetTempPath(), $"lamella-records-{Guid.NewGuid():N}.json");
        CommandLineRun written = await CommandLineRunner.RunAsync("records", "find", "--records", Own, "--own", "-o", file);
        CommandLineRun first = await CommandLineRunner.RunAsync("records", "find", "--records", Own, "--own", "--json");
        CommandLineRun second = await CommandLineRunner.RunAsync("records", "find", "--records", file, "--own", "--json");
        File.Delete(file);

        written.ExitCode.ShouldBe(ExitCode.Success, written.Error);
        using JsonDocument found = JsonDocument.Parse(first.Output);
        found.RootElement.GetProperty("records").GetArrayLength().ShouldBe(2);
        second.Output.ShouldBe(first.Output, second.Error);
    }

    [Fact]
    public async Task Compare_AtOneTemperature_ShowsHowAndWhatIsLeftOut()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("records", "compare", "--publication", "zheng2025", "--quantity", "ionic_conductivity", "--temperature", "40 degC");

        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        run.Output.ShouldMatch(@"0\.9073 .* AIOSE  \[F003-0007\]");
        run.Output.ShouldContain("activation energy 0.24 eV of F003-0012");
        run.Output.ShouldContain("LLZTO (pure pellet) [F003-0009], 0.26 mS/cm: measured at 25 degC and no activation energy stated");
    }

    // Retentions after different numbers of cycles stand in one group: the reader must see it.
    [Fact]
    public async Task Compare_OtherConditionsThatDiffer_StandBesideTheValues()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("records", "compare", "--quantity", "capacity_retention", "--publication", "guo2025", "--at", "c_rate=0.5C");

        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        run.Output.ShouldContain("F001-0068]\n              at anode Li, c rate 0.5C, cathode LFP, cycle 200");
        run.Output.ShouldContain("Inside a group the conditions below the values differ; only temperatures are normalised.");
    }

    [Fact]
    public async Task Compare_StatesOfOneQuantity_StandApart()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("records", "compare", "--publication", "zheng2025", "--quantity", "ionic_conductivity", "--json");
        using JsonDocument result = JsonDocument.Parse(run.Output);

        result.RootElement.GetProperty("groups").EnumerateArray().Select(group => group.GetProperty("state").GetString()).Distinct().Order()
            .ShouldBe(["effective in host", "pellet"]);
    }

    [Fact]
    public async Task Compare_Output_DrawsEachGroupAndListsWhatIsLeftOut()
    {
        string folder = Path.Combine(Path.GetTempPath(), $"lamella-records-{Guid.NewGuid():N}");
        CommandLineRun run = await CommandLineRunner.RunAsync(
            "records", "compare", "--publication", "zheng2025", "--quantity", "ionic_conductivity", "--temperature", "25 degC", "-o", folder);
        CommandLineRun none = await CommandLineRunner.RunAsync("records", "compare", "--quantity", "composition", "-o", folder);
        string page = await File.ReadAllTextAsync(Path.Combine(folder, "dossier.html")), summary = await File.ReadAllTextAsync(Path.Combine(folder, "result.json"));
        CommandLineRun plain = await CommandLineRunner.RunAsync("records", "compare", "--publication", "zheng2025", "--quantity", "ionic_conductivity", "--temperature", "25 degC", "--json");
        Directory.Delete(folder, recursive: true);

        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        foreach (string expected in new[] { "Ionic conductivity, pellet, 25 °C", "Ionic conductivity, effective in host, 25 °C", "Left out, and why", "<title>AIOSE [F003-0007]</title>" })
        {
            page.ShouldContain(expected);
        }

        summary.ShouldBe(plain.Output);
        none.ExitCode.ShouldBe(ExitCode.BadInput);
        none.Error.ShouldContain("records can be compared");
    }

    [Fact]
    public async Task Page_Shipped_IsSelfContainedWithItsFigures()
    {
        string folder = Path.Combine(Path.GetTempPath(), $"lamella-records-{Guid.NewGuid():N}");
        CommandLineRun run = await CommandLineRunner.RunAsync("records", "page", "-o", folder, "--records", Own);
        string page = await File.ReadAllTextAsync(Path.Combine(folder, "dossier.html"));
        Directory.Delete(folder, recursive: true);

        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        foreach (string expected in new[] { "Conductivity map", "Retention against cycles", "Fade against rate", "Energy against cycle life", "left out, and why", "LATP in PEO, batch 7" })
        {
            page.ShouldContain(expected);
        }

        page.ShouldNotContain("<script src");
        page.ShouldNotContain("<link rel=\"stylesheet\"");
    }

    [Fact]
    public async Task Table_Shipped_PrintsEveryRow()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("records", "table", "ruan2026-table1");

        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(19);
    }

    [Fact]
    public async Task Import_ResultOfAnAnalysis_MakesRecordsAndNamesTheRest()
    {
        string file = Path.Combine(Path.GetTempPath(), $"lamella-records-{Guid.NewGuid():N}.yaml");
        CommandLineRun run = await CommandLineRunner.RunAsync("records", "import", Analysis, "--system", "own pellet", "-o", file);
        CommandLineRun found = await CommandLineRunner.RunAsync("records", "find", "pellet", "--records", file, "--own", "--value", "< 0.001 mS/cm");
        File.Delete(file);

        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        run.Error.ShouldContain("left out: resistance_total: no quantity of the vocabulary");
        found.Output.ShouldContain("own pellet: ionic_conductivity 0.000315574");
        found.Output.ShouldContain("(pellet)");
        found.Output.ShouldContain("own measurement: examples/impedance/pellet-20degC.csv (sha256 ");
    }

    [Theory]
    [InlineData("'conductivity' is no quantity of the vocabulary", "records", "find", "--quantity", "conductivity")]
    [InlineData("no quantity", "records", "find", "--temperature", "warm")]
    [InlineData("has no '='", "records", "find", "--at", "c_rate")]
    [InlineData("no reference state", "records", "find", "--state", "dense")]
    [InlineData(".csv, .json", "records", "find", "-o", "records.xlsx")]
    [InlineData("no such file or folder", "records", "find", "--records", "no/such/folder")]
    [InlineData("needs a quantity", "records", "compare", "LATP")]
    [InlineData("no temperature above 0 K", "records", "compare", "--quantity", "porosity", "--within", "2 degC")]
    [InlineData("'0.3 V' is no", "records", "compare", "--quantity", "ionic_conductivity", "--activation-energy", "0.3 V")]
    [InlineData("Did you mean 'ruan2026-table1'?", "records", "table", "ruan2026-table")]
    [InlineData("no result of an analysis", "records", "import", "no/such/result.json", "--system", "x")]
    public async Task Records_BadInput_SaysWhatIsAllowed(string expected, params string[] arguments)
    {
        CommandLineRun run = await CommandLineRunner.RunAsync(arguments);

        run.ExitCode.ShouldBe(ExitCode.BadInput, run.Output);
        run.Error.ShouldContain(expected);
    }
}
