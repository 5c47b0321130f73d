using System.Collections.Immutable;
using System.Globalization;
using Lamella.Core.Errors;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Lamella.Core.Yaml;

/// <summary>Builds the tree from the events of the YAML parser, within limits.</summary>
internal sealed class YamlTreeBuilder
{
    private const int DeepestNode = 32;
    private const int MostAliases = 100;
    private const string Shape = "lines 'key: value' with equal indentation on one level; lists with '- '";
    private const string Balance = "Check brackets, quotes, colons and the indentation here and on the line above.";

    private readonly YamlText _text;
    private readonly YamlLimits _limits;
    private readonly Parser _parser;
    private readonly Dictionary<string, YamlNode> _anchors = new(StringComparer.Ordinal);
    private int _nodes;
    private int _aliases;

    internal YamlTreeBuilder(YamlText text, YamlLimits limits)
    {
        (_text, _limits) = (text, limits);
        _parser = new Parser(new StringReader(text.Content));
    }

    /// <summary>Builds the tree of the one document in the text.</summary>
    internal YamlNode Build()
    {
        if (string.IsNullOrWhiteSpace(_text.Content))
        {
            throw Empty();
        }

        Next<StreamStart>();
        if (_parser.Current is not DocumentStart)
        {
            throw Empty();
        }

        Next<DocumentStart>();
        YamlNode root = Node(string.Empty, 1);
        Next<DocumentEnd>();
        if (_parser.Current is not StreamEnd)
        {
            throw Fault(_parser.Current!.Start, "a second document starts here.", "one document per file", "Put it into a file of its own.");
        }

        return root is YamlScalar { Value.Length: 0 } ? throw Empty() : root;
    }

    private YamlNode Node(string path, int depth)
    {
        ParsingEvent here = _parser.Current!;
        if (depth > DeepestNode)
        {
            throw Limit(here.Start, "deeper", $"a depth of at most {DeepestNode}");
        }

        if (++_nodes > _limits.MostValues)
        {
            throw Limit(here.Start, "longer", $"at most {_limits.MostValues} values, aliases included");
        }

        YamlNode node = here switch
        {
            AnchorAlias alias => Resolve(alias),
            Scalar scalar => Single(scalar, path),
            MappingStart start => Mapping(start, path, depth),
            SequenceStart start => Sequence(start, path, depth),
            _ => throw Fault(here.Start, "no value stands here.", string.Empty, "Write 'key: value'."),
        };
        if (here is NodeEvent { Anchor.IsEmpty: false } anchored && here is not AnchorAlias)
        {
            _anchors[anchored.Anchor.Value] = node;
        }

        return node;
    }

    private YamlNode Resolve(AnchorAlias alias)
    {
        Advance();
        if (++_aliases > MostAliases)
        {
            throw Limit(alias.Start, "more entangled", $"at most {MostAliases} aliases (*name)");
        }

        if (!_anchors.TryGetValue(alias.Value.Value, out YamlNode? node))
        {
            throw Fault(
                alias.Start,
                $"the alias '*{YamlText.Shorten(alias.Value.Value)}' names nothing above it.",
                string.Empty,
                "Mark the value with '&name' before it is used as '*name'; a value cannot contain itself.");
        }

        _nodes += node.Size;
        return _nodes <= _limits.MostValues ? node : throw Limit(alias.Start, "longer", $"at most {_limits.MostValues} values, aliases included");
    }

    private YamlScalar Single(Scalar scalar, string path)
    {
        Advance();
        bool plain = scalar.Style == ScalarStyle.Plain;
        bool nothing = plain && scalar.Value is "~" or "null";
        return new YamlScalar(_text, Line(scalar.Start), Column(scalar.Start), path, nothing ? string.Empty : scalar.Value, plain);
    }

    private YamlMapping Mapping(MappingStart start, string path, int depth)
    {
        Advance();
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (_parser.Current is not MappingEnd)
        {
            if (_parser.Current is not Scalar key)
            {
                throw Fault(_parser.Current!.Start, "a key must be a plain word.", "lines 'key: value'", "Replace the key by a word.");
            }

            Advance();
            if (!lines.TryAdd(key.Value, Line(key.Start)))
            {
                throw Fault(
                    key.Start,
                    string.Create(CultureInfo.InvariantCulture, $"the key '{YamlText.Shorten(key.Value)}' stands twice; first on line {lines[key.Value]}."),
                    "each key once",
                    "Remove one of the two.");
            }

            string below = path.Length == 0 ? key.Value : $"{path}/{key.Value}";
            entries.Add(new YamlEntry(key.Value, Line(key.Start), Column(key.Start), Node(below, depth + 1)));
        }

        Advance();
        return new YamlMapping(_text, Line(start.Start), Column(start.Start), path, entries.ToImmutable());
    }

    private YamlSequence Sequence(SequenceStart start, string path, int depth)
    {
        Advance();
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (_parser.Current is not SequenceEnd)
        {
            items.Add(Node(string.Create(CultureInfo.InvariantCulture, $"{path}/{items.Count + 1}"), depth + 1));
        }

        Advance();
        return new YamlSequence(_text, Line(start.Start), Column(start.Start), path, items.ToImmutable());
    }

    private void Next<T>()
        where T : ParsingEvent
    {
        if (_parser.Current is null)
        {
            Advance();
        }

        if (_parser.Current is not T)
        {
            throw Fault(_parser.Current?.Start ?? Mark.Empty, "the text is no complete YAML document.", string.Empty, "Compare with an example under examples/.");
        }

        Advance();
    }

    private void Advance()
    {
        try
        {
            _parser.MoveNext();
        }
        catch (YamlException error)
        {
            throw Syntax(error);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            // The parser loses its way like this in unclosed brackets and in malformed tags.
            throw Fault(
                _parser.Current?.End ?? Mark.Empty,
                "this is no YAML: a bracket stays open or a tag (!name) is malformed after this place.",
                Shape,
                Balance);
        }
    }

    private InputException Syntax(YamlException error)
    {
        for (int line = Line(error.Start); line <= Line(error.End) + 1; line++)
        {
            string content = _text.Line(line);
            int tab = content.IndexOf('\t', StringComparison.Ordinal);
            if (tab >= 0 && string.IsNullOrWhiteSpace(content[..tab]))
            {
                return new InputException(
                    _text.At(line, tab + 1), "a tab indents this line.", "spaces", "Replace every tab by two spaces.");
            }
        }

        string detail = error.InnerException?.Message ?? error.Message;
        int prefix = detail.IndexOf("): ", StringComparison.Ordinal);
        detail = (prefix >= 0 && detail.StartsWith('(') ? detail[(prefix + 3)..] : detail).TrimEnd('.');
        return Fault(
            error.Start,
            $"this is no YAML: {detail}.",
            Shape,
            Balance);
    }

    private InputException Empty() => new(
        _text.At(1, 1), "the file is empty.", "lines 'key: value'", "Compare with an example under examples/.");

    private InputException Limit(Mark mark, string how, string allowed) => Fault(
        mark, $"the file is {how} than a description can be.", allowed, "Check that this is the right file; write repeated parts out.");

    private InputException Fault(Mark mark, string problem, string allowed, string remedy) => new(
        _text.At(Line(mark), Column(mark)), problem, allowed, remedy);

    private static int Line(Mark mark) => (int)Math.Clamp(mark.Line, 1, int.MaxValue);

    private static int Column(Mark mark) => (int)Math.Clamp(mark.Column, 1, int.MaxValue);
}
