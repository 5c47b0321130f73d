using System.Diagnostics.CodeAnalysis;
using Lamella.Cells.Description;
using Lamella.Core.Quantities;

namespace Lamella.Cells.Protocols;

/// <summary>A charge without sign that ends a step: of the cell, per area, or per mass of active material.</summary>
public sealed record ChargeAmount
{
    /// <summary>Least and greatest charge per area [C/m²].</summary>
    private const double Least = 1e-6, Greatest = 1e9;

    private static readonly Dimension OfCell = Dimension.Of("mAh");
    private static readonly Dimension PerArea = Dimension.Of("mAh/cm2");
    private static readonly Dimension PerMass = Dimension.Of("mAh/g");

    private ChargeAmount(Quantity stated) => Stated = stated;

    /// <summary>Gets what a charge may be, for messages.</summary>
    public static string Allowed => "a charge (1 mAh), a charge per area (1 mAh/cm2) or a charge per mass of active material (50 mAh/g)";

    /// <summary>Gets the charge as stated, &gt; 0.</summary>
    public Quantity Stated { get; }

    /// <summary>Makes an amount from a quantity.</summary>
    /// <param name="stated">A charge, a charge per area or a charge per mass.</param>
    /// <returns>The amount, or null where the quantity is something else.</returns>
    public static ChargeAmount? From(Quantity stated)
    {
        ArgumentNullException.ThrowIfNull(stated);
        Dimension given = stated.Dimension;
        return given == OfCell || given == PerArea || given == PerMass ? new ChargeAmount(stated) : null;
    }

    /// <summary>Makes an amount from a charge per area.</summary>
    /// <param name="density">Charge per area [C/m²], &gt; 0.</param>
    /// <returns>The amount.</returns>
    public static ChargeAmount OfDensity([Core.Unit("C/m²")] double density) =>
        new(new Quantity(density, Unit.Parse("coulomb/m2")).In("mAh/cm2"));

    /// <summary>Converts to the charge per area of one cell.</summary>
    /// <param name="cell">The described cell.</param>
    /// <param name="density">Receives the charge per area without sign [C/m²].</param>
    /// <param name="problem">Receives what is wrong, or null.</param>
    /// <returns>Whether the charge means something for this cell.</returns>
    public bool TryDensity(CellDescription cell, out double density, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(cell);
        double scale = PerGeometricArea.Scale(cell, Stated.Dimension, OfCell, PerArea);
        density = Stated.InSi * scale;
        problem = scale == 0.0
            ? $"a charge per mass has no meaning for '{cell.Name}', which has no active material."
            : density is >= Least and <= Greatest ? null : FormattableString.Invariant(
                $"the charge {Stated} is {density / 3.6e4:G4} mAh/cm2 in '{cell.Name}', outside {Least / 3.6e4:G4} to {Greatest / 3.6e4:G4} mAh/cm2: check its sign, the power of ten and the unit.");
        return problem is null;
    }

    /// <inheritdoc/>
    public override string ToString() => Stated.ToString();
}

/// <summary>Converts amounts of a cell and amounts per mass to amounts per geometric area.</summary>
internal static class PerGeometricArea
{
    /// <summary>Factor to an amount per area; 0 where a cell without active material is given an amount per mass.</summary>
    internal static double Scale(CellDescription cell, Dimension given, Dimension ofCell, Dimension perArea) =>
        given == perArea ? 1.0 : given == ofCell ? 1.0 / cell.Area : cell.PorousPositive?.ActiveLoading ?? cell.PorousNegative?.ActiveLoading ?? 0.0;
}
