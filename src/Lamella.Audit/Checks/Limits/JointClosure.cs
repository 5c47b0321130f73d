using System.Collections.Immutable;
using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Quantities;

namespace Lamella.Audit.Checks.Limits;

/// <summary>One share of one part explains activation energy, transference number and conductivity of the whole together.</summary>
/// <remarks>
/// Side by side the parts carry shares w of the current: E = ΣwᵢEᵢ, t = Σwᵢtᵢ. One after the other they hold shares r of the resistance:
/// E = ΣrᵢEᵢ, 1/t = Σrᵢ/tᵢ, rᵢ = (Lᵢ/σᵢ)/(L/σ). Each pair of numbers gives a share of the first part; these must agree.
/// </remarks>
internal sealed class JointClosure() : Check(
    "one share for all",
    "Does one share of the first part explain activation energy, transference number and conductivity of the whole?",
    "shares of the conductance (phases side by side) or of the resistance (layers): E = ΣwᵢEᵢ, t = Σwᵢtᵢ or 1/t = Σrᵢ/tᵢ")
{
    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit)
    {
        foreach (AuditedSystem system in audit.Set.Systems.Where(system =>
            system.Parts.Length == 2 && system.Arrangement is Arrangement.Skeleton or Arrangement.Dispersed or Arrangement.Layers))
        {
            bool inSeries = system.Arrangement == Arrangement.Layers;
            ImmutableArray<Share> shares =
            [
                .. Of(audit, system, "activation_energy", value => value),
                .. Of(audit, system, "li_transference_number", value => inSeries ? Interval.Exactly(1.0) / value : value),
                .. inSeries ? OfResistance(audit, system) : [],
            ];
            foreach ((Share first, Share second) in shares.Pairs())
            {
                yield return audit.Ask(this, Pose(system, first, second));
            }
        }
    }

    // The share of the first part that a property of the whole and of both parts gives.
    private static IEnumerable<Share> Of(AuditCase audit, AuditedSystem system, string quantity, Func<Interval, Interval> additive)
    {
        Claim? whole = audit.Set.About(system.Name, quantity).FirstOrDefault();
        Claim?[] parts = [.. system.Parts.Select(part => whole is null ? null : audit.Set.About(part.System, quantity).FirstOrDefault(claim => claim.Agrees(whole)))];
        if (whole is not null && parts.All(part => part is not null))
        {
            yield return new Share(quantity.Replace('_', ' '), [whole, parts[0]!, parts[1]!], values =>
            {
                Interval At(Claim claim) => additive(claim.Value.Interval(values.About));
                return (At(whole) - At(parts[1]!)) / (At(parts[0]!) - At(parts[1]!));
            });
        }
    }

    private static IEnumerable<Share> OfResistance(AuditCase audit, AuditedSystem system)
    {
        Claim? whole = audit.Set.About(system.Name, "ionic_conductivity").FirstOrDefault(), first = audit.Set.About(system.Parts[0].System, "ionic_conductivity").FirstOrDefault();
        Claim? all = audit.Set.About(system.Name, "thickness").FirstOrDefault(), one = audit.Set.About(system.Parts[0].System, "thickness").FirstOrDefault();
        if (whole is not null && first is not null && all is not null && one is not null && whole.Agrees(first))
        {
            yield return new Share("resistance of the layer", [whole, first, all, one], values =>
            {
                Interval At(Claim claim) => claim.Value.Interval(values.About);
                return At(one) * system.Parts[0].Layers / At(first) / (At(all) / At(whole));
            });
        }
    }

    private static Question Pose(AuditedSystem system, Share first, Share second) => new()
    {
        About = system.Name,
        Relation = Relation.Equal,
        Words = $"share of {system.Parts[0].System} from the {first.Name} = from the {second.Name}",
        Left = new Side($"from the {first.Name}", Unit.Parse("%"), first.Value),
        Right = new Side($"from the {second.Name}", Unit.Parse("%"), values => Near(second.Value(values), values)),
        Claims = [.. first.Claims.Union(second.Claims)],
        Assumptions = [UsualAssumptions.ConductionRepeat],
        IsRuleOfExperience = true,
        Settles = "the same properties of each part alone, and the conductivity of the surface between them",
    };

    private static Interval Near(Interval share, AssumptionValues values) => share + Interval.Around(0.0, values[UsualAssumptions.ConductionRepeat]);

    /// <summary>A share of the first part, and what it follows from.</summary>
    private sealed record Share(string Name, ImmutableArray<Claim> Claims, Func<AssumptionValues, Interval> Value);
}
