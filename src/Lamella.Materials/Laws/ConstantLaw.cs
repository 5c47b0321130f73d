using Lamella.Numerics.Dual;

namespace Lamella.Materials.Laws;

/// <summary>A property that depends on neither its argument nor the temperature.</summary>
/// <param name="Value">The value in SI.</param>
public readonly record struct ConstantLaw(double Value) : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T> => Value;
}
