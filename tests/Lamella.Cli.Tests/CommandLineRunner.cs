using System.CommandLine;
using Lamella.Cli.Verbs;

namespace Lamella.Cli.Tests;

/// <summary>What a command line printed and how it ended.</summary>
/// <param name="ExitCode">Exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record CommandLineRun(int ExitCode, string Output, string Error);

/// <summary>Runs command lines inside the test process.</summary>
internal static class CommandLineRunner
{
    /// <summary>Gets the folder of the solution.</summary>
    internal static string Root { get; } = FindRoot();

    /// <summary>Runs a command line with the verbs that ship.</summary>
    internal static Task<CommandLineRun> RunAsync(params string[] arguments) =>
        RunAsync(VerbRegistry.All(), arguments, CancellationToken.None);

    /// <summary>Runs a command line with one verb, <c>probe</c>, that does what the test says.</summary>
    internal static Task<CommandLineRun> RunProbeAsync(
        Func<CancellationToken, Task<int>> action, CancellationToken interruption, params string[] options)
    {
        var command = new Command("probe", "Does what the test says.");
        command.SetAction((_, cancellation) => action(cancellation));
        return RunAsync([new Verb(command, ["probe", "probe --verbose"])], ["probe", .. options], interruption);
    }

    private static async Task<CommandLineRun> RunAsync(
        IReadOnlyList<Verb> verbs, IReadOnlyList<string> arguments, CancellationToken interruption)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int exitCode = await CommandLine.RunAsync(verbs, arguments, output, error, interruption);
        return new CommandLineRun(exitCode, output.ToString(), error.ToString());
    }

    private static string FindRoot()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Lamella.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
