using Lamella.Cells.Description;
using Lamella.Core;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.Continuum;

/// <summary>Reactions without a way back, on an inert electrode.</summary>
internal static class InertKernel
{
    /// <summary>Current of one reaction, oxidation positive [A/m²].</summary>
    internal static T Current<T>(IrreversibleReaction reaction, T potential, double thermalVoltage, double temperature)
        where T : struct, IScalar<T>
    {
        double exchange = reaction.ExchangeCurrentDensity * PhysicalConstants.ArrheniusFactor(
            reaction.ActivationEnergy, temperature, reaction.ReferenceTemperature);
        double sign = reaction.IsOxidation ? 1.0 : -1.0;
        return sign * exchange * LimitedExponential.Of((sign * reaction.TransferCoefficient / thermalVoltage) * (potential - reaction.Potential));
    }
}
