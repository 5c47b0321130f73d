using System.Collections.Immutable;
using System.Globalization;
using Lamella.TestRunner;

// Two projects at a time: the tests are bound by the processor, and two cores are what a run can count on.
const int ProjectsAtOnce = 2;

if (args.Contains("--help") || args.Contains("-h"))
{
    Console.WriteLine(RunnerOptions.Usage);
    return 0;
}

RunnerOptions options;
try
{
    options = RunnerOptions.Parse(args[1..]);
}
catch (FormatException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}

string root = Path.GetFullPath(args[0]);
ImmutableArray<TestProject> projects = TestProject.Find(root, options.Projects);
if (projects.IsEmpty)
{
    Console.Error.WriteLine($"No test project has a name with {string.Join(" or ", options.Projects)}. There are:");
    Console.Error.WriteLine(string.Join('\n', TestProject.Find(root, []).Select(project => "  " + project.Name)));
    return 2;
}

string resultFolder = Directory.CreateDirectory(Path.Combine(root, "artifacts", "test-results")).FullName;
var run = new ProjectRun(options, resultFolder, limit: TimeSpan.FromMinutes(10));
var outcomes = new ProjectOutcome[projects.Length];
await Parallel.ForAsync(
    0,
    projects.Length,
    new ParallelOptions { MaxDegreeOfParallelism = ProjectsAtOnce },
    async (index, _) =>
    {
        ProjectOutcome outcome = outcomes[index] = await run.RunAsync(projects[index]).ConfigureAwait(false);
        Console.WriteLine(Describe(outcome));
    }).ConfigureAwait(false);

ImmutableHashSet<string>? allowedSkips = options.SkippedIsFailure
    ? RunSummary.ReadAllowedSkips(File.ReadLines(Path.Combine(root, ".ci", "allowed-skips.txt")))
    : null;
var summary = new RunSummary([.. outcomes], allowedSkips, options.AllowedReason);
summary.Print(Console.Out);
return summary.Failed == 0 && summary.Passed > 0 ? 0 : 1;

static string Describe(ProjectOutcome outcome)
{
    string counts = outcome.Report is { } report
        ? string.Create(CultureInfo.InvariantCulture, $"{report.Passed,5} passed {report.Failed.Length,4} failed {report.Skipped.Length,4} skipped")
        : "no report";
    string mark = outcome.Problem is null ? string.Empty : "  <- see below";
    return string.Create(CultureInfo.InvariantCulture, $"{outcome.Project.Name,-32} {counts,-37} {outcome.Duration.TotalSeconds,7:0.0} s{mark}");
}
