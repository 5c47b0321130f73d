using System.Diagnostics.CodeAnalysis;
using Lamella.Cells.Description;
using Lamella.Core.Quantities;

namespace Lamella.Cells.Protocols;

/// <summary>A power without sign, as the field states it: of the cell, per area, or per mass of active material.</summary>
public sealed record PowerLoad
{
    /// <summary>Least and greatest power density [W/m²].</summary>
    private const double Least = 1e-6, Greatest = 1e8;

    private static readonly Dimension OfCell = Dimension.Of("W");
    private static readonly Dimension PerArea = Dimension.Of("W/m2");
    private static readonly Dimension PerMass = Dimension.Of("W/kg");

    private PowerLoad(Quantity stated) => Stated = stated;

    /// <summary>Gets what a power may be, for messages.</summary>
    public static string Allowed => "a power (5 W), a power per area (3 mW/cm2) or a power per mass of active material (500 W/kg)";

    /// <summary>Gets the power as stated, &gt; 0.</summary>
    public Quantity Stated { get; }

    /// <summary>Makes a load from a quantity.</summary>
    /// <param name="stated">A power, a power per area or a power per mass.</param>
    /// <returns>The load, or null where the quantity is something else.</returns>
    public static PowerLoad? From(Quantity stated)
    {
        ArgumentNullException.ThrowIfNull(stated);
        Dimension given = stated.Dimension;
        return given == OfCell || given == PerArea || given == PerMass ? new PowerLoad(stated) : null;
    }

    /// <summary>Converts to the power per area of one cell.</summary>
    /// <param name="cell">The described cell.</param>
    /// <param name="density">Receives the power per area without sign [W/m²].</param>
    /// <param name="problem">Receives what is wrong, or null.</param>
    /// <returns>Whether the load means something for this cell.</returns>
    public bool TryDensity(CellDescription cell, out double density, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(cell);
        double scale = PerGeometricArea.Scale(cell, Stated.Dimension, OfCell, PerArea);
        density = Stated.InSi * scale;
        problem = Stated.Value <= 0.0 ? $"the power {Stated} is not above 0, and the word before it says the direction already."
            : scale == 0.0 ? $"a power per mass has no meaning for '{cell.Name}', which has no active material."
            : density is >= Least and <= Greatest ? null
            : FormattableString.Invariant($"the power {Stated} is {density / 10.0:G4} mW/cm2 in '{cell.Name}', outside {Least / 10.0:G4} to {Greatest / 10.0:G4} mW/cm2: check the power of ten and the unit.");
        return problem is null;
    }

    /// <inheritdoc/>
    public override string ToString() => Stated.ToString();
}
