using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lamella.Numerics.Dual;

/// <summary>Four plain numbers side by side: a law without branches is evaluated at four points at once.</summary>
/// <param name="Values">The numbers.</param>
/// <remarks>
/// Elementary functions agree with those of <see cref="Scalar"/> to a few units in the last place, and each lane with itself
/// wherever it stands. <see cref="Value"/> is that of the first lane: code that decides by it is not fit for lanes.
/// </remarks>
public readonly record struct Lanes4(Vector256<double> Values) : IScalar<Lanes4>
{
    /// <summary>Number of lanes.</summary>
    public const int Count = 4;

    private const double LargeArgument = 1e8; // beyond, √(x² + 1) is |x| to the last digit

    /// <inheritdoc/>
    public double Value => Values.ToScalar();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Lanes4(double value) => new(Vector256.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator +(Lanes4 left, Lanes4 right) => new(left.Values + right.Values);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator -(Lanes4 left, Lanes4 right) => new(left.Values - right.Values);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator *(Lanes4 left, Lanes4 right) => new(left.Values * right.Values);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator /(Lanes4 left, Lanes4 right) => new(left.Values / right.Values);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator -(Lanes4 value) => new(-value.Values);

    /// <summary>Reads neighbours.</summary>
    /// <param name="values">Where the first of four stands.</param>
    /// <returns>The four.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Load(ReadOnlySpan<double> values) => new(Vector256.Create(values));

    /// <summary>Writes neighbours.</summary>
    /// <param name="target">Receives four.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<double> target) => Values.CopyTo(target);

    /// <summary>Returns the sum of the four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Sum() => Vector256.Sum(Values);

    /// <inheritdoc/>
    public static Lanes4 Exp(Lanes4 x) => new(Vector256.Exp(x.Values));

    /// <inheritdoc/>
    public static Lanes4 Log(Lanes4 x) => new(Vector256.Log(x.Values));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Sqrt(Lanes4 x) => new(Vector256.Sqrt(x.Values));

    /// <inheritdoc/>
    public static Lanes4 Tanh(Lanes4 x) => new(Vector256.Create(
        Math.Tanh(x.Values[0]), Math.Tanh(x.Values[1]), Math.Tanh(x.Values[2]), Math.Tanh(x.Values[3])));

    /// <inheritdoc/>
    /// <remarks>
    /// sign(x)·ln(1 + t) with t = |x| + x²/(1 + √(x² + 1)), and ln(1 + t) = t·ln(u)/(u − 1) with u = 1 + t rounded, which keeps
    /// its digits for small t: Goldberg, ACM Comput. Surv. 23 (1991) 5, theorem 4.
    /// </remarks>
    public static Lanes4 Asinh(Lanes4 x)
    {
        Vector256<double> size = Vector256.Abs(x.Values), one = Vector256<double>.One;
        Vector256<double> bounded = Vector256.Min(size, Vector256.Create(LargeArgument)), square = bounded * bounded;
        Vector256<double> t = bounded + (square / (one + Vector256.Sqrt(square + one))), u = one + t, distance = u - one;
        Vector256<double> isTiny = Vector256.Equals(distance, Vector256<double>.Zero);
        Vector256<double> isLarge = Vector256.GreaterThan(size, bounded);
        Vector256<double> logarithm = Vector256.Log(Vector256.ConditionalSelect(isLarge, size, u));
        Vector256<double> value = Vector256.ConditionalSelect(
            isLarge,
            logarithm + Vector256.Create(Math.Log(2.0)),
            Vector256.ConditionalSelect(isTiny, t, logarithm * (t / distance)));
        return new(Vector256.CopySign(value, x.Values));
    }

    /// <inheritdoc/>
    public static Lanes4 Pow(Lanes4 x, double power) => power switch
    {
        0.5 => Sqrt(x),
        1.0 => x,
        1.5 => x * Sqrt(x),
        2.0 => x * x,
        3.0 => x * x * x,
        _ => new(Vector256.Create(
            Math.Pow(x.Values[0], power), Math.Pow(x.Values[1], power), Math.Pow(x.Values[2], power), Math.Pow(x.Values[3], power))),
    };
}
