using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lamella.Numerics.Dual;

/// <summary>A number with its derivatives along up to four directions (forward-mode automatic differentiation).</summary>
/// <param name="Value">The value.</param>
/// <param name="Slopes">∂/∂s₀ … ∂/∂s₃ of the value along the four seeded directions.</param>
/// <remarks>
/// <b>Source.</b> Griewank and Walther, <i>Evaluating Derivatives</i>, 2nd ed., SIAM 2008, section 3.2 (vector mode),
/// <see href="https://doi.org/10.1137/1.9780898717761"/>.
/// </remarks>
public readonly record struct Dual4(double Value, Vector256<double> Slopes) : IScalar<Dual4>
{
    /// <summary>Makes the independent variable of direction <paramref name="direction"/>.</summary>
    /// <param name="value">Its value.</param>
    /// <param name="direction">0 to 3.</param>
    /// <param name="slope">Its derivative along that direction; 1 for the variable itself.</param>
    /// <returns>The seeded number.</returns>
    public static Dual4 Seed(double value, int direction, double slope = 1.0) =>
        new(value, Vector256<double>.Zero.WithElement(direction, slope));

    /// <summary>Returns the derivative along one direction.</summary>
    /// <param name="direction">0 to 3.</param>
    /// <returns>∂/∂s of the value.</returns>
    public double Slope(int direction) => Slopes.GetElement(direction);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Dual4(double value) => new(value, Vector256<double>.Zero);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual4 operator +(Dual4 left, Dual4 right) => new(left.Value + right.Value, left.Slopes + right.Slopes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual4 operator -(Dual4 left, Dual4 right) => new(left.Value - right.Value, left.Slopes - right.Slopes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual4 operator *(Dual4 left, Dual4 right) =>
        new(left.Value * right.Value, (left.Slopes * right.Value) + (right.Slopes * left.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual4 operator /(Dual4 left, Dual4 right)
    {
        double quotient = left.Value / right.Value;
        return new(quotient, (left.Slopes - (right.Slopes * quotient)) / right.Value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual4 operator -(Dual4 value) => new(-value.Value, -value.Slopes);

    /// <inheritdoc/>
    public static Dual4 Exp(Dual4 x)
    {
        double value = Math.Exp(x.Value);
        return Chain(x, value, value);
    }

    /// <inheritdoc/>
    public static Dual4 Log(Dual4 x) => SingularChain(x, Math.Log(x.Value), 1.0 / x.Value);

    /// <inheritdoc/>
    public static Dual4 Sqrt(Dual4 x)
    {
        double value = Math.Sqrt(x.Value);
        return SingularChain(x, value, 0.5 / value);
    }

    /// <inheritdoc/>
    public static Dual4 Tanh(Dual4 x) => Chain(x, Math.Tanh(x.Value), RealFunctions.TanhSlope(x.Value));

    /// <inheritdoc/>
    public static Dual4 Asinh(Dual4 x) => Chain(x, Math.Asinh(x.Value), RealFunctions.AsinhSlope(x.Value));

    /// <inheritdoc/>
    public static Dual4 Pow(Dual4 x, double power)
    {
        double value = RealFunctions.Power(x.Value, power);
        return SingularChain(x, value, RealFunctions.PowerSlope(x.Value, power, value));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Dual4 Chain(Dual4 x, double value, double slope) => new(value, x.Slopes * slope);

    /// <summary>As <see cref="Chain"/> where the slope may be infinite: along a direction in which x is constant, so is f(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Dual4 SingularChain(Dual4 x, double value, double slope)
    {
        Vector256<double> constant = Vector256.Equals(x.Slopes, Vector256<double>.Zero);
        return new(value, Vector256.AndNot(x.Slopes * slope, constant));
    }
}
