using System.Runtime.CompilerServices;
using Lamella.Interfaces.Kinetics;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.HalfCell;

/// <summary>Kinetics of one lithium face at the model's temperature.</summary>
/// <param name="ExchangeCurrentDensity">i₀ at 1 mol/L [A/m²].</param>
/// <param name="ConcentrationExponent">γ [–].</param>
/// <param name="TransferCoefficient">α [–].</param>
/// <param name="FilmResistance">R_f [Ω·m²].</param>
internal readonly record struct LithiumFace(
    double ExchangeCurrentDensity, double ConcentrationExponent, double TransferCoefficient, double FilmResistance);

/// <summary>Lithium | electrolyte: potential of the first electrolyte cell against the metal.</summary>
internal static class LithiumKernel
{
    /// <summary>The concentration to which exchange current densities refer [mol/m³].</summary>
    internal const double ReferenceConcentration = 1000.0;

    /// <summary>Computes Φ(cell centre) − φ(metal).</summary>
    /// <param name="face">The lithium face.</param>
    /// <param name="cell">The electrolyte cell at the face.</param>
    /// <param name="stripping">Current from the metal into the electrolyte; oxidation is positive [A/m²].</param>
    /// <param name="thermalVoltage">RT/F [V].</param>
    /// <param name="overpotential">Receives η of the charge transfer [V].</param>
    /// <returns>The potential of the cell centre against the metal [V].</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Potential<T>(
        in LithiumFace face, in FaceSide<T> cell, T stripping, double thermalVoltage, out T overpotential)
        where T : struct, IScalar<T>
    {
        T surface = FaceKernel.BlockedSurface(cell, stripping);
        T exchange = face.ExchangeCurrentDensity;
        if (cell.IsBinary && face.ConcentrationExponent != 0.0)
        {
            exchange *= T.Pow(surface * (1.0 / ReferenceConcentration), face.ConcentrationExponent);
        }

        overpotential = thermalVoltage
            * ButlerVolmer.Overpotential(stripping / exchange, face.TransferCoefficient);

        // Φ(face) = −η − i·R_f; from the face to the centre Φ changes by −HalfStep(face seen from the centre).
        return -overpotential - (stripping * face.FilmResistance)
            - FaceKernel.HalfStep(cell, surface, -stripping, thermalVoltage);
    }
}
