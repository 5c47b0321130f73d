using System.Collections.Immutable;
using Lamella.Energy.Building;
using Lamella.Energy.Description;

namespace Lamella.Energy.Targets;

/// <summary>Finds what would have to change for a design to reach an energy, within its constraints.</summary>
/// <remarks>
/// Energy rises with the loading, because all that is no cathode is shared by more of it, and falls with the electrolyte's
/// thickness and with lithium beyond need. So the best design has the thinnest electrolyte allowed, the greatest loading that
/// its overpotential, its salt and the limit of the loading allow, and the lithium that the cycles need; and the solution with
/// the thickest electrolyte follows from one bisection over the thickness. A test compares both with a search over a grid.
/// </remarks>
/// <param name="design">The described cell.</param>
/// <param name="constraints">What must be kept.</param>
/// <param name="measure">The energy that is wanted, in any unit; larger is better.</param>
public sealed class InverseDesign(CellDesign design, DesignConstraints constraints, Func<BuiltCell, double> measure)
{
    private const int Halvings = 60;
    private const double AtLimit = 1e-6; // relative

    private readonly DesignLevers levers = new(design);

    /// <summary>Evaluates a setting.</summary>
    /// <param name="setting">The setting.</param>
    /// <returns>The energy, in the unit of the measure.</returns>
    public double Evaluate(LeverSetting setting) => measure(BuiltCell.Of(levers.At(setting)));

    /// <summary>Solves for a target.</summary>
    /// <param name="target">The wanted energy, in the unit of the measure.</param>
    /// <param name="alone">What single inputs would have to be.</param>
    /// <returns>The result.</returns>
    public TargetResult Solve(double target, ImmutableArray<SingleLever> alone)
    {
        LeverSetting described = levers.Described, best = BestAt(constraints.LeastThickness, constraints);
        double reach = Evaluate(best);
        LeverSetting? thickest = reach >= target ? Thickest(target, described) : null;
        LeverSetting shown = thickest ?? best;
        bool knowsSalt = constraints.KeepsSalt && SaltBudget.Of(design).IsKnown;
        ImmutableArray<ConstraintEffect> effects = [.. Enum.GetValues<TargetConstraint>().Where(constraint => constraint != TargetConstraint.Salt || knowsSalt).Select(constraint => Effect(constraint, shown))];
        ConstraintEffect strongest = effects.MaxBy(effect => effect.WithoutIt)!;
        return new TargetResult
        {
            Target = target,
            Described = Evaluate(described),
            From = described,
            Best = reach,
            BestSetting = best,
            Thickest = thickest,
            AtDescribedLoading = AtLoading(target, described),
            Constraints = effects,
            Binding = strongest.WithoutIt > reach * (1.0 + AtLimit) ? strongest.Constraint : null,
            Alone = alone,
        };
    }

    /// <summary>Returns the best design at a thickness of the electrolyte.</summary>
    private LeverSetting BestAt(double thickness, DesignConstraints kept)
    {
        double loading = GreatestLoading(thickness, kept);
        return new LeverSetting(thickness, loading, levers.LithiumFor(loading, kept.Cycles, kept.LeastLithium));
    }

    private double GreatestLoading(double thickness, DesignConstraints kept)
    {
        double loading = Math.Min(kept.GreatestLoading, levers.LoadingFor(thickness, kept.Rate, kept.Overpotential));
        return kept.KeepsSalt ? levers.LoadingForSalt(thickness, kept.Rate, loading) : loading;
    }

    private LeverSetting Thickest(double target, LeverSetting described)
    {
        double thick = Math.Max(described.ElectrolyteThickness, constraints.LeastThickness);
        LeverSetting there = BestAt(thick, constraints);
        if (Evaluate(there) >= target)
        {
            // The thickness may stay: the least loading, not below the described one, that reaches the target.
            double kept = Math.Min(described.ActiveLoading, there.ActiveLoading);
            return Search(kept, there.ActiveLoading, loading => WithLoading(thick, loading), target) ?? there;
        }

        double found = Bisect(thick, constraints.LeastThickness, thickness => Evaluate(BestAt(thickness, constraints)) >= target);
        return BestAt(found, constraints);
    }

    /// <summary>Finds the thickest electrolyte at the described loading.</summary>
    private LeverSetting? AtLoading(double target, LeverSetting described)
    {
        double loading = described.ActiveLoading;
        bool Allowed(double thickness) => loading <= GreatestLoading(thickness, constraints) * (1.0 + AtLimit)
            && Evaluate(WithLoading(thickness, loading)) >= target;
        double thick = Math.Max(described.ElectrolyteThickness, constraints.LeastThickness);
        return Allowed(thick) ? WithLoading(thick, loading)
            : Allowed(constraints.LeastThickness) ? WithLoading(Bisect(thick, constraints.LeastThickness, Allowed), loading)
            : null;
    }

    private LeverSetting WithLoading(double thickness, double loading) =>
        new(thickness, loading, levers.LithiumFor(loading, constraints.Cycles, constraints.LeastLithium));

    private LeverSetting? Search(double low, double high, Func<double, LeverSetting> at, double target) =>
        Evaluate(at(low)) >= target ? at(low)
        : Evaluate(at(high)) >= target ? at(Bisect(low, high, value => Evaluate(at(value)) >= target))
        : null;

    /// <summary>Halves an interval between a value that fails and one that holds; returns one that holds.</summary>
    private static double Bisect(double fails, double holds, Func<double, bool> test)
    {
        for (int i = 0; i < Halvings; i++)
        {
            double middle = 0.5 * (fails + holds);
            (fails, holds) = test(middle) ? (fails, middle) : (middle, holds);
        }

        return holds;
    }

    private ConstraintEffect Effect(TargetConstraint constraint, LeverSetting at)
    {
        CellDesign cell = levers.At(at);
        (double value, double limit, DesignConstraints without) = constraint switch
        {
            TargetConstraint.Overpotential => (
                PowerBudget.Of(cell).Overpotential(constraints.Rate), constraints.Overpotential, constraints with { Overpotential = double.PositiveInfinity }),
            TargetConstraint.Salt => (SaltBudget.Of(cell).SafeRate, constraints.Rate, constraints with { KeepsSalt = false }),
            TargetConstraint.Inventory => (LithiumBudget.Of(cell).Cycles, constraints.Cycles, constraints with { Cycles = 0.0 }),
            TargetConstraint.ElectrolyteThickness => (
                at.ElectrolyteThickness, constraints.LeastThickness, constraints with { LeastThickness = Math.Min(constraints.LeastThickness, DesignConstraints.ThinnestSought) }),
            _ => (at.ActiveLoading, constraints.GreatestLoading, constraints with { GreatestLoading = DesignConstraints.MostGrowth * constraints.GreatestLoading }),
        };
        bool active = double.IsFinite(value) && double.IsFinite(limit) && Math.Abs(value - limit) <= AtLimit * Math.Max(Math.Abs(value), Math.Abs(limit)) && limit > 0.0;
        return new ConstraintEffect(constraint, value, limit, active, Evaluate(BestAt(without.LeastThickness, without)));
    }
}
