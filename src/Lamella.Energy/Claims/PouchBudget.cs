using System.Collections.Immutable;
using Lamella.Energy.ClosedForm;

namespace Lamella.Energy.Claims;

/// <summary>The closed form of one claim under one budget.</summary>
/// <remarks>
/// Coating: the stated loading, else Q_A/(f·q). Capacity: the stated Q_A, else loading·f·q. A stated collector overrides the
/// budget's. Lithium without collector is a foil that two sides share, so each carries half; a thick stated foil may be shared
/// in the favourable budget. The packaging share falls with the root of the cell's capacity, because the rim does.
/// </remarks>
internal static class PouchBudget
{
    private const double AluminiumDensity = 2700.0; // [kg/m³]
    private const double CopperDensity = 8960.0; // [kg/m³]
    private const double LithiumDensity = 534.0; // [kg/m³]
    private const double SixAmpereHours = 6.0 * 3600.0; // [C]

    /// <summary>Makes the budget of a claim.</summary>
    /// <param name="claim">The claim; it has a loading or an areal capacity.</param>
    /// <param name="cathode">What is assumed of its cathode.</param>
    /// <param name="budgets">The assumptions.</param>
    /// <param name="side">Which budget.</param>
    internal static SideBudget Of(PouchClaim claim, AssumedCathode cathode, PouchBudgets budgets, BudgetSide side)
    {
        bool standard = side == BudgetSide.Standard;
        double share = budgets.Si("active share", side);
        double assumed = standard ? cathode.Capacity.Standard : cathode.Capacity.Favourable;
        double areal = claim.ArealCapacity ?? (claim.Loading!.Value * share * assumed);
        double coating = claim.Loading ?? (areal / (share * assumed));
        double lithium = claim.Lithium ?? budgets.Si("lithium", side);
        bool free = claim.Collector is { } stated ? stated == 0.0 : lithium >= budgets.Si("copper-free from", side);
        double collector = free ? 0.0 : claim.Collector ?? budgets.Si("copper", side);
        bool shared = lithium > 0.0 && (claim.Collector == 0.0 || lithium >= budgets.Si("shared lithium from", side));
        return new SideBudget
        {
            Voltage = standard ? cathode.Voltage.Standard : cathode.Voltage.Favourable,
            Capacity = areal / (coating * share),
            ActiveShare = share,
            ArealCapacity = areal,
            ElectrolytePerCapacity = claim.Electrolyte ?? budgets.Si("electrolyte", side),
            Masses =
            [
                0.5 * AluminiumDensity * budgets.Si("aluminium", side), 0.5 * CopperDensity * collector,
                LithiumDensity * lithium * (shared ? 0.5 : 1.0), budgets.Si("separator", side),
            ],
            PackagingShare = budgets.Si("packaging share", side) * Math.Sqrt(SixAmpereHours / (claim.Capacity ?? budgets.Si("cell capacity", side))),
        };
    }

    /// <summary>Lists what is missing: without it there is no budget.</summary>
    internal static ImmutableArray<string> Missing(PouchClaim claim, PouchBudgets budgets)
    {
        var missing = ImmutableArray.CreateBuilder<string>();
        if (claim.Loading is null && claim.ArealCapacity is null)
        {
            missing.Add("loading or areal capacity of the cathode");
        }

        if (budgets.Find(claim) is null)
        {
            missing.Add($"capacity and voltage of the cathode '{claim.Cathode}'");
        }

        return missing.ToImmutable();
    }

    /// <summary>Lists what the publication leaves to the budgets, beyond collectors, separator and packaging.</summary>
    internal static ImmutableArray<string> Assumed(PouchClaim claim)
    {
        (string Name, bool IsStated)[] data =
        [
            ("lithium thickness", claim.Lithium is not null), ("electrolyte per capacity", claim.Electrolyte is not null), ("capacity of the cell", claim.Capacity is not null),
        ];
        return [.. data.Where(datum => !datum.IsStated).Select(datum => datum.Name)];
    }
}
