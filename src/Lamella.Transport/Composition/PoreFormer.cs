namespace Lamella.Transport.Composition;

/// <summary>The porosity that a burnt-out pore former leaves, and the composition of a skeleton after it was filled.</summary>
/// <remarks>ε = 1 − (1 − ε_b)(1 − p_g)/(1 − S): the former leaves its share of the solids, the green body had pores, sintering shrinks.</remarks>
public static class PoreFormer
{
    /// <summary>Returns the share of the solid volume that the pore former takes.</summary>
    /// <param name="massRatio">Mass of solid per mass of pore former [–], above 0.</param>
    /// <param name="solidDensity">Density of the solid [kg/m³], above 0.</param>
    /// <param name="formerDensity">Density of the pore former [kg/m³], above 0.</param>
    /// <returns>ε_b [–].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double FormerFraction(double massRatio, double solidDensity, double formerDensity)
    {
        Demand.Positive(massRatio, "–", nameof(massRatio));
        Demand.Positive(solidDensity, "kg/m³", nameof(solidDensity));
        Demand.Positive(formerDensity, "kg/m³", nameof(formerDensity));
        return (1.0 / formerDensity) / ((1.0 / formerDensity) + (massRatio / solidDensity));
    }

    /// <summary>Returns the porosity after the former was burnt out.</summary>
    /// <param name="formerFraction">ε_b, share of the solid volume that the former took [–], at least 0 and below 1.</param>
    /// <param name="greenPorosity">p_g, porosity of the green body [–], at least 0 and below 1.</param>
    /// <param name="shrinkage">S, share of the volume lost in sintering [–], at least 0 and below 1.</param>
    /// <returns>ε [–]; negative where so much shrinkage leaves no pores.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double Porosity(double formerFraction, double greenPorosity, double shrinkage)
    {
        Demand.Porosity(formerFraction);
        Demand.Porosity(greenPorosity);
        Demand.Porosity(shrinkage);
        return 1.0 - ((1.0 - formerFraction) * (1.0 - greenPorosity) / (1.0 - shrinkage));
    }

    /// <summary>Returns the porosity of the green body that a porosity after burn-out needs.</summary>
    /// <param name="porosity">ε after burn-out [–], at least 0 and below 1.</param>
    /// <param name="formerFraction">ε_b [–], at least 0 and below 1.</param>
    /// <param name="shrinkage">S [–], at least 0 and below 1.</param>
    /// <returns>p_g [–]; negative where the former alone leaves more than stated.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double GreenPorosity(double porosity, double formerFraction, double shrinkage)
    {
        Demand.Porosity(porosity);
        Demand.Porosity(formerFraction);
        Demand.Porosity(shrinkage);
        return 1.0 - ((1.0 - porosity) * (1.0 - shrinkage) / (1.0 - formerFraction));
    }
}
