using Lamella.TestRunner;

namespace Lamella.Architecture.Tests.Runner;

/// <summary>A run that proves nothing must not look like a success.</summary>
[Trait("Level", "unit")]
public sealed class ProjectRunTests : IDisposable
{
    private const string OnePassed =
        """<assemblies><assembly name="x.dll"><collection><test name="N.C.A" result="Pass" /></collection></assembly></assemblies>""";

    private const string Empty = """<assemblies><assembly name="x.dll" /></assemblies>""";

    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData(OnePassed, 0, true, null)]
    [InlineData(Empty, 0, false, null)]
    [InlineData(Empty, 0, true, "ran no test")]
    [InlineData(OnePassed, 134, true, "ended with exit code 134")]
    [InlineData("<assemblies><assem", 139, true, "left no report")]
    [InlineData(null, 0, true, "left no report")]
    [InlineData(OnePassed, null, true, "did not end within 10 minutes")]
    public void Judge_ReportAndExitCode_TrustsOnlyACompleteRun(string? report, int? exitCode, bool hasSources, string? problem)
    {
        if (report is not null)
        {
            File.WriteAllText(_file, report);
        }

        var run = new ProjectRun(RunnerOptions.Parse([]), Path.GetTempPath(), TimeSpan.FromMinutes(10));
        var judged = run.Judge(new TestProject("N", "N.dll", hasSources), _file, exitCode);

        (judged.Problem is null).ShouldBe(problem is null, judged.Problem);
        judged.Problem?.ShouldContain(problem!);
    }

    [Fact]
    public async Task RunAsync_NotBuilt_IsAProblem()
    {
        var run = new ProjectRun(RunnerOptions.Parse([]), Path.GetTempPath(), TimeSpan.FromMinutes(10));

        ProjectOutcome outcome = await run.RunAsync(new TestProject("N", _file + ".dll", HasSources: true));

        outcome.Report.ShouldBeNull();
        outcome.Problem!.ShouldContain("is missing");
    }
}
