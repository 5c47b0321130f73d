using System.Globalization;
using System.Text.RegularExpressions;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Works;

/// <summary>A work ends some pages after it begins, and the articles of one journal have numbers of one length.</summary>
internal sealed partial class PagesOfWork() : Check(
    "pages of a work",
    "Are the pages of a work in order, and has the number of an article as many digits as others of its journal?",
    "longest reviews have some 300 pages; numbers of articles have a fixed length in each journal")
{
    private const int LongestWork = 1000;

    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit)
    {
        PrintedWork[] works = [.. PrintedWork.All(audit)];
        return Ranges(works).Concat(Numbers(works));
    }

    private static string Line(PrintedWork work) => FormattableString.Invariant($"work {work.Number}: {work.Journal} {work.Volume} ({work.Year}) {work.Pages}");

    private IEnumerable<Verdict> Ranges(PrintedWork[] works) =>
        from work in works
        let range = Range().Match(work.Pages)
        where range.Success && range.Groups[2].Length >= range.Groups[1].Length // shorter: the last page is abbreviated
        let first = long.Parse(range.Groups[1].Value, CultureInfo.InvariantCulture)
        let last = long.Parse(range.Groups[2].Value, CultureInfo.InvariantCulture)
        where last < first || last - first > LongestWork
        select AuditCase.Missing(
            this, Line(work), FormattableString.Invariant($"first page ≤ last page ≤ first page + {LongestWork}"), "the pages of the cited work") with
        {
            Outcome = Outcome.Contradicted,
            WouldChange = "the list would have to print another last page",
        };

    private IEnumerable<Verdict> Numbers(PrintedWork[] works) =>
        from journal in works.Where(work => Article().IsMatch(work.Pages)).GroupBy(work => work.Journal, StringComparer.Ordinal)
        from work in journal
        let others = journal.Where(other => other != work).Select(other => other.Pages.Length).Distinct().ToArray()
        where others.Length == 1 && others[0] > work.Pages.Length
        select AuditCase.Missing(
            this, Line(work), FormattableString.Invariant($"digits of the number of the article = {others[0]}"), "the number of the article in the cited work") with
        {
            Remark = $"It has {work.Pages.Length} digits.",
        };

    [GeneratedRegex(@"^(\d{1,9})-(\d{1,9})$")]
    private static partial Regex Range();

    [GeneratedRegex(@"^\d{5,9}$")]
    private static partial Regex Article();
}
