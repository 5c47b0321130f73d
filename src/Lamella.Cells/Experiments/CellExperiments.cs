using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Yaml;

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
        new AurbachEfficiency(),
        new FixedCapacityEfficiency(),
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

    /// <summary>Reads an experiment with its settings from a YAML file.</summary>
    /// <param name="name">The node with the name.</param>
    /// <param name="settings">
    /// One entry a setting: a text, a list of texts, or a mapping with <c>value</c> and what stands behind it, <c>source</c> and <c>because</c>.
    /// </param>
    /// <returns>The experiment.</returns>
    /// <exception cref="InputException">The experiment or a setting is unknown, or a value cannot be read.</exception>
    public static CellExperiment Read(YamlNode name, IEnumerable<YamlEntry> settings)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(settings);
        CellExperiment experiment = Find(name.AsText(), name.Place);
        foreach (YamlEntry entry in settings)
        {
            YamlNode value = entry.Value is YamlMapping mapping
                ? mapping.AllowOnly("value", "source", "because").Required("value", "30 min") : entry.Value;
            string text = value is YamlSequence list ? string.Join(", ", list.Items.Select(item => item.AsText())) : value.AsText();
            experiment = experiment.With(new SettingText(value.Place, entry.Key, text));
        }

        return experiment;
    }
}
