using System.Numerics;
using System.Runtime.InteropServices;

namespace Lamella.Numerics.Linear;

/// <summary>Vector loops shared by the solvers; spans of one length, fixed order of summation.</summary>
public static class Kernels
{
    /// <summary>y += a·x.</summary>
    /// <param name="y">Vector that is added to, shape (n).</param>
    /// <param name="a">Factor.</param>
    /// <param name="x">Vector that is added, shape (n or more); what lies beyond n is left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">x is shorter than y.</exception>
    public static void AddScaled(Span<double> y, double a, ReadOnlySpan<double> x)
    {
        x = x[..y.Length];
        int i = 0;
        ref double target = ref MemoryMarshal.GetReference(y);
        ref double source = ref MemoryMarshal.GetReference(x);
        Vector<double> factor = new(a);
        for (; i + Vector<double>.Count <= y.Length; i += Vector<double>.Count)
        {
            Vector<double> own = Vector.LoadUnsafe(ref target, (nuint)i);
            Vector.MultiplyAddEstimate(factor, Vector.LoadUnsafe(ref source, (nuint)i), own).StoreUnsafe(ref target, (nuint)i);
        }

        for (; i < y.Length; i++)
        {
            y[i] += a * x[i];
        }
    }

    /// <summary>Σ x·y.</summary>
    /// <param name="x">First vector, shape (n).</param>
    /// <param name="y">Second vector, shape (n or more); what lies beyond n is left out.</param>
    /// <returns>The scalar product; 0 for empty vectors.</returns>
    /// <exception cref="ArgumentOutOfRangeException">y is shorter than x.</exception>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        y = y[..x.Length];
        int i = 0;
        ref double left = ref MemoryMarshal.GetReference(x);
        ref double right = ref MemoryMarshal.GetReference(y);
        Vector<double> sum = Vector<double>.Zero;
        for (; i + Vector<double>.Count <= x.Length; i += Vector<double>.Count)
        {
            sum = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref left, (nuint)i), Vector.LoadUnsafe(ref right, (nuint)i), sum);
        }

        double total = Vector.Sum(sum);
        for (; i < x.Length; i++)
        {
            total += x[i] * y[i];
        }

        return total;
    }
}
