namespace Lamella.Materials.Laws;

/// <summary>Open-circuit potentials that shift with temperature by a published entropic coefficient.</summary>
/// <remarks>
/// U(x, T) = U(x, T₀) + (T − T₀)·∂U/∂T(x). The entropy of reaction is F·∂U/∂T, so a law made here carries the reversible heat
/// with it: <see cref="TemperatureSlope"/> gives it back without rounding loss, because the law is linear in T.
/// </remarks>
public static class EntropicLaws
{
    private const double HalfSpan = 5.0; // [K]

    /// <summary>Adds an entropic coefficient to a potential measured at one temperature.</summary>
    /// <param name="potential">U(x, T₀) [V]; evaluated at T₀ only.</param>
    /// <param name="coefficient">∂U/∂T(x) [V/K]; evaluated at T₀ only.</param>
    /// <param name="referenceTemperature">T₀ [K].</param>
    /// <returns>The law, with the source and the argument range of the potential and the temperature range of the coefficient.</returns>
    public static PropertyLaw WithEntropicCoefficient(
        this PropertyLaw potential, PropertyLaw coefficient, double referenceTemperature)
    {
        ArgumentNullException.ThrowIfNull(potential);
        ArgumentNullException.ThrowIfNull(coefficient);
        return new ShiftedLaw(potential, coefficient, referenceTemperature);
    }

    /// <summary>Computes ∂p/∂T of a law at one point.</summary>
    /// <param name="law">The law; it must evaluate within 5 K around T.</param>
    /// <param name="argument">Stoichiometry [–] or concentration [mol/m³].</param>
    /// <param name="temperature">T [K].</param>
    /// <returns>The central difference over 10 K, exact for a law that is linear in T [SI unit of the law per K].</returns>
    public static double TemperatureSlope(this PropertyLaw law, double argument, double temperature)
    {
        ArgumentNullException.ThrowIfNull(law);
        return (law.At(argument, temperature + HalfSpan) - law.At(argument, temperature - HalfSpan)) / (2.0 * HalfSpan);
    }

    private sealed class ShiftedLaw(PropertyLaw potential, PropertyLaw coefficient, double reference)
        : PropertyLaw(potential.Source, potential.ArgumentRange, coefficient.TemperatureRange, isConstant: false, potential.Outside)
    {
        internal override LawParts Parts => potential.Parts; // the shift belongs to the entropic coefficient

        public override void Evaluate(ReadOnlySpan<double> argument, double temperature, Span<double> value)
        {
            potential.Evaluate(argument, reference, value);
            double shift = temperature - reference;
            if (shift == 0.0)
            {
                return;
            }

            Span<double> entropy = stackalloc double[1];
            for (int i = 0; i < argument.Length; i++)
            {
                coefficient.Evaluate(argument.Slice(i, 1), reference, entropy);
                value[i] += shift * entropy[0];
            }
        }

        public override void EvaluateWithSlope(
            ReadOnlySpan<double> argument, double temperature, Span<double> value, Span<double> slope)
        {
            potential.EvaluateWithSlope(argument, reference, value, slope);
            double shift = temperature - reference;
            if (shift == 0.0)
            {
                return;
            }

            Span<double> entropy = stackalloc double[1], bend = stackalloc double[1];
            for (int i = 0; i < argument.Length; i++)
            {
                coefficient.EvaluateWithSlope(argument.Slice(i, 1), reference, entropy, bend);
                value[i] += shift * entropy[0];
                slope[i] += shift * bend[0];
            }
        }
    }
}
