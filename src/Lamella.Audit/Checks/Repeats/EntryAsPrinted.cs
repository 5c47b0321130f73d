using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Repeats;

/// <summary>An entry of a table that reads otherwise than the rest of the print gives it: value and conditions must both agree.</summary>
internal sealed class EntryAsPrinted() : Check(
    "entry as printed",
    "Does an entry of a table say what the rest of the publication says of that system?",
    "identity of the entry")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from printed in audit.Set.Claims.Where(ClaimMatching.IsAsPrinted)
        let meant = audit.Set.About(printed.About, printed.Quantity).Where(claim => !claim.IsAsPrinted() && claim.Reference == printed.Reference).ToArray()
        where meant.Length > 0 && !meant.Any(claim => claim.Agrees(printed) && claim.Value.Interval(0.0).Overlaps(printed.Value.Interval(0.0)))
        select AuditCase.Missing(
            this,
            audit.Set.Subject(printed),
            $"{printed.Quantity.Replace('_', ' ')}: {Text(printed)} ({printed.Place}) = {Text(meant[0])}",
            "the entry in the cited work",
            [printed, .. meant]) with
        {
            Outcome = Outcome.Contradicted,
            WouldChange = $"the entry would have to read {Text(meant[0])}",
        };

    private static string Text(Claim claim) => claim.At("temperature") is { } temperature ? $"{claim.Value} at {temperature.Text}" : claim.Value.ToString();
}
