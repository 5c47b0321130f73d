using Lamella.Numerics.Linear;

namespace Lamella.Analysis.Impedance.Validity;

/// <summary>Coefficients of a description that one part of the data fixes; what leaves no trace there is taken from the other part.</summary>
/// <remarks>
/// Source: Boukamp, J. Electrochem. Soc. 142 (1995) 1885, <see href="https://doi.org/10.1149/1.2044210"/>, the tests on real and on
/// imaginary parts.
/// </remarks>
internal static class PartialDescription
{
    /// <summary>Fits one part and completes the coefficients from the other.</summary>
    /// <param name="columns">Weighted columns of all terms: relaxations, constant, jω and 1/(jω) where they are there; shape (2N · terms).</param>
    /// <param name="data">Weighted data, real parts above imaginary parts, shape (2N).</param>
    /// <param name="relaxations">M.</param>
    /// <param name="part">The part to fit.</param>
    /// <returns>All coefficients in the order of the columns, and how many of them the data tell apart.</returns>
    internal static (double[] Coefficients, int Rank) Solve(double[] columns, double[] data, int relaxations, KramersKronigPart part)
    {
        int rows = data.Length, terms = columns.Length / rows, half = rows / 2;
        bool isReal = part == KramersKronigPart.Real;
        int[] all = [.. Enumerable.Range(0, terms)];
        int[] seen = [.. all.Where(k => k < relaxations || (k == relaxations) == isReal)], unseen = [.. all.Except(seen)];
        int own = isReal ? 0 : half, other = half - own;
        double[] coefficients = new double[terms];
        int rank = Fit(columns, data.AsSpan(own, half), seen, own, coefficients);
        double[] left = data[other..(other + half)];
        foreach (int k in seen)
        {
            Kernels.AddScaled(left, -coefficients[k], columns.AsSpan((rows * k) + other, half));
        }

        return (coefficients, rank + Fit(columns, left, unseen, other, coefficients));
    }

    private static int Fit(double[] columns, ReadOnlySpan<double> data, int[] chosen, int offset, double[] coefficients)
    {
        if (chosen.Length == 0)
        {
            return 0;
        }

        int half = data.Length, rows = 2 * half;
        double[] own = [.. chosen.SelectMany(k => columns.AsSpan((rows * k) + offset, half).ToArray())];
        var factors = new HouseholderQr(own, half);
        double[] right = [.. data], solution = new double[chosen.Length];
        factors.Solve(right, solution);
        for (int k = 0; k < chosen.Length; k++)
        {
            coefficients[chosen[k]] = solution[k];
        }

        return factors.Rank;
    }
}
