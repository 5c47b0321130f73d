namespace Lamella.Transport.Mixing;

/// <summary>What a conducting sheet along the interface of two phases adds to a mixture, and what exchange across it costs.</summary>
/// <remarks>
/// Δσ = (2/3)·S_v·G_s with the sheet conductance G_s = δ·σ of a layer of thickness δ: of randomly oriented sheets two thirds lie along
/// the field. <b>Source.</b> S. Torquato, <i>Random Heterogeneous Materials</i> (2002), ch. 21, doi 10.1007/978-1-4757-6355-3.
/// </remarks>
public static class InterphaseSheet
{
    /// <summary>Returns the conductivity that a sheet adds.</summary>
    /// <param name="surfacePerVolume">S_v [1/m], ≥ 0.</param>
    /// <param name="sheetConductance">G_s [S], ≥ 0.</param>
    /// <returns>Δσ [S/m].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public static double Excess(double surfacePerVolume, double sheetConductance)
    {
        Demand.NotNegative(surfacePerVolume, "1/m", nameof(surfacePerVolume));
        Demand.NotNegative(sheetConductance, "S", nameof(sheetConductance));
        return 2.0 / 3.0 * surfacePerVolume * sheetConductance;
    }

    /// <summary>Returns the sheet conductance that an excess needs.</summary>
    /// <param name="excess">Δσ [S/m], ≥ 0.</param>
    /// <param name="surfacePerVolume">S_v [1/m], above 0.</param>
    /// <returns>G_s = (3/2)·Δσ/S_v [S].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double NeededConductance(double excess, double surfacePerVolume)
    {
        Demand.NotNegative(excess, "S/m", nameof(excess));
        Demand.Positive(surfacePerVolume, "1/m", nameof(surfacePerVolume));
        return 1.5 * excess / surfacePerVolume;
    }

    /// <summary>Returns the conductivity that an interphase needs to explain an excess.</summary>
    /// <param name="excess">Δσ [S/m], ≥ 0.</param>
    /// <param name="surfacePerVolume">S_v [1/m], above 0.</param>
    /// <param name="thickness">δ [m], above 0.</param>
    /// <returns>σ of the interphase [S/m].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double NeededConductivity(double excess, double surfacePerVolume, double thickness)
    {
        Demand.Positive(thickness, "m", nameof(thickness));
        return NeededConductance(excess, surfacePerVolume) / thickness;
    }

    /// <summary>Returns the surface per volume of spheres.</summary>
    /// <param name="fraction">Share of the volume that they take [–], 0 to 1.</param>
    /// <param name="diameter">Their diameter [m], above 0.</param>
    /// <returns>S_v = 6φ/d [1/m].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double SurfacePerVolume(double fraction, double diameter)
    {
        Demand.Share(fraction, nameof(fraction));
        Demand.Positive(diameter, "m", nameof(diameter));
        return 6.0 * fraction / diameter;
    }

    /// <summary>Returns the greatest interface resistance that an exchange rate allows.</summary>
    /// <param name="rate">k, rate at which an ion of a grain is exchanged [1/s], above 0.</param>
    /// <param name="concentration">Lithium in the grain [mol/m³], above 0.</param>
    /// <param name="diameter">Diameter of the grain [m], above 0.</param>
    /// <param name="temperature">T [K], above 0.</param>
    /// <returns>R_i = RT/(F²·k·c·d/6) [Ω·m²]: the exchange current of the surface is k·c per volume over surface.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not above 0.</exception>
    public static double ResistanceOfExchange(double rate, double concentration, double diameter, double temperature)
    {
        Demand.Positive(rate, "1/s", nameof(rate));
        Demand.Positive(concentration, "mol/m³", nameof(concentration));
        Demand.Positive(diameter, "m", nameof(diameter));
        Demand.Positive(temperature, "K", nameof(temperature));
        const double faraday = Core.PhysicalConstants.Faraday;
        return Core.PhysicalConstants.GasConstant * temperature / (faraday * faraday * rate * concentration * diameter / 6.0);
    }
}
