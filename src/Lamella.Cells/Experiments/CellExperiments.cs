using System.Collections.Immutable;
using Lamella.Core.Errors;

namespace Lamella.Cells.Experiments;

/// <summary>The named experiments, in the order of the help. A new one is one file and one line here.</summary>
public static class CellExperiments
{
    /// <summary>Gets every experiment with its default settings.</summary>
    public static ImmutableArray<CellExperiment> All { get; } =
    [
        new RateTest(),
        new TemperatureSeries(),
        new Cycling(),
        new Titration(),
        new BruceVincent(),
        new LinearSweep(),
        new TafelScan(),
        new StrippingPlating(),
        new Polarisation(),
    ];

    /// <summary>Finds an experiment by name.</summary>
    /// <param name="name">The name, such as <c>rate-test</c>.</param>
    /// <param name="place">Where the name stands, for messages.</param>
    /// <returns>The experiment with its default settings.</returns>
    /// <exception cref="InputException">There is none of that name; the message names the nearest.</exception>
    public static CellExperiment Find(string name, InputPlace place)
    {
        string[] names = [.. All.Select(experiment => experiment.Name)];
        return All.FirstOrDefault(experiment => experiment.Name == name) ?? throw new InputException(
            place,
            $"'{name}' is no experiment.",
            string.Join(", ", names),
            Suggestion.Nearest(name, names) is { } near ? $"Did you mean '{near}'?" : "'lamella experiments' lists them with their settings.");
    }
}
