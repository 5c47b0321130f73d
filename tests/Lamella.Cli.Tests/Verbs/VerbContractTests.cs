using System.CommandLine.Parsing;
using Lamella.Cli.Verbs;

namespace Lamella.Cli.Tests.Verbs;

/// <summary>What every verb must offer, present or future.</summary>
[Trait("Level", "contract")]
public sealed class VerbContractTests
{
    public static TheoryData<string> Names() => new(VerbRegistry.All().Select(verb => verb.Command.Name));

    public static TheoryData<string> Examples() => new(VerbRegistry.All().SelectMany(verb => verb.Examples));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Help_OfVerb_ShowsAtLeastTwoExamplesOfIt(string name)
    {
        Verb verb = VerbRegistry.All().Single(candidate => candidate.Command.Name == name);

        CommandLineRun run = await CommandLineRunner.RunAsync(name, "--help");

        run.ExitCode.ShouldBe(ExitCode.Success);
        verb.Examples.Length.ShouldBeGreaterThanOrEqualTo(2);
        foreach (string example in verb.Examples)
        {
            example.ShouldStartWith(name);
            run.Output.ShouldContain($"  lamella {example}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Description_OfVerb_SaysWhatEachArgumentAndOptionIs(string name)
    {
        Verb verb = VerbRegistry.All().Single(candidate => candidate.Command.Name == name);

        verb.Command.Description.ShouldNotBeNullOrWhiteSpace();
        verb.Command.Arguments.ShouldAllBe(argument => argument.Description!.EndsWith('.'));
        verb.Command.Options.ShouldAllBe(option => option.Description!.Length > 0);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Example_InHelp_RunsAsItStands(string example)
    {
        Directory.SetCurrentDirectory(CommandLineRunner.Root); // examples name files as a user in a fresh clone would

        CommandLineRun run = await CommandLineRunner.RunAsync([.. CommandLineParser.SplitCommandLine(example)]);

        run.Error.ShouldNotContain("error:");
        run.ExitCode.ShouldBe(ExitCode.Success);
        run.Output.ShouldNotBeEmpty();
    }
}
