using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Materials.Records;

namespace Lamella.Audit.Checks.Repeats;

/// <summary>Two statements of one quantity of one system under the same conditions must give the same value.</summary>
internal sealed class SameQuantityTwice : ICheck
{
    // Quantities that name one of many things of a system, told apart by a condition that both claims must state.
    private static readonly Dictionary<string, string> OneOfMany = new(StringComparer.Ordinal)
    {
        ["mass_fraction"] = "component", ["mole_fraction"] = "component", ["volume_fraction"] = "component",
        ["salt_concentration"] = "salt", ["mass_ratio"] = "components", ["solvent_ratio"] = "components",
        ["capacity_fade_per_cycle"] = "c_rate", ["capacity_retention"] = "cycle",
    };

    // Quantities of which a system shows several at once, or which are settings: they repeat without meaning the same.
    private static readonly string[] Never =
    [
        "xrd_peak", "raman_peak", "ftir_peak", "xps_peak", "nmr_shift", "cycles", "cycles_before_analysis", "test_temperature",
        "sintering_temperature", "compression_strain", "mass_loss_window", "mass_loss", "current_density", "current_density_steps",
        "unstable_at_current", "stable_at_current", "cutoff_voltage", "doping_levels", "first_report_year",
    ];

    private static readonly string[] FirstCapacity = ["initial_capacity", "discharge_capacity"];

    /// <inheritdoc/>
    public string Name => "same quantity twice";

    /// <inheritdoc/>
    public string Asks => "Do two statements of one quantity of one system under the same conditions agree?";

    /// <inheritdoc/>
    public string Reference => "identity of the quantity; JCGM 100:2008 (GUM), section 4.3, for rounding of printed digits";

    /// <inheritdoc/>
    public IEnumerable<Verdict> Run(AuditCase audit) =>
        from family in audit.Set.Claims.Where(claim => !Never.Contains(claim.Quantity)).GroupBy(claim => (audit.Set.Subject(claim), Family(claim)))
        from pair in family.ToArray().Pairs()
        where Comparable(pair.First, pair.Second)
        select audit.Ask(this, Pose(family.Key.Item1, pair.First, pair.Second));

    private static string Family(Claim claim) => FirstCapacity.Contains(claim.Quantity) ? FirstCapacity[0] : claim.Quantity;

    private static bool Comparable(Claim first, Claim second)
    {
        bool bounds = first.Value.Qualifier is FactQualifier.List || second.Value.Qualifier is FactQualifier.List;
        if (bounds || first.State != second.State || first.Value.Unit.Dimension != second.Value.Unit.Dimension
            || !first.Agrees(second))
        {
            return false;
        }

        bool told = !OneOfMany.TryGetValue(first.Quantity, out string? key) || (first.At(key) is not null && second.At(key) is not null);
        return told && ClaimMatching.Unshared(first, second, "cycle", "cathode", "anode", "format").Count <= Loose(first, second);
    }

    // Text and table state different conditions for one number; a publication's own series state the same.
    private static int Loose(Claim first, Claim second) => first.Reference is not null && first.Reference == second.Reference ? 9 : 1;

    private static Question Pose(string about, Claim first, Claim second)
    {
        string repeat = Repeat(first.Quantity);
        return new Question
        {
            About = about,
            Relation = Relation.Equal,
            Words = $"{first.Quantity.Replace('_', ' ')} ({first.Place}) = {second.Quantity.Replace('_', ' ')} ({second.Place})",
            Left = new Side($"{first.Id} in {first.Place}", first.Value.Unit, Widened(first)),
            Right = new Side($"{second.Id} in {second.Place}", second.Value.Unit, Widened(second)),
            Claims = [first, second],
            Assumptions = repeat.Length > 0 ? [repeat] : [],
            Settles = "a statement whether both were measured on the same specimen under the same conditions, and how far specimens differ",
            Remark = Remark(first, second),
        };

        Func<AssumptionValues, Interval> Widened(Claim claim) => values =>
            claim.Value.Interval(values.About).Widened(repeat.Length > 0 ? 0.5 * values[repeat] : 0.0);
    }

    private static string Remark(Claim first, Claim second)
    {
        IReadOnlyList<string> unshared = ClaimMatching.Unshared(first, second);
        return unshared.Count == 0 ? string.Empty : $"Only one of the two states: {string.Join(", ", unshared)}.";
    }

    private static string Repeat(string quantity) => quantity switch
    {
        "discharge_capacity" or "initial_capacity" or "final_capacity" => UsualAssumptions.CapacityRepeat,
        "interface_resistance" or "bulk_resistance" or "charge_transfer_resistance" or "cell_impedance" or "overpotential" => UsualAssumptions.ConductionRepeat,
        _ => string.Empty,
    };
}
