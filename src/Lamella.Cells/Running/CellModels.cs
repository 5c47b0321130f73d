using System.Collections.Immutable;
using Lamella.Cells.Continuum;
using Lamella.Cells.Description;
using Lamella.Cells.SingleParticle;
using Lamella.Core.Errors;

namespace Lamella.Cells.Running;

/// <summary>The models of a described cell, by name.</summary>
public static class CellModels
{
    /// <summary>Name of the continuum model: porous electrodes, laminate, particles.</summary>
    public const string Continuum = "dfn";

    /// <summary>Name and revision of the continuum model, as written into results.</summary>
    public const string ContinuumRevision = Continuum + "/2";

    /// <summary>Name of the reduced model: one particle per porous electrode, with the electrolyte.</summary>
    public const string SingleParticleWithElectrolyte = "spme";

    /// <summary>Name of the most reduced model: one particle per porous electrode, without the electrolyte.</summary>
    public const string SingleParticle = "spm";

    /// <summary>Gets the names of all models.</summary>
    public static ImmutableArray<string> Names { get; } = [Continuum, SingleParticleWithElectrolyte, SingleParticle];

    /// <summary>Builds the model that the options name.</summary>
    /// <param name="cell">The described cell.</param>
    /// <param name="temperature">T [K].</param>
    /// <param name="options">The options.</param>
    /// <returns>The system.</returns>
    /// <exception cref="ArgumentException">There is no model of that name.</exception>
    internal static ICellSystem Build(CellDescription cell, double temperature, CellOptions options) => cell.CellsInSeries > 1
        ? Build(CellSeries.Of(cell), temperature, options)
        : One(cell, temperature, options);

    /// <summary>Builds the model of cells in series.</summary>
    /// <param name="series">The cells.</param>
    /// <param name="temperature">T [K].</param>
    /// <param name="options">The options.</param>
    /// <returns>The system.</returns>
    /// <exception cref="ArgumentException">There is no model of that name.</exception>
    internal static ICellSystem Build(CellSeries series, double temperature, CellOptions options) => new SeriesSystem(
    [
        // The current that passes a cell passes the bipolar collector behind it too.
        .. series.Cells.Select((cell, k) => One(
            k + 1 < series.Cells.Length ? cell with { ContactResistance = cell.ContactResistance + series.BipolarResistance } : cell,
            temperature,
            options)),
    ]);

    private static ICellSystem One(CellDescription cell, double temperature, CellOptions options) => options.Model switch
    {
        Continuum => new ContinuumSystem(cell, options, temperature),
        SingleParticleWithElectrolyte => new SingleParticleSystem(cell, options, temperature, hasElectrolyte: true),
        SingleParticle => new SingleParticleSystem(cell, options, temperature, hasElectrolyte: false),
        _ => throw new ArgumentException(Unknown(options.Model), nameof(options)),
    };

    private static string Unknown(string name) =>
        $"There is no cell model '{name}'; there are {string.Join(", ", Names)}."
        + (Suggestion.Nearest(name, Names) is { } nearest ? $" Did you mean '{nearest}'?" : string.Empty);
}
