using Lamella.Core.Provenance;
using Lamella.Materials.Laws;
using Lamella.Numerics.Dual;

namespace Lamella.Materials.Bpx;

/// <summary>A property given as an expression of its argument, at one temperature.</summary>
internal sealed class ExpressionLaw(BpxExpression expression, Source source, ValidRange argumentRange, ValidRange temperatureRange)
    : PropertyLaw(source, argumentRange, temperatureRange, expression.IsConstant, OutsideRange.Report)
{
    /// <summary>Gets the expression.</summary>
    internal BpxExpression Expression { get; } = expression;

    /// <inheritdoc/>
    public override void Evaluate(ReadOnlySpan<double> argument, double temperature, Span<double> value)
    {
        value = value[..argument.Length];
        Span<Scalar> stack = stackalloc Scalar[Expression.Depth];
        for (int i = 0; i < value.Length; i++)
        {
            value[i] = Expression.Run<Scalar>(argument[i], stack).Value;
        }
    }

    /// <inheritdoc/>
    public override void EvaluateWithSlope(
        ReadOnlySpan<double> argument, double temperature, Span<double> value, Span<double> slope)
    {
        value = value[..argument.Length];
        slope = slope[..argument.Length];
        Span<Dual4> stack = stackalloc Dual4[Expression.Depth];
        for (int i = 0; i < value.Length; i++)
        {
            Dual4 result = Expression.Run(Dual4.Seed(argument[i], 0), stack);
            (value[i], slope[i]) = (result.Value, result.Slope(0));
        }
    }
}
