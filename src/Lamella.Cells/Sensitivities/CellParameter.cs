using Lamella.Cells.Description;
using Lamella.Cells.Description.Reading;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.Materials.Parameters;

namespace Lamella.Cells.Sensitivities;

/// <summary>A value of which a cell is a function: what a sensitivity is taken by.</summary>
/// <param name="Name">Name in results, for example the path in cell.yaml.</param>
/// <param name="Value">The value at which the derivative is taken, p [SI unit of the parameter].</param>
/// <param name="Cell">The cell at a value; the same value gives the same cell, and layers and electrodes keep their kinds.</param>
public sealed record CellParameter(string Name, double Value, Func<double, CellDescription> Cell)
{
    /// <summary>Relative change of p for the derivative of the residual by p; forward differences.</summary>
    private const double RelativeChange = 1e-6;

    /// <summary>Gets the size of a noticeable change of p, in its SI unit; needed where p is 0.</summary>
    public double Scale { get; init; } = Math.Abs(Value);

    /// <summary>Makes the parameter of a path in cell.yaml.</summary>
    /// <param name="document">The document.</param>
    /// <param name="path">One of its paths; the value must be stated in the file.</param>
    /// <param name="materials">The material library.</param>
    /// <returns>The parameter, in SI.</returns>
    /// <exception cref="ArgumentException">The path is unknown or its value is not stated.</exception>
    public static CellParameter OfPath(CellDocument document, string path, MaterialLibrary materials)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(materials);
        Quantity stated = document.Find(path) ?? throw new ArgumentException(
            $"'{path}' is not stated in '{document.Name}': state the value by which the sensitivity is taken.", nameof(path));
        return new CellParameter(
            path,
            stated.InSi,
            value => document.With(path, stated with { Value = stated.Unit.FromSi(value) }).Build(materials));
    }

    /// <summary>Changes p a little, to the side where there is a cell.</summary>
    /// <returns>The changed cell, and by how much p was changed.</returns>
    /// <exception cref="InputException">There is a cell on neither side.</exception>
    /// <exception cref="ArgumentException">p is 0 and no scale is given, or there is a cell on neither side.</exception>
    internal (CellDescription Cell, double Change) Changed()
    {
        if (!(Scale > 0.0 && double.IsFinite(Scale)))
        {
            throw new ArgumentException($"The parameter '{Name}' is {Value}: give the scale on which it changes.", nameof(Scale));
        }

        double above = Value + (RelativeChange * Scale);
        try
        {
            return (Cell(above), above - Value);
        }
        catch (Exception problem) when (problem is InputException or ArgumentException)
        {
            // The value stands at its upper limit; where the other side has no cell either, that problem is told.
            double below = Value - (RelativeChange * Scale);
            return (Cell(below), below - Value);
        }
    }
}
