using System.Text.Json;

namespace Lamella.Cli.Tests.Verbs;

[Trait("Level", "unit")]
public sealed class ClosureVerbTests
{
    [Fact]
    public async Task Closure_WithoutName_ListsAll()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("closure");

        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        foreach (string name in new[] { "volume-fraction", "burn-out", "mass-steps", "firing", "shell", "fracture" })
        {
            run.Output.ShouldContain($"  {name} ");
        }
    }

    /// <summary>The line that the list of inputs offers as an example is itself an answer.</summary>
    [Theory]
    [InlineData("green-porosity", "green porosity  ")]
    [InlineData("half-life", "9.9287 h")]
    [InlineData("curing", "min")]
    public async Task Closure_WithoutValues_OffersALineThatRuns(string name, string expected)
    {
        CommandLineRun inputs = await CommandLineRunner.RunAsync("closure", name);
        string line = inputs.Output.Split("for example: lamella ")[1].Trim();
        CommandLineRun run = await CommandLineRunner.RunAsync([.. line.Split('"').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))]);

        run.ExitCode.ShouldBe(ExitCode.Success, run.Error);
        run.Output.ShouldContain(expected);
        run.Output.ShouldContain("source: ");
    }

    [Theory]
    [InlineData("surface=2.0(1) m2/g", "1.000 ± 0.050 um")]
    [InlineData("surface=2.0 m2/g", "1 um")]
    public async Task Closure_OfAnUncertainInput_PrintsTwoDigitsOfIt(string surface, string expected) =>
        (await CommandLineRunner.RunAsync("closure", "particle-size", surface, "density=3 g/cm3")).Output.ShouldContain(expected);

    [Fact]
    public async Task Closure_OfASmallUncertainNumber_IsPrintedWithAPowerOfTen() =>
        (await CommandLineRunner.RunAsync("closure", "half-life", "temperature=65(1) degC")).Output.ShouldContain("1.9392E-05 ± 2.6E-06 1/s");

    [Fact]
    public async Task Closure_Json_HasValuesWithUnits()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("closure", "particle-size", "surface=2.0 m2/g", "density=3 g/cm3", "--json");
        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement output = json.RootElement.GetProperty("outputs")[0];

        output.GetProperty("value").GetDouble().ShouldBe(1.0, 1e-12);
        output.GetProperty("unit").GetString().ShouldBe("um");
    }

    [Theory]
    [InlineData("Did you mean 'particle-size'?", "particle-siz")]
    [InlineData("'density' is missing", "particle-size", "surface=2 m2/g")]
    [InlineData("measures length", "particle-size", "surface=2 m", "density=3 g/cm3")]
    [InlineData("'surface' is missing", "particle-size", "--json")]
    [InlineData("no result to print as JSON", "--json")]
    [InlineData("below 1", "curing", "conversion=100 %", "temperature=70 degC", "initiator=0.01 mol/L", "rate quotient=3 L^0.5/(mol^0.5 s^0.5)")]
    public async Task Closure_OfBadInput_EndsWithCode2(string expected, params string[] arguments)
    {
        CommandLineRun run = await CommandLineRunner.RunAsync(["closure", .. arguments]);

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain(expected);
    }
}
