using System.Collections.Immutable;
using Lamella.Energy.ClosedForm;

namespace Lamella.Energy.Claims;

/// <summary>Holds claimed energies of pouch cells against what the stated data can weigh.</summary>
/// <remarks>
/// A verdict says whether a claim can be reproduced from the stated data, never that it is false: a publication may have used
/// parts lighter than any of the budget, or counted another mass.
/// </remarks>
public static class PouchAudit
{
    /// <summary>Judges a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="budgets">The assumptions.</param>
    /// <returns>The interval from the standard to the favourable budget, the verdict, and what would settle it.</returns>
    public static PouchAuditResult Judge(PouchClaim claim, PouchBudgets budgets)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(budgets);
        double? implied = claim.EnergyDensity / claim.Energy;
        PouchAuditResult? elsewhere = claim.Elsewhere is { } other ? Judge(other, budgets) : null;
        ImmutableArray<string> missing = PouchBudget.Missing(claim, budgets);
        if (!missing.IsEmpty)
        {
            return new PouchAuditResult
            {
                Claim = claim, Verdict = claim.Energy > Ceiling(claim, budgets) ? PouchVerdict.NotReproducible : PouchVerdict.Undetermined, Ceiling = Ceiling(claim, budgets), Missing = missing, ImpliedDensity = implied, Assumed = PouchBudget.Assumed(claim), Elsewhere = elsewhere,
            };
        }

        AssumedCathode cathode = budgets.Find(claim)!;
        SideBudget standard = PouchBudget.Of(claim, cathode, budgets, BudgetSide.Standard);
        SideBudget favourable = PouchBudget.Of(claim, cathode, budgets, BudgetSide.Favourable);
        double bare = (favourable with { PackagingShare = 0.0 }).SpecificEnergy;
        return new PouchAuditResult
        {
            Claim = claim,
            Verdict = Verdict(claim.Energy, standard.SpecificEnergy, favourable.SpecificEnergy, bare),
            Standard = standard.SpecificEnergy,
            Favourable = favourable.SpecificEnergy,
            WithoutPackaging = bare,
            Ceiling = Ceiling(claim, budgets),
            Assumed = PouchBudget.Assumed(claim),
            NeededArealCapacity = claim.Energy > favourable.SpecificEnergy ? Needed(favourable, claim.Energy) : null,
            LeftForTheRest = Left(claim, favourable),
            Coating = Coating(favourable),
            ImpliedDensity = implied,
            Effects =
            [
                .. budgets.Names.Select(name => new AssumptionEffect(name, PouchBudget.Of(claim, cathode, budgets.Favouring(name), BudgetSide.Standard).SpecificEnergy)),
                new AssumptionEffect("capacity of the cathode", PouchBudget.Of(claim, cathode with { Capacity = (cathode.Capacity.Favourable, cathode.Capacity.Favourable) }, budgets, BudgetSide.Standard).SpecificEnergy),
                new AssumptionEffect("voltage", PouchBudget.Of(claim, cathode with { Voltage = (cathode.Voltage.Favourable, cathode.Voltage.Favourable) }, budgets, BudgetSide.Standard).SpecificEnergy),
            ],
            Elsewhere = elsewhere,
        };
    }

    private static PouchVerdict Verdict(double claimed, double standard, double favourable, double bare) =>
        claimed <= standard ? PouchVerdict.WithinStandard
        : claimed <= favourable ? PouchVerdict.Reachable
        : claimed <= bare ? PouchVerdict.OnlyWithoutPackaging
        : PouchVerdict.NotReproducible;

    /// <summary>Coating and stated electrolyte alone: V/[1/(f·q) + e], a bound that needs no loading.</summary>
    private static double? Ceiling(PouchClaim claim, PouchBudgets budgets) => budgets.Find(claim) is { } cathode
        ? cathode.Voltage.Favourable / ((1.0 / (budgets.Si("active share", BudgetSide.Favourable) * cathode.Capacity.Favourable)) + (claim.Electrolyte ?? 0.0))
        : null;

    private static double Coating(SideBudget side) => side.ArealCapacity / (side.ActiveShare * side.Capacity);

    /// <summary>Solves E(Q_A) = claim at a fixed coating: V(1 − f_p)·Q = E·(m + e·Q).</summary>
    private static double? Needed(SideBudget side, double energy)
    {
        double perCharge = (side.Voltage * (1.0 - side.PackagingShare)) - (energy * side.ElectrolytePerCapacity);
        return perCharge > 0.0 ? energy * (Coating(side) + side.Masses.Sum()) / perCharge : null;
    }

    /// <summary>What the claim leaves beside coating, electrolyte and lithium as they are stated.</summary>
    private static double Left(PouchClaim claim, SideBudget side)
    {
        double lithium = side.Masses[2];
        return (side.Voltage * side.ArealCapacity / claim.Energy) - Coating(side) - (side.ElectrolytePerCapacity * side.ArealCapacity) - lithium;
    }
}
