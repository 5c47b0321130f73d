using Lamella.Audit.Checks.Arithmetic;
using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;
using Lamella.Materials.Records;

namespace Lamella.Audit.Checks.Currents;

/// <summary>A full cell at a high rate plates lithium through the electrolyte that fails at a critical current in a symmetric cell.</summary>
internal sealed class RateAndCriticalCurrent() : Check(
    "rate and critical current",
    "Is the highest rate of a full cell below the current at which its electrolyte fails in a symmetric cell?",
    "rate · current of 1C · loading = current density; definition of the critical current density")
{
    private static readonly Unit PerArea = Unit.Parse("mA/cm2");
    private static readonly string[] Failing = ["critical_current_density", "unstable_at_current"];
    private static readonly string[] AtRate = ["cycles", "capacity_retention", "discharge_capacity", "initial_capacity", "final_capacity", "coulombic_efficiency", "capacity_fade_per_cycle"];

    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit)
    {
        foreach (AuditedSystem cell in audit.Set.Systems.Where(system => system.Arrangement == Arrangement.Cell && system.Electrolyte.Length > 0))
        {
            Claim? fastest = audit.Set.About(cell.Name, AtRate).Where(claim => claim.Value("c_rate") is not null)
                .Concat(audit.Set.About(cell.Name, "max_c_rate")).MaxBy(claim => Rate(claim).High);
            Claim[] failing = [.. audit.Set.Of(Failing).Where(claim => IsSymmetric(audit, claim, cell))];
            if (fastest is null || failing.Length == 0)
            {
                continue;
            }

            Claim? loading = fastest.Value("loading") is null ? OfCell(audit, cell, fastest, "areal_loading") : null;
            Claim? one = OfCell(audit, cell, fastest, "current_for_1C");
            double? formula = Active.Of(audit, fastest)?.Capacity;
            string missing = loading is null && fastest.Value("loading") is null ? "the loading of the electrode"
                : one is null && formula is null ? "the current of 1C" : string.Empty;
            foreach (Claim limit in failing)
            {
                yield return missing.Length > 0
                    ? AuditCase.Missing(this, cell.Name, "rate · current of 1C · loading ≤ current of failure of the electrolyte", missing, fastest, limit)
                    : audit.Ask(this, Pose(cell.Name, fastest, loading, one, formula, limit));
            }
        }
    }

    private static Interval Rate(Claim claim) => claim.Quantity == "max_c_rate" ? claim.Value.Interval(0.0) : claim.Value("c_rate")!.Value;

    private static bool IsSymmetric(AuditCase audit, Claim claim, AuditedSystem cell)
    {
        AuditedSystem other = audit.Set.System(claim.About);
        return other.Name != cell.Name && audit.Set.Canonical(other.Electrolyte.Length > 0 ? other.Electrolyte : other.Name) == audit.Set.Canonical(cell.Electrolyte);
    }

    // A claim about the cell or about one of its parts; one only, so that it is clear which one ran at the rate.
    private static Claim? OfCell(AuditCase audit, AuditedSystem cell, Claim fastest, string quantity)
    {
        Claim[] all = [.. audit.Set.About(cell.Name, quantity).Concat(cell.Parts.SelectMany(part => audit.Set.About(part.System, quantity))).Where(claim => claim.Agrees(fastest))];
        return all.Length == 1 ? all[0] : null;
    }

    private static Question Pose(string about, Claim fastest, Claim? loading, Claim? one, double? formula, Claim limit) => new()
    {
        About = about,
        Relation = Relation.AtMost,
        Words = "rate · current of 1C · loading ≤ current of failure of the electrolyte",
        Left = new Side($"current density at the rate of {fastest.Id}", PerArea, values =>
            Rate(fastest) * (one?.Value.Interval(values.About) ?? PerHour(formula!.Value * values[UsualAssumptions.UsableCapacity]))
                * (loading?.Value.Interval(values.About) ?? fastest.Value("loading")!.Value)),
        Right = new Side($"current of failure, {limit.Id}", PerArea, values => limit.Value.Qualifier == FactQualifier.AtLeast
            ? new Interval(limit.Value.Interval(values.About).Low, double.PositiveInfinity) : limit.Value.Interval(values.About)),
        Claims = [fastest, .. new[] { loading, one }.OfType<Claim>(), limit],
        Assumptions = one is null ? [UsualAssumptions.UsableCapacity] : [],
        IsRuleOfExperience = true,
        Settles = "whether charge and discharge ran at that rate, and the voltage of a symmetric cell at that current and temperature",
        Remark = "Only the charge plates lithium; temperature, pressure and charge per area differ between the two tests.",
    };

    // 1C takes one hour.
    private static Interval PerHour(double capacity) => Interval.Exactly(capacity / 3600.0);
}
