using System.Numerics;
using System.Text.Json;

namespace Lamella.Cli.Tests.Verbs;

/// <summary>Circuits, validity and relaxation times through the command line, on files whose circuit is known.</summary>
[Trait("Level", "contract")]
public sealed class ImpedanceVerbTests : IDisposable
{
    private const string TwoArcs = "R0-p(R1,CPE1)-p(R2,CPE2)";
    private readonly SpectrumFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task Circuit_SeveralCircuits_AreRankedByAiccWithFTests()
    {
        string file = files.Add("cell.csv", s => 10.0 + SpectrumFiles.Arc(s, 50.0, 1e-4, 0.9) + SpectrumFiles.Arc(s, 200.0, 0.05, 0.85));

        using JsonDocument result = await RunAsync("circuit", file, "--circuit", "R0-p(R1,CPE1)", "--circuit", TwoArcs, "--circuit", "R0-p(R1,C1)");

        JsonElement ranking = Table(result, "Circuits compared"), tests = Table(result, "Where one circuit contains the other");
        ranking.GetProperty("rows")[0][0].GetString().ShouldBe(TwoArcs);
        ranking.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("name").GetString()).ShouldContain("AICc");
        ranking.GetProperty("rows")[1][Column(ranking, "Δ AICc")].GetDouble().ShouldBeGreaterThan(100.0);
        tests.GetProperty("rows").GetArrayLength().ShouldBe(3); // each of the three pairs is nested
        tests.GetProperty("rows").EnumerateArray().ShouldContain(row =>
            row[0].GetString() == "R0-p(R1,CPE1)" && row[1].GetString() == TwoArcs && row[Column(tests, "Probability if the simple one is true")].GetDouble() < 1e-6);
    }

    /// <summary>Two arcs whose time constants cross from file to file: each keeps its name, because its capacity stays.</summary>
    [Fact]
    public async Task Circuit_FolderInWhichArcsCross_KeepsTheirNames()
    {
        double[] resistances = [2000.0, 1000.0, 500.0, 250.0, 120.0, 60.0, 30.0, 12.0, 5.0];
        for (int k = 0; k < resistances.Length; k++)
        {
            double slow = resistances[k];
            files.Add($"cell-{k}.csv", s => 20.0 + SpectrumFiles.Branch(s, 100.0, 1e-6, 0.95) + SpectrumFiles.Branch(s, slow, 4e-6, 0.95), k + 1);
        }

        using JsonDocument result = await RunAsync("circuit", files.Folder, "--circuit", TwoArcs);

        JsonElement series = Table(result, "Parameters of every spectrum"), quality = Table(result, "How well it fits");
        double[] tau = [.. resistances.Select(resistance => resistance * 4e-6 / (100.0 * 1e-6))]; // of the second over the first
        (tau[0] > 10.0 && tau[^1] < 0.5).ShouldBeTrue("the arcs must cross");
        for (int k = 0; k < resistances.Length; k++)
        {
            JsonElement row = series.GetProperty("rows")[k];
            row[0].GetString().ShouldBe($"cell-{k}.csv");
            if (Math.Abs(Math.Log(tau[k])) > 1.0) // where they coincide neither can be told from the other
            {
                row[Column(series, "R1")].GetDouble().ShouldBe(100.0, 4.0 * row[Column(series, "u(R1)")].GetDouble(), $"file {k}");
                row[Column(series, "R2")].GetDouble().ShouldBe(resistances[k], 4.0 * row[Column(series, "u(R2)")].GetDouble(), $"file {k}");
                row[Column(series, "u(R2)")].GetDouble().ShouldBeLessThan(0.25 * resistances[k], $"file {k}");
            }
        }

        // The first is searched in full; the others begin with their neighbour's values and need few starts.
        quality.GetProperty("rows").EnumerateArray().Skip(1).ShouldAllBe(row => row[Column(quality, "Starts")].GetDouble() <= 7.0);
    }

    [Fact]
    public async Task Circuit_Joint_HasOneExponentForAllFilesKnownBetterThanByEach()
    {
        foreach (int k in new[] { 1, 2, 3 })
        {
            files.Add($"cell-{k}.csv", s => 20.0 + SpectrumFiles.Branch(s, 100.0 / k, 1e-6, 0.88) + SpectrumFiles.Branch(s, 600.0 / k, 3e-4, 0.8), k);
        }

        using JsonDocument joint = await RunAsync("circuit", files.Folder, "--circuit", TwoArcs, "--joint", "CPE1.n", "--joint", "R0");
        using JsonDocument each = await RunAsync("circuit", files.Folder, "--circuit", TwoArcs);

        JsonElement together = Table(joint, "Parameters of every spectrum"), alone = Table(each, "Parameters of every spectrum");
        Values(together, "CPE1.n").Distinct().Count().ShouldBe(1);
        Values(together, "CPE1.n")[0].ShouldBe(0.88, 0.005);
        Values(together, "R0").Distinct().Count().ShouldBe(1);
        Values(together, "R1").Distinct().Count().ShouldBe(3);
        Values(together, "u(CPE1.n)")[0].ShouldBeLessThan(0.9 * Values(alone, "u(CPE1.n)").Min());
    }

    [Fact]
    public async Task Circuit_SharedFixedAndBounded_AreReportedAsSuch()
    {
        string file = files.Add("cell.csv", s => 10.0 + SpectrumFiles.Branch(s, 50.0, 2e-6, 0.85) + SpectrumFiles.Branch(s, 200.0, 3e-4, 0.85));

        using JsonDocument result = await RunAsync(
            "circuit", file, "--circuit", TwoArcs, "--share", "CPE2.n=CPE1.n", "--fix", "R0=10 ohm", "--bound", "R1=1 ohm..60 ohm", "--bound", "R2=1 ohm..150 ohm", "--start", "R1=40 ohm");

        JsonElement table = Table(result, "Parameters");
        string Status(string name) => table.GetProperty("rows").EnumerateArray().Single(row => row[0].GetString() == name)[Column(table, "Status")].GetString()!;
        (Status("CPE2.n"), Status("R0"), Status("R2"), Status("R1")).ShouldBe(("shared", "fixed", "at its upper bound", "fitted"));
        Codes(result).ShouldContain("at-upper-bound");
    }

    [Theory]
    [InlineData("R0-p(R1,CPE1-W1", 4, "This bracket is not closed")]
    [InlineData("R0-X1", 4, "'X' is no element")]
    [InlineData("R0-p(R1)", 4, "")]
    [InlineData("R0--R1", 4, "")]
    public async Task Circuit_ThatDoesNotParse_ShowsACaret(string circuit, int column, string problem)
    {
        string file = files.Add("cell.csv", s => 10.0 + SpectrumFiles.Arc(s, 50.0, 1e-4, 0.9));

        CommandLineRun run = await CommandLineRunner.RunAsync("analyse", "circuit", file, "--circuit", circuit);

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain(problem);
        string[] lines = run.Error.ReplaceLineEndings("\n").Split('\n');
        int shown = Array.FindIndex(lines, line => line.Trim() == circuit);
        shown.ShouldBeGreaterThan(0, run.Error);
        lines[shown + 1].TrimEnd().ShouldEndWith("^");
        (lines[shown + 1].IndexOf('^', StringComparison.Ordinal) - lines[shown].IndexOf(circuit, StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(column - 1);
    }

    [Theory]
    [InlineData("kramers-kronig", "too few")]
    [InlineData("relaxation-times", "too few")]
    [InlineData("circuit", "3 points give 6 numbers for 7 free parameters")]
    public async Task Analyse_FewerPointsThanParameters_IsRefusedByName(string technique, string problem)
    {
        string file = files.Write("short.csv", ["f/Hz,Z'/ohm,Z''/ohm", "1000,10,-1", "100,20,-8", "10,30,-5"]);

        CommandLineRun run = await CommandLineRunner.RunAsync(["analyse", technique, file, .. technique == "circuit" ? new[] { "--circuit", TwoArcs } : []]);

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain("short.csv");
        run.Error.ShouldContain(problem);
    }

    /// <summary>Frequencies of zero or below, repeated or unsorted ones, and headings without units: said, never NaN.</summary>
    [Theory]
    [InlineData("kramers-kronig")]
    [InlineData("relaxation-times")]
    [InlineData("circuit")]
    public async Task Analyse_OddRows_AreNamedAndTheRestIsUsed(string technique)
    {
        string[] lines = await File.ReadAllLinesAsync(
            files.Add("good.csv", s => 10.0 + SpectrumFiles.Branch(s, 50.0, 2e-6, 0.9) + SpectrumFiles.Branch(s, 200.0, 3e-4, 0.85)), TestContext.Current.CancellationToken);
        string[] rows = [.. Enumerable.Range(0, 71).Select(k => lines[1 + ((k * 37) % 71)])];
        string file = files.Write("odd.csv", ["f,Zre,Zim", .. rows, rows[5], "0,260,0", "-3,100,-5"]);

        CommandLineRun run = await CommandLineRunner.RunAsync(
            ["analyse", technique, file, "--json", .. technique == "circuit" ? new[] { "--circuit", TwoArcs } : []]);

        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        run.Output.ShouldNotContain("NaN", Case.Sensitive);
        using JsonDocument result = JsonDocument.Parse(run.Output);
        Codes(result).ShouldContain("unsorted-frequencies");
        Codes(result).ShouldContain("duplicated-frequencies");
        string notes = string.Join('\n', result.RootElement.GetProperty("notes").EnumerateArray().Select(note => note.GetString()));
        notes.ShouldContain("2 of 74 rows have no frequency above 0");
        notes.ShouldContain("name no unit of 'f', 'Zre', 'Zim'");
    }

    [Fact]
    public async Task Analyse_PositiveImaginaryThroughout_IsRefusedUntilTheSignIsSaid()
    {
        string file = files.Add("turned.csv", s => 10.0 + Complex.Conjugate(SpectrumFiles.Arc(s, 50.0, 1e-3, 0.9)));

        CommandLineRun refused = await CommandLineRunner.RunAsync("analyse", "relaxation-times", file);
        CommandLineRun taken = await CommandLineRunner.RunAsync("analyse", "relaxation-times", file, "--imaginary", "turned");

        refused.ExitCode.ShouldBe(ExitCode.BadInput);
        refused.Error.ShouldContain("--imaginary true or turned");
        taken.ExitCode.ShouldBe(ExitCode.Success);
        taken.Output.ShouldContain("suggested circuit R0-p(R1,CPE1)");
    }

    [Fact]
    public async Task RelaxationTimes_LoopInductanceTailAndEdge_AreFoundAndNamed()
    {
        string loop = files.Add("loop.csv", s => 30.0 + SpectrumFiles.Arc(s, 100.0, 1e-4, 0.85) - SpectrumFiles.Arc(s, 20.0, 0.1, 1.0));
        string tail = files.Add("tail.csv", s => 30.0 + (2e-6 * s) + SpectrumFiles.Arc(s, 100.0, 1e-4, 0.9) + (1.0 / (2e-3 * Complex.Pow(s, 0.9))));
        string edge = files.Add("edge.csv", s => 10.0 + SpectrumFiles.Arc(s, 50.0, 1e-4, 0.9) + SpectrumFiles.Arc(s, 100.0, 3.0, 0.95));

        using JsonDocument looped = await RunAsync("relaxation-times", loop), tailed = await RunAsync("relaxation-times", tail), edged = await RunAsync("relaxation-times", edge);
        using JsonDocument restricted = await RunAsync("relaxation-times", loop, "--sign", "non-negative");

        Circuit(looped).ShouldBe("R0-p(R1,CPE1)-p(R2,L2)");
        Quantity(looped, "resistance_of_process_2").GetProperty("value").GetDouble().ShouldBe(-20.0, 0.5);
        Codes(restricted).ShouldContain("negative-process");
        Circuit(tailed).ShouldBe("L0-R0-p(R1,CPE1)-CPE2");
        Quantity(tailed, "series_inductance").GetProperty("value").GetDouble().ShouldBe(2.0, 0.05); // µH
        Codes(edged).ShouldContain("edge-peak");
        JsonElement area = Quantity(tailed, "resistance_of_process_1");
        area.GetProperty("value").GetDouble().ShouldBe(100.0, 4.0 * area.GetProperty("standard_uncertainty").GetDouble());
        area.GetProperty("standard_uncertainty").GetDouble().ShouldBeLessThan(0.5);
    }

    [Fact]
    public async Task KramersKronig_PredictFromReal_SaysHowWellTheImaginaryPartIsPredicted()
    {
        string file = files.Add("cell.csv", s => 10.0 + SpectrumFiles.Arc(s, 50.0, 1e-3, 0.9));

        using JsonDocument result = await RunAsync("kramers-kronig", file, "--predict-from", "real");

        Quantity(result, "prediction").GetProperty("value").GetDouble().ShouldBeLessThan(0.5); // %
    }

    private static string Circuit(JsonDocument result) => Table(result, "Suggested circuits").GetProperty("rows")[0][1].GetString()!;

    private static JsonElement Quantity(JsonDocument result, string key) =>
        result.RootElement.GetProperty("quantities").EnumerateArray().Single(quantity => quantity.GetProperty("key").GetString() == key);

    private static string?[] Codes(JsonDocument result) =>
        [.. result.RootElement.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("code").GetString())];

    private static JsonElement Table(JsonDocument result, string title) =>
        result.RootElement.GetProperty("tables").EnumerateArray().First(table => table.GetProperty("title").GetString()!.StartsWith(title, StringComparison.Ordinal));

    private static int Column(JsonElement table, string name) =>
        table.GetProperty("columns").EnumerateArray().Select((column, k) => (Name: column.GetProperty("name").GetString(), Place: k)).Single(column => column.Name == name).Place;

    private static double[] Values(JsonElement table, string name) =>
        [.. table.GetProperty("rows").EnumerateArray().Select(row => row[Column(table, name)].GetDouble())];

    private static async Task<JsonDocument> RunAsync(string technique, params string[] arguments)
    {
        CommandLineRun run = await CommandLineRunner.RunAsync(["analyse", technique, .. arguments, "--json"]);
        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        return JsonDocument.Parse(run.Output);
    }
}
