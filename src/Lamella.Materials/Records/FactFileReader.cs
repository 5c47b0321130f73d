using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Lamella.Core;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;

namespace Lamella.Materials.Records;

/// <summary>Reads one file of published facts.</summary>
/// <remarks>
/// Conditions carry their unit in the key (<c>temperature_C</c>, <c>loading_mg_cm2</c>); they are converted here, once. A sealed
/// fact that has a value is refused.
/// </remarks>
internal static class FactFileReader
{
    private static readonly ImmutableDictionary<string, FactQualifier> Qualifiers =
        ImmutableDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, FactQualifier>
        {
            ["="] = FactQualifier.Exact,
            ["~"] = FactQualifier.About,
            [">"] = FactQualifier.Above,
            ["<"] = FactQualifier.Below,
            [">="] = FactQualifier.AtLeast,
            ["<="] = FactQualifier.AtMost,
            ["range"] = FactQualifier.Range,
            ["list"] = FactQualifier.List,
        });

    internal static (PublishedPaper Paper, ImmutableArray<PublishedFact> Facts) Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement top = document.RootElement;
            PublishedPaper paper = new(
                top.GetProperty("key").GetString()!,
                top.GetProperty("citation").GetString()!,
                top.GetProperty("title").GetString(),
                top.GetProperty("doi").GetString());
            return (paper, [.. top.GetProperty("facts").EnumerateArray().Select(fact => Fact(fact, paper))]);
        }
        catch (Exception error) when (error is JsonException or IOException or KeyNotFoundException or InvalidOperationException
            or FormatException or UnauthorizedAccessException)
        {
            throw new InputException(
                InputPlace.Whole(path),
                $"the file of published facts is faulty: {error.Message}",
                string.Empty,
                "Compare with the other files of data/papers.");
        }
    }

    private static PublishedFact Fact(JsonElement fact, PublishedPaper paper)
    {
        string id = fact.GetProperty("id").GetString()!;
        Unit unit = Unit.Parse(fact.GetProperty("unit").GetString()!);
        bool isSealed = fact.TryGetProperty("sealed", out JsonElement mark) && mark.GetBoolean();
        bool hasValue = fact.TryGetProperty("value", out JsonElement value);
        if (isSealed == hasValue)
        {
            throw new FormatException($"the fact '{id}' must have either a value or the mark 'sealed'.");
        }

        _ = ReferenceStateNames.TryParse(Text(fact, "state"), out ReferenceState state);
        return new PublishedFact
        {
            Id = id,
            Paper = paper.Key,
            System = fact.GetProperty("system").GetString()!,
            Quantity = fact.GetProperty("quantity").GetString()!,
            Value = isSealed ? null : Value(fact.GetProperty("qualifier").GetString()!, value, unit, id),
            Unit = unit,
            State = state,
            Conditions = Conditions(fact.GetProperty("conditions")),
            Kind = Text(fact, "kind"),
            Note = Text(fact, "note"),
            Source = new Source(Origin.Measured, paper.Citation, paper.Doi, Text(fact, "place"), Confidence.Verified),
        };
    }

    private static FactValue Value(string qualifier, JsonElement value, Unit unit, string id)
    {
        FactQualifier meaning = Qualifiers.TryGetValue(qualifier, out FactQualifier known)
            ? known
            : throw new FormatException($"the fact '{id}' has the unknown qualifier '{qualifier}'.");
        ImmutableArray<double> numbers = value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(number => number.GetDouble())]
            : [value.GetDouble()];
        int expected = meaning switch
        {
            FactQualifier.List => numbers.Length,
            FactQualifier.Range => 2,
            _ => 1,
        };
        return numbers.Length == expected && expected > 0 ? new FactValue(meaning, numbers, unit) : throw new FormatException(
            string.Create(CultureInfo.InvariantCulture, $"the fact '{id}' has {numbers.Length} numbers for '{qualifier}'."));
    }

    private static FactConditions Conditions(JsonElement conditions)
    {
        Dictionary<string, JsonElement> left =
            conditions.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal);
        double[]? window = TakePair(left, "voltage_window_V");
        return new FactConditions
        {
            Temperature = Take(left, "temperature_C") + PhysicalConstants.ZeroCelsius,
            CRate = Take(left, "c_rate"),
            CurrentDensity = Take(left, "current_density_mA_cm2") * 10.0,
            LowerCutOff = window?[0],
            UpperCutOff = window?[1],
            Loading = Take(left, "loading_mg_cm2") * 0.01,
            Cycle = Take(left, "cycle"),
            Cathode = left.Remove("cathode", out JsonElement cathode) ? cathode.GetString() : null,
            Others = left.ToImmutableSortedDictionary(entry => entry.Key, entry => Plain(entry.Value), StringComparer.Ordinal),
        };
    }

    // A condition that is no single number (a range of cycles, a doubtful C-rate) stays text among the others.
    private static double? Take(Dictionary<string, JsonElement> left, string key)
    {
        if (!left.TryGetValue(key, out JsonElement value) || value.ValueKind != JsonValueKind.Number)
        {
            return null;
        }

        left.Remove(key);
        return value.GetDouble();
    }

    private static double[]? TakePair(Dictionary<string, JsonElement> left, string key) =>
        left.Remove(key, out JsonElement pair) ? [.. pair.EnumerateArray().Select(number => number.GetDouble())] : null;

    private static string Plain(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static string? Text(JsonElement fact, string key) =>
        fact.TryGetProperty(key, out JsonElement text) ? text.GetString() : null;
}
