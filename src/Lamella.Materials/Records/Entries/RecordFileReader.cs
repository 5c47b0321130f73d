using System.Collections.Immutable;
using System.Globalization;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Core.Yaml;

namespace Lamella.Materials.Records.Entries;

/// <summary>Reads files of records; the format is written down in <c>docs/records.md</c>.</summary>
internal sealed class RecordFileReader
{
    private static readonly string[] FileKeys = ["publication", "source", "works", "systems", "records"];
    private static readonly string[] SourceKeys = ["citation", "authors", "title", "journal", "year", "volume", "page", "doi"];
    private static readonly string[] RecordKeys =
    [
        "id", "system", "specimen", "quantity", "value", "state", "at", "method", "source", "reference", "in", "row", "confidence", "kind", "note",
    ];

    private static readonly string[] Kinds = ["measured", "literature", "protocol", "simulated", "target", "analysed"];

    private readonly Vocabulary _vocabulary = Vocabulary.LoadShipped();
    private readonly ConditionReader _conditions = new();
    private readonly YamlMapping _top;
    private readonly bool _isOwn;
    private readonly string _publication;
    private readonly RecordSource? _source;
    private readonly Dictionary<string, RecordSource> _works = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RecordedSystem> _systems = new(StringComparer.Ordinal);
    private readonly Dictionary<RecordSource, RecordSource> _cited = [];
    private readonly Dictionary<(string Quantity, string Text), RecordedValue> _values = [];

    private RecordFileReader(YamlMapping top, bool isOwn)
    {
        (_top, _isOwn) = (top.AllowOnly(FileKeys), isOwn);
        _publication = top.Optional("publication")?.AsText() ?? Path.GetFileNameWithoutExtension(top.Place.File);
        _source = top.Optional("source") is { } source ? ReadSource(source, _publication) : null;
        foreach (YamlEntry work in top.Optional("works")?.AsMapping().Entries ?? [])
        {
            _works[work.Key] = ReadSource(work.Value, $"{_publication}-{work.Key}") with { QuotedIn = _source?.Citation, Number = work.Key };
        }

        foreach (YamlEntry system in top.Optional("systems")?.AsMapping().Entries ?? [])
        {
            _systems[system.Key] = new RecordedSystem(system.Key, system.Value.AsMapping().Entries.ToImmutableSortedDictionary(
                entry => entry.Key, entry => entry.Value.AsText(), StringComparer.Ordinal));
        }

        foreach (RecordedSystem cell in _systems.Values.ToArray())
        {
            _systems[cell.Name] = WithElectrolyte(cell);
        }
    }

    /// <summary>Reads the records of a file.</summary>
    /// <exception cref="InputException">The file is faulty; says where and what is allowed.</exception>
    internal static ImmutableArray<LiteratureRecord> Read(YamlMapping top, bool isOwn)
    {
        var reader = new RecordFileReader(top, isOwn);
        return [.. top.Required("records", "[]").AsSequence().Items.Select((node, index) => reader.Record(node.AsMapping(), index))];
    }

    private static RecordSource ReadSource(YamlNode node, string key)
    {
        if (node is not YamlMapping mapping)
        {
            return new RecordSource(key, node.AsText());
        }

        string? Text(string name) => mapping.AllowOnly(SourceKeys).Optional(name)?.AsText();
        string[] parts = [.. new[] { Text("authors"), Text("journal"), Text("year"), Text("volume"), Text("page") }.OfType<string>()];
        string? citation = Text("citation") ?? (parts.Length > 1 ? string.Join(", ", parts) : null);
        return citation is null
            ? throw node.Error("the source says neither a citation nor authors and journal.", string.Join(", ", SourceKeys), "Add 'citation: Author, Journal 1, 1 (2026)'.")
            : new RecordSource(key, citation)
            {
                Authors = Text("authors"), Title = Text("title"), Journal = Text("journal"), Year = Text("year"), Volume = Text("volume"),
                Page = Text("page"), Doi = mapping.Optional("doi") is { } doi ? DoiText.Read(doi) : null,
            };
    }

