using System.Globalization;
using Lamella.Core.Provenance;

namespace Lamella.Materials.Laws;

/// <summary>Makes the laws that a described cell states by numbers: constant, Arrhenius, Vogel–Tammann–Fulcher.</summary>
/// <remarks>None of them depends on concentration or stoichiometry. Values in SI.</remarks>
public static class PropertyLaws
{
    /// <summary>Makes a constant.</summary>
    /// <param name="value">The value in SI; must be finite.</param>
    /// <param name="source">Where it comes from.</param>
    /// <returns>The law, valid at every argument and temperature.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not finite.</exception>
    public static PropertyLaw Constant(double value, Source source)
    {
        RequireFinite(value, nameof(value));
        return PropertyLaw.From(
            new ConstantLaw(value), source, ValidRange.Unbounded, ValidRange.Unbounded, isConstant: true);
    }

    /// <summary>Makes a thermally activated property.</summary>
    /// <param name="referenceValue">Value at <paramref name="referenceTemperature"/> in SI.</param>
    /// <param name="activationEnergy">E [J/mol], ≥ 0.</param>
    /// <param name="referenceTemperature">T_ref [K], &gt; 0.</param>
    /// <param name="source">Where the values come from.</param>
    /// <param name="convention">Whether E belongs to p or to p·T.</param>
    /// <param name="temperatureRange">Measured range [K]; null for T_ref ± 40 K.</param>
    /// <returns>The law.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite or out of its range.</exception>
    public static PropertyLaw Arrhenius(
        double referenceValue,
        double activationEnergy,
        double referenceTemperature,
        Source source,
        ArrheniusConvention convention = ArrheniusConvention.Plain,
        ValidRange? temperatureRange = null)
    {
        RequireFinite(referenceValue, nameof(referenceValue));
        RequireNotNegative(activationEnergy, "J/mol", nameof(activationEnergy));
        RequirePositive(referenceTemperature, "K", nameof(referenceTemperature));
        return PropertyLaw.From(
            new ArrheniusLaw(referenceValue, activationEnergy, referenceTemperature, convention),
            source,
            ValidRange.Unbounded,
            temperatureRange ?? new ValidRange(referenceTemperature - 40.0, referenceTemperature + 40.0),
            isConstant: true);
    }

    /// <summary>Makes a Vogel–Tammann–Fulcher law.</summary>
    /// <param name="referenceValue">Value at <paramref name="referenceTemperature"/> in SI.</param>
    /// <param name="pseudoActivationTemperature">B [K], ≥ 0.</param>
    /// <param name="vanishingTemperature">T₀ [K], below <paramref name="referenceTemperature"/>.</param>
    /// <param name="referenceTemperature">T_ref [K].</param>
    /// <param name="source">Where the values come from.</param>
    /// <param name="temperatureRange">Measured range [K]; null for T₀ + 30 K to T_ref + 60 K.</param>
    /// <returns>The law.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite or out of its range.</exception>
    public static PropertyLaw Vtf(
        double referenceValue,
        double pseudoActivationTemperature,
        double vanishingTemperature,
        double referenceTemperature,
        Source source,
        ValidRange? temperatureRange = null)
    {
        RequireFinite(referenceValue, nameof(referenceValue));
        RequireNotNegative(pseudoActivationTemperature, "K", nameof(pseudoActivationTemperature));
        RequirePositive(vanishingTemperature, "K", nameof(vanishingTemperature));
        if (!(referenceTemperature > vanishingTemperature && double.IsFinite(referenceTemperature)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(referenceTemperature),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The reference temperature {referenceTemperature} K must lie above the vanishing "
                    + $"temperature T0 = {vanishingTemperature} K."));
        }

        return PropertyLaw.From(
            new VtfLaw(referenceValue, pseudoActivationTemperature, vanishingTemperature, referenceTemperature),
            source,
            ValidRange.Unbounded,
            temperatureRange ?? new ValidRange(vanishingTemperature + 30.0, referenceTemperature + 60.0),
            isConstant: true);
    }

    private static void RequireFinite(double value, string name)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"{name} = {value} must be finite."));
        }
    }

    private static void RequirePositive(double value, string unit, string name)
    {
        if (!(value > 0.0 && double.IsFinite(value)))
        {
            throw new ArgumentOutOfRangeException(
                name, FormattableString.Invariant($"{name} = {value} {unit} must be finite and above 0 {unit}."));
        }
    }

    private static void RequireNotNegative(double value, string unit, string name)
    {
        if (!(value >= 0.0 && double.IsFinite(value)))
        {
            throw new ArgumentOutOfRangeException(
                name, FormattableString.Invariant($"{name} = {value} {unit} must be finite and not below 0 {unit}."));
        }
    }
}
