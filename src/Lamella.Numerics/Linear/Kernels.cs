using System.Numerics;
using System.Runtime.InteropServices;

namespace Lamella.Numerics.Linear;

/// <summary>Vector loops shared by solvers and models; spans of one length, fixed order of summation.</summary>
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

    /// <summary>z = a·(x − y).</summary>
    /// <param name="x">x, shape (n).</param>
    /// <param name="y">y, shape (n) or longer.</param>
    /// <param name="a">a.</param>
    /// <param name="z">Receives the difference, shape (n) or longer; may be x or y.</param>
    public static void ScaledDifference(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double a, Span<double> z)
    {
        y = y[..x.Length];
        z = z[..x.Length];
        int i = 0;
        ref double left = ref MemoryMarshal.GetReference(x);
        ref double right = ref MemoryMarshal.GetReference(y);
        ref double target = ref MemoryMarshal.GetReference(z);
        Vector<double> factor = new(a);
        for (; i + Vector<double>.Count <= x.Length; i += Vector<double>.Count)
        {
            Vector<double> difference = Vector.LoadUnsafe(ref left, (nuint)i) - Vector.LoadUnsafe(ref right, (nuint)i);
            (factor * difference).StoreUnsafe(ref target, (nuint)i);
        }

        for (; i < x.Length; i++)
        {
            z[i] = a * (x[i] - y[i]);
        }
    }

    /// <summary>Least and greatest of values that are numbers.</summary>
    /// <param name="x">x, shape (n).</param>
    /// <returns>+∞ and −∞ where there is none.</returns>
    public static (double Least, double Greatest) Range(ReadOnlySpan<double> x)
    {
        double least = double.PositiveInfinity, greatest = double.NegativeInfinity;
        int i = 0;
        if (x.Length >= Vector<double>.Count)
        {
            ref double source = ref MemoryMarshal.GetReference(x);
            Vector<double> low = Vector.LoadUnsafe(ref source), high = low;
            for (i = Vector<double>.Count; i + Vector<double>.Count <= x.Length; i += Vector<double>.Count)
            {
                Vector<double> own = Vector.LoadUnsafe(ref source, (nuint)i);
                (low, high) = (Vector.Min(low, own), Vector.Max(high, own));
            }

            for (int lane = 0; lane < Vector<double>.Count; lane++)
            {
                (least, greatest) = (Math.Min(least, low[lane]), Math.Max(greatest, high[lane]));
            }
        }

        for (; i < x.Length; i++)
        {
            (least, greatest) = (Math.Min(least, x[i]), Math.Max(greatest, x[i]));
        }

        return (least, greatest);
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
