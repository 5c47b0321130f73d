using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Works;

/// <summary>A journal with one volume a year has a fixed distance between volume and year, which the other works of the list show.</summary>
internal sealed class VolumeAndYear() : Check(
    "volume and year of a journal",
    "Does a volume belong to its year, as it does for the other works of that journal in the list?",
    "one volume a year: the distance between volume and year that at least two other works of the journal, of different years, have in common")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from journal in PrintedWork.All(audit).Where(work => work.Volume is not null).GroupBy(work => work.Journal, StringComparer.Ordinal)
        from work in journal
        let others = journal.Where(other => other != work).ToArray()
        where others.Select(other => other.Year).Distinct().Count() > 1 && others.Select(Distance).Distinct().Count() == 1
        let apart = Distance(work) - Distance(others[0])
        where apart != 0
        select AuditCase.Missing(
            this,
            $"work {work.Number}: {journal.Key} {work.Volume} ({work.Year})",
            FormattableString.Invariant($"volume of {journal.Key} in {work.Year} = {work.Year - Distance(others[0])}"),
            "the title page of the cited work") with
        {
            // A work that appeared online at the end of a year carries that year with the volume of the next.
            Outcome = Math.Abs(apart) > 1 ? Outcome.Contradicted : Outcome.Undetermined,
            WouldChange = FormattableString.Invariant(
                $"the list would have to print volume {work.Year - Distance(others[0])}, the year {work.Volume + Distance(others[0])} or another journal"),
            Remark = $"{others.Length} other works of this journal have one distance between volume and year.",
        };

    private static int Distance(PrintedWork work) => work.Year - work.Volume!.Value;
}
