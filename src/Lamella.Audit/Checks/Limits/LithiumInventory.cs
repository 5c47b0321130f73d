using Lamella.Audit.Claims;
using Lamella.Audit.Closures;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;

namespace Lamella.Audit.Checks.Limits;

/// <summary>A thin lithium anode is used up after a number of cycles that thickness, charge and efficiency fix.</summary>
internal sealed class LithiumInventory() : Check(
    "lithium inventory",
    "Is the lithium enough for the stated number of cycles at the stated efficiency?",
    "N = Q_Li/[Q·(1 − CE)]; 2.06 mAh/cm² per 10 µm (0.534 g/cm³, 6.941 g/mol)")
{


    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from cycles in audit.Set.Of("cycles")
        let cell = audit.Set.System(cycles.About)
        from thickness in audit.Set.About(cycles.About, "li_thickness").Concat(Parts(audit, cell, "li_thickness"))
        from efficiency in audit.Set.About(cycles.About, "coulombic_efficiency").Concat(OfElectrolyte(audit, cell)).Where(claim => claim.Value.IsNumber)
        from charge in Charges(audit, cell, cycles)
        where cycles.Agrees(efficiency, "cycles", "current_density", "c_rate", "temperature")
        select audit.Ask(this, Pose(cell.Name, cycles, thickness, efficiency, charge));

    private static IEnumerable<Claim> Parts(AuditCase audit, AuditedSystem cell, params string[] quantities) =>
        cell.Parts.SelectMany(part => audit.Set.About(part.System, quantities));

    private static IEnumerable<Claim> OfElectrolyte(AuditCase audit, AuditedSystem cell) => cell.Electrolyte.Length == 0 ? [] :
        audit.Set.Of("coulombic_efficiency").Where(claim => audit.Set.System(claim.About) is var other
            && other.Electrolyte == cell.Electrolyte && other.Name.EndsWith("Cu", StringComparison.Ordinal));

    private static IEnumerable<(Func<AssumptionValues, Interval> Charge, Claim[] Claims)> Charges(AuditCase audit, AuditedSystem cell, Claim cycles)
    {
        foreach (Claim areal in audit.Set.About(cell.Name, "areal_capacity"))
        {
            yield return (values => areal.Value.Interval(values.About), [areal]);
        }

        Claim? loading = Parts(audit, cell, "areal_loading").FirstOrDefault();
        Claim? specific = audit.Set.About(cell.Name, "discharge_capacity", "initial_capacity").FirstOrDefault(claim => claim.Agrees(cycles) && claim.Value.IsNumber);
        if (loading is not null && specific is not null)
        {
            yield return (values => loading.Value.Interval(values.About) * specific.Value.Interval(values.About), [loading, specific]);
        }
    }

    private static Question Pose(
        string about, Claim cycles, Claim thickness, Claim efficiency, (Func<AssumptionValues, Interval> Of, Claim[] Claims) charge) => new()
        {
            About = about,
            Relation = Relation.AtMost,
            Words = "cycles ≤ lithium / [charge per cycle · (1 − efficiency)]",
            Left = Side.Of(cycles, "cycles as stated"),
            Right = new Side("cycles until the lithium is used up", Unit.Parse("cycle"), values =>
                thickness.Value.Interval(values.About) * LithiumBalance.ChargePerVolume
                / (charge.Of(values) * (Interval.Exactly(1.0) - efficiency.Value.Interval(values.About)))),
            Claims = [cycles, thickness, efficiency, .. charge.Claims],
            IsRuleOfExperience = true,
            Settles = "the efficiency of lithium in the full cell, and how much lithium is left after the test",
            Remark = "The cathode brings its own lithium, which is not counted; the efficiency was measured on copper.",
        };
}
