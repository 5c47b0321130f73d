namespace Lamella.Materials.Laws;

/// <summary>The weighted mean of two laws, such as the branches of a potential with hysteresis.</summary>
/// <param name="first">The first law; source and range of temperatures are its own.</param>
/// <param name="second">The second law.</param>
/// <param name="share">Weight of the second law [–], in [0, 1].</param>
internal sealed class MeanLaw(PropertyLaw first, PropertyLaw second, double share)
    : PropertyLaw(
        first.Source,
        new ValidRange(
            Math.Max(first.ArgumentRange.Lower, second.ArgumentRange.Lower), Math.Min(first.ArgumentRange.Upper, second.ArgumentRange.Upper)),
        first.TemperatureRange,
        first.IsConstant && second.IsConstant,
        first.Outside)
{
    /// <inheritdoc/>
    public override void Evaluate(ReadOnlySpan<double> argument, double temperature, Span<double> value)
    {
        first.Evaluate(argument, temperature, value);
        Span<double> other = stackalloc double[1];
        for (int i = 0; i < argument.Length; i++)
        {
            second.Evaluate(argument.Slice(i, 1), temperature, other);
            value[i] += share * (other[0] - value[i]);
        }
    }

    /// <inheritdoc/>
    public override void EvaluateWithSlope(
        ReadOnlySpan<double> argument, double temperature, Span<double> value, Span<double> slope)
    {
        first.EvaluateWithSlope(argument, temperature, value, slope);
        Span<double> other = stackalloc double[1], bend = stackalloc double[1];
        for (int i = 0; i < argument.Length; i++)
        {
            second.EvaluateWithSlope(argument.Slice(i, 1), temperature, other, bend);
            value[i] += share * (other[0] - value[i]);
            slope[i] += share * (bend[0] - slope[i]);
        }
    }
}
