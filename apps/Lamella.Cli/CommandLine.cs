using System.CommandLine;
using Lamella.Cli.Printing;
using Lamella.Cli.Verbs;

namespace Lamella.Cli;

/// <summary>The command line as a whole: verbs, options that all of them share, and what happens when one fails.</summary>
public static class CommandLine
{
    private const string About =
        "Lamella, a digital laboratory for lithium-metal cells with solid and composite electrolytes.";

    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">The arguments, without the name of the program.</param>
    /// <param name="output">Receives results.</param>
    /// <param name="error">Receives progress, warnings and messages about failures.</param>
    /// <param name="interruption">Set when the user wants to stop.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static Task<int> RunAsync(
        IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken interruption) =>
        RunAsync(VerbRegistry.All(), arguments, output, error, interruption);

    /// <summary>Runs one command line with the given verbs.</summary>
    /// <param name="verbs">The verbs that there are.</param>
    /// <param name="arguments">The arguments, without the name of the program.</param>
    /// <param name="output">Receives results.</param>
    /// <param name="error">Receives progress, warnings and messages about failures.</param>
    /// <param name="interruption">Set when the user wants to stop.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    internal static async Task<int> RunAsync(
        IReadOnlyList<Verb> verbs,
        IReadOnlyList<string> arguments,
        TextWriter output,
        TextWriter error,
        CancellationToken interruption)
    {
        var verbose = new Option<bool>("--verbose") { Description = "Show the stack trace of a failure, and every file that was passed over.", Recursive = true };
        RootCommand root = Root(verbs, verbose);
        ParseResult parsed = root.Parse(arguments);
        if (ParseFaults.Report(parsed, error))
        {
            return ExitCode.BadInput;
        }

        // Failures and Ctrl-C are handled here, the same for every verb, not by the parser's defaults.
        var streams = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await parsed.InvokeAsync(streams, interruption).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The last line of defence: nothing may reach the user as a crash.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return FailurePrinter.Report(failure, error, parsed.GetValue(verbose), interruption);
        }
    }

    private static RootCommand Root(IReadOnlyList<Verb> verbs, Option<bool> verbose)
    {
        var root = new RootCommand(About) { verbose };
        foreach (Verb verb in verbs)
        {
            root.Subcommands.Add(verb.Command);
        }

        HelpWithExamples.Install(root, verbs);
        root.SetAction(parsed => root.Parse("--help").Invoke(parsed.InvocationConfiguration));
        return root;
    }
}
