using System.Collections.Immutable;
using System.Globalization;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;

namespace Lamella.Cells.Experiments;

/// <summary>A named experiment: settings, the steps to which they expand, and what is read from the runs.</summary>
/// <remarks>Immutable. A new experiment is one file and one line in <see cref="CellExperiments"/>.</remarks>
public abstract record CellExperiment
{
    private protected CellExperiment()
    {
    }

    /// <summary>Gets the name by which it is called, such as <c>rate-test</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Gets one sentence about what it measures.</summary>
    public abstract string Summary { get; }

    /// <summary>Gets the arguments of a command line that runs it on an example cell.</summary>
    public abstract string Example { get; }

    /// <summary>Gets the settings with their present values.</summary>
    public abstract ImmutableArray<ExperimentSetting> Settings { get; }

    /// <summary>Gets a value indicating whether it starts from any state of charge; else it brings the cell to its start itself.</summary>
    public virtual bool StartsAnywhere => false;

    /// <summary>Takes another value for a setting.</summary>
    /// <param name="text">Name, value and place.</param>
    /// <returns>The changed experiment.</returns>
    /// <exception cref="InputException">There is no such setting, or the value cannot be read.</exception>
    public CellExperiment With(SettingText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ImmutableArray<ExperimentSetting> settings = Settings;
        ExperimentSetting? found = settings.FirstOrDefault(setting => setting.Name == text.Name);
        string[] names = [.. settings.Select(setting => setting.Name)];
        return found is not null ? found.With(text) : throw new InputException(
            text.Place,
            $"'{text.Name}' is no setting of the experiment '{Name}'.",
            string.Join(", ", names),
            Suggestion.Nearest(text.Name, names) is { } near ? $"Did you mean '{near}'?" : $"'lamella experiments {Name}' explains the settings.");
    }

    /// <summary>Tells why a cell does not fit the experiment, or null where it does.</summary>
    internal abstract string? Misfit(CellDescription cell);

    /// <summary>Expands to steps.</summary>
    /// <param name="cell">A cell that fits.</param>
    /// <param name="temperature">Temperature of the experiment [K].</param>
    internal abstract ExperimentPlan Plan(CellDescription cell, double temperature);

    /// <summary>Reads the findings from the runs.</summary>
    /// <param name="runs">The runs of all stages, with cell and temperature.</param>
    internal abstract ExperimentFindings Evaluate(ExperimentRuns runs);

    /// <summary>Makes C-rates [1/h].</summary>
    private protected static ImmutableArray<CurrentLoad> MultiplesOfC(params ReadOnlySpan<double> rates) =>
        [.. rates.ToArray().Select(CurrentLoad.OfRate)];

    /// <summary>Makes current densities [A/m²].</summary>
    private protected static ImmutableArray<CurrentLoad> Densities(params ReadOnlySpan<double> densities) =>
        [.. densities.ToArray().Select(CurrentLoad.OfDensity)];

    /// <summary>Prints a list of currents.</summary>
    private protected static string Text(ImmutableArray<CurrentLoad> loads) => string.Join(", ", loads);

    /// <summary>Prints temperatures [K] in degC.</summary>
    private protected static string TemperatureText(params IEnumerable<double> kelvin) =>
        string.Join(", ", kelvin.Select(StepTerms.TemperatureText));

    /// <summary>Prints a number with a unit.</summary>
    private protected static string Text(double si, string unit) => new Quantity(Unit.Parse(unit).FromSi(si), Unit.Parse(unit)).ToString();

    /// <summary>Prints a whole number.</summary>
    private protected static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Makes the setting of a current.</summary>
    private protected static ExperimentSetting Setting(string name, CurrentLoad value, string meaning, Func<CurrentLoad, CellExperiment> with) =>
        new(name, value.ToString(), meaning, text => with(text.Current()));

    /// <summary>Makes the setting of several currents.</summary>
    private protected static ExperimentSetting Setting(string name, ImmutableArray<CurrentLoad> value, string meaning, Func<ImmutableArray<CurrentLoad>, CellExperiment> with) =>
        new(name, Text(value), meaning, text => with(text.Currents()));

    /// <summary>Makes the setting of a time [s].</summary>
    private protected static ExperimentSetting Time(string name, double value, string meaning, Func<double, CellExperiment> with) =>
        new(name, StepTerms.TimeText(value), meaning, text => with(text.Time()));

    /// <summary>Makes the setting of a whole number.</summary>
    private protected static ExperimentSetting Count(string name, int value, int most, string meaning, Func<int, CellExperiment> with) =>
        new(name, Text(value), meaning, text => with(text.Count(most)));

    /// <summary>Requires a cell that a C-rate means something for.</summary>
    private protected static string? NeedsCapacity(CellDescription cell) =>
        cell.OneCCurrentDensity > 0.0 ? null : "it needs a cell with a porous electrode, whose capacity gives C-rates their meaning";

    /// <summary>Requires lithium on both sides.</summary>
    private protected static string? NeedsTwoLithiumSides(CellDescription cell) =>
        cell is { Negative: LithiumElectrode, Positive: LithiumElectrode } ? null : "it needs lithium on both sides";
}
