namespace Lamella.Numerics.Tests.Linear;

/// <summary>Reproducible matrices and the slow, plain arithmetic the kernels are tested against.</summary>
internal static class LinearSystems
{
    /// <summary>Numbers in (−1, 1) from a fixed recurrence: the same on every runtime.</summary>
    internal static double[] Numbers(int count, int seed)
    {
        ulong state = (ulong)seed;
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            state = (state * 6364136223846793005UL) + 1442695040888963407UL;
            values[i] = ((state >> 11) * (2.0 / (1UL << 53))) - 1.0;
        }

        return values;
    }

    /// <summary>A·x for a row-major matrix.</summary>
    internal static double[] Multiply(double[] matrix, double[] x)
    {
        int n = x.Length;
        double[] product = new double[matrix.Length / n];
        for (int i = 0; i < product.Length; i++)
        {
            for (int j = 0; j < n; j++)
            {
                product[i] += matrix[(i * n) + j] * x[j];
            }
        }

        return product;
    }

    internal static double LargestDifference(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        a.Length.ShouldBe(b.Length);
        double largest = 0.0;
        for (int i = 0; i < a.Length; i++)
        {
            double difference = Math.Abs(a[i] - b[i]);
            largest = difference > largest || double.IsNaN(difference) ? difference : largest;
        }

        return largest;
    }
}
