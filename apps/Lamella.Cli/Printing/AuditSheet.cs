using Lamella.Audit.Verdicts;
using Lamella.UseCases.Audits;

namespace Lamella.Cli.Printing;

/// <summary>An audit as text.</summary>
internal static class AuditSheet
{
    /// <summary>Prints a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="all">Whether to list the consistent verdicts.</param>
    /// <param name="folder">Where page and summary were written, or null.</param>
    /// <param name="output">Receives the text.</param>
    internal static void Print(AuditReport report, bool all, string? folder, TextWriter output)
    {
        output.WriteLine(FormattableString.Invariant($"Audit of {report.Claims.Title}: {report.Claims.Claims.Length} claims"));
        foreach (Outcome outcome in new[] { Outcome.Contradicted, Outcome.Undetermined, Outcome.Consistent })
        {
            var verdicts = report.Of(outcome);
            output.WriteLine();
            output.WriteLine(FormattableString.Invariant($"{AuditWords.Of(outcome)}: {verdicts.Length}"));
            foreach (Verdict verdict in outcome == Outcome.Consistent && !all ? [] : verdicts)
            {
                Print(verdict, output);
            }
        }

        if (folder is not null)
        {
            output.WriteLine();
            output.WriteLine($"Page and result.json are in {folder}.");
        }
    }

    private static void Print(Verdict verdict, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"  {verdict.About}: {verdict.Relation}");
        output.WriteLine($"    {AuditWords.Sentence(verdict)}");
        Line("left", verdict.Left is { } left ? $"{left.Shown()}  ({left.Text})" : string.Empty);
        Line("right", verdict.Right is { } right ? $"{right.Shown()}  ({right.Text})" : string.Empty);
        Line("claims", string.Join(", ", verdict.Claims.Select(claim => claim.Place.Length > 0 ? $"{claim.Id} [{claim.Place}]" : claim.Id)));
        Line("assumes", AuditWords.Assumed(verdict));
        Line("change", verdict.WouldChange);
        Line("settled by", verdict.Settles);
        Line("remark", verdict.Remark);
        Line("rule", $"{verdict.Check}; {verdict.Reference}");

        void Line(string name, string text)
        {
            if (text.Length > 0)
            {
                output.WriteLine($"      {name,-11}{text}");
            }
        }
    }
}
