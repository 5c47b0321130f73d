using Lamella.Core;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;

namespace Lamella.Analysis.Conductivity;

/// <summary>Thickness and area of a sample, with their standard uncertainties. Never assumed: whoever measures says them.</summary>
public sealed record SampleGeometry
{
    private SampleGeometry(double thickness, double thicknessUncertainty, double area, double areaUncertainty) =>
        (Thickness, ThicknessUncertainty, Area, AreaUncertainty) = (thickness, thicknessUncertainty, area, areaUncertainty);

    /// <summary>Gets the length of the path of the current, L.</summary>
    [Unit("m")]
    public double Thickness { get; }

    /// <summary>Gets its standard uncertainty.</summary>
    [Unit("m")]
    public double ThicknessUncertainty { get; }

    /// <summary>Gets the area of an electrode, A.</summary>
    [Unit("m²")]
    public double Area { get; }

    /// <summary>Gets its standard uncertainty.</summary>
    [Unit("m²")]
    public double AreaUncertainty { get; }

    /// <summary>Gets the cell constant L/A.</summary>
    [Unit("1/m")]
    public double CellConstant => Thickness / Area;

    /// <summary>Makes a geometry from thickness and area.</summary>
    /// <param name="thickness">L, a length above 0.</param>
    /// <param name="area">A, an area above 0.</param>
    /// <returns>The geometry.</returns>
    /// <exception cref="InputException">A quantity is of another kind or not above 0.</exception>
    public static SampleGeometry Of(Quantity thickness, Quantity area)
    {
        Require(thickness, Dimension.Length, "thickness", "0.52 ± 0.01 mm");
        Require(area, Dimension.Length * Dimension.Length, "area", "1.33 ± 0.02 cm2");
        return new SampleGeometry(thickness.InSi, thickness.UncertaintyInSi, area.InSi, area.UncertaintyInSi);
    }

    /// <summary>Makes the geometry of a round sample, A = πd²/4.</summary>
    /// <param name="thickness">L, a length above 0.</param>
    /// <param name="diameter">d, a length above 0; its relative uncertainty counts twice in the area.</param>
    /// <returns>The geometry.</returns>
    /// <exception cref="InputException">A quantity is of another kind or not above 0.</exception>
    public static SampleGeometry OfDisc(Quantity thickness, Quantity diameter)
    {
        Require(thickness, Dimension.Length, "thickness", "0.52 ± 0.01 mm");
        Require(diameter, Dimension.Length, "diameter", "13 ± 0.1 mm");
        double d = diameter.InSi, area = Math.PI * d * d / 4.0;
        return new SampleGeometry(thickness.InSi, thickness.UncertaintyInSi, area, 2.0 * area * diameter.UncertaintyInSi / d);
    }

    private static void Require(Quantity quantity, Dimension dimension, string what, string example)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        if (quantity.Dimension != dimension || !(quantity.InSi > 0.0))
        {
            throw new InputException(
                InputPlace.Whole(what), $"the {what} of the sample is {quantity}.", $"a value above 0 with its unit, such as {example}",
                $"State the {what} of the sample with its unit.");
        }
    }
}
