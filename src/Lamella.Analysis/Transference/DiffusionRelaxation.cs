using Lamella.Analysis.Common;

namespace Lamella.Analysis.Transference;

/// <summary>The current of a symmetric cell with a binary electrolyte after a small step of the voltage.</summary>
/// <remarks>
/// <para>Ohmic and interfacial resistance R∞ in series with the diffusion of the salt between two electrodes,
/// Z(s) = R∞ + R_d·tanh(√(sτ))/√(sτ), τ = L²/(4D). The step response of ΔV/(s·Z(s)) is</para>
/// <para>I = I_s + Σ a_n·exp(−β_n²t/τ), tan β_n = −r·β_n, a_n = (I₀I_s/(I₀ − I_s))·2/(1 + r + β_n²r²), r = I_s/(I₀ − I_s),</para>
/// <para>and for t ≪ τ, I = I₀·exp(h²t)·erfc(h√t), h = 1/(r√τ). Both follow from Z(s) by residues and by tanh → 1.</para>
/// <para>Small-signal limit of the equations of Newman and Thomas-Alyea, Electrochemical Systems, 3rd ed. (2004), ch. 12.</para>
/// </remarks>
internal sealed class DiffusionRelaxation
{
    private const double EarlyPart = 0.05; // of τ; tanh differs from 1 by less than exp(−20) there
    private const double Vanished = 40.0; // exp(−40) is below round-off
    private const int Modes = 12; // exp(−β²·0.05) of the next is below 1e-30

    private readonly double initial;
    private readonly double steady;
    private readonly double time;
    private readonly double rate; // h
    private readonly double[] decays = new double[Modes]; // β²/τ
    private readonly double[] sizes = new double[Modes];

    /// <summary>Prepares the response.</summary>
    /// <param name="initialCurrent">I₀ [A].</param>
    /// <param name="steadyShare">I_s/I₀ [–], in (0, 1).</param>
    /// <param name="relaxationTime">τ [s], above 0.</param>
    internal DiffusionRelaxation(double initialCurrent, double steadyShare, double relaxationTime)
    {
        (initial, steady, time) = (initialCurrent, initialCurrent * steadyShare, relaxationTime);
        double r = steadyShare / (1.0 - steadyShare);
        rate = 1.0 / (r * Math.Sqrt(time));
        for (int n = 0; n < Modes; n++)
        {
            double root = Root(n + 1, r);
            decays[n] = root * root / time;
            sizes[n] = initial * r * 2.0 / (1.0 + r + (root * root * r * r));
        }
    }

    /// <summary>Computes the current at a time.</summary>
    /// <param name="t">Time since the step [s], ≥ 0.</param>
    /// <returns>The current [A].</returns>
    internal double At(double t)
    {
        if (t < EarlyPart * time)
        {
            return initial * ScaledErrorFunction.At(rate * Math.Sqrt(t));
        }

        double current = steady;
        for (int n = 0; n < Modes && decays[n] * t < Vanished; n++)
        {
            current += sizes[n] * Math.Exp(-decays[n] * t);
        }

        return current;
    }

    /// <summary>Finds the root of tan β = −r·β between (n − ½)π and nπ, by bisection of sin β + r·β·cos β.</summary>
    private static double Root(int n, double r)
    {
        double low = (n - 0.5) * Math.PI, high = n * Math.PI;
        double sign = Math.Sign(Math.Sin(low)); // cos vanishes at the lower end
        for (int i = 0; i < 60; i++)
        {
            double middle = 0.5 * (low + high);
            (low, high) = Math.Sign(Math.Sin(middle) + (r * middle * Math.Cos(middle))) == sign ? (middle, high) : (low, middle);
        }

        return 0.5 * (low + high);
    }
}
