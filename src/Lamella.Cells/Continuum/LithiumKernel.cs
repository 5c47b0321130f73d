using System.Runtime.CompilerServices;
using Lamella.Core;
using Lamella.Interfaces.Kinetics;
using Lamella.Materials.Electrodes;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.Continuum;

/// <summary>Kinetics of one lithium face at the model's temperature.</summary>
/// <param name="ExchangeCurrentDensity">i₀ at 1 mol/L [A/m²].</param>
/// <param name="ConcentrationExponent">γ [–].</param>
/// <param name="TransferCoefficient">α [–].</param>
/// <param name="FilmResistance">R_f [Ω·m²].</param>
internal readonly record struct LithiumFace(
    double ExchangeCurrentDensity, double ConcentrationExponent, double TransferCoefficient, double FilmResistance);

/// <summary>Charge transfer at lithium | electrolyte.</summary>
internal static class LithiumKernel
{
    /// <summary>The concentration to which exchange current densities refer [mol/m³].</summary>
    internal const double ReferenceConcentration = 1000.0;

    /// <summary>Takes the kinetics of a metal at one temperature.</summary>
    /// <param name="metal">The metal.</param>
    /// <param name="temperature">T [K].</param>
    /// <param name="filmResistance">R_f at that temperature [Ω·m²].</param>
    /// <returns>The kinetics.</returns>
    internal static LithiumFace Of(LithiumMetal metal, double temperature, double filmResistance) => new(
        metal.ReferenceExchangeCurrentDensity * PhysicalConstants.ArrheniusFactor(
            metal.ActivationEnergy, temperature, metal.ReferenceTemperature),
        metal.ConcentrationExponent,
        metal.TransferCoefficient,
        filmResistance);

    /// <summary>i₀ at a surface [A/m²].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Exchange<T>(in LithiumFace face, bool isBinary, T surface)
        where T : struct, IScalar<T>
    {
        T exchange = face.ExchangeCurrentDensity;
        return isBinary && face.ConcentrationExponent != 0.0
            ? exchange * T.Pow(surface * (1.0 / ReferenceConcentration), face.ConcentrationExponent)
            : exchange;
    }

    /// <summary>Current of the charge transfer at an overpotential, oxidation positive [A/m²].</summary>
    /// <param name="face">The lithium face.</param>
    /// <param name="isBinary">Whether i₀ follows the salt.</param>
    /// <param name="surface">c at the face [mol/m³].</param>
    /// <param name="overpotential">η [V].</param>
    /// <param name="thermalVoltage">RT/F [V].</param>
    /// <returns>The faradaic part of s [A/m²].</returns>
    internal static T Current<T>(in LithiumFace face, bool isBinary, T surface, T overpotential, double thermalVoltage)
        where T : struct, IScalar<T>
    {
        T anodic = LimitedExponential.Of(overpotential * (face.TransferCoefficient / thermalVoltage));
        T cathodic = LimitedExponential.Of(overpotential * ((face.TransferCoefficient - 1.0) / thermalVoltage));
        return Exchange(face, isBinary, surface) * (anodic - cathodic);
    }

    /// <summary>Overpotential of the charge transfer [V].</summary>
    /// <param name="face">The lithium face.</param>
    /// <param name="isBinary">Whether i₀ follows the salt.</param>
    /// <param name="surface">c at the face [mol/m³].</param>
    /// <param name="stripping">Current from the metal into the electrolyte; oxidation is positive [A/m²].</param>
    /// <param name="thermalVoltage">RT/F [V].</param>
    /// <returns>η [V].</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Overpotential<T>(in LithiumFace face, bool isBinary, T surface, T stripping, double thermalVoltage)
        where T : struct, IScalar<T> => thermalVoltage * ButlerVolmer.Overpotential(
            stripping / Exchange(face, isBinary, surface), face.TransferCoefficient);
}
