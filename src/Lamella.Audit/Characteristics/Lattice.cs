namespace Lamella.Audit.Characteristics;

/// <summary>A unit cell whose second and third angle between axes are right angles or, for a hexagonal cell, 120 degrees.</summary>
/// <remarks>
/// <para>d from 1/d² of the cell; Bragg's law λ = 2·d·sin θ gives the angle 2θ.</para>
/// <para><b>Source.</b> B. D. Cullity, S. R. Stock, <i>Elements of X-Ray Diffraction</i>, 3rd ed. (2001), appendix 1 and eq. 3-1;
/// Cu Kα1 wavelength 1.5405929 Å: G. Hölzer et al., Phys. Rev. A 56 (1997) 4554, doi 10.1103/PhysRevA.56.4554.</para>
/// </remarks>
/// <param name="A">Axis a [m], above 0.</param>
/// <param name="B">Axis b [m], above 0; equal to a in a hexagonal cell.</param>
/// <param name="C">Axis c [m], above 0.</param>
/// <param name="Beta">Angle between a and c [rad]; a right angle except in a monoclinic cell.</param>
/// <param name="IsHexagonal">Whether a and b enclose 120 degrees.</param>
/// <param name="System">Name of the crystal system.</param>
public sealed record Lattice(double A, double B, double C, double Beta = 0.5 * Math.PI, bool IsHexagonal = false, string System = "")
{
    /// <summary>Wavelength of Cu Kα1 [m].</summary>
    public const double CopperWavelength = 1.5405929e-10;

    /// <summary>Returns the distance between the planes (h k l).</summary>
    /// <param name="h">Index along a.</param>
    /// <param name="k">Index along b.</param>
    /// <param name="l">Index along c.</param>
    /// <returns>d [m].</returns>
    public double Spacing(int h, int k, int l)
    {
        double inverse = IsHexagonal
            ? (4.0 / 3.0 * ((h * h) + (h * k) + (k * k)) / (A * A)) + (l * l / (C * C))
            : Monoclinic(h, k, l);
        return 1.0 / Math.Sqrt(inverse);
    }

    /// <summary>Returns the diffraction angle of the planes (h k l), for Cu Kα1 unless a wavelength is given.</summary>
    /// <param name="h">Index along a.</param>
    /// <param name="k">Index along b.</param>
    /// <param name="l">Index along c.</param>
    /// <param name="wavelength">Wavelength [m], above 0.</param>
    /// <returns>2θ [rad]; NaN where the planes are too close to diffract.</returns>
    public double Angle(int h, int k, int l, double wavelength = CopperWavelength) => 2.0 * Math.Asin(wavelength / (2.0 * Spacing(h, k, l)));

    private double Monoclinic(int h, int k, int l)
    {
        double sine = Math.Sin(Beta), cosine = Math.Cos(Beta);
        return (((h * h / (A * A)) + (l * l / (C * C)) - (2.0 * h * l * cosine / (A * C))) / (sine * sine)) + (k * k / (B * B));
    }
}
