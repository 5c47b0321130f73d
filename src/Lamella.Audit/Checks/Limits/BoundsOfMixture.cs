using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;
using Lamella.Transport.Bounds;
using Lamella.Transport.Composition;

namespace Lamella.Audit.Checks.Limits;

/// <summary>An isotropic mixture of phases with known shares conducts between the Hashin–Shtrikman bounds.</summary>
internal sealed class BoundsOfMixture() : Check(
    "bounds of a mixture",
    "Does a mixture of bulk phases with stated shares conduct between the Hashin–Shtrikman bounds?",
    "Z. Hashin, S. Shtrikman, J. Appl. Phys. 33 (1962) 3125, eq. 3.17, doi 10.1063/1.1728579")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit)
    {
        foreach (AuditedSystem system in audit.Set.Systems.Where(system =>
            system.Arrangement is Arrangement.Dispersed or Arrangement.Skeleton && system.Parts.Length > 1 && system.Parts.All(part => part.Share is not null)))
        {
            if (Shares(audit, system) is not { } shares)
            {
                continue;
            }

            foreach (Claim whole in audit.Set.About(system.Name, "ionic_conductivity"))
            {
                Claim?[] parts = [.. system.Parts.Select(part => audit.Set.About(part.System, "ionic_conductivity")
                    .FirstOrDefault(claim => claim.State == ReferenceState.BulkPhase && claim.Agrees(whole)))];
                if (parts.All(part => part is not null))
                {
                    yield return audit.Ask(this, Pose(system.Name, whole, [.. parts.Select(part => part!)], shares));
                }
            }
        }
    }

    private static Question Pose(string about, Claim whole, Claim[] parts, double[] shares) => new()
    {
        About = about,
        Relation = Relation.Equal,
        Words = "conductivity of the mixture between the Hashin–Shtrikman bounds",
        Left = Side.Of(whole, "conductivity of the mixture"),
        Right = new Side("lower to upper bound", whole.Value.Unit, values =>
        {
            Interval[] each = [.. parts.Select(part => part.Value.Interval(values.About).Widened(values[UsualAssumptions.ConductionRepeat]))];
            double[] low = [.. each.Select(part => Math.Max(0.0, part.Low))], high = [.. each.Select(part => part.High)];
            return new Interval(ConductivityBounds.HashinShtrikman(shares, low).Lower, ConductivityBounds.HashinShtrikman(shares, high).Upper);
        }),
        Claims = [whole, .. parts],
        Assumptions = [UsualAssumptions.ConductionRepeat],
        Settles = "porosity, and the conductivity of the interface between the phases",
    };

    private static double[]? Shares(AuditCase audit, AuditedSystem system)
    {
        double[] stated = [.. system.Parts.Select(part => part.Share!.Unit.ToSi(part.Share.Printed.Numbers[0]))];
        double sum = stated.Sum();
        stated = [.. stated.Select(share => share / sum)];
        if (system.Parts[0].Share!.Unit.Dimension.Kind == QuantityKind.VolumeFraction)
        {
            return stated;
        }

        double?[] densities = [.. system.Parts.Select(part => (audit.Known.Find(audit.Set.System(part.System).Material) ?? audit.Known.Find(part.System))?.Density)];
        return densities.All(density => density is not null)
            ? [.. MassAndVolume.VolumeFractions(stated, [.. densities.Select(density => density!.Value)])] : null;
    }
}
