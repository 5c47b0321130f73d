namespace Lamella.Energy.Description;

/// <summary>The outline of a flat part: a rectangle or a disc.</summary>
/// <param name="Width">Width, or the diameter of a disc [m].</param>
/// <param name="Height">Height, or the diameter of a disc [m].</param>
/// <param name="IsDisc">Whether the part is round.</param>
public readonly record struct Footprint(double Width, double Height, bool IsDisc)
{
    /// <summary>Gets the area [m²].</summary>
    public double Area => IsDisc ? Math.PI / 4.0 * Width * Height : Width * Height;

    /// <summary>Makes a disc.</summary>
    /// <param name="diameter">Diameter [m].</param>
    /// <returns>The outline.</returns>
    public static Footprint Disc(double diameter) => new(diameter, diameter, true);

    /// <summary>Makes the outline that overhangs this one on every side.</summary>
    /// <param name="overhang">By how much on each side [m], ≥ 0.</param>
    /// <returns>The larger outline.</returns>
    public Footprint Grown(double overhang) => new(Width + (2.0 * overhang), Height + (2.0 * overhang), IsDisc);
}
