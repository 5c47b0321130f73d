using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Lamella.Cli.Verbs;

namespace Lamella.Cli.Printing;

/// <summary>Adds the examples of the verb, or one of each verb, to the help that the parser writes.</summary>
/// <param name="usual">The help that the parser writes.</param>
/// <param name="verbs">The verbs that there are.</param>
internal sealed class HelpWithExamples(HelpAction usual, IReadOnlyList<Verb> verbs) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <summary>Replaces the help of a command line.</summary>
    /// <param name="root">The command line.</param>
    /// <param name="verbs">Its verbs.</param>
    internal static void Install(RootCommand root, IReadOnlyList<Verb> verbs)
    {
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, verbs);
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int exitCode = usual.Invoke(parseResult);
        Command asked = parseResult.CommandResult.Command;
        ImmutableArray<string> examples = verbs.FirstOrDefault(verb => verb.Command == asked)?.Examples
            ?? OfPart(asked) ?? [.. verbs.Select(verb => verb.Examples[0])];
        TextWriter output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (string example in examples)
        {
            output.WriteLine($"  lamella {example}");
        }

        return exitCode;
    }

    /// <summary>Returns the examples of a part of a verb, such as <c>analyse transference</c>; null where it is none.</summary>
    private ImmutableArray<string>? OfPart(Command asked)
    {
        Verb? whole = verbs.FirstOrDefault(verb => verb.Command.Subcommands.Contains(asked));
        ImmutableArray<string> examples = [.. whole?.Examples.Where(example => example.StartsWith($"{whole.Command.Name} {asked.Name} ", StringComparison.Ordinal)) ?? []];
        return examples.IsEmpty ? null : examples;
    }
}
