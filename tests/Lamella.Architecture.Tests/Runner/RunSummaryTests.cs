using Lamella.TestRunner;

namespace Lamella.Architecture.Tests.Runner;

[Trait("Level", "unit")]
public sealed class RunSummaryTests
{
    private static readonly TestProject Project = new("Lamella.N.Tests", "N.dll", HasSources: true);

    private static readonly ProjectOutcome Mixed = new(
        Project,
        new XunitReport(5, [new FailedTest("N.C.D", "1 is not 2")], [new SkippedTest("N.C.E", "IDAS is missing"), new SkippedTest("N.C.F", "../shared is missing")]),
        Problem: null,
        TimeSpan.Zero);

    private static readonly ProjectOutcome Crashed = new(Project, Report: null, "ended with exit code 134", TimeSpan.Zero);

    [Fact]
    public void ClosingLine_SkipsAllowed_HasTheFormThatMachinesRead() =>
        new RunSummary([Mixed], allowedSkips: null, allowedReason: null).ClosingLine.ShouldBe("5 passed, 1 failed, 2 skipped");

    [Fact]
    public void ClosingLine_CrashedProject_CountsAsFailure() =>
        new RunSummary([Mixed, Crashed], allowedSkips: null, allowedReason: null).ClosingLine.ShouldBe("5 passed, 2 failed, 2 skipped");

    [Theory]
    [InlineData("", null, "5 passed, 3 failed, 0 skipped")]
    [InlineData("N.C.E # not on this machine", null, "5 passed, 2 failed, 1 skipped")]
    [InlineData("# N.C.E", "shared", "5 passed, 2 failed, 1 skipped")]
    public void ClosingLine_SkipsForbidden_CountsThoseThatNothingExcuses(string allowed, string? reason, string expected) =>
        new RunSummary([Mixed], RunSummary.ReadAllowedSkips([allowed]), reason).ClosingLine.ShouldBe(expected);

    [Fact]
    public void Print_FailuresAndSkips_ShowsDetailsAndEndsWithTheClosingLine()
    {
        using var output = new StringWriter();

        new RunSummary([Mixed, Crashed], allowedSkips: null, allowedReason: null).Print(output);

        string[] lines = output.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        lines.ShouldContain("FAILED  N.C.D");
        lines.ShouldContain("    1 is not 2");
        lines.ShouldContain("FAILED  Lamella.N.Tests ended with exit code 134");
        lines.ShouldContain("  1 x IDAS is missing");
        lines.ShouldContain("      N.C.E");
        lines[^1].ShouldBe("5 passed, 2 failed, 2 skipped");
    }
}
