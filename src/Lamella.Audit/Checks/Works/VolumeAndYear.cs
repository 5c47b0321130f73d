using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Works;

/// <summary>A journal with one volume a year has a fixed distance between volume and year: that of its first volume, or of the other works of the list.</summary>
internal sealed class VolumeAndYear() : Check(
    "volume and year of a journal",
    "Does a volume belong to its year, as it does for other works of that journal?",
    "one volume a year: years of first volumes in data/audit/materials.yaml, else the distance that at least two other works of the list, of different years, have in common")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from journal in PrintedWork.All(audit).Where(work => work.Volume is not null).GroupBy(work => work.Journal, StringComparer.Ordinal)
        from work in journal
        let known = audit.Known.Journals.TryGetValue(journal.Key, out int first) ? first - 1 : Common([.. journal.Where(other => other != work)])
        where known is not null && Distance(work) != known
        select AuditCase.Missing(
            this,
            $"work {work.Number}: {journal.Key} {work.Volume} ({work.Year})",
            FormattableString.Invariant($"volume of {journal.Key} in {work.Year} = {work.Year - known}"),
            "the title page of the cited work") with
        {
            // A work that appeared online at the end of a year carries that year with the volume of the next.
            Outcome = Math.Abs(Distance(work) - known.Value) > 1 ? Outcome.Contradicted : Outcome.Undetermined,
            WouldChange = FormattableString.Invariant(
                $"the list would have to print volume {work.Year - known}, the year {work.Volume + known} or another journal"),
        };

    // The distance that all other works of a journal have in common, if they are of different years.
    private static int? Common(PrintedWork[] others) =>
        others.Select(other => other.Year).Distinct().Count() > 1 && others.Select(Distance).Distinct().Count() == 1 ? Distance(others[0]) : null;

    private static int Distance(PrintedWork work) => work.Year - work.Volume!.Value;
}
