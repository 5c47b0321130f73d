using System.Runtime.CompilerServices;
using Lamella.Interfaces.Kinetics;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.Continuum;

/// <summary>Intercalation kinetics at the model's temperature.</summary>
/// <param name="ExchangeCurrentDensity">i₀ at half filling and 1 mol/L [A/m²].</param>
/// <param name="TransferCoefficient">α [–].</param>
/// <param name="FilmResistance">R of the particle film [Ω·m²].</param>
/// <param name="DependsOnSalt">Whether i₀ follows the salt concentration (binary electrolyte in the pores).</param>
internal readonly record struct ParticleSurface(
    double ExchangeCurrentDensity, double TransferCoefficient, double FilmResistance, bool DependsOnSalt);

/// <summary>Charge transfer on the cathode particles.</summary>
internal static class ReactionKernel
{
    /// <summary>Computes the overpotential η that drives the reaction, without U and without the film.</summary>
    /// <param name="surface">The particle surface.</param>
    /// <param name="concentration">Salt c [mol/m³].</param>
    /// <param name="stoichiometry">x at the particle surface [–], in (0, 1).</param>
    /// <param name="current">Interfacial current per particle surface, oxidation positive [A/m²].</param>
    /// <param name="thermalVoltage">RT/F [V].</param>
    /// <returns>η [V].</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Overpotential<T>(
        in ParticleSurface surface, T concentration, T stoichiometry, T current, double thermalVoltage)
        where T : struct, IScalar<T>
    {
        T exchange = Exchange(surface, concentration, stoichiometry);
        return thermalVoltage * ButlerVolmer.Overpotential(current / exchange, surface.TransferCoefficient);
    }

    /// <summary>Computes the current that a potential drives through charge transfer and film, and how fast the potential rises with it.</summary>
    /// <param name="surface">The particle surface.</param>
    /// <param name="concentration">Salt c [mol/m³].</param>
    /// <param name="stoichiometry">x at the particle surface [–], in (0, 1).</param>
    /// <param name="drive">E − U [V].</param>
    /// <param name="present">The current at which the slope is wanted [A/m²].</param>
    /// <param name="thermalVoltage">RT/F [V].</param>
    /// <returns>The driven current [A/m²], and ∂(η + j·R)/∂j at the present one [Ω·m²].</returns>
    internal static (double Current, double Slope) Driven(
        in ParticleSurface surface, double concentration, double stoichiometry, double drive, double present, double thermalVoltage)
    {
        double exchange = Exchange<Scalar>(surface, concentration, stoichiometry).Value, alpha = surface.TransferCoefficient;
        double current = exchange * ButlerVolmer.RelativeCurrent(drive / thermalVoltage, exchange * surface.FilmResistance / thermalVoltage, alpha);
        double slope = ButlerVolmer.Overpotential(Dual4.Seed(present / exchange, 0), alpha).Slope(0);
        return (current, (thermalVoltage * slope / exchange) + surface.FilmResistance);
    }

    /// <summary>i₀ at the present concentrations [A/m²].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Exchange<T>(in ParticleSurface surface, T concentration, T stoichiometry)
        where T : struct, IScalar<T>
    {
        double alpha = surface.TransferCoefficient;
        T filled = 2.0 * stoichiometry, empty = 2.0 * (1.0 - stoichiometry);
        T exchange;
        if (alpha == 0.5)
        {
            T product = filled * empty;
            exchange = surface.ExchangeCurrentDensity * T.Sqrt(
                surface.DependsOnSalt ? product * concentration * (1.0 / LithiumKernel.ReferenceConcentration) : product);
        }
        else
        {
            exchange = surface.ExchangeCurrentDensity * T.Pow(filled, 1.0 - alpha) * T.Pow(empty, alpha);
            if (surface.DependsOnSalt)
            {
                exchange *= T.Pow(concentration * (1.0 / LithiumKernel.ReferenceConcentration), alpha);
            }
        }

        return exchange;
    }
}
