using System.Numerics;

namespace Lamella.Numerics.Dual;

/// <summary>A real number that a physical law can be written over: a plain <see cref="Scalar"/> or a <see cref="Dual4"/>.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <remarks>A law written once over this interface gives its value and, over dual numbers, its exact derivatives.</remarks>
public interface IScalar<TSelf> :
    IAdditionOperators<TSelf, TSelf, TSelf>,
    ISubtractionOperators<TSelf, TSelf, TSelf>,
    IMultiplyOperators<TSelf, TSelf, TSelf>,
    IDivisionOperators<TSelf, TSelf, TSelf>,
    IUnaryNegationOperators<TSelf, TSelf>
    where TSelf : struct, IScalar<TSelf>
{
    /// <summary>Gets the value without its derivatives.</summary>
    double Value { get; }

    /// <summary>Converts a constant; its derivatives are zero.</summary>
    /// <param name="value">The constant.</param>
    static abstract implicit operator TSelf(double value);

    /// <summary>Returns eˣ.</summary>
    /// <param name="x">x.</param>
    static abstract TSelf Exp(TSelf x);

    /// <summary>Returns the natural logarithm of x; NaN for x &lt; 0.</summary>
    /// <param name="x">x.</param>
    static abstract TSelf Log(TSelf x);

    /// <summary>Returns the square root of x; NaN for x &lt; 0.</summary>
    /// <param name="x">x.</param>
    static abstract TSelf Sqrt(TSelf x);

    /// <summary>Returns tanh x.</summary>
    /// <param name="x">x.</param>
    static abstract TSelf Tanh(TSelf x);

    /// <summary>Returns asinh x.</summary>
    /// <param name="x">x.</param>
    static abstract TSelf Asinh(TSelf x);

    /// <summary>Returns x raised to a constant power; NaN for x &lt; 0 with a fractional power.</summary>
    /// <param name="x">x.</param>
    /// <param name="power">The constant exponent.</param>
    static abstract TSelf Pow(TSelf x, double power);
}
