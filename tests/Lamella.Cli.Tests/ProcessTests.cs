using System.Diagnostics;

namespace Lamella.Cli.Tests;

/// <summary>The program as a process of its own, as users start it.</summary>
[Trait("Level", "contract")]
public sealed class ProcessTests
{
    private const int Tries = 10;
    private static readonly TimeSpan ColdStart = TimeSpan.FromSeconds(0.4);

    [Theory]
    [InlineData("--version", ExitCode.Success, "")]
    [InlineData("qqqqqqqq", ExitCode.BadInput, "'qqqqqqqq' is not known here.")]
    public void Main_Arguments_PassesExitCodeAndStreamsThrough(string argument, int exitCode, string error)
    {
        using Process process = Start(argument);
        string printed = process.StandardError.ReadToEnd();
        process.WaitForExit();

        process.ExitCode.ShouldBe(exitCode);
        printed.ShouldContain(error);
    }

    [Fact]
    public void Main_Help_StartsWithin400Milliseconds()
    {
        // The best of several: other processes on the machine can only make a start slower.
        TimeSpan best = TimeSpan.MaxValue;
        for (int i = 0; i < Tries && best >= ColdStart; i++)
        {
            TimeSpan time = TimeOfHelp();
            best = time < best ? time : best;
        }

        best.ShouldBeLessThan(ColdStart);
    }

    private static TimeSpan TimeOfHelp()
    {
        var watch = Stopwatch.StartNew();
        using Process process = Start("--help");
        process.StandardOutput.ReadToEnd().ShouldContain("Usage:");
        process.WaitForExit();
        return watch.Elapsed;
    }

    private static Process Start(string argument)
    {
        // The tests and the program are built in one configuration: .../bin/<configuration>/net10.0/
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        DirectoryInfo root = output;
        while (!File.Exists(Path.Combine(root.FullName, "Lamella.slnx")))
        {
            root = root.Parent!;
        }

        string program = Path.Combine(root.FullName, "apps", "Lamella.Cli", "bin", output.Parent!.Name, output.Name, "lamella.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program, argument])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }
}
