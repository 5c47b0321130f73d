using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Repeats;

/// <summary>One thing has one name in a publication: in text, tables and figures.</summary>
internal sealed class PrintedName() : Check(
    "printed name",
    "Is one thing, or one quantity, called by one name wherever it is printed?",
    "identity of the thing")
{
    private static readonly string[] Named = ["about", "quantity"];

    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from key in Named
        from other in audit.Set.Claims.Where(claim => claim.Printed.ContainsKey(key))
            .GroupBy(claim => (Printed: claim.Printed[key], Meant: key == "about" ? audit.Set.Subject(claim) : claim.Quantity.Replace('_', ' ')))
        where !string.Equals(other.Key.Printed, other.Key.Meant, StringComparison.Ordinal)
        select AuditCase.Missing(
            this, audit.Set.Subject(other.First()), $"'{other.Key.Printed}' = '{other.Key.Meant}'", "which of the two names is meant", [.. other]) with
        {
            Outcome = Outcome.Contradicted,
            WouldChange = $"the print would have to say '{other.Key.Meant}' in both places",
        };
}
