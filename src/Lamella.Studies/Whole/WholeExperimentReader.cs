using System.Collections.Immutable;
using Lamella.Cells.Experiments;
using Lamella.Core.Provenance;
using Lamella.Core.Yaml;
using Lamella.Materials.Records;

namespace Lamella.Studies.Whole;

/// <summary>Reads the whole experiments of an experiments.yaml.</summary>
internal sealed class WholeExperimentReader(FactLibrary facts, string paper, double defaultTemperature)
{
    private static readonly QuantityRule Temperature = QuantityRule.Like("25 degC").Above("-150 degC").Below("300 degC");
    private static readonly QuantityRule Share = QuantityRule.Like("50 %").AtLeast("0 %").AtMost("100 %").OrPlainNumber();

    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    /// <summary>Keys of a whole experiment.</summary>
    internal static ImmutableArray<string> Keys { get; } =
        ["name", "variant", "temperature", "experiment", "settings", "steps", "state of charge", "beside", "remark"];

    /// <summary>Reads one.</summary>
    internal WholeExperiment Read(YamlMapping mapping)
    {
        mapping.AllowOnly([.. Keys]);
        YamlNode name = mapping.Required("name", "Stripping and plating at rising currents");
        if (!names.Add(name.AsText()))
        {
            throw name.Error($"the name '{name.AsText()}' stands twice.", "a name of its own for each", "Rename one of the two.");
        }

        YamlNode? experiment = mapping.Optional("experiment"), steps = mapping.Optional("steps");
        if (experiment is null == steps is null)
        {
            throw mapping.Error(
                "the experiment needs either a name or steps.", "'experiment: critical-current', or 'steps: [Rest for 1 h]'", "Keep or add one of them.");
        }

        RequireNone(mapping, experiment is null ? "settings" : "state of charge", experiment is null ? "named experiments" : "steps");
        ImmutableArray<YamlEntry> settings = mapping.Optional("settings")?.AsMapping().Entries ?? [];
        YamlSequence? list = steps?.AsSequence();
        return new WholeExperiment
        {
            Name = name.AsText(),
            Variant = mapping.Optional("variant")?.AsText(),
            Temperature = mapping.Optional("temperature")?.AsQuantity(Temperature).InSi ?? defaultTemperature,
            Experiment = experiment is null ? null : CellExperiments.Read(experiment, settings),
            Settings = [.. settings.Select(Setting)],
            Steps = [.. list?.Items.Select(item => item.AsText()) ?? []],
            StepNodes = list,
            StateOfCharge = mapping.Optional("state of charge")?.AsQuantity(Share).InSi ?? 0.0,
            Beside = [.. mapping.Optional("beside")?.AsSequence().Items.Select(Fact) ?? []],
            Remark = mapping.Optional("remark")?.AsText() ?? string.Empty,
            Place = name.Place,
        };
    }

    private static void RequireNone(YamlMapping mapping, string key, string owner)
    {
        if (mapping.Optional(key) is { } given)
        {
            throw given.Error($"'{key}' belongs to {owner}.", string.Empty, $"Remove '{key}'.");
        }
    }

    private StatedSetting Setting(YamlEntry entry)
    {
        YamlNode value = entry.Value is YamlMapping mapping ? mapping.Required("value", "30 min") : entry.Value;
        string text = value is YamlSequence list ? string.Join(", ", list.Items.Select(item => item.AsText())) : value.AsText();
        return new StatedSetting(entry.Key, text, SourceOf(entry.Value as YamlMapping));
    }

    private Source SourceOf(YamlMapping? mapping)
    {
        string because = mapping?.Optional("because")?.AsText() ?? string.Empty;
        return mapping?.Optional("source") is not { } source
            ? new Source(Origin.Stated, because.Length > 0 ? because : "stated in this study", null, null, Confidence.Verified)
            : source.AsText() == "assumed" ? Source.Assumption(because.Length > 0 ? because : "not stated")
            : facts.Get(source).Source;
    }

    private PublishedFact Fact(YamlNode id)
    {
        PublishedFact fact = facts.Get(id);
        return fact.Paper == paper ? fact : throw id.Error(
            $"the fact '{fact.Id}' belongs to {fact.Paper}.", $"facts of {paper}", "Remove it, or move the experiment to the study of that publication.");
    }
}
