using Lamella.Numerics.Dual;

namespace Lamella.Materials.Laws;

/// <summary>Vogel–Tammann–Fulcher law of an amorphous polymer electrolyte above its glass transition.</summary>
/// <remarks>
/// σ = (A/√T)·exp[−B/(T − T₀)], anchored: σ = σ_ref·√(T_ref/T)·exp{−B·[1/(T − T₀) − 1/(T_ref − T₀)]}. Valid above T₀ only:
/// at and below it the law is 0, which no solver mistakes for a conductor.
/// </remarks>
/// <param name="ReferenceValue">σ_ref in SI.</param>
/// <param name="PseudoActivationTemperature">B [K], &gt; 0; E = R·B is what is often printed.</param>
/// <param name="VanishingTemperature">T₀ [K], usually 30 to 50 K below the glass transition.</param>
/// <param name="ReferenceTemperature">T_ref [K], &gt; T₀.</param>
public readonly record struct VtfLaw(
    double ReferenceValue,
    double PseudoActivationTemperature,
    double VanishingTemperature,
    double ReferenceTemperature) : IFormula
{
    /// <inheritdoc/>
    public T Evaluate<T>(T argument, double temperature)
        where T : struct, IScalar<T>
    {
        double distance = temperature - VanishingTemperature;
        if (distance <= 0.0)
        {
            return 0.0;
        }

        double exponent = -PseudoActivationTemperature
            * ((1.0 / distance) - (1.0 / (ReferenceTemperature - VanishingTemperature)));
        return ReferenceValue * Math.Sqrt(ReferenceTemperature / temperature) * Math.Exp(exponent);
    }
}
