using System.Text.RegularExpressions;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Repeats;

/// <summary>A number of cycles that equals the year of its work may be a slip of a column.</summary>
internal sealed partial class CountLikeYear() : Check(
    "count like a year",
    "Does a count equal the year in which the cited work appeared?",
    "chance: a count between 1 and 3000 equals a given year once in 3000")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from claim in audit.Set.Of("cycles")
        where claim.Value.IsNumber
        let year = Year().Match(audit.Set.Works.GetValueOrDefault(claim.Reference ?? string.Empty, string.Empty))
        where year.Success && year.Groups[1].Value == FormattableString.Invariant($"{claim.Value.Printed.Numbers[0]}")
        select AuditCase.Missing(this, claim.About, "number of cycles ≠ year of the work", "the number of cycles in the cited work", claim) with
        {
            Remark = $"Both are {year.Groups[1].Value}; a slip of the column cannot be excluded.",
        };

    [GeneratedRegex(@"\((\d{4})\)")]
    private static partial Regex Year();
}
