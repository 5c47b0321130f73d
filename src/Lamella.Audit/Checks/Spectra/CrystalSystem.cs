using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Spectra;

/// <summary>A phase belongs to the crystal system of its lattice.</summary>
internal sealed class CrystalSystem() : Check(
    "crystal system",
    "Is a phase assigned to the crystal system that its lattice has?",
    "lattices of data/audit/materials.yaml; International Tables for Crystallography, vol. A (2016), section 1.3, doi 10.1107/97809553602060000114")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from system in audit.Set.Systems
        where system.Crystal.Length > 0
        let lattice = audit.Known.Find(system.Material)?.Lattice
        where lattice is not null
        let claims = audit.Set.Claims.Where(claim => audit.Set.Subject(claim) == system.Name).Take(1).ToArray()
        select AuditCase.Missing(this, system.Name, $"crystal system as stated ({system.Crystal}) = that of {system.Material} ({lattice.System})", string.Empty, [.. claims]) with
        {
            Outcome = Fits(system.Crystal, lattice.System) ? Outcome.Consistent : Outcome.Contradicted,
            WouldChange = Fits(system.Crystal, lattice.System) ? string.Empty : $"the text would have to say {lattice.System}, or name another phase",
        };

    // Rhombohedral lattices are described on hexagonal axes.
    private static bool Fits(string stated, string known) =>
        stated == known || (known == "hexagonal" && stated is "rhombohedral" or "trigonal");
}
