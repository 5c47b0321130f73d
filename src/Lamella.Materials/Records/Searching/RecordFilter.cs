using System.Collections.Immutable;
using Lamella.Core.Quantities;
using Lamella.Materials.Records.Entries;

namespace Lamella.Materials.Records.Searching;

/// <summary>The part of a question that is no matter of words: values, states, conditions, composition.</summary>
internal sealed class RecordFilter
{
    private readonly RecordQuery _query;
    private readonly CompositionQuestion _composition;

    internal RecordFilter(RecordQuery query, CompositionQuestion composition) => (_query, _composition) = (query, composition);

    internal bool Passes(LiteratureRecord record) =>
        (_query.State is null || record.State == _query.State)
        && (_query.Publication is null || record.Publication == _query.Publication)
        && (!_query.OnlyOwn || record.IsOwn)
        && (_query.Temperature is null || Holds(record, "temperature", _query.Temperature))
        && (_query.Value is null || (record.Value.Number is { } stated && RecordQuery.Overlap(_query.Value, stated)))
        && _query.Conditions.All(asked => Holds(record, asked.Key, asked.Value))
        && (_composition.Components.IsEmpty || IsMadeOf(record))
        && _composition.Shares.All(share => HasShare(record, share));

    private static bool Holds(LiteratureRecord record, string name, FactValue asked) =>
        record.Conditions.TryGetValue(name, out RecordCondition? condition) && condition.Value is { } stated && RecordQuery.Overlap(asked, stated);

    private static bool Holds(LiteratureRecord record, string name, RecordCondition asked)
    {
        if (asked.Value is { } value)
        {
            return Holds(record, name, value);
        }

        string? stated = record.Conditions.TryGetValue(name, out RecordCondition? condition) ? condition.Text : record.System.Attributes.GetValueOrDefault(name);
        return stated is not null && string.Equals(stated, asked.Text, StringComparison.OrdinalIgnoreCase);
    }

    // Shares stand with the system, among the conditions, or are what the record itself says.
    private static bool HasShare(LiteratureRecord record, FactValue asked) => Shares(record).Any(stated => RecordQuery.Overlap(asked, stated));

    private static IEnumerable<FactValue> Shares(LiteratureRecord record)
    {
        if (record.System.Attributes.GetValueOrDefault("filler share") is { } text && PrintedValue.BeginsAsNumber(text))
        {
            yield return PrintedValue.Read(text, record.Where.ToString()).Value;
        }

        foreach (RecordCondition condition in record.Conditions.Values)
        {
            if (condition.Value is { } value && IsShare(value))
            {
                yield return value;
            }
        }

        if (record.Value.Number is { } own && IsShare(own))
        {
            yield return own;
        }
    }

    private static bool IsShare(FactValue value) =>
        value.Unit.Dimension.Kind is QuantityKind.MassFraction or QuantityKind.VolumeFraction or QuantityKind.MoleFraction;

    private bool IsMadeOf(LiteratureRecord record)
    {
        IEnumerable<string> stated = record.System.Composition
            .Concat(record.Conditions.Where(entry => RecordedSystem.CompositionKeys.Contains(entry.Key)).Select(entry => entry.Value.Text));
        string[] words = [.. stated.SelectMany(RecordWords.Split)];
        return _composition.Components.All(component => words.Any(word => word.StartsWith(component, StringComparison.Ordinal)));
    }
}
