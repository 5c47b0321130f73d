using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;
using Lamella.Materials.Records.Entries;

namespace Lamella.Materials.Records.Storing;

/// <summary>Reads what <see cref="StoredRecordsWriter"/> wrote.</summary>
/// <param name="bytes">What was written.</param>
/// <param name="path">Path of the file of records, for messages.</param>
internal sealed class StoredRecordsReader(ReadOnlyMemory<byte> bytes, string path)
{
    private int _at;
    private string?[] _texts = [];
    private Unit?[] _units = [];
    private FactValue?[] _numbers = [];
    private RecordCondition?[] _conditions = [];
    private ImmutableSortedDictionary<string, RecordCondition>?[] _conditionSets = [];
    private RecordedValue?[] _values = [];
    private RecordedSystem?[] _systems = [];
    private RecordSource?[] _sources = [];

    /// <summary>Reads the records.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    /// <exception cref="IndexOutOfRangeException">It is something else, or its end is missing.</exception>
    internal ImmutableArray<LiteratureRecord> Read()
    {
        _texts = Table(ReadText);
        _units = Table(() => Unit.Parse(Text()));
        _numbers = Table(ReadNumber);
        _conditions = Table(() => new RecordCondition(Text(), _numbers[Next()]));
        _conditionSets = Table(ReadConditionSet);
        _values = Table(() => new RecordedValue(Text(), _numbers[Next()], Array(Text), Array(ReadDouble)));
        _systems = Table(ReadSystem);
        _sources = Table(ReadSource);
        return Array(ReadRecord);
    }

    private int Next()
    {
        ReadOnlySpan<byte> span = bytes.Span;
        int value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte part = span[_at++];
            value |= (part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }

    private double ReadDouble()
    {
        double value = BinaryPrimitives.ReadDoubleLittleEndian(bytes.Span[_at..]);
        _at += sizeof(double);
        return value;
    }

    private string ReadText()
    {
        int length = Next();
        string text = Encoding.UTF8.GetString(bytes.Span.Slice(_at, length));
        _at += length;
        return text;
    }

    private string Text() => _texts[Next()] ?? throw new FormatException("a text is missing.");

    private string? OptionalText() => _texts[Next()];

    // Number 0 stands for nothing.
    private T?[] Table<T>(Func<T> read)
        where T : class
    {
        var table = new T?[Next() + 1];
        for (int i = 1; i < table.Length; i++)
        {
            table[i] = read();
        }

        return table;
    }

    private ImmutableArray<T> Array<T>(Func<T> read)
    {
        var items = new T[Next()];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = read();
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    private FactValue ReadNumber()
    {
        var qualifier = (FactQualifier)Next();
        Unit unit = _units[Next()]!;
        return new FactValue(qualifier, Array(ReadDouble), unit);
    }

    private ImmutableSortedDictionary<string, RecordCondition> ReadConditionSet()
    {
        var set = ImmutableSortedDictionary.CreateBuilder<string, RecordCondition>(StringComparer.Ordinal);
        for (int left = Next(); left > 0; left--)
        {
            set.Add(Text(), _conditions[Next()]!);
        }

        return set.ToImmutable();
    }

    private RecordedSystem ReadSystem()
    {
        string name = Text();
        var attributes = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        for (int left = Next(); left > 0; left--)
        {
            attributes.Add(Text(), Text());
        }

        return new RecordedSystem(name, attributes.ToImmutable());
    }

    private RecordSource ReadSource() => new(Text(), Text())
    {
        Authors = OptionalText(), Title = OptionalText(), Journal = OptionalText(), Year = OptionalText(), Volume = OptionalText(), Page = OptionalText(),
        Doi = OptionalText(), QuotedIn = OptionalText(), Number = OptionalText(),
    };

    // In the order in which they were written: initialisers run from top to bottom.
    private LiteratureRecord ReadRecord() => new()
    {
        Id = Text(),
        Publication = Text(),
        System = _systems[Next()]!,
        Specimen = OptionalText(),
        State = (ReferenceState)Next(),
        Quantity = Text(),
        Value = _values[Next()]!,
        Conditions = _conditionSets[Next()]!,
        Method = OptionalText(),
        Source = _sources[Next()]!,
        Place = OptionalText(),
        Row = OptionalText(),
        Confidence = (RecordConfidence)Next(),
        Kind = Text(),
        Note = OptionalText(),
        IsOwn = Next() == 1,
        Where = new InputPlace(path, Next(), Next(), Text()),
    };
}
