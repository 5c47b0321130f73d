using System.Text;

namespace Lamella.Cli.Tests.Verbs;

/// <summary>Stopping in the middle leaves no result, or the older one as it was.</summary>
[Trait("Level", "contract")]
public sealed class DossierInterruptionTests
{
    [Theory]
    [InlineData("calibrating")]
    [InlineData("predicting")]
    [InlineData("70 %  predicting")]
    public async Task Dossier_Interrupted_WritesNothing(string moment)
    {
        using var study = new StudyCopy();

        CommandLineRun run = await InterruptedAsync(study, moment);

        run.ExitCode.ShouldBe(ExitCode.Interrupted, run.Error);
        run.Error.ShouldContain("Stopped. Nothing half-written was left behind.");
        run.Output.ShouldBeEmpty();
        study.Written.ShouldBeEmpty();
    }

    [Fact]
    public async Task Dossier_InterruptedWithOlderResult_LeavesItAsItWas()
    {
        using var study = new StudyCopy();
        string[] step = ["run", study.Cell, "--step", "Rest for 1 min", "--output", study.Output];
        (await CommandLineRunner.RunAsync(step)).ExitCode.ShouldBe(ExitCode.Success);
        byte[] before = File.ReadAllBytes(Path.Combine(study.Output, "result.json"));

        CommandLineRun run = await InterruptedAsync(study, "predicting");

        run.ExitCode.ShouldBe(ExitCode.Interrupted, run.Error);
        study.Written.ShouldBe([Path.GetFileName(study.Output)]);
        Directory.EnumerateFileSystemEntries(study.Output).Select(entry => Path.GetFileName(entry)).Order()
            .ShouldBe(["result.json", "series.bdf.csv", "series.split.csv"]);
        File.ReadAllBytes(Path.Combine(study.Output, "result.json")).ShouldBe(before);
    }

    private static async Task<CommandLineRun> InterruptedAsync(StudyCopy study, string moment)
    {
        using var interruption = new CancellationTokenSource();
        using var output = new StringWriter();
        using var error = new InterruptingWriter(moment, interruption);
        int exitCode = await CommandLine.RunAsync(
            ["dossier", study.Folder, "--output", study.Output], output, error, interruption.Token);
        return new CommandLineRun(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Interrupts once the progress says certain words.</summary>
    private sealed class InterruptingWriter(string moment, CancellationTokenSource interruption) : StringWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(string? value) => Seen(() => base.Write(value));

        public override void WriteLine(string? value) => Seen(() => base.WriteLine(value));

        private void Seen(Action write)
        {
            write();
            if (ToString().Contains(moment, StringComparison.Ordinal))
            {
                interruption.Cancel();
            }
        }
    }
}
