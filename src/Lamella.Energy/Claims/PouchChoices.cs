using System.Collections.Immutable;
using Lamella.Core.Quantities;

namespace Lamella.Energy.Claims;

/// <summary>An assumption of the standard budget that can be moved towards the favourable one in a few steps.</summary>
/// <param name="Name">Name of the assumption.</param>
/// <param name="Stops">Its values: the standard one first, the favourable one last; null where the assumption does not apply, or where each cathode has its own.</param>
public sealed record PouchChoice(string Name, ImmutableArray<Quantity?> Stops)
{
    /// <summary>Gets a value indicating whether each cathode has values of its own, of which a stop takes a share.</summary>
    public bool IsOfCathode { get; init; }

    /// <summary>Returns how far a stop is from the standard value to the favourable one.</summary>
    /// <param name="stop">The stop, from 0.</param>
    /// <returns>A number from 0 to 1 [–].</returns>
    public double Share(int stop) => stop / (double)(Stops.Length - 1);
}

/// <summary>The energy of one claim for every combination of the choices that matter to it.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Depends">The choices that matter, as indices, rising; data that the claim states leave nothing to choose.</param>
/// <param name="Energies">Energies of the cell [J/kg]; the stops of the first choice that matters run fastest.</param>
public sealed record PouchChoiceEnergies(PouchClaim Claim, ImmutableArray<int> Depends, ImmutableArray<double> Energies);

/// <summary>Moves the assumptions of the standard budget one by one, in every combination.</summary>
/// <remarks>
/// Assumptions move in steps of half the way; the two thresholds apply or do not. What is the same in both budgets is no choice.
/// Every energy is that of <see cref="PouchAudit.Judge"/> with these assumptions.
/// </remarks>
public static class PouchChoices
{
    /// <summary>Name of the choice of the capacities of all cathodes.</summary>
    public const string Capacity = "capacity of the cathode";

    /// <summary>Name of the choice of the voltages of all cathodes.</summary>
    public const string Voltage = "voltage";

    private const int Steps = 3;

    /// <summary>Lists the choices.</summary>
    /// <param name="budgets">The assumptions.</param>
    /// <returns>The choices: assumptions in the order of the file, then those of the cathodes.</returns>
    public static ImmutableArray<PouchChoice> Of(PouchBudgets budgets)
    {
        ArgumentNullException.ThrowIfNull(budgets);
        ImmutableArray<Quantity?> ofCathodes = [.. Enumerable.Repeat<Quantity?>(null, Steps)];
        return
        [
            .. budgets.Assumptions.Where(assumption => assumption.Standard?.InSi != assumption.Favourable.InSi)
                .Select(assumption => new PouchChoice(assumption.Name, Stops(assumption))),
            new PouchChoice(Capacity, ofCathodes) { IsOfCathode = true },
            new PouchChoice(Voltage, ofCathodes) { IsOfCathode = true },
        ];
    }

    /// <summary>Computes the energies of a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="budgets">The assumptions.</param>
    /// <param name="choices">The choices of these budgets.</param>
    /// <returns>The energies, or null where a datum is missing and there is no budget.</returns>
    public static PouchChoiceEnergies? Energies(PouchClaim claim, PouchBudgets budgets, ImmutableArray<PouchChoice> choices)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(budgets);
        if (!PouchBudget.Missing(claim, budgets).IsEmpty)
        {
            return null;
        }

        AssumedCathode cathode = budgets.Find(claim)!;
        ImmutableArray<int> depends = [.. Enumerable.Range(0, choices.Length).Where(choice => Matters(claim, cathode, budgets, choices, choice))];
        var energies = ImmutableArray.CreateBuilder<double>();
        Add(energies, claim, cathode, budgets, [.. depends.Select(choice => choices[choice])]);
        return new PouchChoiceEnergies(claim, depends, energies.ToImmutable());
    }

    private static ImmutableArray<Quantity?> Stops(PouchAssumption assumption)
    {
        if (assumption.Standard is not { } standard)
        {
            return [null, assumption.Favourable];
        }

        Unit unit = standard.Unit;
        double far = assumption.Favourable.In(unit).Value;
        return [.. Enumerable.Range(0, Steps - 1).Select(step => new Quantity(standard.Value + ((far - standard.Value) * step / (Steps - 1)), unit)), assumption.Favourable];
    }

    // The favourable value alone, and the standard value alone: an assumption that changes neither changes nothing in between.
    private static bool Matters(PouchClaim claim, AssumedCathode cathode, PouchBudgets budgets, ImmutableArray<PouchChoice> choices, int choice)
    {
        (PouchBudgets Budgets, AssumedCathode Cathode) first = (budgets, cathode), last = first;
        foreach (PouchChoice one in choices)
        {
            last = Moved(last, one, one.Stops.Length - 1);
        }

        return Differ(Energy(claim, Moved(first, choices[choice], choices[choice].Stops.Length - 1)), Energy(claim, first))
            || Differ(Energy(claim, Moved(last, choices[choice], 0)), Energy(claim, last));
    }

    // More than by round-off: what is multiplied and divided by the same share does not depend on it.
    private static bool Differ(double one, double other) => Math.Abs(one - other) > 1e-12 * Math.Abs(other);

    // The last choice is the outermost loop, so that the first runs fastest.
    private static void Add(ImmutableArray<double>.Builder energies, PouchClaim claim, AssumedCathode cathode, PouchBudgets budgets, ReadOnlySpan<PouchChoice> choices)
    {
        if (choices.IsEmpty)
        {
            energies.Add(Energy(claim, (budgets, cathode)));
            return;
        }

        for (int stop = 0; stop < choices[^1].Stops.Length; stop++)
        {
            (PouchBudgets moved, AssumedCathode other) = Moved((budgets, cathode), choices[^1], stop);
            Add(energies, claim, other, moved, choices[..^1]);
        }
    }

    // Always from the values as they stand in the budgets of the standard side: a choice is moved once.
    private static (PouchBudgets Budgets, AssumedCathode Cathode) Moved((PouchBudgets Budgets, AssumedCathode Cathode) from, PouchChoice choice, int stop) => choice switch
    {
        { Name: Capacity, IsOfCathode: true } => (from.Budgets, from.Cathode with { Capacity = (Between(from.Cathode.Capacity, choice.Share(stop)), from.Cathode.Capacity.Favourable) }),
        { IsOfCathode: true } => (from.Budgets, from.Cathode with { Voltage = (Between(from.Cathode.Voltage, choice.Share(stop)), from.Cathode.Voltage.Favourable) }),
        _ => (from.Budgets.WithStandard(choice.Name, choice.Stops[stop]), from.Cathode),
    };

    private static double Between((double Standard, double Favourable) values, double share) =>
        share == 1.0 ? values.Favourable : values.Standard + (share * (values.Favourable - values.Standard));

    private static double Energy(PouchClaim claim, (PouchBudgets Budgets, AssumedCathode Cathode) assumed) =>
        PouchBudget.Of(claim, assumed.Cathode, assumed.Budgets, BudgetSide.Standard).SpecificEnergy;
}
