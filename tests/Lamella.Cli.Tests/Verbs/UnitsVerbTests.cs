using System.Text.Json;
using Lamella.Core.Quantities;

namespace Lamella.Cli.Tests.Verbs;

[Trait("Level", "unit")]
public sealed class UnitsVerbTests
{
    [Fact]
    public async Task Units_WithoutUnit_ListsEverySymbolThatParses()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("units");

        string[] words = run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        Unit.Symbols.Except(words).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("mS/cm", "mS/cm: conductivity; value in SI = value x 0.1")]
    [InlineData("degC", "degC: temperature; value in SI = value x 1 + 273.15")]
    [InlineData("mAh/g", "mAh/g: capacity per mass; value in SI = value x 3600")]
    public async Task Units_OneUnit_SaysDimensionAndFactor(string unit, string expected)
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("units", unit);

        run.Output.Trim().ShouldBe(expected);
        run.ExitCode.ShouldBe(ExitCode.Success);
    }

    [Fact]
    public async Task Units_Json_IsAnArrayWithOneEntryPerSymbol()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("units", "--json");

        using JsonDocument document = JsonDocument.Parse(run.Output);
        document.RootElement.GetArrayLength().ShouldBe(Unit.Symbols.Count());
        JsonElement milli = document.RootElement.EnumerateArray().Single(unit => unit.GetProperty("symbol").GetString() == "mS");
        milli.GetProperty("factor").GetDouble().ShouldBe(1e-3);
        milli.GetProperty("dimension").GetString().ShouldBe("conductance");
    }

    [Fact]
    public async Task Units_Unknown_IsBadInputAndNamesTheNearest()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("units", "mSS/cm");

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain("'mSS' is no known unit; did you mean 'mS'?");
        run.Output.ShouldBeEmpty();
    }
}
