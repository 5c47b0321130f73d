using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Lamella.TestRunner;

/// <summary>What became of one test project.</summary>
/// <param name="Project">The project.</param>
/// <param name="Report">Its report; null when it left none.</param>
/// <param name="Problem">Why the run cannot be trusted whatever the report says; null when it can.</param>
/// <param name="Duration">Wall time.</param>
internal sealed record ProjectOutcome(TestProject Project, XunitReport? Report, string? Problem, TimeSpan Duration);

/// <summary>Runs the executable of a test project and reads its report.</summary>
/// <param name="options">What was asked for.</param>
/// <param name="resultFolder">Receives one result file per project.</param>
/// <param name="limit">How long a project may take before it is stopped.</param>
internal sealed class ProjectRun(RunnerOptions options, string resultFolder, TimeSpan limit)
{
    /// <summary>Runs one project to its end.</summary>
    /// <param name="project">The project.</param>
    /// <returns>What it reported, or why there is nothing to trust.</returns>
    internal async Task<ProjectOutcome> RunAsync(TestProject project)
    {
        var watch = Stopwatch.StartNew();
        if (!File.Exists(project.Assembly))
        {
            return new ProjectOutcome(project, null, $"{project.Assembly} is missing: the build did not make it.", watch.Elapsed);
        }

        string file = Path.Combine(resultFolder, project.Name + ".xml");
        File.Delete(file);
        var (exitCode, output) = await ExecuteAsync(project, file).ConfigureAwait(false);
        var (report, problem) = Judge(project, file, exitCode);
        string? details = problem is null ? null : $"{problem}\n{output}".TrimEnd();
        return new ProjectOutcome(project, report, details, watch.Elapsed);
    }

    /// <summary>Decides whether a report can be trusted.</summary>
    /// <param name="project">The project that ran.</param>
    /// <param name="file">Where its report should lie.</param>
    /// <param name="exitCode">Its exit code; null when it was stopped for taking too long.</param>
    /// <returns>The report, if any, and the problem, if any.</returns>
    internal (XunitReport? Report, string? Problem) Judge(TestProject project, string file, int? exitCode)
    {
        if (exitCode is null)
        {
            return (null, FormattableString.Invariant($"did not end within {limit.TotalMinutes:0} minutes and was stopped."));
        }

        try
        {
            var report = XunitReport.Read(XDocument.Load(file));
            int total = report.Passed + report.Failed.Length + report.Skipped.Length;
            return (exitCode, total, report.Failed.Length) switch
            {
                (not 0, _, 0) => (report, FormattableString.Invariant($"no test failed, yet it ended with exit code {exitCode}.")),
                (_, 0, _) when project.HasSources && !options.IsFiltered => (report, "has source files but ran no test."),
                _ => (report, null),
            };
        }
        catch (Exception broken) when (broken is IOException or XmlException or FormatException)
        {
            return (null, FormattableString.Invariant($"ended with exit code {exitCode} and left no report: {broken.Message}"));
        }
    }

    private async Task<(int? ExitCode, string Output)> ExecuteAsync(TestProject project, string file)
    {
        ImmutableArray<string> arguments =
            [project.Assembly, "-noLogo", "-noColor", "-noAutoReporters", .. options.Filters, "-xml", file];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(project.Assembly),
        };
        using Process process = Process.Start(start)!;
        var output = new StringBuilder();
        var collect = Task.WhenAll(CollectAsync(process.StandardOutput, output), CollectAsync(process.StandardError, output));
        using var timeout = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(timeout.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await collect.ConfigureAwait(false);
            return (null, output.ToString());
        }

        await collect.ConfigureAwait(false);
        return (process.ExitCode, output.ToString());
    }

    private static async Task CollectAsync(StreamReader reader, StringBuilder output)
    {
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            lock (output)
            {
                output.AppendLine(line);
            }
        }
    }
}
