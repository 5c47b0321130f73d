using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Arithmetic;

/// <summary>A whole weighs more than its cells: its energy per mass is below that of the cells.</summary>
internal sealed class PackAndCell() : Check(
    "pack and cell",
    "Is the energy per mass of a pack at most that of its cells?",
    "conservation of mass")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from pack in audit.Set.Of("energy_density")
        from part in audit.Set.System(pack.About).Parts
        let cells = audit.Set.About(part.System, "energy_density").ToArray()
        where cells.Length > 0
        select audit.Ask(this, new Question
        {
            About = audit.Set.Subject(pack),
            Relation = Relation.AtMost,
            Words = $"energy per mass of the whole ≤ energy per mass of {part.System}",
            Left = Side.Of(pack, "energy per mass of the whole"),
            Right = new Side($"highest energy per mass of {part.System}", cells[0].Value.Unit, values => cells.Select(cell => cell.Value.Interval(values.About)).MaxBy(interval => interval.High)),
            Claims = [pack, .. cells],
        });
}
