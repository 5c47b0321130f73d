using System.Numerics;

namespace Lamella.Numerics.Random;

/// <summary>Reproducible random numbers: the generator xoshiro256++, seeded through SplitMix64.</summary>
/// <remarks>
/// <para>All numbers are the same on every runtime and processor, normal deviates included (<see cref="PortableFunctions"/>).
/// One generator serves one thread; give parallel work generators of its own.</para>
/// <para><b>Source.</b> Blackman and Vigna, ACM Trans. Math. Softw. 47 (2021) 36,
/// <see href="https://doi.org/10.1145/3460772"/>.</para>
/// </remarks>
public sealed class SeededGenerator
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;
    private double spare;
    private bool hasSpare;

    /// <summary>Makes a generator.</summary>
    /// <param name="seed">Any number; equal seeds give equal sequences.</param>
    public SeededGenerator(ulong seed)
    {
        s0 = SplitMix(ref seed);
        s1 = SplitMix(ref seed);
        s2 = SplitMix(ref seed);
        s3 = SplitMix(ref seed);
    }

    /// <summary>Makes a generator of a given internal state, for comparison with the authors' program.</summary>
    internal SeededGenerator(ulong s0, ulong s1, ulong s2, ulong s3) => (this.s0, this.s1, this.s2, this.s3) = (s0, s1, s2, s3);

    /// <summary>Returns 64 random bits.</summary>
    /// <returns>A number from 0 to 2⁶⁴ − 1, all equally likely.</returns>
    public ulong NextBits()
    {
        ulong result = BitOperations.RotateLeft(s0 + s3, 23) + s0;
        ulong shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>Returns a uniform random number.</summary>
    /// <returns>A multiple of 2⁻⁵³ in [0, 1).</returns>
    public double NextUniform() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Returns a normal deviate by Marsaglia's polar method.</summary>
    /// <returns>A number of mean 0 and variance 1.</returns>
    public double NextNormal()
    {
        if (hasSpare)
        {
            hasSpare = false;
            return spare;
        }

        double x, y, square;
        do
        {
            x = (2.0 * NextUniform()) - 1.0;
            y = (2.0 * NextUniform()) - 1.0;
            square = (x * x) + (y * y);
        }
        while (square is >= 1.0 or 0.0);

        double factor = Math.Sqrt(-2.0 * PortableFunctions.Log(square) / square);
        (spare, hasSpare) = (y * factor, true);
        return x * factor;
    }

    /// <summary>Returns a uniform random integer, without the bias of a remainder.</summary>
    /// <param name="bound">Exclusive upper bound, ≥ 1.</param>
    /// <returns>A number from 0 to <paramref name="bound"/> − 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bound"/> is below 1.</exception>
    public int NextBelow(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        ulong limit = ulong.MaxValue - (ulong.MaxValue % (ulong)bound);
        ulong bits;
        do
        {
            bits = NextBits();
        }
        while (bits >= limit);
        return (int)(bits % (ulong)bound);
    }

    /// <summary>Puts elements into random order (Fisher–Yates).</summary>
    /// <param name="items">The elements.</param>
    /// <typeparam name="T">Their type.</typeparam>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = NextBelow(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>Fills rows with a Latin hypercube: in every dimension, each of the equal strata is hit exactly once.</summary>
    /// <param name="points">Number of rows, ≥ 1.</param>
    /// <param name="dimensions">Number of columns, ≥ 1.</param>
    /// <returns>Numbers in [0, 1), shape (points, dimensions), row-major.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is below 1.</exception>
    /// <remarks><b>Source.</b> McKay, Beckman and Conover, Technometrics 21 (1979) 239,
    /// <see href="https://doi.org/10.2307/1268522"/>.</remarks>
    public double[] LatinHypercube(int points, int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        double[] sample = new double[points * dimensions];
        int[] strata = new int[points];
        for (int d = 0; d < dimensions; d++)
        {
            for (int i = 0; i < points; i++)
            {
                strata[i] = i;
            }

            Shuffle(strata.AsSpan());
            for (int i = 0; i < points; i++)
            {
                sample[(i * dimensions) + d] = (strata[i] + NextUniform()) / points;
            }
        }

        return sample;
    }

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15UL;
        ulong z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
