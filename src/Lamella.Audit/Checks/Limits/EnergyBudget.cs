using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;
using Lamella.Energy.Claims;
using Lamella.Materials.Records;

namespace Lamella.Audit.Checks.Limits;

/// <summary>The energy per mass of a pouch cell follows from what its stated parts weigh, between a standard and a favourable budget.</summary>
/// <remarks>
/// The budgets and their assumptions belong to <see cref="PouchAudit"/> and can be changed in <c>data/pouches/budgets.yaml</c>. A claim up to
/// the favourable budget can be reproduced; above it, not from the stated data.
/// </remarks>
internal sealed class EnergyBudget() : Check(
    "energy from the stated parts",
    "Can the energy per mass be reached with the stated loading, lithium and electrolyte?",
    "E = V(1 − f_p)/[1/(f·q) + e + Σm/Q_A], budgets of data/pouches/budgets.yaml")
{
    private static readonly Lazy<PouchBudgets> Budgets = new(PouchBudgets.LoadShipped);
    private static readonly string[] Parts = ["areal_loading", "areal_capacity", "li_thickness", "e_c_ratio", "cell_capacity", "current_collector_thickness"];

    /// <inheritdoc/>
    public override IEnumerable<Verdict> Run(AuditCase audit)
    {
        foreach (Claim energy in audit.Set.Of("energy_density"))
        {
            if (!Judges(audit, energy))
            {
                continue;
            }

            Claim[] parts = Stated(audit, energy);
            string cathode = Cathode(audit, energy)!;

            PouchAuditResult result = PouchAudit.Judge(Pouch(audit, energy, cathode, parts), Budgets.Value);
            if (result is { Favourable: { } favourable, Standard: { } standard })
            {
                yield return audit.Ask(this, Pose(audit, energy, parts, standard, favourable));
                continue;
            }

            // What no charge per area makes possible is settled without it.
            Verdict assumed = audit.Ask(this, Assuming(audit, energy, cathode, parts));
            yield return assumed.Outcome == Outcome.Contradicted ? assumed : AuditCase.Missing(
                this, audit.Set.Subject(energy), "energy per mass ≤ favourable budget", string.Join("; ", result.Missing), [energy, .. parts]);
        }
    }

    /// <summary>Tells whether this rule judges an energy, so that no cruder one is needed.</summary>
    internal static bool Judges(AuditCase audit, Claim energy) => Stated(audit, energy).Length >= 2 && Cathode(audit, energy) is not null;

    private static Claim[] Stated(AuditCase audit, Claim energy) =>
        energy.Value.IsNumber || energy.Value.Qualifier == FactQualifier.Range ? [.. Parts.Select(quantity => Nearest(audit, energy, quantity)).OfType<Claim>()] : [];

    // The cathode of the claim, else the only one that the file names for the system.
    private static string? Cathode(AuditCase audit, Claim energy) => energy.At("cathode")?.Text ?? (Cathodes(audit, energy) is [var only] ? only : null);

    private static string[] Cathodes(AuditCase audit, Claim energy) =>
        [.. audit.Set.About(energy.About, [.. Parts, "energy_density"]).Select(claim => claim.At("cathode")?.Text).OfType<string>().Distinct()];

    // A part that stands where the energy stands, else the only one of the system; two at one place are two cells, and where the system
    // has cells with several cathodes, a part must name its own.
    private static Claim? Nearest(AuditCase audit, Claim energy, string quantity)
    {
        bool several = Cathodes(audit, energy).Length > 1;
        Claim[] all = [.. audit.Set.About(energy.About, quantity).Where(claim => claim.Value.IsNumber && claim.Agrees(energy) && (!several || claim.At("cathode") is not null))];
        Claim[] beside = [.. all.Where(claim => claim.Place == energy.Place)];
        return beside.Length == 1 ? beside[0] : beside.Length == 0 && all.Length == 1 ? all[0] : null;
    }

    // Electrolyte and lithium that are not stated are assumed by the budgets: a misfit is then open.
    private static bool IsComplete(Claim[] parts) => parts.Any(part => part.Quantity == "e_c_ratio") && parts.Any(part => part.Quantity == "li_thickness");

    private static PouchClaim Pouch(AuditCase audit, Claim energy, string cathode, Claim[] parts)
    {
        double? At(string quantity) => parts.FirstOrDefault(part => part.Quantity == quantity)?.Value.AsSetting().Middle;
        return new PouchClaim
        {
            Name = energy.Id,
            System = audit.Set.Subject(energy),
            Source = new Source(Origin.Measured, audit.Set.Title, null, energy.Place, Confidence.Verified),
            Cathode = cathode,
            Loading = At("areal_loading"),
            ArealCapacity = At("areal_capacity"),
            Lithium = At("li_thickness"),
            Collector = At("current_collector_thickness"),
            Electrolyte = At("e_c_ratio"),
            Capacity = At("cell_capacity"),
            Energy = energy.Value.AsSetting().Middle,
        };
    }

    private static Question Pose(AuditCase audit, Claim energy, Claim[] parts, double standard, double favourable) => new()
    {
        About = audit.Set.Subject(energy),
        Relation = Relation.AtMost,
        Words = "energy per mass ≤ favourable budget of the stated parts",
        Left = Side.Of(energy, "energy per mass as stated"),
        Right = new Side("standard to favourable budget", Unit.Parse("Wh/kg"), _ => new Interval(standard, favourable)),
        Claims = [energy, .. parts],
        IsRuleOfExperience = !IsComplete(parts),
        Settles = "the mass of every part, and which parts were counted",
        Remark = FormattableString.Invariant($"Standard budget {standard / 3600.0:F0} Wh/kg, favourable {favourable / 3600.0:F0} Wh/kg."),
    };

    private static Question Assuming(AuditCase audit, Claim energy, string cathode, Claim[] parts) => new()
    {
        About = audit.Set.Subject(energy),
        Relation = Relation.AtMost,
        Words = "energy per mass ≤ favourable budget of the stated parts at any charge per area",
        Left = Side.Of(energy, "energy per mass as stated"),
        Right = new Side("standard to favourable budget", Unit.Parse("Wh/kg"), values =>
        {
            PouchClaim stated = Pouch(audit, energy, cathode, parts);
            PouchClaim pouch = stated with { ArealCapacity = values.InSi(UsualAssumptions.PouchArealCapacity), Lithium = stated.Lithium ?? 0.0 };
            return PouchAudit.Judge(pouch, Budgets.Value) is { Favourable: { } favourable, Standard: { } standard }
                ? new Interval(standard, favourable) : Interval.Everything;
        }),
        Claims = [energy, .. parts],
        Assumptions = [UsualAssumptions.PouchArealCapacity],
        IsRuleOfExperience = parts.All(part => part.Quantity != "e_c_ratio"),
        Settles = "the loading or the charge per area, and which parts were counted",
        Remark = "Neither loading nor charge per area is stated; lithium that is not stated weighs nothing here.",
    };
}
