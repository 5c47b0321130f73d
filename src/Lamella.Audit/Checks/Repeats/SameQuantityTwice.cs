using System.Collections.Frozen;
using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Materials.Records;

namespace Lamella.Audit.Checks.Repeats;

/// <summary>Two statements of one quantity of one system under the same conditions must give the same value.</summary>
internal sealed class SameQuantityTwice() : Check(
    "same quantity twice",
    "Do two statements of one quantity of one system under the same conditions agree?",
    "identity of the quantity; JCGM 100:2008 (GUM), section 4.3, for rounding of printed digits")
{
    // Quantities that name one of many things of a system, told apart by a condition that both claims must state.
    private static readonly FrozenDictionary<string, string> OneOfMany = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["mass_fraction"] = "component", ["mole_fraction"] = "component", ["volume_fraction"] = "component",
        ["salt_concentration"] = "salt", ["mass_ratio"] = "components", ["solvent_ratio"] = "components",
        ["capacity_fade_per_cycle"] = "c_rate", ["overpotential"] = "current_density",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Quantities of which a system shows several at once, or which are settings: they repeat without meaning the same.
    private static readonly FrozenSet<string> Never = new[]
    {
        "xrd_peak", "raman_peak", "ftir_peak", "xps_peak", "nmr_shift", "cycles_before_analysis", "test_temperature", "cutoff_voltage",
        "sintering_temperature", "compression_strain", "mass_loss_window", "mass_loss", "current_density", "current_density_steps",
        "unstable_at_current", "stable_at_current", "doping_levels", "first_report_year", "final_capacity", "c_rate",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Capacities = new[] { "initial_capacity", "discharge_capacity" }.ToFrozenSet(StringComparer.Ordinal);

    // Conditions whose absence says nothing: a text may leave them out.
    private static readonly string[] LeftOut = ["cathode", "anode", "format", "reference_electrode"];

    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from family in audit.Set.Claims.Where(claim => !Never.Contains(claim.Quantity)).GroupBy(claim => (Subject: audit.Set.Subject(claim), Quantity: Family(claim)))
        from pair in family.Where(claim => !claim.IsAsPrinted()).ToArray().Pairs()
        where Comparable(pair.First, pair.Second) && !IsVariant(family, pair.First, pair.Second) && !IsVariant(family, pair.Second, pair.First)
        select audit.Ask(this, Pose(family.Key.Subject, pair.First, pair.Second));

    // A place that lists several variants, one of which agrees with the other place, does not contradict it by the others.
    private static bool IsVariant(IEnumerable<Claim> family, Claim first, Claim second) =>
        first.Place != second.Place && family.Any(other => other != first && other.Place == first.Place && !other.IsAsPrinted()
            && other.Value.Unit.Dimension == second.Value.Unit.Dimension && other.Value.Interval(0.0).Overlaps(second.Value.Interval(0.0))
            && !first.Value.Interval(0.0).Overlaps(second.Value.Interval(0.0)));

    private static string Family(Claim claim) => Capacities.Contains(claim.Quantity) ? "capacity" : claim.Quantity;

    private static bool Comparable(Claim first, Claim second)
    {
        bool lists = first.Value.Qualifier is FactQualifier.List || second.Value.Qualifier is FactQualifier.List;
        if (lists || first.State != second.State || first.Value.Unit.Dimension != second.Value.Unit.Dimension || !first.Agrees(second))
        {
            return false;
        }

        bool told = !OneOfMany.TryGetValue(first.Quantity, out string? key) || (first.At(key) is not null && second.At(key) is not null);
        return told && Meant(first, second);
    }

    // At one place, two values under equal conditions contradict each other only where the publication reports its own specimen;
    // a review lists variants. At two places, one may leave out conditions, but then not the one that varies the value.
    private static bool Meant(Claim first, Claim second)
    {
        IReadOnlyList<string> unshared = ClaimMatching.Unshared(first, second, LeftOut);
        bool isReview = first.Reference is not null;
        bool samePlace = first.Place == second.Place;
        bool cycleOnly = unshared.Count == 0 || (unshared.Count == 1 && unshared[0] == "cycle" && IsFirst(first) && IsFirst(second));
        return samePlace ? !isReview && cycleOnly
            : isReview ? first.Reference == second.Reference && !unshared.Contains("temperature") && !unshared.Contains("after") && !unshared.Contains("cycle")
            : cycleOnly;
    }

    // A capacity of cycle 1 and one of a rate test without number of cycle are both first ones.
    private static bool IsFirst(Claim claim) => claim.Value("cycle") is not { } cycle || cycle.High <= 1.0;

    private static Question Pose(string about, Claim first, Claim second)
    {
        string repeat = Repeat(first.Quantity);
        bool floors = IsFloor(first) && IsFloor(second), isCount = first.Quantity == "cycles";
        return new Question
        {
            About = about,
            Relation = Relation.Equal,
            Words = $"{first.Quantity.Replace('_', ' ')} ({first.Place}) = {second.Quantity.Replace('_', ' ')} ({second.Place})",
            Left = new Side($"{first.Id} in {first.Place}", first.Value.Unit, Widened(first)),
            Right = new Side($"{second.Id} in {second.Place}", second.Value.Unit, Widened(second)),
            Claims = [first, second],
            Assumptions = repeat.Length > 0 ? [repeat] : [],
            Settles = "a statement whether both belong to the same specimen under the same conditions, and how far specimens differ",
            Remark = floors ? "Both are lower limits, which may differ; such different ones seldom describe one test."
                : isCount ? "A cell that ran the greater number has also run the smaller one." : Remark(first, second),
            IsRuleOfExperience = floors || isCount,
        };

        Func<AssumptionValues, Interval> Widened(Claim claim) => values => floors
            ? claim.Value.Each(values.About)[0].Widened(0.25)
            : claim.Value.Interval(values.About).Widened(repeat.Length > 0 ? 0.5 * values[repeat] : 0.0);
    }

    private static bool IsFloor(Claim claim) => claim.Value.Qualifier is FactQualifier.Above or FactQualifier.AtLeast;

    private static string Remark(Claim first, Claim second)
    {
        IReadOnlyList<string> unshared = ClaimMatching.Unshared(first, second);
        return unshared.Count == 0 ? string.Empty : $"Only one of the two states: {string.Join(", ", unshared)}.";
    }

    private static string Repeat(string quantity) => quantity switch
    {
        "discharge_capacity" or "initial_capacity" => UsualAssumptions.CapacityRepeat,
        "interface_resistance" or "bulk_resistance" or "charge_transfer_resistance" or "cell_impedance" or "overpotential" => UsualAssumptions.ConductionRepeat,
        _ => string.Empty,
    };
}
