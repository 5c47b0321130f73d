using System.Numerics;

namespace Lamella.Analysis.Impedance.Circuits;

/// <summary>Complex arithmetic over rows whose real parts stand before their imaginary parts.</summary>
internal static class ComplexLoops
{
    /// <summary>target += source.</summary>
    internal static void Add(ReadOnlySpan<double> source, Span<double> target)
    {
        int i = 0;
        for (; i + Vector<double>.Count <= target.Length; i += Vector<double>.Count)
        {
            (new Vector<double>(target[i..]) + new Vector<double>(source[i..])).CopyTo(target[i..]);
        }

        for (; i < target.Length; i++)
        {
            target[i] += source[i];
        }
    }

    /// <summary>target += 1/source.</summary>
    internal static void AddInverse(ReadOnlySpan<double> source, Span<double> target)
    {
        int count = target.Length / 2, i = 0;
        ReadOnlySpan<double> re = source[..count], im = source.Slice(count, count);
        Span<double> sumRe = target[..count], sumIm = target.Slice(count, count);
        for (; i + Vector<double>.Count <= count; i += Vector<double>.Count)
        {
            Vector<double> a = new(re[i..]), b = new(im[i..]);
            Vector<double> inverse = Vector<double>.One / ((a * a) + (b * b));
            (new Vector<double>(sumRe[i..]) + (a * inverse)).CopyTo(sumRe[i..]);
            (new Vector<double>(sumIm[i..]) - (b * inverse)).CopyTo(sumIm[i..]);
        }

        for (; i < count; i++)
        {
            double inverse = 1.0 / ((re[i] * re[i]) + (im[i] * im[i]));
            sumRe[i] += re[i] * inverse;
            sumIm[i] -= im[i] * inverse;
        }
    }

    /// <summary>target = 1/target.</summary>
    internal static void Invert(Span<double> target)
    {
        int count = target.Length / 2, i = 0;
        Span<double> re = target[..count], im = target.Slice(count, count);
        for (; i + Vector<double>.Count <= count; i += Vector<double>.Count)
        {
            Vector<double> a = new(re[i..]), b = new(im[i..]);
            Vector<double> inverse = Vector<double>.One / ((a * a) + (b * b));
            (a * inverse).CopyTo(re[i..]);
            (-b * inverse).CopyTo(im[i..]);
        }

        for (; i < count; i++)
        {
            double inverse = 1.0 / ((re[i] * re[i]) + (im[i] * im[i]));
            (re[i], im[i]) = (re[i] * inverse, -im[i] * inverse);
        }
    }

    /// <summary>target = (above/below)².</summary>
    internal static void SquareOfRatio(ReadOnlySpan<double> above, ReadOnlySpan<double> below, Span<double> target)
    {
        int count = target.Length / 2, i = 0;
        ReadOnlySpan<double> ar = above[..count], ai = above.Slice(count, count), br = below[..count], bi = below.Slice(count, count);
        Span<double> tr = target[..count], ti = target.Slice(count, count);
        for (; i + Vector<double>.Count <= count; i += Vector<double>.Count)
        {
            Vector<double> p = new(ar[i..]), q = new(ai[i..]), a = new(br[i..]), b = new(bi[i..]);
            Vector<double> inverse = Vector<double>.One / ((a * a) + (b * b));
            Vector<double> re = ((p * a) + (q * b)) * inverse, im = ((q * a) - (p * b)) * inverse;
            ((re * re) - (im * im)).CopyTo(tr[i..]);
            (re * (im + im)).CopyTo(ti[i..]);
        }

        for (; i < count; i++)
        {
            double inverse = 1.0 / ((br[i] * br[i]) + (bi[i] * bi[i]));
            double re = ((ar[i] * br[i]) + (ai[i] * bi[i])) * inverse, im = ((ai[i] * br[i]) - (ar[i] * bi[i])) * inverse;
            (tr[i], ti[i]) = ((re * re) - (im * im), re * (im + im));
        }
    }

    /// <summary>target *= factor.</summary>
    internal static void Multiply(ReadOnlySpan<double> factor, Span<double> target)
    {
        int count = target.Length / 2, i = 0;
        ReadOnlySpan<double> fr = factor[..count], fi = factor.Slice(count, count);
        Span<double> tr = target[..count], ti = target.Slice(count, count);
        for (; i + Vector<double>.Count <= count; i += Vector<double>.Count)
        {
            Vector<double> a = new(fr[i..]), b = new(fi[i..]), re = new(tr[i..]), im = new(ti[i..]);
            ((re * a) - (im * b)).CopyTo(tr[i..]);
            ((re * b) + (im * a)).CopyTo(ti[i..]);
        }

        for (; i < count; i++)
        {
            (tr[i], ti[i]) = ((tr[i] * fr[i]) - (ti[i] * fi[i]), (tr[i] * fi[i]) + (ti[i] * fr[i]));
        }
    }
}
