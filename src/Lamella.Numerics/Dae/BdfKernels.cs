using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lamella.Numerics.Dae;

/// <summary>The vector loops of a step. Each passes once over its data; sums have one fixed order.</summary>
/// <remarks>The divided differences φ₀ … φ_k are rows of one array: element i of φⱼ is at j·n + i.</remarks>
internal static class BdfKernels
{
    private const int Width = 4;

    /// <summary>Scales φⱼ by βⱼ for j ≥ <paramref name="scaleFrom"/>, then y = Σ φⱼ and ẏ = Σ γⱼ·φⱼ.</summary>
    internal static void Predict(
        Span<double> phi,
        int order,
        int scaleFrom,
        ReadOnlySpan<double> beta,
        ReadOnlySpan<double> gamma,
        Span<double> y,
        Span<double> yPrime)
    {
        int n = y.Length, i = 0;
        ref double p = ref MemoryMarshal.GetReference(phi);
        ref double b = ref MemoryMarshal.GetReference(beta);
        ref double g = ref MemoryMarshal.GetReference(gamma);
        ref double state = ref MemoryMarshal.GetReference(y);
        ref double slope = ref MemoryMarshal.GetReference(yPrime);
        for (; i + (2 * Width) <= n; i += 2 * Width)
        {
            Vector256<double> y0 = Vector256.LoadUnsafe(ref p, (nuint)i), y1 = Vector256.LoadUnsafe(ref p, (nuint)(i + Width));
            Vector256<double> d0 = Vector256<double>.Zero, d1 = Vector256<double>.Zero;
            for (int j = 1; j <= order; j++)
            {
                nuint at = (nuint)((j * n) + i);
                Vector256<double> p0 = Vector256.LoadUnsafe(ref p, at), p1 = Vector256.LoadUnsafe(ref p, at + Width);
                if (j >= scaleFrom)
                {
                    Vector256<double> scale = Vector256.Create(Unsafe.Add(ref b, j));
                    p0 *= scale;
                    p1 *= scale;
                    p0.StoreUnsafe(ref p, at);
                    p1.StoreUnsafe(ref p, at + Width);
                }

                Vector256<double> factor = Vector256.Create(Unsafe.Add(ref g, j));
                y0 += p0;
                y1 += p1;
                d0 = Vector256.MultiplyAddEstimate(factor, p0, d0);
                d1 = Vector256.MultiplyAddEstimate(factor, p1, d1);
            }

            y0.StoreUnsafe(ref state, (nuint)i);
            y1.StoreUnsafe(ref state, (nuint)(i + Width));
            d0.StoreUnsafe(ref slope, (nuint)i);
            d1.StoreUnsafe(ref slope, (nuint)(i + Width));
        }

        for (; i < n; i++)
        {
            double sum = phi[i], rate = 0.0;
            for (int j = 1; j <= order; j++)
            {
                ref double element = ref phi[(j * n) + i];
                element *= j >= scaleFrom ? beta[j] : 1.0;
                sum += element;
                rate += gamma[j] * element;
            }

            (y[i], yPrime[i]) = (sum, rate);
        }
    }

    /// <summary>Σⱼ cⱼ·φⱼ for j from <paramref name="first"/> to <paramref name="order"/>.</summary>
    internal static void Combine(ReadOnlySpan<double> phi, int first, int order, ReadOnlySpan<double> c, Span<double> result)
    {
        int n = result.Length, i = 0;
        ref double p = ref MemoryMarshal.GetReference(phi);
        ref double target = ref MemoryMarshal.GetReference(result);
        for (; i + Width <= n; i += Width)
        {
            Vector256<double> sum = Vector256<double>.Zero;
            for (int j = first; j <= order; j++)
            {
                sum = Vector256.MultiplyAddEstimate(Vector256.Create(c[j]), Vector256.LoadUnsafe(ref p, (nuint)((j * n) + i)), sum);
            }

            sum.StoreUnsafe(ref target, (nuint)i);
        }

        for (; i < n; i++)
        {
            double sum = 0.0;
            for (int j = first; j <= order; j++)
            {
                sum += c[j] * phi[(j * n) + i];
            }

            result[i] = sum;
        }
    }

