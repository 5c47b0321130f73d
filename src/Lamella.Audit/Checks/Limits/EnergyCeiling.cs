using Lamella.Audit.Checks.Arithmetic;
using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;

namespace Lamella.Audit.Checks.Limits;

/// <summary>A cell stores at most what its active material stores, times the share of its mass.</summary>
internal sealed class EnergyCeiling() : Check(
    "energy of the cathode alone",
    "Is the energy per mass below what the cathode alone can give as a share of a cell?",
    "E ≤ share · usable share · q · V: lithium, collectors, electrolyte and housing weigh too")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from energy in audit.Set.Of("energy_density")
        let cathode = Active.Of(audit, energy)
        where cathode is { Capacity: not null, Plateau: not null } && !EnergyBudget.Judges(audit, energy)
        select audit.Ask(this, new Question
        {
            About = audit.Set.Subject(energy),
            Relation = Relation.AtMost,
            Words = $"energy per mass of the cell ≤ share of the cathode · usable capacity · potential of {cathode.Name}",
            Left = Side.Of(energy, "energy per mass as stated"),
            Right = new Side($"ceiling with {cathode.Name}", Unit.Parse("Wh/kg"), values => Interval.Exactly(
                values[UsualAssumptions.CathodeShare] * values[UsualAssumptions.UsableCapacity] * cathode.Capacity!.Value * cathode.Plateau!.Value.Middle)),
            Claims = [energy],
            Assumptions = [UsualAssumptions.CathodeShare, UsualAssumptions.UsableCapacity],
            Settles = "the mass that was counted: cathode, stack, cell or pack",
        });
}
