using System.Collections.Immutable;
using System.Globalization;
using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Repeats;

/// <summary>Results of different works with the same digits: chance, or a slip of the line in a table.</summary>
internal sealed class SameNumberElsewhere() : Check(
    "same digits of different works",
    "Do results of different works share their digits although they belong to different conditions?",
    "chance of equal digits: two values with three significant digits are equal by chance about once in 400 pairs, two retentions above 75 % once in 250")
{
    // Quantities with the number of pairs among which one is equal by chance.
    private static readonly ImmutableArray<(string Quantity, double Pairs)> Measured =
        [("ionic_conductivity", 400.0), ("li_transference_number", 400.0), ("critical_current_density", 400.0), ("capacity_retention", 250.0)];

    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from measured in Measured
        let quantity = measured.Quantity
        let values = audit.Set.Of(quantity).Where(claim => claim.Reference is not null && !claim.IsAsPrinted() && claim.Value.IsNumber && Digits(claim) >= 3).ToArray()
        where ByChance(values) < measured.Pairs
        from pair in values.Pairs()
        where pair.First.Reference != pair.Second.Reference
            && pair.First.Value.Interval(0.0) == pair.Second.Value.Interval(0.0)
            && !SameWork(audit.Set, pair.First, pair.Second)
        select AuditCase.Missing(
            this,
            $"{pair.First.About} and {pair.Second.About}",
            $"{quantity.Replace('_', ' ')} of work {pair.First.Reference} ≠ {quantity.Replace('_', ' ')} of work {pair.Second.Reference}",
            "the value in each of the two cited works",
            pair.First,
            pair.Second) with
        {
            Remark = $"Both print {pair.First.Value}; which of the two works it belongs to, the print does not say.",
        };

    // So many values that one pair of equals is expected say nothing by their equality.
    private static double ByChance(Claim[] values)
    {
        int different = values.DistinctBy(claim => (claim.Reference, claim.Value.Interval(0.0))).Count();
        return 0.5 * different * (different - 1);
    }

    /// <summary>Counts the significant digits of a number: 0.626 has three.</summary>
    internal static int Digits(Claim claim)
    {
        string digits = Math.Abs(claim.Value.Printed.Numbers[0]).ToString("0.############", CultureInfo.InvariantCulture).Replace(".", string.Empty, StringComparison.Ordinal);
        return digits.Trim('0').Length;
    }

    private static bool SameWork(ClaimSet set, Claim first, Claim second) =>
        set.Works.TryGetValue(first.Reference!, out string? a) && set.Works.TryGetValue(second.Reference!, out string? b) && a == b;
}
