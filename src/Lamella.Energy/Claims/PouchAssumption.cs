using System.Collections.Immutable;
using Lamella.Core.Quantities;

namespace Lamella.Energy.Claims;

/// <summary>Which of the two budgets.</summary>
public enum BudgetSide
{
    /// <summary>Parts as they are usual.</summary>
    Standard,

    /// <summary>Everything as light as it exists.</summary>
    Favourable,
}

/// <summary>One assumption about what a claim does not say.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Standard">Its value in the standard budget; null where the assumption does not apply there.</param>
/// <param name="Favourable">Its value in the favourable budget.</param>
/// <param name="Reason">What it is and where the range comes from.</param>
public sealed record PouchAssumption(string Name, Quantity? Standard, Quantity Favourable, string Reason)
{
    /// <summary>Returns the value of a budget in SI.</summary>
    /// <param name="side">Which budget.</param>
    /// <returns>The value in SI; infinite where the assumption does not apply.</returns>
    public double Si(BudgetSide side) => (side == BudgetSide.Standard ? Standard : Favourable)?.InSi ?? double.PositiveInfinity;
}

/// <summary>Capacity and voltage that are assumed of a cathode.</summary>
/// <param name="Names">The names by which claims call it.</param>
/// <param name="UpperCutOff">The upper cut-off to which it applies [V], or null for the usual one.</param>
/// <param name="Capacity">Discharge capacity per mass of active material in the standard and the favourable budget [C/kg].</param>
/// <param name="Voltage">Mean discharge voltage in the standard and the favourable budget [V].</param>
public sealed record AssumedCathode(
    ImmutableArray<string> Names, double? UpperCutOff, (double Standard, double Favourable) Capacity, (double Standard, double Favourable) Voltage);
