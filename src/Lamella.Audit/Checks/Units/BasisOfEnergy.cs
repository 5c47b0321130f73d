using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Units;

/// <summary>An energy per mass says little where not even the kind of cell tells which mass was counted.</summary>
internal sealed class BasisOfEnergy() : Check(
    "basis of an energy",
    "Is it said of an energy per mass whether cathode, stack, cell or pack was weighed?",
    "energies per mass on the four bases differ by factors of two to three; S. Randau et al., Nat. Energy 5 (2020) 259, doi 10.1038/s41560-020-0565-1")
{
    private static readonly string[] Tells = ["basis", "format", "cathode", "cell_capacity"];
    private static readonly string[] Weighed = ["cell_capacity", "cell_mass", "areal_loading", "areal_capacity", "pack_energy"];

    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from energy in audit.Set.Of("energy_density")
        where energy.Kind != "target" && !Tells.Any(energy.Conditions.ContainsKey)
            && !audit.Set.About(energy.About, Weighed).Any() && audit.Set.System(energy.About).Parts.Length == 0
            && !audit.Set.About(energy.About, "energy_density").Any(other => Tells.Any(other.Conditions.ContainsKey))
        select AuditCase.Missing(
            this,
            audit.Set.Subject(energy),
            $"energy per mass {energy.Value} is that of cathode, stack, cell or pack",
            "the mass that was counted, the cathode and the kind of cell",
            energy);
}
