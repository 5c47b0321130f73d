using System.Collections.Immutable;
using System.Globalization;
using Lamella.Core;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.Materials.Records;

namespace Lamella.Audit.Claims;

/// <summary>Makes claims of the published facts that ship with the product. Sealed facts have no value and make no claim.</summary>
internal static class PublishedClaims
{
    // Conditions that the files of facts keep as text carry their unit at the end of their name.
    private static readonly ImmutableArray<(string Ending, string? Name, string Unit)> Suffixes =
    [
        ("rest_days", "rest_time", "d"), ("_days", null, "d"), ("_h", null, "h"), ("_min", null, "min"), ("_s", null, "s"),
        ("_C", null, "degC"), ("_V", null, "V"), ("_mA_cm2", null, "mA/cm2"), ("_mV_s", null, "mV/s"), ("_um", null, "um"),
    ];

    internal static ImmutableArray<Claim> Of(string paper, FactLibrary library) =>
        library.Papers.Any(known => known.Key == paper)
            ? [.. library.Facts.Where(fact => fact.Paper == paper && !fact.IsSealed).Select(Of)]
            : throw new InputException(
                InputPlace.Whole(paper),
                $"no facts of '{paper}' ship with the product.",
                string.Join(", ", library.Papers.Select(known => known.Key)),
                "Name one of these under 'facts:', or leave the key out.");

    private static Claim Of(PublishedFact fact) => new()
    {
        Id = fact.Id,
        About = fact.System,
        Quantity = fact.Quantity,
        Value = Value(fact.Value!),
        State = fact.State,
        Conditions = Conditions(fact.Conditions),
        Place = fact.Source.Place ?? string.Empty,
        Kind = fact.Kind ?? "measured",
        Where = InputPlace.Whole($"data/papers/{fact.Paper}.json"),
    };

    private static ClaimValue Value(FactValue value) => new(
        value,
        [.. value.Numbers.Select(number => ClaimValueReader.HalfDigit(number.ToString("R", CultureInfo.InvariantCulture), value.Unit))]);

    // A range of cycles stands as [first, last].
    private static FactValue? Range(string text, string key)
    {
        string[] ends = key == "cycle" ? text.Trim('[', ']').Split(',', StringSplitOptions.TrimEntries) : [];
        bool isRange = ends.Length == 2 && double.TryParse(ends[0], CultureInfo.InvariantCulture, out _) && double.TryParse(ends[1], CultureInfo.InvariantCulture, out _);
        return isRange ? new FactValue(FactQualifier.Range, [.. ends.Select(end => double.Parse(end, CultureInfo.InvariantCulture))], Unit.One) : null;
    }

    private static ImmutableSortedDictionary<string, ClaimCondition> Conditions(FactConditions facts)
    {
        var conditions = ImmutableSortedDictionary.CreateBuilder<string, ClaimCondition>(StringComparer.Ordinal);
        Add("temperature", facts.Temperature - PhysicalConstants.ZeroCelsius, "degC");
        Add("c_rate", facts.CRate, "C");
        Add("current_density", facts.CurrentDensity / 10.0, "mA/cm2");
        Add("loading", facts.Loading * 100.0, "mg/cm2");
        Add("cycle", facts.Cycle, "1");
        if (facts is { LowerCutOff: { } lower, UpperCutOff: { } upper })
        {
            var window = new FactValue(FactQualifier.Range, [lower, upper], Unit.Parse("V"));
            conditions["voltage_window"] = new ClaimCondition(window.ToString(), new ClaimValue(window, [0.0, 0.0]));
        }

        if (facts.Cathode is { } cathode)
        {
            conditions["cathode"] = new ClaimCondition(cathode, null);
        }

        foreach ((string key, string text) in facts.Others.Where(other => !other.Key.EndsWith("_note", StringComparison.Ordinal)))
        {
            if (Range(text, key) is { } range)
            {
                conditions[key] = new ClaimCondition(range.ToString(), new ClaimValue(range, [0.0, 0.0]));
            }
            else if (Suffixes.FirstOrDefault(suffix => key.EndsWith(suffix.Ending, StringComparison.Ordinal)) is { Ending: not null } suffix
                && double.TryParse(text, CultureInfo.InvariantCulture, out double number))
            {
                Add(suffix.Name ?? key[..^suffix.Ending.Length], number, suffix.Unit);
            }
            else
            {
                conditions[key] = new ClaimCondition(text, null);
            }
        }

        return conditions.ToImmutable();

        void Add(string key, double? number, string unit)
        {
            if (number is { } value)
            {
                double rounded = Math.Round(value, 9); // the conversion to SI and back leaves a stray last digit
                var one = new FactValue(FactQualifier.Exact, [rounded], Unit.Parse(unit));
                conditions[key] = new ClaimCondition(one.ToString(), new ClaimValue(one, [0.0]));
            }
        }
    }
}
