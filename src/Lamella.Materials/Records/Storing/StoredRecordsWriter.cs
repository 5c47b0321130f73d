using System.Collections.Immutable;
using Lamella.Core.Quantities;
using Lamella.Materials.Records.Entries;

namespace Lamella.Materials.Records.Storing;

/// <summary>Writes records so that <see cref="StoredRecordsReader"/> gives the same back. Texts, conditions, values, systems and sources that repeat are written once.</summary>
internal sealed class StoredRecordsWriter
{
    private readonly StoredTable<string> _texts;
    private readonly StoredTable<Unit> _units;
    private readonly StoredTable<FactValue> _numbers;
    private readonly StoredTable<RecordCondition> _conditions;
    private readonly StoredTable<ImmutableSortedDictionary<string, RecordCondition>> _conditionSets;
    private readonly StoredTable<RecordedValue> _values;
    private readonly StoredTable<RecordedSystem> _systems;
    private readonly StoredTable<RecordSource> _sources;

    internal StoredRecordsWriter()
    {
        _texts = new(StringComparer.Ordinal, (writer, text) => writer.Write(text));
        _units = new(ReferenceEqualityComparer.Instance, (writer, unit) => writer.Write(_texts!.Of(unit.Symbol)));
        _numbers = new(ReferenceEqualityComparer.Instance, Number);
        _conditions = new(ReferenceEqualityComparer.Instance, (writer, condition) => writer.Write(_texts.Of(condition.Text), _numbers!.Of(condition.Value)));
        _conditionSets = new(new SameConditions(), ConditionSet);
        _values = new(ReferenceEqualityComparer.Instance, Value);
        _systems = new(ReferenceEqualityComparer.Instance, System);
        _sources = new(ReferenceEqualityComparer.Instance, Source);
    }

    /// <summary>Writes records.</summary>
    internal byte[] Write(ImmutableArray<LiteratureRecord> records)
    {
        var body = new StoredBytes();
        body.Write(records.Length);
        foreach (LiteratureRecord record in records)
        {
            Record(body, record);
        }

        var output = new StoredBytes();
        _texts.CopyTo(output);
        _units.CopyTo(output);
        _numbers.CopyTo(output);
        _conditions.CopyTo(output);
        _conditionSets.CopyTo(output);
        _values.CopyTo(output);
        _systems.CopyTo(output);
        _sources.CopyTo(output);
        output.Write(body.Written);
        return output.Written.ToArray();
    }

    private void Number(StoredBytes writer, FactValue value)
    {
        writer.Write((int)value.Qualifier, _units.Of(value.Unit), value.Numbers.Length);
        foreach (double number in value.Numbers)
        {
            writer.Write(number);
        }
    }

    private void ConditionSet(StoredBytes writer, ImmutableSortedDictionary<string, RecordCondition> set)
    {
        writer.Write(set.Count);
        foreach ((string name, RecordCondition condition) in set)
        {
            writer.Write(_texts.Of(name), _conditions.Of(condition));
        }
    }

    private void Value(StoredBytes writer, RecordedValue value)
    {
        writer.Write(_texts.Of(value.Printed), _numbers.Of(value.Number), value.Digits.Length);
        foreach (string digits in value.Digits)
        {
            writer.Write(_texts.Of(digits));
        }

        writer.Write(value.Uncertainty.Length);
        foreach (double uncertainty in value.Uncertainty)
        {
            writer.Write(uncertainty);
        }
    }

    private void System(StoredBytes writer, RecordedSystem system)
    {
        writer.Write(_texts.Of(system.Name), system.Attributes.Count);
        foreach ((string name, string text) in system.Attributes)
        {
            writer.Write(_texts.Of(name), _texts.Of(text));
        }
    }

    private void Source(StoredBytes writer, RecordSource source) => writer.Write(
        _texts.Of(source.Key), _texts.Of(source.Citation), _texts.Of(source.Authors), _texts.Of(source.Title), _texts.Of(source.Journal), _texts.Of(source.Year),
        _texts.Of(source.Volume), _texts.Of(source.Page), _texts.Of(source.Doi), _texts.Of(source.QuotedIn), _texts.Of(source.Number));

    private void Record(StoredBytes writer, LiteratureRecord record) => writer.Write(
        _texts.Of(record.Id), _texts.Of(record.Publication), _systems.Of(record.System), _texts.Of(record.Specimen), (int)record.State,
        _texts.Of(record.Quantity), _values.Of(record.Value), _conditionSets.Of(record.Conditions), _texts.Of(record.Method), _sources.Of(record.Source),
        _texts.Of(record.Place), _texts.Of(record.Row), (int)record.Confidence, _texts.Of(record.Kind), _texts.Of(record.Note), record.IsOwn ? 1 : 0,
        record.Where.Line, record.Where.Column, _texts.Of(record.Where.Text));

    /// <summary>Two sets are one where they hold the same conditions under the same names; the reader gives equal conditions as one object.</summary>
    private sealed class SameConditions : IEqualityComparer<ImmutableSortedDictionary<string, RecordCondition>>
    {
        public bool Equals(ImmutableSortedDictionary<string, RecordCondition>? x, ImmutableSortedDictionary<string, RecordCondition>? y) =>
            ReferenceEquals(x, y) || (x!.Count == y!.Count && x.Zip(y).All(pair => pair.First.Key == pair.Second.Key && ReferenceEquals(pair.First.Value, pair.Second.Value)));

        public int GetHashCode(ImmutableSortedDictionary<string, RecordCondition> set)
        {
            var hash = default(HashCode);
            foreach ((string name, RecordCondition condition) in set)
            {
                hash.Add(name, StringComparer.Ordinal);
                hash.Add(condition.Text, StringComparer.Ordinal);
            }

            return hash.ToHashCode();
        }
    }
}
