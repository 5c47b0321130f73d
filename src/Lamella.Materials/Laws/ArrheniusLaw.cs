using Lamella.Core;
using Lamella.Numerics.Dual;

namespace Lamella.Materials.Laws;

/// <summary>Which product an activation energy belongs to; the two differ by about RT, 2.5 kJ/mol at 25 °C.</summary>
public enum ArrheniusConvention
{
    /// <summary>ln p is linear in 1/T.</summary>
    Plain,

    /// <summary>ln(p·T) is linear in 1/T, as usual for ceramics.</summary>
    TimesTemperature,
}

/// <summary>A thermally activated property, anchored at a reference temperature.</summary>
/// <remarks>
/// p = p_ref·exp[(E/R)(1/T_ref − 1/T)], times T_ref/T in the convention of σT. One process; meant for a span of at most
/// 80 K: a gel or polymer with a glass transition needs <see cref="VtfLaw"/> beyond that.
/// </remarks>
/// <param name="ReferenceValue">p_ref in SI.</param>
/// <param name="ActivationEnergy">E [J/mol].</param>
/// <param name="ReferenceTemperature">T_ref [K], &gt; 0.</param>
/// <param name="Convention">Whether E belongs to p or to p·T.</param>
public readonly record struct ArrheniusLaw(
    double ReferenceValue,
    double ActivationEnergy,
    double ReferenceTemperature,
    ArrheniusConvention Convention = ArrheniusConvention.Plain) : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        double factor = PhysicalConstants.ArrheniusFactor(ActivationEnergy, temperature, ReferenceTemperature);
        double scale = Convention == ArrheniusConvention.TimesTemperature ? ReferenceTemperature / temperature : 1.0;
        return ReferenceValue * factor * scale;
    }
}

/// <summary>A formula of the argument, made temperature-dependent by one Arrhenius factor.</summary>
/// <typeparam name="TFormula">The formula at the reference temperature.</typeparam>
/// <param name="Formula">Its coefficients.</param>
/// <param name="ActivationEnergy">E [J/mol].</param>
/// <param name="ReferenceTemperature">T_ref [K] at which the formula is evaluated.</param>
public readonly record struct ArrheniusScaled<TFormula>(
    TFormula Formula, double ActivationEnergy, double ReferenceTemperature) : IFormula
    where TFormula : struct, IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T> =>
        Formula.Evaluate(argument, ReferenceTemperature)
        * PhysicalConstants.ArrheniusFactor(ActivationEnergy, temperature, ReferenceTemperature);
}
