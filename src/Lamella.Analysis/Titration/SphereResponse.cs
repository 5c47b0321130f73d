using MathNet.Numerics;

namespace Lamella.Analysis.Titration;

/// <summary>The content at the surface of a sphere into which a constant flux begins to flow.</summary>
/// <remarks>
/// <para>In units of the flux times R/D, with t' = Dt/R²: c_s − c₀ = 3t' + 1/5 − 2Σ exp(−λ_n²t')/λ_n², tan λ_n = λ_n.
/// Crank, The Mathematics of Diffusion, 2nd ed. (1975), eq. 6.45. For t' ≪ 1 the same is exp(t')·(1 + erf √t') − 1, from the
/// transform 1/[s(√s·coth √s − 1)] with coth → 1.</para>
/// </remarks>
public static class SphereResponse
{
    private const double Early = 0.04; // coth √s differs from 1 by less than exp(−25) there
    private const int Modes = 10; // exp(−λ²·0.04) of the next is below 1e-19

    private static readonly double[] Squares = Roots();

    /// <summary>Computes the content at the surface.</summary>
    /// <param name="time">t' = Dt/R² [–]; 0 or less gives 0.</param>
    /// <returns>(c_s − c₀)·D/(j·R) [–].</returns>
    public static double Surface(double time)
    {
        if (time <= 0.0)
        {
            return 0.0;
        }

        if (time < Early)
        {
            return (Math.Exp(time) * (1.0 + SpecialFunctions.Erf(Math.Sqrt(time)))) - 1.0;
        }

        double sum = 0.0;
        foreach (double square in Squares)
        {
            sum += Math.Exp(-square * time) / square;
        }

        return (3.0 * time) + 0.2 - (2.0 * sum);
    }

    /// <summary>Computes how far the surface is changed, relative to the change that remains in the end, during and after a pulse.</summary>
    /// <param name="time">t' since the beginning of the pulse [–].</param>
    /// <param name="pulse">t' of the pulse [–], above 0.</param>
    /// <returns>0 before, above 1 at the end of the pulse, 1 in the end.</returns>
    public static double Pulse(double time, double pulse) => (Surface(time) - Surface(time - pulse)) / (3.0 * pulse);

    /// <summary>Squares of the roots of tan λ = λ between nπ and (n + ½)π, by bisection of sin λ − λ·cos λ.</summary>
    private static double[] Roots()
    {
        double[] squares = new double[Modes];
        for (int n = 1; n <= Modes; n++)
        {
            double low = n * Math.PI, high = (n + 0.5) * Math.PI;
            double sign = Math.Sign(Math.Sin(high) - (high * Math.Cos(high)));
            for (int i = 0; i < 60; i++)
            {
                double middle = 0.5 * (low + high);
                (low, high) = Math.Sign(Math.Sin(middle) - (middle * Math.Cos(middle))) == sign ? (low, middle) : (middle, high);
            }

            squares[n - 1] = 0.25 * (low + high) * (low + high);
        }

        return squares;
    }
}
