using System.Numerics;

namespace Lamella.Analysis.Impedance.Validity;

/// <summary>The weighted columns of the linear Kramers–Kronig description, real parts above imaginary parts.</summary>
/// <remarks>Column-major, 2N rows: row i is Re, row N + i is Im of the term at point i, divided by |F| there.</remarks>
internal static class RelaxationColumns
{
    /// <summary>Spaces time constants evenly in ln τ over the window of the measurement.</summary>
    /// <param name="points">The spectrum.</param>
    /// <param name="order">M, ≥ 2.</param>
    /// <param name="extension">Decades beyond 1/ω_max and 1/ω_min; negative ones stay inside.</param>
    /// <returns>τ [s], rising, shape (M).</returns>
    internal static double[] TimeConstants(OrderedSpectrum points, int order, double extension)
    {
        double shortest = Math.Log(1.0 / points.AngularFrequency[0]) - (extension * Math.Log(10.0));
        double longest = Math.Log(1.0 / points.AngularFrequency[^1]) + (extension * Math.Log(10.0));
        double[] tau = new double[order];
        for (int k = 0; k < order; k++)
        {
            tau[k] = Math.Exp(shortest + ((longest - shortest) * k / (order - 1)));
        }

        return tau;
    }

    /// <summary>Writes 1/(1 + jωτ) for every τ, then the constant and the terms jω and 1/(jω) that are asked for.</summary>
    /// <param name="omega">ω [rad/s], shape (N).</param>
    /// <param name="weight">1/|F|, shape (N).</param>
    /// <param name="tau">τ [s], shape (M).</param>
    /// <param name="hasRising">Whether the term jω is there.</param>
    /// <param name="hasFalling">Whether the term 1/(jω) is there.</param>
    /// <returns>The columns; jω is divided by ω_max and 1/(jω) multiplied by ω_min, so that all are of one size.</returns>
    internal static double[] Fill(double[] omega, double[] weight, double[] tau, bool hasRising, bool hasFalling)
    {
        int n = omega.Length;
        int count = tau.Length + 1 + (hasRising ? 1 : 0) + (hasFalling ? 1 : 0);
        double[] columns = new double[2 * n * count];
        for (int k = 0; k < tau.Length; k++)
        {
            FillRelaxation(omega, weight, tau[k], columns.AsSpan(2 * n * k, n), columns.AsSpan((2 * n * k) + n, n));
        }

        weight.CopyTo(columns, 2 * n * tau.Length);
        int next = tau.Length + 1;
        double highest = omega[0], lowest = omega[^1];
        if (hasRising)
        {
            Span<double> imaginary = columns.AsSpan((2 * n * next++) + n, n);
            for (int i = 0; i < n; i++)
            {
                imaginary[i] = weight[i] * omega[i] / highest;
            }
        }

        if (hasFalling)
        {
            Span<double> imaginary = columns.AsSpan((2 * n * next) + n, n);
            for (int i = 0; i < n; i++)
            {
                imaginary[i] = -weight[i] * lowest / omega[i];
            }
        }

        return columns;
    }

    /// <summary>Writes the weighted data, real parts above imaginary parts.</summary>
    internal static double[] Data(Complex[] values, double[] weight)
    {
        int n = values.Length;
        double[] data = new double[2 * n];
        for (int i = 0; i < n; i++)
        {
            data[i] = weight[i] * values[i].Real;
            data[n + i] = weight[i] * values[i].Imaginary;
        }

        return data;
    }

    private static void FillRelaxation(
        ReadOnlySpan<double> omega, ReadOnlySpan<double> weight, double tau, Span<double> real, Span<double> imaginary)
    {
        omega = omega[..real.Length];
        weight = weight[..real.Length];
        imaginary = imaginary[..real.Length];
        for (int i = 0; i < real.Length; i++)
        {
            double x = omega[i] * tau;
            double value = weight[i] / (1.0 + (x * x));
            real[i] = value;
            imaginary[i] = -x * value;
        }
    }
}
