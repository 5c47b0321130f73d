using System.Collections.Immutable;
using Lamella.Energy.Building;
using Lamella.Energy.Description;

namespace Lamella.Energy.Targets;

/// <summary>A design that no other beats in energy, rate and cycles at once.</summary>
/// <param name="Setting">Its settings.</param>
/// <param name="Energy">Its energy, in the unit of the measure.</param>
/// <param name="Rate">The rate at which its overpotential reaches the limit, or its salt runs out [1/h].</param>
/// <param name="Cycles">The cycles that its lithium lasts [–].</param>
public sealed record ParetoPoint(LeverSetting Setting, double Energy, double Rate, double Cycles);

/// <summary>Finds the designs between which one has to choose: energy against rate capability and cycles.</summary>
public static class ParetoFront
{
    /// <summary>Overpotential at which the rate is read where no limit is stated [V].</summary>
    public const double UsualOverpotential = 0.2;

    private const int Loadings = 24;
    private const int Thicknesses = 5;
    private const int Lithiums = 12;
    private const double LeastLoading = 0.1; // of the greatest
    private const double MostLithium = 100e-6; // [m]

    /// <summary>Searches a grid of settings and keeps what nothing beats.</summary>
    /// <param name="design">The described cell.</param>
    /// <param name="constraints">The limits of loading, electrolyte and lithium, and the overpotential at which rates are read.</param>
    /// <param name="measure">The energy; larger is better.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>The front, from the highest energy down.</returns>
    public static ImmutableArray<ParetoPoint> Search(
        CellDesign design, DesignConstraints constraints, Func<BuiltCell, double> measure, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(constraints);
        ArgumentNullException.ThrowIfNull(measure);
        var levers = new DesignLevers(design);
        double limit = double.IsFinite(constraints.Overpotential) ? constraints.Overpotential : UsualOverpotential;
        var points = new List<ParetoPoint>(Loadings * Thicknesses * Lithiums);
        foreach (LeverSetting setting in Grid(levers.Described, constraints))
        {
            cancellation.ThrowIfCancellationRequested();
            CellDesign cell = levers.At(setting);
            double cycles = LithiumBudget.Of(cell).Cycles;
            if (cycles >= 0.0)
            {
                points.Add(new ParetoPoint(setting, measure(BuiltCell.Of(cell)), Math.Min(PowerBudget.Of(cell).RateAt(limit), SaltBudget.Of(cell).SafeRate), cycles));
            }
        }

        return [.. points.Where(point => !points.Exists(other => Beats(other, point))).OrderByDescending(point => point.Energy).ThenByDescending(point => point.Rate)];
    }

    /// <summary>Tells whether one design is at least as good in everything and better in something.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    /// <returns>True when the first beats the second.</returns>
    public static bool Beats(ParetoPoint one, ParetoPoint other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one.Energy >= other.Energy && one.Rate >= other.Rate && one.Cycles >= other.Cycles
            && (one.Energy > other.Energy || one.Rate > other.Rate || one.Cycles > other.Cycles);
    }

    private static IEnumerable<LeverSetting> Grid(LeverSetting described, DesignConstraints constraints)
    {
        double thick = Math.Max(described.ElectrolyteThickness, constraints.LeastThickness);
        double most = Math.Max(MostLithium, constraints.LeastLithium);
        return from l in Steps(LeastLoading * constraints.GreatestLoading, constraints.GreatestLoading, Loadings)
               from t in Steps(constraints.LeastThickness, thick, Thicknesses)
               from m in Enumerable.Range(0, Lithiums).Select(i => constraints.LeastLithium + ((most - constraints.LeastLithium) * i / (Lithiums - 1)))
               select new LeverSetting(t, l, m);
    }

    /// <summary>Equal ratios between two values.</summary>
    private static IEnumerable<double> Steps(double from, double to, int count) =>
        from < to ? Enumerable.Range(0, count).Select(i => from * Math.Pow(to / from, i / (count - 1.0))) : [from];
}