    /// <summary>Multiplies rows <paramref name="first"/> … <paramref name="last"/> of φ by 1/βⱼ.</summary>
    internal static void Unscale(Span<double> phi, int n, int first, int last, ReadOnlySpan<double> beta)
    {
        for (int j = first; j <= last; j++)
        {
            Scale(phi.Slice(j * n, n), 1.0 / beta[j]);
        }
    }

    /// <summary>x *= a.</summary>
    internal static void Scale(Span<double> x, double a)
    {
        int i = 0;
        ref double p = ref MemoryMarshal.GetReference(x);
        for (; i + Width <= x.Length; i += Width)
        {
            (Vector256.LoadUnsafe(ref p, (nuint)i) * a).StoreUnsafe(ref p, (nuint)i);
        }

        for (; i < x.Length; i++)
        {
            x[i] *= a;
        }
    }

    /// <summary>Weights 1/(rtol·|y| + atol).</summary>
    internal static void Weights(ReadOnlySpan<double> y, double rtol, ReadOnlySpan<double> atol, Span<double> weights)
    {
        int n = weights.Length, i = 0;
        ref double state = ref MemoryMarshal.GetReference(y);
        ref double floor = ref MemoryMarshal.GetReference(atol);
        ref double target = ref MemoryMarshal.GetReference(weights);
        Vector256<double> factor = Vector256.Create(rtol);
        for (; i + Width <= n; i += Width)
        {
            Vector256<double> size = Vector256.Abs(Vector256.LoadUnsafe(ref state, (nuint)i));
            Vector256<double> scale = Vector256.MultiplyAddEstimate(factor, size, Vector256.LoadUnsafe(ref floor, (nuint)i));
            (Vector256<double>.One / scale).StoreUnsafe(ref target, (nuint)i);
        }

        for (; i < n; i++)
        {
            weights[i] = 1.0 / ((rtol * Math.Abs(y[i])) + atol[i]);
        }
    }

    /// <summary>Takes one Newton correction: y −= δ, ẏ −= c·δ, e −= δ; returns the weighted norm of δ.</summary>
    internal static double Correct(
        ReadOnlySpan<double> delta, double c, ReadOnlySpan<double> weights, Span<double> y, Span<double> yPrime, Span<double> e)
    {
        int n = delta.Length, i = 0;
        ref double d = ref MemoryMarshal.GetReference(delta);
        ref double w = ref MemoryMarshal.GetReference(weights);
        ref double state = ref MemoryMarshal.GetReference(y);
        ref double slope = ref MemoryMarshal.GetReference(yPrime);
        ref double sum = ref MemoryMarshal.GetReference(e);
        Vector256<double> factor = Vector256.Create(-c), squares = Vector256<double>.Zero;
        for (; i + Width <= n; i += Width)
        {
            nuint at = (nuint)i;
            Vector256<double> step = Vector256.LoadUnsafe(ref d, at);
            Vector256<double> weighted = step * Vector256.LoadUnsafe(ref w, at);
            squares = Vector256.MultiplyAddEstimate(weighted, weighted, squares);
            (Vector256.LoadUnsafe(ref state, at) - step).StoreUnsafe(ref state, at);
            (Vector256.LoadUnsafe(ref sum, at) - step).StoreUnsafe(ref sum, at);
            Vector256.MultiplyAddEstimate(factor, step, Vector256.LoadUnsafe(ref slope, at)).StoreUnsafe(ref slope, at);
        }

        double total = Vector256.Sum(squares);
        for (; i < n; i++)
        {
            double weighted = delta[i] * weights[i];
            total += weighted * weighted;
            y[i] -= delta[i];
            e[i] -= delta[i];
            yPrime[i] -= c * delta[i];
        }

        return Math.Sqrt(total / n);
    }

