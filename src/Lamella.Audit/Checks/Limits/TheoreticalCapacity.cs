using Lamella.Audit.Checks.Arithmetic;
using Lamella.Audit.Verdicts;
using Lamella.Audit.Claims;

namespace Lamella.Audit.Checks.Limits;

/// <summary>No cell gives more charge per mass than the formula of its active material holds.</summary>
internal sealed class TheoreticalCapacity() : Check(
    "capacity of the formula",
    "Do capacities stay below what the formula of the active material holds?",
    "Faraday's law, Q = F/M per lithium")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from claim in audit.Set.Of("discharge_capacity", "initial_capacity", "final_capacity")
        let material = Active.Of(audit, claim)
        where material?.Capacity is not null
        select audit.Ask(this, new Question
        {
            About = audit.Set.Subject(claim),
            Relation = Relation.AtMost,
            Words = $"capacity ≤ capacity of {material!.Name}",
            Left = Side.Of(claim),
            Right = new Side($"limit of {material.Name}", claim.Value.Unit, _ => Interval.Exactly(material.Capacity!.Value)),
            Claims = [claim],
            Settles = "the mass of active material",
        });
}
