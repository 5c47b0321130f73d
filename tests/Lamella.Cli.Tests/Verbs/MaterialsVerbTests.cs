using Lamella.Materials.Electrodes;
using Lamella.Materials.Electrolytes;
using Lamella.Materials.Parameters;

namespace Lamella.Cli.Tests.Verbs;

[Trait("Level", "unit")]
public sealed class MaterialsVerbTests
{
    public static TheoryData<string> Names()
    {
        MaterialLibrary library = MaterialLibrary.LoadShipped();
        return
        [
            .. library.Names<ActiveMaterial>(),
            .. library.Names<BinaryElectrolyte>(),
            .. library.Names<SingleIonConductor>(),
            .. library.Names<LithiumMetal>(),
            .. library.Names<CurrentCollector>(),
        ];
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Materials_Name_IsListedAndShownWithSources(string name)
    {
        CommandLineRun list = await CommandLineRunner.RunAsync("materials");
        CommandLineRun sheet = await CommandLineRunner.RunAsync("materials", name);

        list.Output.ShouldContain($"  {name}{Environment.NewLine}");
        sheet.ExitCode.ShouldBe(ExitCode.Success);
        sheet.Output.ShouldStartWith(name);
        sheet.Output.ShouldNotContain("no source stated");
        sheet.Output.ShouldNotContain("NaN", Case.Sensitive); // "nano" is a word of the sheets
    }

    [Fact]
    public async Task Materials_Ceramic_ShowsValueUnitStateAndConfidence()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("materials", "latp");

        // 0.7 mS/cm at 25 degC in data/materials/latp.yaml, in SI.
        run.Output.ShouldMatch(@"conductivity \(pellet\) +0\.07 S/m +verified +S\. D\. Jackman");
    }

    [Fact]
    public async Task Materials_Unknown_IsBadInputAndNamesTheNearest()
    {
        CommandLineRun run = await CommandLineRunner.RunAsync("materials", "lattp");

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain("Did you mean 'latp'?");
        run.Output.ShouldBeEmpty();
    }
}
