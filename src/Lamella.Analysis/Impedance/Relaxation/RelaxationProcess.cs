using System.Numerics;

namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>The shape of one process, R/(1 + (jωτ)ⁿ)^β with R = 1: an arc for β = 1, Gerischer's for n = 1 and β = ½.</summary>
/// <param name="LogTau">ln(τ/s).</param>
/// <param name="Exponent">n, in [0.4, 1].</param>
/// <param name="Skew">β, in [0.25, 1].</param>
/// <param name="IsSkewed">Whether β is free; else it is 1.</param>
/// <remarks>
/// <b>Source.</b> Havriliak and Negami, Polymer 8 (1967) 161, <see href="https://doi.org/10.1016/0032-3861(67)90021-3"/>, eq. 16.
/// </remarks>
internal readonly record struct RelaxationProcess(double LogTau, double Exponent, double Skew, bool IsSkewed)
{
    internal const double SmallestExponent = 0.4;
    internal const double SmallestSkew = 0.25;

    /// <summary>Gets the number of its non-linear parameters: ln τ, n and, where free, β.</summary>
    internal int ParameterCount => IsSkewed ? 3 : 2;

    /// <summary>Writes weight·Z of the process and its derivatives, real parts above imaginary parts.</summary>
    /// <param name="logOmega">ln ω, shape (N).</param>
    /// <param name="weight">Weights, shape (N).</param>
    /// <param name="value">Receives the column, shape (2N).</param>
    /// <param name="slopes">Receives ∂/∂ln τ, ∂/∂n and, where free, ∂/∂β, by columns; empty to leave them out.</param>
    internal void Fill(double[] logOmega, double[] weight, Span<double> value, Span<double> slopes)
    {
        int n = logOmega.Length;
        double cosine = Math.Cos(0.5 * Math.PI * Exponent), sine = Math.Sin(0.5 * Math.PI * Exponent);
        for (int i = 0; i < n; i++)
        {
            double x = logOmega[i] + LogTau;
            double size = Math.Exp(Math.Clamp(Exponent * x, -600.0, 600.0));
            Complex power = new(size * cosine, size * sine);
            Complex denominator = 1.0 + power;
            Complex inverse = weight[i] / denominator;
            Complex column = IsSkewed ? weight[i] * Complex.Exp(-Skew * Complex.Log(denominator)) : inverse;
            (value[i], value[n + i]) = (column.Real, column.Imaginary);
            if (slopes.IsEmpty)
            {
                continue;
            }

            Complex share = power / denominator; // tends to 1 where the power overflows
            Complex common = -Skew * column * share;
            Complex byTau = Exponent * common, byExponent = common * new Complex(x, 0.5 * Math.PI);
            (slopes[i], slopes[n + i]) = (byTau.Real, byTau.Imaginary);
            (slopes[(2 * n) + i], slopes[(3 * n) + i]) = (byExponent.Real, byExponent.Imaginary);
            if (IsSkewed)
            {
                Complex bySkew = -Complex.Log(denominator) * column;
                (slopes[(4 * n) + i], slopes[(5 * n) + i]) = (bySkew.Real, bySkew.Imaginary);
            }
        }
    }

    /// <summary>Returns the distribution of the process for R = 1 [–] per unit of ln τ.</summary>
    /// <param name="logTau">Where, ln(τ/s).</param>
    /// <remarks>
    /// γ = (1/π)·y^β·sin(βθ)/|y + e^{jπn}|^β with y = (τ/τ₀)ⁿ and θ the angle of y + e^{jπn}: the jump of Z over the negative axis of jω.
    /// </remarks>
    internal double Density(double logTau)
    {
        double x = Exponent * (logTau - LogTau);
        double y = Math.Exp(Math.Clamp(x, -300.0, 300.0));
        double cosine = Math.Cos(Math.PI * Exponent), sine = Math.Sin(Math.PI * Exponent);
        double square = 1.0 + (2.0 * y * cosine) + (y * y);
        double angle = Math.Atan2(sine, y + cosine);
        return square > 0.0 ? Math.Pow(y, Skew) * Math.Sin(Skew * angle) / (Math.PI * Math.Pow(square, 0.5 * Skew)) : 0.0;
    }
}
