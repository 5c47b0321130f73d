using System.Collections.Immutable;
using System.Globalization;
using Lamella.Core;
using Lamella.Core.Errors;

namespace Lamella.Structures.Conduction;

/// <summary>A structure that conducts ions in one network and electrons in another.</summary>
/// <param name="Ionic">What the ions see.</param>
/// <param name="Electronic">What the electrons see, in the same directions.</param>
/// <remarks>
/// Each network is solved for itself: at steady state neither carrier turns into the other within the volume. <b>Assumes</b> that resistances of
/// interfaces and grain boundaries and conducting sheets are those of ions, so that electrons cross interfaces freely.
/// </remarks>
public sealed record MixedConduction(ConductionResult Ionic, ConductionResult Electronic)
{
    /// <summary>Gets σᵢ/(σᵢ + σₑ) for each direction, the part of the current that ions carry where both carriers may pass; NaN where neither does.</summary>
    [Unit("–")]
    public ImmutableArray<double> IonicShares =>
        [.. Ionic.Directions.Zip(Electronic.Directions, (ions, electrons) => ions.Conductivity / (ions.Conductivity + electrons.Conductivity))];

    /// <summary>Makes the problem of the electrons.</summary>
    /// <param name="ionic">The problem of the ions.</param>
    /// <param name="conductivities">Electronic conductivity of each phase, in the order of the phases.</param>
    /// <returns>The problem: the same volume and boundary, perfect contacts.</returns>
    /// <exception cref="InputException">There is not one conductivity for every phase.</exception>
    public static ConductionProblem ElectronicProblem(ConductionProblem ionic, ImmutableArray<PhaseConductivity> conductivities)
    {
        ArgumentNullException.ThrowIfNull(ionic);
        if (conductivities.Length != ionic.Phases.Length)
        {
            throw new InputException(
                InputPlace.Whole("phases"),
                string.Create(CultureInfo.InvariantCulture, $"there are {conductivities.Length} electronic conductivities for {ionic.Phases.Length} phases."),
                "one for every phase; insulator where electrons do not pass.",
                "Give each phase one.");
        }

        return ionic with
        {
            Phases = [.. ionic.Phases.Zip(conductivities, (phase, conductivity) => phase with { Conductivity = conductivity, GrainBoundaryResistance = 0.0 })],
            Interfaces = [],
        };
    }
}
