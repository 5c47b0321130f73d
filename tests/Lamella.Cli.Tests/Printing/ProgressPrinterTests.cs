using Lamella.Cli.Printing;
using Lamella.UseCases;

namespace Lamella.Cli.Tests.Printing;

[Trait("Level", "unit")]
public sealed class ProgressPrinterTests
{
    [Fact]
    public async Task RunAsync_Lines_PrintsOneLinePerStepAndTenth()
    {
        using var error = new StringWriter();

        int result = await new ProgressPrinter(ProgressStyle.Lines, error).RunAsync(progress =>
        {
            progress.Report(new RunProgress("reading", 0.0));
            for (int i = 0; i <= 1000; i++)
            {
                progress.Report(new RunProgress("simulating", i / 1000.0));
            }

            return Task.FromResult(42);
        });

        result.ShouldBe(42);
        string[] lines = error.ToString().ReplaceLineEndings("\n").TrimEnd().Split('\n');
        lines.Length.ShouldBe(12); // reading, then 0 %, 10 % ... 100 %
        lines[0].Trim().ShouldBe("0 %  reading");
        lines[^1].Trim().ShouldBe("100 %  simulating");
    }

    [Fact]
    public async Task RunAsync_LinesOfQuickWork_AreNotWritten()
    {
        using var error = new StringWriter();

        await new ProgressPrinter(ProgressStyle.Lines, error, TimeSpan.FromHours(1.0)).RunAsync(progress =>
        {
            progress.Report(new RunProgress("reading", 0.5));
            return Task.FromResult(42);
        });

        error.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_LinesOfManyFiles_AreOnePerTenth()
    {
        using var error = new StringWriter();

        await new ProgressPrinter(ProgressStyle.Lines, error, TimeSpan.FromTicks(1)).RunAsync(progress =>
        {
            for (int i = 0; i < 500; i++)
            {
                progress.Report(new RunProgress($"file {i}", i / 500.0));
            }

            return Task.FromResult(42);
        });

        error.ToString().TrimEnd().Split('\n').Select(line => line.TrimEnd()).ShouldBe(Enumerable.Range(1, 9).Select(tenth => $"{10 * tenth,4} %  file {50 * tenth}"));
    }

    [Fact]
    public async Task RunAsync_Silent_PrintsNothing()
    {
        using var error = new StringWriter();

        int result = await new ProgressPrinter(ProgressStyle.Silent, error).RunAsync(progress =>
        {
            progress.Report(new RunProgress("simulating", 0.5));
            return Task.FromResult(42);
        });

        result.ShouldBe(42);
        error.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_BarWithBracketsInTheStep_ShowsThemAsTheyAre()
    {
        using var error = new StringWriter();

        int result = await new ProgressPrinter(ProgressStyle.Bar, error).RunAsync(progress =>
        {
            progress.Report(new RunProgress("fitting D [m2/s]", 0.5));
            return Task.FromResult(42);
        });

        result.ShouldBe(42);
        error.ToString().ShouldContain("fitting D [m2/s]");
    }

    [Fact]
    public async Task RunAsync_WorkFails_LetsTheFailureThrough()
    {
        using var error = new StringWriter();
        var printer = new ProgressPrinter(ProgressStyle.Bar, error);

        await Should.ThrowAsync<InvalidOperationException>(
            () => printer.RunAsync<int>(_ => throw new InvalidOperationException("no convergence")));
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "50 %  simulating")]
    public async Task For_NoTerminal_IsSilentForMachinesAndLinesForLogs(bool json, string expected)
    {
        using var error = new StringWriter();

        await ProgressPrinter.For(json, error).RunAsync(progress =>
        {
            progress.Report(new RunProgress("simulating", 0.5));
            return Task.FromResult(0);
        });

        error.ToString().Trim().ShouldBe(expected);
    }
}