    /// <summary>Weighted root-mean-square norm.</summary>
    internal static double Norm(ReadOnlySpan<double> x, ReadOnlySpan<double> weights)
    {
        int n = x.Length, i = 0;
        ref double p = ref MemoryMarshal.GetReference(x);
        ref double w = ref MemoryMarshal.GetReference(weights);
        Vector256<double> squares = Vector256<double>.Zero;
        for (; i + Width <= n; i += Width)
        {
            Vector256<double> weighted = Vector256.LoadUnsafe(ref p, (nuint)i) * Vector256.LoadUnsafe(ref w, (nuint)i);
            squares = Vector256.MultiplyAddEstimate(weighted, weighted, squares);
        }

        double total = Vector256.Sum(squares);
        for (; i < n; i++)
        {
            double weighted = x[i] * weights[i];
            total += weighted * weighted;
        }

        return Math.Sqrt(total / n);
    }

    /// <summary>Weighted norm of a + s·b.</summary>
    internal static double NormOfSum(ReadOnlySpan<double> a, double s, ReadOnlySpan<double> b, ReadOnlySpan<double> weights)
    {
        int n = a.Length, i = 0;
        ref double left = ref MemoryMarshal.GetReference(a);
        ref double right = ref MemoryMarshal.GetReference(b);
        ref double w = ref MemoryMarshal.GetReference(weights);
        Vector256<double> factor = Vector256.Create(s), squares = Vector256<double>.Zero;
        for (; i + Width <= n; i += Width)
        {
            Vector256<double> value = Vector256.MultiplyAddEstimate(
                factor, Vector256.LoadUnsafe(ref right, (nuint)i), Vector256.LoadUnsafe(ref left, (nuint)i));
            Vector256<double> weighted = value * Vector256.LoadUnsafe(ref w, (nuint)i);
            squares = Vector256.MultiplyAddEstimate(weighted, weighted, squares);
        }

        double total = Vector256.Sum(squares);
        for (; i < n; i++)
        {
            double weighted = (a[i] + (s * b[i])) * weights[i];
            total += weighted * weighted;
        }

        return Math.Sqrt(total / n);
    }

    /// <summary>Weighted norm of a + b + c.</summary>
    internal static double NormOfSum(
        ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c, ReadOnlySpan<double> weights)
    {
        int n = a.Length, i = 0;
        ref double first = ref MemoryMarshal.GetReference(a);
        ref double second = ref MemoryMarshal.GetReference(b);
        ref double third = ref MemoryMarshal.GetReference(c);
        ref double w = ref MemoryMarshal.GetReference(weights);
        Vector256<double> squares = Vector256<double>.Zero;
        for (; i + Width <= n; i += Width)
        {
            nuint at = (nuint)i;
            Vector256<double> value =
                Vector256.LoadUnsafe(ref first, at) + Vector256.LoadUnsafe(ref second, at) + Vector256.LoadUnsafe(ref third, at);
            Vector256<double> weighted = value * Vector256.LoadUnsafe(ref w, at);
            squares = Vector256.MultiplyAddEstimate(weighted, weighted, squares);
        }

        double total = Vector256.Sum(squares);
        for (; i < n; i++)
        {
            double weighted = (a[i] + b[i] + c[i]) * weights[i];
            total += weighted * weighted;
        }

        return Math.Sqrt(total / n);
    }

    /// <summary>φ_k += e, then φⱼ += φⱼ₊₁ downwards: the differences of the accepted step; e is kept in φ_{k+1} where wanted.</summary>
    internal static void Accept(Span<double> phi, int order, bool keep, ReadOnlySpan<double> e)
    {
        int n = e.Length, i = 0;
        ref double p = ref MemoryMarshal.GetReference(phi);
        ref double correction = ref MemoryMarshal.GetReference(e);
        for (; i + Width <= n; i += Width)
        {
            Vector256<double> sum = Vector256.LoadUnsafe(ref correction, (nuint)i);
            if (keep)
            {
                sum.StoreUnsafe(ref p, (nuint)(((order + 1) * n) + i));
            }

            for (int j = order; j >= 0; j--)
            {
                nuint at = (nuint)((j * n) + i);
                sum += Vector256.LoadUnsafe(ref p, at);
                sum.StoreUnsafe(ref p, at);
            }
        }

        for (; i < n; i++)
        {
            double sum = e[i];
            if (keep)
            {
                phi[((order + 1) * n) + i] = sum;
            }

            for (int j = order; j >= 0; j--)
            {
                sum += phi[(j * n) + i];
                phi[(j * n) + i] = sum;
            }
        }
    }
}
