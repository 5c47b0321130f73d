using System.Collections.Immutable;
using Lamella.Analysis.Cycling;
using Lamella.Analysis.Plating;
using Lamella.Analysis.Impedance.Relaxation;
using Lamella.Analysis.Impedance.Validity;
using Lamella.Analysis.Arrhenius;
using Lamella.Analysis.Conductivity;
using Lamella.Analysis.Impedance.Fitting;
using Lamella.Analysis.Titration;
using Lamella.Analysis.Transference;
using Lamella.Analysis.Voltammetry;
using Lamella.Core.Errors;

namespace Lamella.Analysis.Techniques;

/// <summary>The techniques of analysis. Explicit, so that the list can be read and tested.</summary>
public static class AnalysisTechniques
{
    /// <summary>Gets every technique, in the order of the help. A new technique is one class and one line here.</summary>
    public static ImmutableArray<IAnalysisTechnique> All { get; } =
    [
        new KramersKronigTechnique(),
        new RelaxationTechnique(),
        new CircuitTechnique(),
        new ConductivityTechnique(),
        new ArrheniusTechnique(),
        new TransferenceTechnique(),
        new PlatingTechnique(),
        new CyclingTechnique(),
        new StabilityTechnique(),
        new KineticsTechnique(),
        new ExchangeTechnique(),
        new TitrationTechnique(),
        new WarburgTechnique(),
    ];

    /// <summary>Finds a technique.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The technique.</returns>
    /// <exception cref="InputException">There is none of that name; the message names the nearest.</exception>
    public static IAnalysisTechnique Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (All.FirstOrDefault(technique => technique.Name == name) is { } found)
        {
            return found;
        }

        string hint = Suggestion.Nearest(name, All.Select(technique => technique.Name)) is { } nearest ? $" Did you mean '{nearest}'?" : string.Empty;
        throw new InputException(
            InputPlace.Whole("analyse"), $"'{name}' is no technique.{hint}", string.Join(", ", All.Select(technique => technique.Name)), "Name one of these techniques.");
    }
}
