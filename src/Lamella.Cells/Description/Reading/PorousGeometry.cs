namespace Lamella.Cells.Description.Reading;

/// <summary>Volumes of a porous electrode from its masses.</summary>
/// <remarks>Per geometric area: solids of volume v = Σ mᵢ/ρᵢ fill (1 − p) of the thickness h, so v = (1 − p)·h.</remarks>
/// <param name="SolidVolume">v, volume of active material, binder and carbon per area [m].</param>
/// <param name="ActiveVolume">Volume of active material per area [m].</param>
internal readonly record struct PorousGeometry(double SolidVolume, double ActiveVolume)
{
    /// <summary>Largest relative disagreement between a stated and a computed loading.</summary>
    internal const double Tolerance = 0.02;

    /// <summary>Computes p of an electrode with thickness h.</summary>
    internal double PorosityAt(double thickness) => 1.0 - (SolidVolume / thickness);

    /// <summary>Computes h of an electrode with porosity p.</summary>
    internal double ThicknessAt(double porosity) => SolidVolume / (1.0 - porosity);

    /// <summary>Computes by which factor the loading must change for h and p to agree.</summary>
    internal double LoadingFactor(double thickness, double porosity) => (1.0 - porosity) * thickness / SolidVolume;
}
