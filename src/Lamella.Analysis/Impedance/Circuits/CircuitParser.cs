using System.Collections.Immutable;
using Lamella.Core.Errors;

namespace Lamella.Analysis.Impedance.Circuits;

/// <summary>Reads the text of a circuit; every fault is shown with a caret.</summary>
/// <remarks>series = part {"-" part}; part = name | "p(" series "," series {"," series} ")" | "(" series ")".</remarks>
internal sealed class CircuitParser(string text)
{
    private const int LongestText = 1000;
    private const int MostElements = 64;
    private const int DeepestNesting = 32;
    private const string Example = "Write it like R0-p(R1,CPE1)-W1: '-' joins in series, 'p(a,b)' in parallel.";

    private readonly List<CircuitComponent> _components = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private int _at;
    private int _depth;
    private int _parameters;

    /// <summary>Reads the whole text.</summary>
    internal Circuit Read()
    {
        if (text.Length > LongestText)
        {
            throw Fault(LongestText, $"The circuit has {text.Length} characters.", $"at most {LongestText}", "Shorten the names or the circuit.");
        }

        CircuitNode root = Series(string.Empty);
        SkipBlanks();
        if (_at < text.Length)
        {
            throw Unexpected(text[_at] == ')' ? "')' closes nothing." : $"'{text[_at]}' has no meaning here.", "'-' or the end of the circuit");
        }

        return new Circuit(string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))), root, [.. _components]);
    }

    private CircuitNode Series(string prefix)
    {
        var parts = new List<CircuitNode> { Part(prefix) };
        while (Accept('-'))
        {
            parts.Add(Part(prefix));
        }

        return CircuitNode.Join(Joint.Series, parts);
    }

    private CircuitNode Part(string prefix)
    {
        SkipBlanks();
        bool parallel = _at + 1 < text.Length && text[_at] is 'p' or 'P' && Next(_at + 1) == '(';
        if (parallel || Peek() == '(')
        {
            return Bracket(parallel, prefix);
        }

        if (!char.IsAsciiLetter(Peek()))
        {
            string problem = _at >= text.Length ? "The circuit ends where an element should stand." : $"An element should stand here, not '{text[_at]}'.";
            throw Unexpected(problem, $"an element ({string.Join(", ", CircuitElements.Codes)}) or 'p('");
        }

        return Element(prefix);
    }

    private CircuitNode Bracket(bool parallel, string prefix)
    {
        int begin = _at;
        if (++_depth > DeepestNesting)
        {
            throw Fault(begin, "The brackets are nested too deeply.", $"at most {DeepestNesting} levels", "Simplify the circuit.");
        }

        _at += parallel ? 1 : 0;
        Accept('(');
        var branches = new List<CircuitNode> { Series(prefix) };
        while (parallel && Accept(','))
        {
            branches.Add(Series(prefix));
        }

        if (!Accept(')'))
        {
            throw _at >= text.Length
                ? Fault(begin, "This bracket is not closed.", string.Empty, "Add ')'. " + Example)
                : Unexpected($"'{text[_at]}' has no meaning here.", parallel ? "'-', ',' or ')'" : "'-' or ')'; branches in parallel begin with 'p('");
        }

        if (parallel && branches.Count == 1)
        {
            throw Fault(begin, "A parallel connection has one branch only.", "two or more, separated by commas", Example);
        }

        _depth--;
        return CircuitNode.Join(parallel ? Joint.Parallel : Joint.Series, branches);
    }

    private CircuitNode Element(string prefix)
    {
        int begin = _at;
        while (_at < text.Length && char.IsAsciiLetter(text[_at]))
        {
            _at++;
        }

        int codeEnd = _at;
        while (_at < text.Length && (char.IsAsciiDigit(text[_at]) || text[_at] == '_' || (text.AsSpan(codeEnd, _at - codeEnd).Contains('_') && char.IsAsciiLetter(text[_at]))))
        {
            _at++;
        }

        (string code, string name) = LongestCode(begin, codeEnd);
        if (!_names.Add(prefix + name))
        {
            throw Fault(begin, $"The name '{name}' stands twice.", "each name once", "Number the elements: R1, R2. To give two the same value, share parameters in the fit.");
        }

        return CircuitElements.FindBlock(code) is { } block ? Expand(block, name) : Leaf(CircuitElements.Find(code)!, name, begin);
    }

    /// <summary>Finds the code at the beginning of a name such as TL2 or R2, whose digits may belong to either.</summary>
    private (string Code, string Name) LongestCode(int begin, int codeEnd)
    {
        string name = text[begin.._at];
        for (int length = Math.Min(name.Length, codeEnd - begin + 1); length >= codeEnd - begin; length--)
        {
            string code = name[..length];
            if (CircuitElements.Find(code) is not null || CircuitElements.FindBlock(code) is not null)
            {
                return (code, name);
            }
        }

        string unknown = text[begin..codeEnd];
        string hint = Suggestion.Nearest(unknown, CircuitElements.Codes) is { } near ? $"Did you mean '{near}'? " : string.Empty;
        throw Fault(begin, $"'{unknown}' is no element.", string.Join(", ", CircuitElements.Codes), hint + Example);
    }

    private CircuitNode Expand(CircuitBlock block, string name)
    {
        // The names of a block's elements follow its own: RND1.CPE, RND1.R, RND1.W.
        Circuit inner = new CircuitParser(block.Circuit).Read();
        var index = new Dictionary<int, int>();
        foreach (int component in inner.Root.Leaves())
        {
            index[component] = Add(inner.Components[component].Element, $"{name}.{inner.Components[component].Name}");
        }

        return Renumber(inner.Root, index);
    }

    private static CircuitNode Renumber(CircuitNode node, Dictionary<int, int> index) => node.Joint == Joint.None
        ? CircuitNode.Leaf(index[node.Component])
        : node with { Children = [.. node.Children.Select(child => Renumber(child, index))] };

    private CircuitNode Leaf(CircuitElement element, string name, int begin) => _components.Count < MostElements
        ? CircuitNode.Leaf(Add(element, name))
        : throw Fault(begin, "The circuit has too many elements.", $"at most {MostElements}", "Simplify the circuit.");

    private int Add(CircuitElement element, string name)
    {
        _components.Add(new CircuitComponent(name, element, _parameters));
        _parameters += element.Parameters.Length;
        return _components.Count - 1;
    }

    private char Peek() => _at < text.Length ? text[_at] : '\0';

    private char Next(int from)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        return from < text.Length ? text[from] : '\0';
    }

    private bool Accept(char expected)
    {
        SkipBlanks();
        bool found = Peek() == expected;
        _at += found ? 1 : 0;
        return found;
    }

    private void SkipBlanks()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }

    private InputException Unexpected(string problem, string allowed) => Fault(_at, problem, allowed, Example);

    private InputException Fault(int at, string problem, string allowed, string remedy) =>
        new(new InputPlace("circuit", 1, at + 1, text), problem, allowed, remedy);
}
