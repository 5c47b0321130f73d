using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Provenance;

namespace Lamella.Audit.Checks.Limits;

/// <summary>A mixture of phases conducts no better than its best phase, unless an interphase does.</summary>
/// <remarks>
/// The upper Wiener bound is at most the conductivity of the best phase. It speaks of bulk phases: where a part was measured in another
/// host or as a pellet, its bulk value is higher by an unknown factor, and the answer stays open.
/// </remarks>
internal sealed class CompositeAboveParts() : Check(
    "composite above its parts",
    "Does a mixture conduct better than the best of its phases?",
    "O. Wiener, Abh. Math.-Phys. Kl. Königl. Sächs. Ges. Wiss. 32 (1912) 509; Z. Hashin, S. Shtrikman, J. Appl. Phys. 33 (1962) 3125, doi 10.1063/1.1728579")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit)
    {
        foreach (AuditedSystem system in audit.Set.Systems.Where(system => system.Arrangement is Arrangement.Skeleton or Arrangement.Dispersed or Arrangement.Layers))
        {
            foreach (Claim whole in audit.Set.About(system.Name, "ionic_conductivity"))
            {
                Claim[][] parts = [.. system.Parts.Select(part => audit.Set.About(part.System, "ionic_conductivity").Where(claim => whole.Agrees(claim)).ToArray())];
                if (parts.Length > 0 && parts.All(part => part.Length > 0))
                {
                    yield return audit.Ask(this, Pose(system.Name, whole, [.. parts.SelectMany(part => part)]));
                }
                else if (parts.Any(part => part.Length > 0) || whole.Rank is not null)
                {
                    string[] missing = [.. system.Parts.Where((_, index) => parts[index].Length == 0).Select(part => part.System)];
                    yield return AuditCase.Missing(
                        this,
                        system.Name,
                        "conductivity of the mixture ≤ conductivity of the best part",
                        $"the conductivity of {string.Join(" and ", missing)} alone, with its reference state",
                        [whole, .. parts.SelectMany(part => part)]);
                }
            }
        }
    }

    private static Question Pose(string about, Claim whole, Claim[] parts)
    {
        bool bulk = parts.All(part => part.State == ReferenceState.BulkPhase);
        return new Question
        {
            About = about,
            Relation = Relation.AtMost,
            Words = "conductivity of the mixture ≤ conductivity of the best part",
            Left = Side.Of(whole, "conductivity of the mixture"),
            Right = new Side("conductivity of the best part", whole.Value.Unit, values => parts.Select(part => part.Value.Interval(values.About)).MaxBy(value => value.High)),
            Claims = [whole, .. parts],
            Assumptions = [UsualAssumptions.ConductionRepeat],
            IsRuleOfExperience = !bulk,
            Settles = "porosity and host of each part when it was measured alone, so that its bulk value follows",
            Remark = bulk ? string.Empty
                : $"The parts are stated as {string.Join(" and ", parts.Select(part => part.State.Text()).Distinct())}; the bound speaks of bulk phases, which conduct better.",
        };
    }
}
