using Lamella.Core;
using Lamella.Numerics.Random;

namespace Lamella.Structures.Generation;

/// <summary>Diameters of particles: log-normal by number, cut at three standard deviations.</summary>
/// <param name="Median">Median diameter [m], above 0.</param>
/// <param name="Spread">Standard deviation of the logarithm of the diameter [–], 0 (all alike) to 1.</param>
public readonly record struct SizeDistribution([property: Unit("m")] double Median, [property: Unit("–")] double Spread = 0.0)
{
    private const double Widest = 3.0;

    /// <summary>Gets the largest diameter that is drawn.</summary>
    [Unit("m")]
    public double Largest => Median * PortableFunctions.Exp(Widest * Spread);

    /// <summary>Gets the mean volume of a particle, π/6·d³·exp(9s²/2), the cut left aside.</summary>
    [Unit("m³")]
    public double MeanVolume => Math.PI / 6.0 * Median * Median * Median * PortableFunctions.Exp(4.5 * Spread * Spread);

    /// <summary>Draws a radius [m].</summary>
    internal double DrawRadius(SeededGenerator generator)
    {
        if (Spread == 0.0)
        {
            return 0.5 * Median;
        }

        double deviate;
        do
        {
            deviate = generator.NextNormal();
        }
        while (Math.Abs(deviate) > Widest);
        return 0.5 * Median * PortableFunctions.Exp(Spread * deviate);
    }

    /// <summary>Refuses impossible numbers.</summary>
    internal void Require(string what)
    {
        RecipeErrors.RequirePositive(Median, $"the diameter of the {what}");
        RecipeErrors.RequireWithin(Spread, 0.0, 1.0, $"the spread of the diameter of the {what}");
    }
}
