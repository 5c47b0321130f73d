using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Limits;

/// <summary>The bulk resistance of a cell is thickness over conductivity and area of its electrolyte.</summary>
internal sealed class ResistanceOfElectrolyte() : Check(
    "resistance of the electrolyte",
    "Is the bulk resistance of a cell that of its electrolyte with the stated electrode?",
    "R = L/(σ·A)")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit)
    {
        foreach (Claim resistance in audit.Set.Of("bulk_resistance"))
        {
            AuditedSystem cell = audit.Set.System(resistance.About);
            Claim[] conductivities = [.. audit.Set.About(cell.Electrolyte, "ionic_conductivity").Where(claim => resistance.Agrees(claim))];
            Claim[] thicknesses = [.. audit.Set.About(cell.Electrolyte, "thickness").Concat(Parts(audit, cell.Electrolyte, "thickness"))];
            Claim[] areas = [.. Parts(audit, cell.Name, "electrode_diameter", "pellet_diameter")];
            if (conductivities.Length == 0 || thicknesses.Length == 0)
            {
                continue;
            }

            if (areas.Length == 0)
            {
                yield return AuditCase.Missing(
                    this, cell.Name, "R = thickness / (conductivity · area)", "the area of the smaller electrode", [resistance, .. conductivities, .. thicknesses]);
            }

            foreach (Claim area in areas)
            {
                yield return audit.Ask(this, Pose(cell.Name, resistance, conductivities[0], thicknesses[0], area));
            }
        }
    }

    private static IEnumerable<Claim> Parts(AuditCase audit, string system, params string[] quantities) =>
        audit.Set.System(system).Parts.SelectMany(part => audit.Set.About(part.System, quantities));

    private static Question Pose(string about, Claim resistance, Claim conductivity, Claim thickness, Claim diameter) => new()
    {
        About = about,
        Relation = Relation.Equal,
        Words = $"bulk resistance = thickness / (conductivity · π d²/4) with d from {diameter.Id}",
        Left = Side.Of(resistance, "bulk resistance as stated"),
        Right = new Side("thickness / (conductivity · area)", resistance.Value.Unit, values =>
        {
            Interval d = diameter.Value.Interval(values.About);
            return (thickness.Value.Interval(values.About) / (conductivity.Value.Interval(values.About) * (d * d) * (0.25 * Math.PI)))
                .Widened(values[UsualAssumptions.ConductionRepeat]);
        }),
        Claims = [resistance, conductivity, thickness, diameter],
        Assumptions = [UsualAssumptions.ConductionRepeat],
        Settles = "the area of the smaller electrode of this cell",
    };
}
