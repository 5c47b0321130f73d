using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Lamella.Cells.Description;
using Lamella.Core.Quantities;

namespace Lamella.Cells.Protocols;

/// <summary>A current without sign, as the field states it: a C-rate, a current density, a current, or a current per mass.</summary>
/// <remarks>Its own type, because a C-rate and a current density are both plain numbers that look alike.</remarks>
public sealed record CurrentLoad
{
    /// <summary>Least and greatest C-rate that a load may correspond to [1/h].</summary>
    private const double LeastRate = 1e-4, GreatestRate = 1e4;

    /// <summary>Least and greatest current density where C-rates have no meaning [A/m²].</summary>
    private const double LeastDensity = 1e-6, GreatestDensity = 1e7;

    private static readonly Dimension CRate = Dimension.OfKind(QuantityKind.CRate);
    private static readonly Dimension PerArea = Dimension.Of("A/m2");
    private static readonly Dimension PerMass = Dimension.Of("A/kg");

    private CurrentLoad(Quantity stated) => Stated = stated;

    /// <summary>Gets what a load may be, for messages.</summary>
    public static string Allowed => "a C-rate (0.2C, C/5), a current density (1 mA/cm2), a current (1 mA) or a current per mass of active material (20 mA/g)";

    /// <summary>Gets the load as stated, ≥ 0.</summary>
    public Quantity Stated { get; }

    /// <summary>Makes a load from a C-rate.</summary>
    /// <param name="rate">Rate [1/h]; 1 passes the described capacity in one hour.</param>
    /// <returns>The load.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is not above 0 or not finite.</exception>
    public static CurrentLoad OfRate([Lamella.Core.Unit("1/h")] double rate) => new(new Quantity(Positive(rate, "1/h"), Unit.Parse("C")));

    /// <summary>Makes a load from a current density.</summary>
    /// <param name="density">Current density without sign [A/m²].</param>
    /// <returns>The load.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="density"/> is not above 0 or not finite.</exception>
    public static CurrentLoad OfDensity([Lamella.Core.Unit("A/m²")] double density) =>
        new(new Quantity(Positive(density, "A/m2"), Unit.Parse("A/m2")).In("mA/cm2"));

    /// <summary>Makes a load from a quantity.</summary>
    /// <param name="stated">A C-rate, current density, current or current per mass.</param>
    /// <returns>The load, or null where the quantity is something else.</returns>
    public static CurrentLoad? From(Quantity stated)
    {
        ArgumentNullException.ThrowIfNull(stated);
        Dimension given = stated.Dimension;
        return given == CRate || given == PerArea || given == PerMass || given == Dimension.Current ? new CurrentLoad(stated) : null;
    }

    /// <summary>Converts to the current density of one cell.</summary>
    /// <param name="cell">The described cell.</param>
    /// <param name="density">Receives the current density without sign [A/m²].</param>
    /// <param name="problem">Receives what is wrong, or null.</param>
    /// <returns>Whether the load means something for this cell.</returns>
    public bool TryDensity(CellDescription cell, out double density, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(cell);
        density = Stated.InSi * Scale(cell);
        problem = Problem(cell, density);
        return problem is null;
    }

    /// <summary>Returns the current density of one cell.</summary>
    /// <param name="cell">The described cell.</param>
    /// <returns>Current density without sign [A/m²].</returns>
    /// <exception cref="ArgumentException">The load means nothing for this cell; the message says why.</exception>
    public double DensityIn(CellDescription cell) =>
        TryDensity(cell, out double density, out string? problem) ? density : throw new ArgumentException(problem, nameof(cell));

    /// <summary>Prints the load as a protocol writes it.</summary>
    /// <returns>For example <c>0.2C</c>, <c>C/3</c> or <c>1 mA/cm2</c>.</returns>
    public override string ToString()
    {
        if (Stated.Dimension != CRate)
        {
            return Stated.ToString();
        }

        string number = Stated.Value.ToString("R", CultureInfo.InvariantCulture);
        double hours = Math.Round(1.0 / Stated.Value);
        bool slow = number.Length > 7 && hours > 1.0 && 1.0 / hours == Stated.Value;
        return slow ? string.Create(CultureInfo.InvariantCulture, $"C/{hours}") : number + "C";
    }

    private double Scale(CellDescription cell)
    {
        Dimension given = Stated.Dimension;
        return given == CRate ? cell.OneCCurrentDensity
            : given == PerArea ? 1.0
            : given == Dimension.Current ? 1.0 / cell.Area
            : cell.Cathode?.ActiveLoading ?? 0.0;
    }

    private string? Problem(CellDescription cell, double density)
    {
        if (Stated.Value == 0.0)
        {
            return "a current of 0 neither charges nor discharges: write 'Rest for 20 min' to wait without current.";
        }

        if (Stated.Value < 0.0)
        {
            return $"the current {Stated} has a sign, but the word before it says the direction already: write it without sign.";
        }

        if (Scale(cell) == 0.0)
        {
            return Stated.Dimension == CRate
                ? $"a C-rate has no meaning for '{cell.Name}', which has no capacity of its own: give a current density such as 0.2 mA/cm2."
                : $"a current per mass has no meaning for '{cell.Name}', which has no active material: give a current density such as 0.2 mA/cm2.";
        }

        double one = cell.OneCCurrentDensity;
        (double least, double greatest) = one > 0.0 ? (LeastRate * one, GreatestRate * one) : (LeastDensity, GreatestDensity);
        return density >= least && density <= greatest ? null : FormattableString.Invariant(
            $"the current {Stated} is {density / 10.0:G4} mA/cm2 in '{cell.Name}', outside {least / 10.0:G4} to {greatest / 10.0:G4} mA/cm2: check the power of ten and the unit.");
    }

    private static double Positive(double value, string unit) => value > 0.0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(
        nameof(value), FormattableString.Invariant($"A load of {value} {unit} must be finite and above 0; a step without current is a rest."));
}
