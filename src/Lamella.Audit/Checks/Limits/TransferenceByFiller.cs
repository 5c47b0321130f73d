using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;
using Lamella.Transport.Composition;

namespace Lamella.Audit.Checks.Limits;

/// <summary>A dispersed filler that carries lithium only raises the transference number by no more than its share of the current.</summary>
/// <remarks>Spheres that conduct without limit carry the share 3φ/(1 + 2φ) of the current of the mixture: inside them it is 3, in the matrix 1, times the current of the matrix without them.</remarks>
internal sealed class TransferenceByFiller() : Check(
    "transference number by a filler",
    "Can the stated share of a ceramic explain the gain in transference number?",
    "t ≤ t₀ + (1 − t₀)·3φ/(1 + 2φ): J. C. Maxwell, A Treatise on Electricity and Magnetism, 3rd ed. (1892), art. 314")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from system in audit.Set.Systems
        where system.Control.Length > 0 && system.Arrangement == Arrangement.Dispersed && system.Parts.Length == 2 && system.Parts.All(part => part.Share is not null)
        let densities = system.Parts.Select(part => (audit.Known.Find(audit.Set.System(part.System).Material) ?? audit.Known.Find(part.System))?.Density).ToArray()
        where densities.All(density => density is not null)
        from better in audit.Set.About(system.Name, "li_transference_number")
        from worse in audit.Set.About(system.Control, "li_transference_number").Where(worse => worse.SameConditions(better))
        select audit.Ask(this, Pose(system, better, worse, densities[0]!.Value, densities[1]!.Value));

    private static Question Pose(AuditedSystem system, Claim better, Claim worse, double matrix, double filler) => new()
    {
        About = system.Name,
        Relation = Relation.AtMost,
        Words = $"transference number ≤ that of {system.Control} + what a filler that carries lithium only can add",
        Left = Side.Of(better, "transference number as stated"),
        Right = new Side("greatest transference number with that filler", Unit.One, values =>
        {
            double error = values[UsualAssumptions.DensityError], share = system.Parts[1].Share!.Interval(0.0).High;
            double volume = MassAndVolume.VolumeFractions([1.0 - share, share], [matrix * (1.0 + error), filler * (1.0 - error)])[1];
            double carried = 3.0 * volume / (1.0 + (2.0 * volume));
            return worse.Value.Interval(values.About).Map(t => t + ((1.0 - t) * carried));
        }),
        Claims = [better, worse],
        Assumptions = [UsualAssumptions.DensityError],
        IsRuleOfExperience = true,
        Settles = "the transference number of the matrix in both: salt, bound anions, and the resistances of the interfaces during the measurement",
    };
}