    // A cell is made of what its electrolyte is made of; what it says itself wins.
    private RecordedSystem WithElectrolyte(RecordedSystem cell) =>
        cell.Attributes.GetValueOrDefault("electrolyte") is { } name && _systems.GetValueOrDefault(name) is { } electrolyte && name != cell.Name
            ? cell with { Attributes = electrolyte.Attributes.SetItems(cell.Attributes) } : cell;

    private LiteratureRecord Record(YamlMapping node, int index)
    {
        node.AllowOnly(RecordKeys);
        string quantity = _vocabulary.Read(node.Required("quantity", "ionic_conductivity"));
        string system = node.Required("system", "LLZTO pellet").AsText();
        string id = node.Optional("id")?.AsText() ?? string.Create(CultureInfo.InvariantCulture, $"{_publication}-{index + 1}");
        return new LiteratureRecord
        {
            Id = id,
            Publication = _publication,
            System = System(system),
            Specimen = node.Optional("specimen")?.AsText(),
            Quantity = quantity,
            Value = Value(node.Required("value", "0.58 mS/cm"), quantity),
            State = Vocabulary.ReadState(node, quantity),
            Conditions = (node.Optional("at")?.AsMapping().Entries ?? []).ToImmutableSortedDictionary(
                entry => entry.Key, entry => _conditions.Read(entry.Key, entry.Value), StringComparer.Ordinal),
            Method = node.Optional("method")?.AsText(),
            Source = Source(node, id),
            Place = node.Optional("in")?.AsText(),
            Row = node.Optional("row")?.AsText(),
            Confidence = Enum.Parse<RecordConfidence>(node.Optional("confidence")?.AsOneOf("high", "medium", "low") ?? "high", ignoreCase: true),
            Kind = node.Optional("kind")?.AsOneOf(Kinds) ?? "measured",
            Note = node.Optional("note")?.AsText(),
            IsOwn = _isOwn,
            Where = node.Place,
        };
    }

    // Files repeat many values; each is read and checked once.
    private RecordedValue Value(YamlNode node, string quantity)
    {
        string text = node.AsText();
        if (!_values.TryGetValue((quantity, text), out RecordedValue? known))
        {
            _values.Add((quantity, text), known = ReadValue(node, quantity));
        }

        return known;
    }

    private RecordedValue ReadValue(YamlNode node, string quantity)
    {
        if (_vocabulary.IsText(quantity))
        {
            return new RecordedValue(node.AsText(), null, [], []);
        }

        PrintedValue read = PrintedValue.Read(node);
        _vocabulary.Require(node, quantity, read.Value.Unit);
        Vocabulary.RequirePhysical(node, quantity, read.Value);
        return new RecordedValue(
            node.AsText(), read.Value, [.. read.Pieces.Select(PrintedValue.DigitsOf)], [.. read.Each.Select(each => each.Uncertainty)]);
    }

    private RecordedSystem System(string name)
    {
        if (!_systems.TryGetValue(name, out RecordedSystem? system))
        {
            _systems.Add(name, system = RecordedSystem.Named(name));
        }

        return system;
    }

    private RecordSource Source(YamlMapping node, string id)
    {
        if (node.Optional("source") is { } own)
        {
            // Records that cite the same are of one source; its key is that of the first.
            RecordSource read = ReadSource(own, id), bare = read with { Key = string.Empty };
            if (!_cited.TryGetValue(bare, out RecordSource? first))
            {
                _cited.Add(bare, first = read);
            }

            return first;
        }

        if (node.Optional("reference") is { } reference)
        {
            return _works.GetValueOrDefault(reference.AsText()) ?? throw reference.Error(
                $"'{reference.AsText()}' is no work of this file.",
                _works.Count > 0 ? string.Join(", ", _works.Keys) : "numbers that stand under 'works:'",
                "Add the work under 'works:', or write 'source:' with a citation.");
        }

        return _source ?? throw node.Error(
            $"the record '{id}' has no source.",
            "'source:' or 'reference:' in the record, or 'source:' at the top of the file",
            "Add 'source: { citation: \"...\" }'; for own measurements name the notebook or the file they come from.");
    }
}
