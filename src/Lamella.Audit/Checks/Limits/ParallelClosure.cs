using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks.Limits;

/// <summary>Activation energy and transference number of a mixture lie between those of its phases.</summary>
internal sealed class ParallelClosure() : Check(
    "mixture between its phases",
    "Do activation energy and transference number of a mixture lie between those of its phases?",
    "shares of the conductance: E = ΣwᵢEᵢ, ρ₊ = Σwᵢρᵢ; phases in parallel or in series")
{
    private static readonly string[] Quantities = ["activation_energy", "li_transference_number"];

    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit) =>
        from system in audit.Set.Systems
        where system.Arrangement is Arrangement.Skeleton or Arrangement.Dispersed or Arrangement.Layers && system.Parts.Length > 1
        from whole in audit.Set.About(system.Name, Quantities)
        let parts = system.Parts.Select(part => audit.Set.About(part.System, whole.Quantity).FirstOrDefault(claim => claim.Agrees(whole))).ToArray()
        where parts.Any(part => part is not null)
        select parts.All(part => part is not null)
            ? audit.Ask(this, Pose(system.Name, whole, [.. parts.Select(part => part!)]))
            : AuditCase.Missing(
                this,
                system.Name,
                $"{whole.Quantity.Replace('_', ' ')} of the mixture between those of its phases",
                $"the {whole.Quantity.Replace('_', ' ')} of {string.Join(" and ", system.Parts.Where((_, i) => parts[i] is null).Select(part => part.System))} alone",
                [whole, .. parts.OfType<Claim>()]);

    private static Question Pose(string about, Claim whole, Claim[] parts) => new()
    {
        About = about,
        Relation = Relation.Equal,
        Words = $"{whole.Quantity.Replace('_', ' ')} of the mixture between those of its phases",
        Left = Side.Of(whole, "the mixture"),
        Right = new Side("from the lowest to the highest phase", whole.Value.Unit, values => parts.Select(part => part.Value.Interval(values.About)).Aggregate(Interval.Hull)),
        Claims = [whole, .. parts],
        IsRuleOfExperience = true,
        Settles = "the same quantity of each phase alone, over the same temperatures",
    };
}
