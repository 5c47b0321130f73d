using System.Collections.Immutable;
using System.Globalization;
using Lamella.Core.Errors;

namespace Lamella.Materials.Bpx;

/// <summary>Compiles an expression by recursive descent.</summary>
/// <remarks>sum = product {(+|−) product}; product = sign {(*|/) sign}; sign = {+|−} power; power = atom [** sign].</remarks>
internal sealed class ExpressionParser(string text)
{
    private const int DeepestNesting = 64;

    private const string OperandExpected = "a number, x, '(' or a function";

    private readonly ImmutableArray<ExpressionInstruction>.Builder _program = ImmutableArray.CreateBuilder<ExpressionInstruction>();
    private int _at;
    private int _nesting;
    private int _height;
    private int _depth;

    internal BpxExpression Parse()
    {
        if (text.Length > BpxExpression.LongestText)
        {
            throw Wrong(
                FormattableString.Invariant($"the text has {text.Length} characters"),
                FormattableString.Invariant($"at most {BpxExpression.LongestText}; give a table instead"));
        }

        Sum();
        if (Peek() != '\0')
        {
            throw Wrong($"{Shown()} does not continue the expression", "an operator (+ - * / **) or the end");
        }

        return new BpxExpression(text, _program.ToImmutable(), _depth);
    }

    private void Sum()
    {
        Product();
        while (Peek() is '+' or '-')
        {
            ExpressionOperation operation = text[_at++] == '+' ? ExpressionOperation.Add : ExpressionOperation.Subtract;
            Product();
            Join(operation);
        }
    }

    private void Product()
    {
        Sign();
        while (Peek() is '/' || (Peek() is '*' && !IsPower()))
        {
            ExpressionOperation operation = text[_at++] == '*' ? ExpressionOperation.Multiply : ExpressionOperation.Divide;
            Sign();
            Join(operation);
        }
    }

    private void Sign()
    {
        bool isNegative = false;
        while (Peek() is '+' or '-')
        {
            isNegative ^= text[_at++] == '-';
        }

        Power();
        if (isNegative)
        {
            Apply(ExpressionOperation.Negate);
        }
    }

    private void Power()
    {
        Atom();
        if (Peek() != '*' || !IsPower())
        {
            return;
        }

        _at += 2;
        int start = _program.Count;
        Enter();
        Sign();
        Leave();
        if (Fold(start) is { } exponent)
        {
            _program.Count = start;
            _height--;
            Apply(ExpressionOperation.ConstantPower, exponent);
        }
        else
        {
            Join(ExpressionOperation.Power);
        }
    }

    private void Atom()
    {
        char next = Peek();
        if (next == '(')
        {
            Bracket();
        }
        else if (char.IsAsciiDigit(next) || next == '.')
        {
            Push(new(ExpressionOperation.Constant, Number()));
        }
        else if (char.IsAsciiLetter(next) || next == '_')
        {
            Name();
        }
        else
        {
            throw Wrong(next == '\0' ? "the expression ends too early" : $"{Shown()} cannot stand here", OperandExpected);
        }
    }

    private void Bracket()
    {
        Enter();
        _at++;
        Sum();
        if (Peek() != ')')
        {
            throw Wrong(Peek() == '\0' ? "a bracket is not closed" : $"{Shown()} cannot stand here", "an operator or ')'");
        }

        _at++;
        Leave();
    }

    private void Name()
    {
        int start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] == '_'))
        {
            _at++;
        }

        string name = text[start.._at];
        if (name == "x")
        {
            Push(new(ExpressionOperation.Variable));
            return;
        }

        int function = BpxExpression.Functions.IndexOf(name);
        if (function < 0 || Peek() != '(')
        {
            _at = start;
            string nearest = function < 0 && Suggestion.Nearest(name, BpxExpression.Functions) is { } near ? $"; did you mean '{near}'?" : string.Empty;
            throw Wrong(
                function < 0 ? $"'{Shorten(name)}' is neither x nor a known function{nearest}" : $"'{name}' lacks its bracket",
                function < 0 ? $"x, {string.Join(", ", BpxExpression.Functions)}" : $"{name}(…)");
        }

        Bracket();
        Apply(function switch
        {
            0 => ExpressionOperation.Exp,
            1 => ExpressionOperation.Tanh,
            2 => ExpressionOperation.Cosh,
            3 => ExpressionOperation.Sinh,
            4 => ExpressionOperation.Log,
            _ => ExpressionOperation.Sqrt,
        });
    }

    private double Number()
    {
        int start = _at;
        Digits();
        if (_at < text.Length && text[_at] == '.')
        {
            _at++;
            Digits();
        }

        if (_at < text.Length && text[_at] is 'e' or 'E')
        {
            _at++;
            _at += _at < text.Length && text[_at] is '+' or '-' ? 1 : 0;
            Digits();
        }

        string written = text[start.._at];
        if (!double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
        {
            _at = start;
            throw Wrong($"'{Shorten(written)}' is no finite number", "a number such as 1.5e-3");
        }

        return value;
    }

    private void Digits()
    {
        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }
    }

    /// <summary>The value of the instructions from a place on, if they hold no x.</summary>
    private double? Fold(int start)
    {
        ImmutableArray<ExpressionInstruction> part = [.. _program.Skip(start)];
        var folded = new BpxExpression(string.Empty, part, _depth);
        return folded.IsConstant ? folded.At(0.0) : null;
    }

    private bool IsPower() => _at + 1 < text.Length && text[_at + 1] == '*';

    private void Push(ExpressionInstruction instruction)
    {
        _program.Add(instruction);
        _depth = Math.Max(_depth, ++_height);
    }

    private void Join(ExpressionOperation operation)
    {
        _height--;
        Apply(operation);
    }

    private void Apply(ExpressionOperation operation, double number = 0.0) => _program.Add(new(operation, number));

    private void Enter()
    {
        if (++_nesting > DeepestNesting)
        {
            throw Wrong("brackets and powers are nested too deeply", FormattableString.Invariant($"at most {DeepestNesting} levels"));
        }
    }

    private void Leave() => _nesting--;

    private char Peek()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t' or '\n' or '\r')
        {
            _at++;
        }

        return _at < text.Length ? text[_at] : '\0';
    }

    private string Shown() => char.IsControl(text[_at]) ? "a control character" : $"'{text[_at]}'";

    private static string Shorten(string name) => name.Length <= 40 ? name : name[..40] + "…";

    private BpxExpressionException Wrong(string problem, string allowed) => new(Math.Min(_at, text.Length), problem, allowed);
}
