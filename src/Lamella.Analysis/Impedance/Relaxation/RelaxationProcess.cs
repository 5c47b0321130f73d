using System.Numerics;

namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>A process of strength 1: its impedance, the derivatives after its parameters, and its distribution.</summary>
/// <param name="LogTau">ln(τ/s).</param>
/// <param name="Exponent">n, in [0.4, 1]; 1 for diffusion.</param>
/// <param name="Skew">β, in [0.25, 1]; 1 unless skewed.</param>
/// <param name="Shape">The shape, which says what of these is free.</param>
/// <remarks>
/// <b>Source.</b> Havriliak and Negami, Polymer 8 (1967) 161, <see href="https://doi.org/10.1016/0032-3861(67)90021-3"/>, eq. 16;
/// Franceschetti, Macdonald and Buck, J. Electrochem. Soc. 138 (1991) 1368.
/// </remarks>
internal readonly record struct RelaxationProcess(double LogTau, double Exponent, double Skew, RelaxationShape Shape)
{
    internal const double SmallestExponent = 0.4;
    internal const double SmallestSkew = 0.25;

    private const double LargestRoot = 20.0; // beyond it tanh is 1 to the last digit

    /// <summary>Gets the number of its non-linear parameters: ln τ, then n, then β.</summary>
    internal int ParameterCount => Shape switch
    {
        RelaxationShape.Arc => 2,
        RelaxationShape.SkewedArc => 3,
        _ => 1,
    };

    /// <summary>Makes an arc.</summary>
    internal static RelaxationProcess Arc(double logTau, double exponent) => new(logTau, exponent, 1.0, RelaxationShape.Arc);

    /// <summary>Makes a diffusion.</summary>
    internal static RelaxationProcess Diffusion(double logTau) => new(logTau, 1.0, 1.0, RelaxationShape.Diffusion);

    /// <summary>Returns the process with one parameter changed.</summary>
    /// <param name="parameter">0 for ln τ, 1 for n, 2 for β.</param>
    /// <param name="change">What is added.</param>
    internal RelaxationProcess Moved(int parameter, double change) => parameter switch
    {
        0 => this with { LogTau = LogTau + change },
        1 => this with { Exponent = Exponent + change },
        _ => this with { Skew = Skew + change },
    };

    /// <summary>Writes weight·Z of the process and its derivatives, real parts above imaginary parts.</summary>
    /// <param name="logOmega">ln ω, shape (N).</param>
    /// <param name="weight">Weights, shape (N).</param>
    /// <param name="value">Receives the column, shape (2N).</param>
    /// <param name="slopes">Receives the derivatives after the free parameters by columns; empty to leave them out.</param>
    internal void Fill(double[] logOmega, double[] weight, Span<double> value, Span<double> slopes)
    {
        if (Shape == RelaxationShape.Diffusion)
        {
            FillDiffusion(logOmega, weight, value, slopes);
        }
        else
        {
            FillArc(logOmega, weight, value, slopes);
        }
    }

    /// <summary>Returns the distribution of an arc per unit of ln τ.</summary>
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

    private void FillArc(double[] logOmega, double[] weight, Span<double> value, Span<double> slopes)
    {
        int n = logOmega.Length;
        bool isSkewed = Shape == RelaxationShape.SkewedArc;
        double cosine = Math.Cos(0.5 * Math.PI * Exponent), sine = Math.Sin(0.5 * Math.PI * Exponent);
        for (int i = 0; i < n; i++)
        {
            double x = logOmega[i] + LogTau;
            double size = Math.Exp(Math.Clamp(Exponent * x, -600.0, 600.0));
            Complex power = new(size * cosine, size * sine);
            Complex denominator = 1.0 + power;
            Complex column = isSkewed ? weight[i] * Complex.Exp(-Skew * Complex.Log(denominator)) : weight[i] / denominator;
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
            if (isSkewed)
            {
                Complex bySkew = -Complex.Log(denominator) * column;
                (slopes[(4 * n) + i], slopes[(5 * n) + i]) = (bySkew.Real, bySkew.Imaginary);
            }
        }
    }

    /// <summary>tanh(s)/s and its derivative after ln τ, ½(1 − tanh²(s)) − ½·tanh(s)/s.</summary>
    private void FillDiffusion(double[] logOmega, double[] weight, Span<double> value, Span<double> slopes)
    {
        int n = logOmega.Length;
        for (int i = 0; i < n; i++)
        {
            double root = Math.Exp(0.5 * Math.Min(logOmega[i] + LogTau, 600.0)) * Math.Sqrt(0.5);
            Complex s = new(root, root), tanh = root > LargestRoot ? Complex.One : Complex.Tanh(s);
            Complex column = root > 0.0 ? weight[i] * tanh / s : weight[i];
            (value[i], value[n + i]) = (column.Real, column.Imaginary);
            if (!slopes.IsEmpty)
            {
                Complex byTau = (0.5 * weight[i] * (1.0 - (tanh * tanh))) - (0.5 * column);
                (slopes[i], slopes[n + i]) = (byTau.Real, byTau.Imaginary);
            }
        }
    }
}
