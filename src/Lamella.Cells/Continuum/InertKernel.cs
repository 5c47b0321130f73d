using Lamella.Cells.Description;
using Lamella.Core;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.Continuum;

/// <summary>Reactions without a way back, on an inert electrode.</summary>
internal static class InertKernel
{
    /// <summary>Exponent beyond which the law goes on as its tangent [–], so that no trial of the solver overflows.</summary>
    private const double SteepestExponent = 60.0;

    /// <summary>Current of one reaction, oxidation positive [A/m²].</summary>
    internal static T Current<T>(IrreversibleReaction reaction, T potential, double thermalVoltage, double temperature)
        where T : struct, IScalar<T>
    {
        double exchange = reaction.ExchangeCurrentDensity * PhysicalConstants.ArrheniusFactor(
            reaction.ActivationEnergy, temperature, reaction.ReferenceTemperature);
        double sign = reaction.IsOxidation ? 1.0 : -1.0;
        T exponent = (sign * reaction.TransferCoefficient / thermalVoltage) * (potential - reaction.Potential);
        return exponent.Value < SteepestExponent
            ? sign * exchange * T.Exp(exponent)
            : sign * exchange * Math.Exp(SteepestExponent) * (1.0 + exponent - SteepestExponent);
    }
}
