using Lamella.Materials.Bpx;

namespace Lamella.Materials.Laws;

/// <summary>Scales laws, for the conversion of a bulk phase to its share of a porous host.</summary>
public static class LawScaling
{
    /// <summary>Multiplies a law by a constant.</summary>
    /// <param name="law">The law.</param>
    /// <param name="factor">The constant [–], finite.</param>
    /// <returns>The product, with the ranges and the source of the law; the law itself for a factor of 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="factor"/> is not finite.</exception>
    public static PropertyLaw Times(this PropertyLaw law, double factor)
    {
        ArgumentNullException.ThrowIfNull(law);
        if (!double.IsFinite(factor))
        {
            throw new ArgumentOutOfRangeException(
                nameof(factor), FormattableString.Invariant($"A law was scaled by {factor}; the factor must be finite."));
        }

        return factor == 1.0 ? law : new ScaledLaw(law, factor);
    }

    /// <summary>Adds a constant to a law.</summary>
    /// <param name="law">The law.</param>
    /// <param name="shift">The constant in the SI unit of the law, finite.</param>
    /// <returns>The sum, with the ranges and the source of the law; the law itself for a shift of 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="shift"/> is not finite.</exception>
    public static PropertyLaw ShiftedBy(this PropertyLaw law, double shift)
    {
        ArgumentNullException.ThrowIfNull(law);
        if (!double.IsFinite(shift))
        {
            throw new ArgumentOutOfRangeException(
                nameof(shift), FormattableString.Invariant($"A law was shifted by {shift}; the shift must be finite."));
        }

        return shift == 0.0 ? law : new ShiftedLaw(law, shift);
    }

    /// <summary>Returns the activation energy that a law has around one temperature.</summary>
    /// <param name="law">The law, positive.</param>
    /// <param name="argument">Concentration [mol/m³] or stoichiometry [–] at which it is evaluated.</param>
    /// <param name="temperature">T [K].</param>
    /// <returns>E = −R·dln p/d(1/T) [J/mol], by a central difference over 10 K.</returns>
    public static double ActivationEnergy(this PropertyLaw law, double argument, double temperature)
    {
        ArgumentNullException.ThrowIfNull(law);
        (double cold, double warm) = (temperature - 5.0, temperature + 5.0);
        double ratio = law.At(argument, warm) / law.At(argument, cold);
        return Core.PhysicalConstants.GasConstant * Math.Log(ratio) / ((1.0 / cold) - (1.0 / warm));
    }

    /// <summary>Replaces the temperature dependence of a law by one activation energy.</summary>
    /// <param name="law">The law.</param>
    /// <param name="activationEnergy">E [J/mol].</param>
    /// <param name="referenceTemperature">T₀ [K] at which the law keeps its values.</param>
    /// <returns>p(x, T) = law(x, T₀)·exp[(E/R)(1/T₀ − 1/T)].</returns>
    public static PropertyLaw WithActivationEnergy(this PropertyLaw law, double activationEnergy, double referenceTemperature)
    {
        ArgumentNullException.ThrowIfNull(law);
        return new AnchoredLaw(law, activationEnergy, referenceTemperature);
    }

    private sealed class AnchoredLaw(PropertyLaw law, double activationEnergy, double reference)
        : PropertyLaw(law.Source, law.ArgumentRange, law.TemperatureRange, law.IsConstant, law.Outside)
    {
        internal override LawParts Parts
        {
            get
            {
                LawParts inner = law.Parts;
                bool isActivated = inner.ActivationEnergy != 0.0; // the inner law counts at the reference only
                return isActivated ? base.Parts : inner with { ActivationEnergy = activationEnergy, ReferenceTemperature = reference };
            }
        }

        public override void Evaluate(ReadOnlySpan<double> argument, double temperature, Span<double> value)
        {
            law.Evaluate(argument, reference, value);
            Multiply(value[..argument.Length], Core.PhysicalConstants.ArrheniusFactor(activationEnergy, temperature, reference));
        }

        public override void EvaluateWithSlope(
            ReadOnlySpan<double> argument, double temperature, Span<double> value, Span<double> slope)
        {
            law.EvaluateWithSlope(argument, reference, value, slope);
            double factor = Core.PhysicalConstants.ArrheniusFactor(activationEnergy, temperature, reference);
            Multiply(value[..argument.Length], factor);
            Multiply(slope[..argument.Length], factor);
        }
    }

    private static void Multiply(Span<double> values, double factor)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] *= factor;
        }
    }

    private sealed class ScaledLaw(PropertyLaw law, double factor)
        : PropertyLaw(law.Source, law.ArgumentRange, law.TemperatureRange, law.IsConstant, law.Outside)
    {
        internal override LawParts Parts
        {
            get
            {
                LawParts inner = law.Parts;
                return inner with { Factor = inner.Factor * factor };
            }
        }

        public override void Evaluate(ReadOnlySpan<double> argument, double temperature, Span<double> value)
        {
            law.Evaluate(argument, temperature, value);
            Multiply(value[..argument.Length], factor);
        }

        public override void EvaluateWithSlope(
            ReadOnlySpan<double> argument, double temperature, Span<double> value, Span<double> slope)
        {
            law.EvaluateWithSlope(argument, temperature, value, slope);
            Multiply(value[..argument.Length], factor);
            Multiply(slope[..argument.Length], factor);
        }
    }

    private sealed class ShiftedLaw(PropertyLaw law, double shift)
        : PropertyLaw(law.Source, law.ArgumentRange, law.TemperatureRange, law.IsConstant, law.Outside)
    {
        internal override TextScalar? Write(double temperature) => law.Write(temperature) is { } text ? text + shift : null;

        public override void Evaluate(ReadOnlySpan<double> argument, double temperature, Span<double> value)
        {
            law.Evaluate(argument, temperature, value);
            Add(value[..argument.Length], shift);
        }

        public override void EvaluateWithSlope(
            ReadOnlySpan<double> argument, double temperature, Span<double> value, Span<double> slope)
        {
            law.EvaluateWithSlope(argument, temperature, value, slope);
            Add(value[..argument.Length], shift);
        }

        private static void Add(Span<double> values, double shift)
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] += shift;
            }
        }
    }
}
