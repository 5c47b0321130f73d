using System.Collections.Immutable;
using System.Globalization;

namespace Lamella.TestRunner;

/// <summary>Adds up the outcomes of all projects and prints them.</summary>
/// <param name="outcomes">One outcome per project.</param>
/// <param name="allowedSkips">Display names of tests that may be skipped when skipping is a failure; null when skipping is no failure.</param>
/// <param name="allowedReason">Words in a reason for which any test may be skipped, or null.</param>
internal sealed class RunSummary(
    ImmutableArray<ProjectOutcome> outcomes, ImmutableHashSet<string>? allowedSkips, string? allowedReason)
{
    /// <summary>Gets the number of tests that passed.</summary>
    internal int Passed => outcomes.Sum(outcome => outcome.Report?.Passed ?? 0);

    /// <summary>Gets the number of failures: tests, projects that cannot be trusted, and skips that are not allowed.</summary>
    internal int Failed => outcomes.Sum(outcome => outcome.Report?.Failed.Length ?? 0)
        + outcomes.Count(outcome => outcome.Problem is not null)
        + ForbiddenSkips.Length;

    /// <summary>Gets the number of tests that were skipped and may be.</summary>
    internal int Skipped => AllSkips.Length - ForbiddenSkips.Length;

    /// <summary>Gets the closing line, in the form that is read by machines: <c>N passed, N failed, N skipped</c>.</summary>
    internal string ClosingLine => string.Create(CultureInfo.InvariantCulture, $"{Passed} passed, {Failed} failed, {Skipped} skipped");

    private ImmutableArray<SkippedTest> AllSkips => [.. outcomes.SelectMany(outcome => outcome.Report?.Skipped ?? [])];

    private ImmutableArray<SkippedTest> ForbiddenSkips =>
        allowedSkips is null ? [] : [.. AllSkips.Where(skip => !allowedSkips.Contains(skip.Name) && !HasAllowedReason(skip))];

    /// <summary>Reads the names of tests that may be skipped: one a line, <c>#</c> begins a comment.</summary>
    /// <param name="lines">Lines of the file.</param>
    /// <returns>The names.</returns>
    internal static ImmutableHashSet<string> ReadAllowedSkips(IEnumerable<string> lines) =>
        [.. lines.Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0)];

    /// <summary>Prints failures with their details, skipped tests by reason, and the closing line.</summary>
    /// <param name="output">Receives the text.</param>
    internal void Print(TextWriter output)
    {
        foreach (ProjectOutcome outcome in outcomes)
        {
            foreach (FailedTest test in outcome.Report?.Failed ?? [])
            {
                output.WriteLine();
                output.WriteLine($"FAILED  {test.Name}");
                output.WriteLine(Indent(test.Details));
            }

            if (outcome.Problem is { } problem)
            {
                output.WriteLine();
                output.WriteLine($"FAILED  {outcome.Project.Name} {Indent(problem).TrimStart()}");
            }
        }

        PrintSkips(output, "FAILED  skipped, though nothing may be skipped here (see .ci/allowed-skips.txt):", ForbiddenSkips);
        PrintSkips(output, "Skipped:", [.. AllSkips.Except(ForbiddenSkips)]);
        output.WriteLine();
        output.WriteLine(ClosingLine);
    }

    private bool HasAllowedReason(SkippedTest skip) =>
        allowedReason is not null && skip.Reason.Contains(allowedReason, StringComparison.OrdinalIgnoreCase);

    private static void PrintSkips(TextWriter output, string heading, ImmutableArray<SkippedTest> skips)
    {
        if (skips.IsEmpty)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine(heading);
        foreach (var group in skips.GroupBy(skip => skip.Reason).OrderByDescending(group => group.Count()))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {group.Count()} x {group.Key}"));
            foreach (SkippedTest skip in group)
            {
                output.WriteLine($"      {skip.Name}");
            }
        }
    }

    private static string Indent(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => "    " + line));
}
