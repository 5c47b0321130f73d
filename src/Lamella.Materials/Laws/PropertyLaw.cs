using System.Collections.Immutable;
using System.Globalization;
using Lamella.Core.Provenance;
using Lamella.Materials.Bpx;
using Lamella.Numerics.Dual;

namespace Lamella.Materials.Laws;

/// <summary>A closed range of an argument.</summary>
/// <param name="Lower">Least value.</param>
/// <param name="Upper">Greatest value.</param>
public readonly record struct ValidRange(double Lower, double Upper)
{
    /// <summary>Gets the range without bounds.</summary>
    public static ValidRange Unbounded { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Tells whether a value lies in the range.</summary>
    /// <param name="value">The value.</param>
    /// <returns>True inside, bounds included.</returns>
    public bool Contains(double value) => value >= Lower && value <= Upper;

    /// <summary>Tells whether another range lies inside this one.</summary>
    /// <param name="other">The other range.</param>
    /// <returns>True inside, bounds included.</returns>
    public bool Contains(ValidRange other) => Contains(other.Lower) && Contains(other.Upper);
}

/// <summary>A property as a law of one argument (concentration or stoichiometry) and temperature.</summary>
/// <remarks>Evaluated over whole vectors: one virtual call per vector, none per element.</remarks>
public abstract class PropertyLaw
{
    private protected PropertyLaw(
        Source source, ValidRange argumentRange, ValidRange temperatureRange, bool isConstant, OutsideRange outside) =>
        (Source, ArgumentRange, TemperatureRange, IsConstant, Outside) =
            (source, argumentRange, temperatureRange, isConstant, outside);

    /// <summary>Gets where the law comes from.</summary>
    public Source Source { get; }

    /// <summary>Gets the range of the argument for which the law was fitted [argument's SI unit].</summary>
    public ValidRange ArgumentRange { get; }

    /// <summary>Gets the temperature range for which the law was fitted [K].</summary>
    public ValidRange TemperatureRange { get; }

    /// <summary>Gets a value indicating whether the law does not depend on its argument.</summary>
    public bool IsConstant { get; }

    /// <summary>Gets what happens at a temperature outside <see cref="TemperatureRange"/>.</summary>
    public OutsideRange Outside { get; }

    /// <summary>Gets the law as a product, for formats that can hold one.</summary>
    internal virtual LawParts Parts => new(this, 1.0, 0.0, double.NaN);

    /// <summary>Writes the law at a temperature as a formula of x; null for a law that is no closed form.</summary>
    internal virtual TextScalar? Write(double temperature) => null;

    /// <summary>Makes a law from a formula.</summary>
    /// <typeparam name="TFormula">The closed form.</typeparam>
    /// <param name="formula">Its coefficients.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="argumentRange">Fitted range of the argument.</param>
    /// <param name="temperatureRange">Fitted range of the temperature [K].</param>
    /// <param name="isConstant">Whether the formula ignores its argument.</param>
    /// <param name="outside">What to do at a temperature outside the fitted range.</param>
    /// <returns>The law.</returns>
    public static PropertyLaw From<TFormula>(
        TFormula formula,
        Source source,
        ValidRange argumentRange,
        ValidRange temperatureRange,
        bool isConstant = false,
        OutsideRange outside = OutsideRange.Report)
        where TFormula : struct, IFormula =>
        new FormulaLaw<TFormula>(formula, source, argumentRange, temperatureRange, isConstant, outside);

    /// <summary>Computes the property.</summary>
    /// <param name="argument">Concentrations or stoichiometries, shape (n).</param>
    /// <param name="temperature">T [K].</param>
    /// <param name="value">Receives the property in SI, shape (n).</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The law refuses extrapolation and <paramref name="temperature"/> lies outside its range.
    /// </exception>
    public abstract void Evaluate(ReadOnlySpan<double> argument, double temperature, Span<double> value);

    /// <summary>Computes the property and its exact slope.</summary>
    /// <param name="argument">Concentrations or stoichiometries, shape (n).</param>
    /// <param name="temperature">T [K].</param>
    /// <param name="value">Receives the property in SI, shape (n).</param>
    /// <param name="slope">Receives ∂property/∂argument, shape (n).</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The law refuses extrapolation and <paramref name="temperature"/> lies outside its range.
    /// </exception>
    public abstract void EvaluateWithSlope(
        ReadOnlySpan<double> argument, double temperature, Span<double> value, Span<double> slope);

    /// <summary>Computes the property at one point.</summary>
    /// <param name="argument">Concentration or stoichiometry.</param>
    /// <param name="temperature">T [K].</param>
    /// <returns>The property in SI.</returns>
    public double At(double argument, double temperature)
    {
        Span<double> value = stackalloc double[1];
        Evaluate([argument], temperature, value);
        return value[0];
    }

    /// <summary>Lists how a use of the law leaves its fitted ranges.</summary>
    /// <param name="property">What the property is called in the report, for example <c>t+ of the gel</c>.</param>
    /// <param name="arguments">Least and greatest argument of the use.</param>
    /// <param name="temperatures">Least and greatest temperature of the use [K].</param>
    /// <returns>One entry for the argument and one for the temperature, where they leave the range; else nothing.</returns>
    public ImmutableArray<Extrapolation> Inspect(string property, ValidRange arguments, ValidRange temperatures)
    {
        ImmutableArray<Extrapolation>.Builder found = ImmutableArray.CreateBuilder<Extrapolation>(2);
        if (!IsConstant && !ArgumentRange.Contains(arguments))
        {
            found.Add(new Extrapolation(property, "argument", arguments, ArgumentRange, IsRefused: false));
        }

        if (!TemperatureRange.Contains(temperatures))
        {
            found.Add(new Extrapolation(
                property, Extrapolation.Temperature, temperatures, TemperatureRange, Outside == OutsideRange.Refuse));
        }

        return found.ToImmutable();
    }

    // Once per vector, so that a refused extrapolation can never slip into a result.
    private void GuardTemperature(double temperature)
    {
        if (Outside == OutsideRange.Refuse && !TemperatureRange.Contains(temperature))
        {
            throw new ArgumentOutOfRangeException(
                nameof(temperature),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The law of {Source.Citation} was fitted between {TemperatureRange.Lower} and {TemperatureRange.Upper} "
                    + $"K and is meaningless at {temperature} K. Choose another electrolyte set or state "
                    + $"the value measured at that temperature."));
        }
    }

    private sealed class FormulaLaw<TFormula>(
        TFormula formula,
        Source source,
        ValidRange argumentRange,
        ValidRange temperatureRange,
        bool isConstant,
        OutsideRange outside)
        : PropertyLaw(source, argumentRange, temperatureRange, isConstant, outside)
        where TFormula : struct, IFormula
    {
        internal override TextScalar? Write(double temperature) => formula.Evaluate(TextScalar.Variable, temperature);

        public override void Evaluate(ReadOnlySpan<double> argument, double temperature, Span<double> value)
        {
            GuardTemperature(temperature);
            value = value[..argument.Length];
            int i = 0;
            for (; i + Lanes4.Count <= value.Length; i += Lanes4.Count)
            {
                formula.Evaluate(Lanes4.Load(argument[i..]), temperature).Store(value[i..]);
            }

            for (; i < value.Length; i++)
            {
                value[i] = formula.Evaluate<Scalar>(argument[i], temperature).Value;
            }
        }

        public override void EvaluateWithSlope(
            ReadOnlySpan<double> argument, double temperature, Span<double> value, Span<double> slope)
        {
            slope = slope[..argument.Length];
            for (int i = 0; i < slope.Length; i++)
            {
                slope[i] = formula.Evaluate(Dual4.Seed(argument[i], 0), temperature).Slope(0);
            }

            Evaluate(argument, temperature, value); // the very same values, to the last bit
        }
    }
}
