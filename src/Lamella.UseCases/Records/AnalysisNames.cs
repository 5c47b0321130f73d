using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.Core.Yaml;
using Lamella.Materials.Parameters;
using Lamella.Materials.Records;

namespace Lamella.UseCases.Records;

/// <summary>What results of analyses are called among the quantities of records: <c>data/vocabulary/analysis.yaml</c> and the user's own names.</summary>
internal sealed class AnalysisNames
{
    private readonly ImmutableDictionary<string, Name> _names;
    private readonly ImmutableHashSet<string> _settings;

    private AnalysisNames(ImmutableDictionary<string, Name> names, ImmutableHashSet<string> settings) => (_names, _settings) = (names, settings);

    /// <summary>Reads the names.</summary>
    /// <param name="more">Those of the user, as <c>key=quantity</c>; they win.</param>
    /// <param name="settings">The settings of the analysis, as <c>name=value</c>.</param>
    /// <exception cref="InputException">A name of the user has no equals sign.</exception>
    internal static AnalysisNames Read(ImmutableArray<string> more, IEnumerable<string> settings)
    {
        YamlMapping shipped = YamlFile.Read(Path.Combine(ShippedData.Folder("vocabulary"), "analysis.yaml"));
        var names = shipped.Entries.ToImmutableDictionary(entry => entry.Key, entry => Read(entry.Value), StringComparer.Ordinal);
        foreach (string text in more)
        {
            string[] parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
            names = parts.Length == 2 && parts[0].Length > 0 && parts[1].Length > 0 ? names.SetItem(parts[0], new Name([parts[1]], null)) : throw new InputException(
                InputPlace.Whole("--as"), $"'{text}' has no '='.", "KEY=QUANTITY", "Write for example --as \"diffusivity=diffusion_coefficient\".");
        }

        return new AnalysisNames(names, [.. settings]);
    }

    /// <summary>Returns the quantity of a result, or null where it has none.</summary>
    /// <param name="key">Key of the result.</param>
    /// <param name="unit">Its unit, which decides where it may be several quantities.</param>
    /// <param name="problem">Receives why there is none.</param>
    internal string? Of(string key, Unit unit, out string problem)
    {
        problem = $"no quantity of the vocabulary; name one with --as {key}=QUANTITY";
        Name? name = _names.GetValueOrDefault(key)
            ?? _names.Where(entry => entry.Key.EndsWith('*') && key.StartsWith(entry.Key[..^1], StringComparison.Ordinal)).Select(entry => entry.Value).FirstOrDefault();
        if (name is null)
        {
            return null;
        }

        if (name.Unless is { } setting && _settings.Contains(setting))
        {
            problem = $"with {setting} it is no {name.Words[0]}; name another quantity with --as {key}=QUANTITY";
            return null;
        }

        var vocabulary = Vocabulary.LoadShipped();
        return name.Words.FirstOrDefault(word => vocabulary.Fits(word, unit)) ?? name.Words[0];
    }

    private static Name Read(YamlNode node) => node is YamlMapping mapping
        ? new Name(Words(mapping.AllowOnly("quantity", "unless").Required("quantity")), mapping.Optional("unless")?.AsText())
        : new Name(Words(node), null);

    private static ImmutableArray<string> Words(YamlNode node) => [.. node.AsText().Split(" | ")];

    private sealed record Name(ImmutableArray<string> Words, string? Unless);
}
