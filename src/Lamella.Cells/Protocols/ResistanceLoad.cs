using System.Diagnostics.CodeAnalysis;
using Lamella.Cells.Description;
using Lamella.Core.Quantities;

namespace Lamella.Cells.Protocols;

/// <summary>A resistor over which a cell discharges: of the whole cell, or times its area.</summary>
public sealed record ResistanceLoad
{
    /// <summary>Least and greatest area resistance [Ω·m²].</summary>
    private const double Least = 1e-9, Greatest = 1e9;

    private static readonly Dimension OfCell = Dimension.Of("ohm");
    private static readonly Dimension TimesArea = Dimension.Of("ohm m2");

    private ResistanceLoad(Quantity stated) => Stated = stated;

    /// <summary>Gets what a resistance may be, for messages.</summary>
    public static string Allowed => "a resistance (100 ohm) or an area resistance (150 ohm cm2)";

    /// <summary>Gets the resistance as stated, &gt; 0.</summary>
    public Quantity Stated { get; }

    /// <summary>Makes a load from a quantity.</summary>
    /// <param name="stated">A resistance or an area resistance.</param>
    /// <returns>The load, or null where the quantity is something else.</returns>
    public static ResistanceLoad? From(Quantity stated)
    {
        ArgumentNullException.ThrowIfNull(stated);
        return stated.Dimension == OfCell || stated.Dimension == TimesArea ? new ResistanceLoad(stated) : null;
    }

    /// <summary>Converts to the area resistance of one cell.</summary>
    /// <param name="cell">The described cell.</param>
    /// <param name="resistance">Receives the area resistance [Ω·m²].</param>
    /// <param name="problem">Receives what is wrong, or null.</param>
    /// <returns>Whether the load means something for this cell.</returns>
    public bool TryAreaResistance(CellDescription cell, out double resistance, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(cell);
        resistance = Stated.InSi * (Stated.Dimension == OfCell ? cell.Area : 1.0);
        problem = resistance is >= Least and <= Greatest ? null : FormattableString.Invariant(
            $"the resistance {Stated} is {1e4 * resistance:G4} ohm cm2 in '{cell.Name}', outside {1e4 * Least:G4} to {1e4 * Greatest:G4} ohm cm2: check its sign, the power of ten and the unit.");
        return problem is null;
    }

    /// <inheritdoc/>
    public override string ToString() => Stated.ToString();
}
