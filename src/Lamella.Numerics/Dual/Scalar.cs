namespace Lamella.Numerics.Dual;

/// <summary>A plain real number: <see cref="double"/> behind <see cref="IScalar{TSelf}"/>, at no cost after compilation.</summary>
/// <param name="Value">The number.</param>
public readonly record struct Scalar(double Value) : IScalar<Scalar>
{
    /// <inheritdoc/>
    public static implicit operator Scalar(double value) => new(value);

    /// <inheritdoc/>
    public static Scalar operator +(Scalar left, Scalar right) => new(left.Value + right.Value);

    /// <inheritdoc/>
    public static Scalar operator -(Scalar left, Scalar right) => new(left.Value - right.Value);

    /// <inheritdoc/>
    public static Scalar operator *(Scalar left, Scalar right) => new(left.Value * right.Value);

    /// <inheritdoc/>
    public static Scalar operator /(Scalar left, Scalar right) => new(left.Value / right.Value);

    /// <inheritdoc/>
    public static Scalar operator -(Scalar value) => new(-value.Value);

    /// <inheritdoc/>
    public static Scalar Exp(Scalar x) => new(Math.Exp(x.Value));

    /// <inheritdoc/>
    public static Scalar Log(Scalar x) => new(Math.Log(x.Value));

    /// <inheritdoc/>
    public static Scalar Sqrt(Scalar x) => new(Math.Sqrt(x.Value));

    /// <inheritdoc/>
    public static Scalar Tanh(Scalar x) => new(Math.Tanh(x.Value));

    /// <inheritdoc/>
    public static Scalar Asinh(Scalar x) => new(Math.Asinh(x.Value));

    /// <inheritdoc/>
    public static Scalar Pow(Scalar x, double power) => new(RealFunctions.Power(x.Value, power));
}
