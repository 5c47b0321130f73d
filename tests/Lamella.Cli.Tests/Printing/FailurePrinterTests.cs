using Lamella.Core.Errors;

namespace Lamella.Cli.Tests.Printing;

[Trait("Level", "unit")]
public sealed class FailurePrinterTests
{
    private static CancellationToken Never => CancellationToken.None;

    [Fact]
    public async Task Report_BadInput_PrintsPlaceLineCaretAndRemedy()
    {
        var place = new InputPlace("cell.yaml", 7, 14, "  thickness: -300 um");

        CommandLineRun run = await CommandLineRunner.RunProbeAsync(
            _ => throw new InputException(place, "thickness is -300 um.", "above 0 um.", "Write it as a positive length."), Never);

        run.ExitCode.ShouldBe(ExitCode.BadInput);
        run.Error.ReplaceLineEndings("\n").ShouldBe(
            """
            error: cell.yaml(7,14): thickness is -300 um.
                  thickness: -300 um
                             ^
            Allowed: above 0 um.
            Write it as a positive length.

            """.ReplaceLineEndings("\n"));
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Report_Bug_SaysHowToReportItWithoutStackTrace()
    {
        CommandLineRun run = await CommandLineRunner.RunProbeAsync(
            _ => throw new InvalidOperationException("mesh is empty"), Never);

        run.ExitCode.ShouldBe(ExitCode.Failure);
        run.Error.ShouldContain("InvalidOperationException: mesh is empty");
        run.Error.ShouldContain("--verbose");
        run.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Report_BugWhenVerbose_AddsTheStackTrace()
    {
        CommandLineRun run = await CommandLineRunner.RunProbeAsync(
            _ => throw new InvalidOperationException("mesh is empty"), Never, "--verbose");

        run.ExitCode.ShouldBe(ExitCode.Failure);
        run.Error.ShouldContain("   at ");
    }

    [Theory]
    [InlineData(typeof(FileNotFoundException), ExitCode.BadInput)]
    [InlineData(typeof(DirectoryNotFoundException), ExitCode.BadInput)]
    [InlineData(typeof(UnauthorizedAccessException), ExitCode.BadInput)]
    [InlineData(typeof(IOException), ExitCode.Failure)]
    public async Task Report_FileTrouble_IsTheUsersWhereTheUserCanMendIt(Type type, int expected)
    {
        CommandLineRun run = await CommandLineRunner.RunProbeAsync(
            _ => throw (Exception)Activator.CreateInstance(type, "no luck with cell.yaml")!, Never);

        run.ExitCode.ShouldBe(expected);
        run.Error.ShouldContain("no luck with cell.yaml");
        run.Error.ShouldContain("Check ");
        run.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Report_Interrupted_Ends130AndSaysThatNothingIsLeft()
    {
        using var interruption = new CancellationTokenSource();

        CommandLineRun run = await CommandLineRunner.RunProbeAsync(
            async cancellation =>
            {
                await interruption.CancelAsync();
                await Task.Delay(Timeout.Infinite, cancellation);
                return ExitCode.Success;
            },
            interruption.Token);

        run.ExitCode.ShouldBe(ExitCode.Interrupted);
        run.Error.Trim().ShouldBe("Stopped. Nothing half-written was left behind.");
    }

    [Fact]
    public async Task Report_CancelledByItself_IsABug()
    {
        CommandLineRun run = await CommandLineRunner.RunProbeAsync(_ => throw new OperationCanceledException(), Never);

        run.ExitCode.ShouldBe(ExitCode.Failure);
    }
}
