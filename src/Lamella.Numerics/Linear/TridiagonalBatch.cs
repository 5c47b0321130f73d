using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lamella.Numerics.Linear;

/// <summary>Many independent tridiagonal systems of one length, factored and solved side by side.</summary>
/// <remarks>
/// <para>Row k of lane j reads l·x(k−1) + d·x(k) + u·x(k+1) = b(k). Element (k, j) of every array is at k·lanes + j: all
/// lanes of one row are neighbours, so that they advance together in vector registers.</para>
/// <para>The sweeps are separate. After <see cref="Forward"/>, row <c>last</c> of lane j has become
/// pivot·x(last) = b(last), with <see cref="LastPivots"/>; a system outside may add its own coupling to that row, solve for
/// x(last), put it there, and call <see cref="Backward"/>. <see cref="Solve"/> does all of it without outside coupling.</para>
/// <para>No pivoting: the systems must be diagonally dominant or otherwise safe, as those of diffusion are.</para>
/// <para><b>Source.</b> Golub and Van Loan, <i>Matrix Computations</i>, 4th ed. (2013), section 4.3.6.</para>
/// </remarks>
public sealed class TridiagonalBatch
{
    private readonly double[] multipliers; // l / pivot of the row before
    private readonly double[] inverses; // 1 / pivot
    private readonly double[] scaledUpper; // u / pivot
    private readonly double[] lastPivots;

    /// <summary>Makes room for the factors.</summary>
    /// <param name="rows">Rows of each system, ≥ 1.</param>
    /// <param name="lanes">Number of systems, ≥ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is below 1.</exception>
    public TridiagonalBatch(int rows, int lanes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(lanes, 1);
        (Rows, Lanes) = (rows, lanes);
        multipliers = new double[rows * lanes];
        inverses = new double[rows * lanes];
        scaledUpper = new double[rows * lanes];
        lastPivots = new double[lanes];
    }

    /// <summary>Gets the rows of each system.</summary>
    public int Rows { get; }

    /// <summary>Gets the number of systems.</summary>
    public int Lanes { get; }

    /// <summary>Gets the pivots of the last row, one per lane.</summary>
    public ReadOnlySpan<double> LastPivots => lastPivots;

    /// <summary>Returns the pivot of the last row of one lane.</summary>
    /// <param name="lane">The lane.</param>
    /// <returns>The factor of x(last) after the forward sweep.</returns>
    public double LastPivot(int lane) => lastPivots[lane];

    /// <summary>Factors all systems; the inputs are read only. The first row's lower and the last row's upper are ignored.</summary>
    /// <param name="lower">Entries left of the diagonal, shape (rows, lanes), lanes fastest.</param>
    /// <param name="diagonal">Diagonal entries, same shape.</param>
    /// <param name="upper">Entries right of the diagonal, same shape.</param>
    /// <returns>False when a pivot is zero or not a number; the factors are then unusable.</returns>
    /// <exception cref="ArgumentException">A span has the wrong length.</exception>
    public bool Factor(ReadOnlySpan<double> lower, ReadOnlySpan<double> diagonal, ReadOnlySpan<double> upper)
    {
        RequireLength(lower.Length, nameof(lower));
        RequireLength(diagonal.Length, nameof(diagonal));
        RequireLength(upper.Length, nameof(upper));
        FactorFirstRow(diagonal, upper);
        for (int row = 1; row < Rows; row++)
        {
            FactorRow(lower, diagonal, upper, row * Lanes);
        }

        // 0·(1/pivot) is 0 for a usable pivot and NaN for a zero, infinite or undefined one.
        double check = 0.0;
        foreach (double inverse in inverses)
        {
            check += 0.0 * inverse;
        }

        for (int lane = 0, at = (Rows - 1) * Lanes; lane < Lanes; lane++, at++)
        {
            double above = Rows > 1 ? multipliers[at] * upper[at - Lanes] : 0.0;
            lastPivots[lane] = diagonal[at] - above;
        }

        return !double.IsNaN(check);
    }

    /// <summary>Eliminates rows 0 to last − 1 from the right-hand sides.</summary>
    /// <param name="rightHandSide">On entry b, on exit b of the upper-triangular systems, shape (rows, lanes).</param>
    /// <exception cref="ArgumentException">The span has the wrong length.</exception>
    public void Forward(Span<double> rightHandSide)
    {
        RequireLength(rightHandSide.Length, nameof(rightHandSide));
        ref double b = ref MemoryMarshal.GetReference(rightHandSide);
        ref double m = ref MemoryMarshal.GetArrayDataReference(multipliers);
        int count = rightHandSide.Length, i = Lanes;

        // Elements i − lanes … are final before element i is reached as long as a vector does not reach into its own row.
        if (Lanes >= Vector256<double>.Count)
        {
            for (; i + Vector256<double>.Count <= count; i += Vector256<double>.Count)
            {
                Vector256<double> previous = Vector256.LoadUnsafe(ref b, (nuint)(i - Lanes));
                Vector256<double> own = Vector256.LoadUnsafe(ref b, (nuint)i);
                Vector256<double> factor = Vector256.LoadUnsafe(ref m, (nuint)i);
                Vector256.MultiplyAddEstimate(-factor, previous, own).StoreUnsafe(ref b, (nuint)i);
            }
        }

        for (; i < count; i++)
        {
            rightHandSide[i] -= multipliers[i] * rightHandSide[i - Lanes];
        }
    }

