using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Materials.Records;

namespace Lamella.Audit.Checks.Order;

/// <summary>A range that is given for a class holds for the members of the class that the same file lists.</summary>
internal sealed class RangeOfClass() : Check(
    "range of a class",
    "Do the listed members of a class lie in the range that is given for the class?",
    "a statement about a class is one about its members")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from system in audit.Set.Systems
        where system.Class.Length > 0
        from range in audit.Set.Claims.Where(claim => claim.Value.Qualifier == FactQualifier.Range && audit.Set.Subject(claim) == system.Name)
        from member in audit.Set.Of(range.Quantity)
        where audit.Set.System(member.About).Family == system.Class && member.Value.IsNumber && member.Agrees(range) && member.State == range.State
        select audit.Ask(this, new Question
        {
            About = $"{audit.Set.Subject(member)} and {system.Name}",
            Relation = Relation.Equal,
            Words = $"{range.Quantity.Replace('_', ' ')} of a member lies in the range of the class {system.Class}",
            Left = Side.Of(member),
            Right = new Side(range.ToString(), range.Value.Unit, _ => range.Value.AsSetting()),
            Claims = [member, range],
            IsRuleOfExperience = true,
            Settles = "which members the range speaks of, and at which temperature",
        });
}