    /// <summary>Divides the last row by its pivot: x(last) of systems that nothing outside couples to.</summary>
    /// <param name="rightHandSide">As left by <see cref="Forward"/>, shape (rows, lanes).</param>
    /// <exception cref="ArgumentException">The span has the wrong length.</exception>
    public void SolveLast(Span<double> rightHandSide)
    {
        RequireLength(rightHandSide.Length, nameof(rightHandSide));
        for (int i = (Rows - 1) * Lanes; i < rightHandSide.Length; i++)
        {
            rightHandSide[i] *= inverses[i];
        }
    }

    /// <summary>Back substitution for rows last − 1 to 0, the last row holding x already.</summary>
    /// <param name="rightHandSide">On exit x, shape (rows, lanes).</param>
    /// <exception cref="ArgumentException">The span has the wrong length.</exception>
    public void Backward(Span<double> rightHandSide)
    {
        RequireLength(rightHandSide.Length, nameof(rightHandSide));
        ref double b = ref MemoryMarshal.GetReference(rightHandSide);
        ref double u = ref MemoryMarshal.GetArrayDataReference(scaledUpper);
        ref double v = ref MemoryMarshal.GetArrayDataReference(inverses);
        int i = (Rows - 1) * Lanes;
        if (Lanes >= Vector256<double>.Count)
        {
            for (i -= Vector256<double>.Count; i >= 0; i -= Vector256<double>.Count)
            {
                Vector256<double> next = Vector256.LoadUnsafe(ref b, (nuint)(i + Lanes));
                Vector256<double> own = Vector256.LoadUnsafe(ref b, (nuint)i) * Vector256.LoadUnsafe(ref v, (nuint)i);
                Vector256.MultiplyAddEstimate(-Vector256.LoadUnsafe(ref u, (nuint)i), next, own).StoreUnsafe(ref b, (nuint)i);
            }

            i += Vector256<double>.Count;
        }

        for (i--; i >= 0; i--)
        {
            rightHandSide[i] = (rightHandSide[i] * inverses[i]) - (scaledUpper[i] * rightHandSide[i + Lanes]);
        }
    }

    /// <summary>Solves all systems with the factors made last.</summary>
    /// <param name="rightHandSide">On entry b, on exit x, shape (rows, lanes), lanes fastest.</param>
    /// <exception cref="ArgumentException">The span has the wrong length.</exception>
    public void Solve(Span<double> rightHandSide)
    {
        Forward(rightHandSide);
        SolveLast(rightHandSide);
        Backward(rightHandSide);
    }

    private void FactorFirstRow(ReadOnlySpan<double> diagonal, ReadOnlySpan<double> upper)
    {
        for (int lane = 0; lane < Lanes; lane++)
        {
            inverses[lane] = 1.0 / diagonal[lane];
            scaledUpper[lane] = upper[lane] * inverses[lane];
        }
    }

    private void FactorRow(ReadOnlySpan<double> lower, ReadOnlySpan<double> diagonal, ReadOnlySpan<double> upper, int start)
    {
        ReadOnlySpan<double> l = lower.Slice(start, Lanes), d = diagonal.Slice(start, Lanes), u = upper.Slice(start, Lanes);
        ReadOnlySpan<double> inverseBefore = inverses.AsSpan(start - Lanes, Lanes);
        ReadOnlySpan<double> upperBefore = scaledUpper.AsSpan(start - Lanes, Lanes);
        Span<double> m = multipliers.AsSpan(start, Lanes), inverse = inverses.AsSpan(start, Lanes);
        Span<double> scaled = scaledUpper.AsSpan(start, Lanes);
        int lane = 0;
        for (; lane + Vector256<double>.Count <= Lanes; lane += Vector256<double>.Count)
        {
            Vector256<double> left = Vector256.Create(l[lane..]);
            Vector256<double> pivot = Vector256.MultiplyAddEstimate(
                -left, Vector256.Create(upperBefore[lane..]), Vector256.Create(d[lane..]));
            Vector256<double> reciprocal = Vector256<double>.One / pivot;
            (left * Vector256.Create(inverseBefore[lane..])).CopyTo(m[lane..]);
            reciprocal.CopyTo(inverse[lane..]);
            (Vector256.Create(u[lane..]) * reciprocal).CopyTo(scaled[lane..]);
        }

        for (; lane < Lanes; lane++)
        {
            m[lane] = l[lane] * inverseBefore[lane];
            inverse[lane] = 1.0 / (d[lane] - (l[lane] * upperBefore[lane]));
            scaled[lane] = u[lane] * inverse[lane];
        }
    }

    private void RequireLength(int length, string name)
    {
        if (length != Rows * Lanes)
        {
            throw new ArgumentException($"{Rows} rows × {Lanes} lanes need {Rows * Lanes} elements, got {length}.", name);
        }
    }
}
