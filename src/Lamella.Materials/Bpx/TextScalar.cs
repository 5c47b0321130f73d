using System.Globalization;
using Lamella.Numerics.Dual;

namespace Lamella.Materials.Bpx;

/// <summary>A number that writes down how it was computed, in the notation of BPX.</summary>
/// <remarks>
/// A law that is written over <see cref="IScalar{TSelf}"/> gives its own text when it is evaluated over these numbers: no formula
/// stands twice. What the notation lacks (logarithms, branches on a value) gives no text at all.
/// </remarks>
internal readonly struct TextScalar : IScalar<TextScalar>
{
    private readonly string? _text;
    private readonly double _constant;

    private TextScalar(string? text, double constant) => (_text, _constant) = (text, constant);

    /// <summary>Gets the variable.</summary>
    internal static TextScalar Variable { get; } = new("x", double.NaN);

    /// <summary>Gets the text, or null where BPX has no words for it.</summary>
    internal string? Text => _text == Unwritable._text ? null : _text ?? Written(_constant);

    /// <inheritdoc/>
    public double Value => throw new NotSupportedException("A text has no value to branch on.");

    private static TextScalar Unwritable { get; } = new("?", double.NaN);

    private bool IsConstant => _text is null;

    /// <inheritdoc/>
    public static implicit operator TextScalar(double value) => new(null, value);

    /// <inheritdoc/>
    public static TextScalar operator +(TextScalar left, TextScalar right) => left.Is(0.0) ? right : right.Is(0.0) ? left
        : Joined(left, right, "+", left._constant + right._constant);

    /// <inheritdoc/>
    public static TextScalar operator -(TextScalar left, TextScalar right) => right.Is(0.0) ? left
        : Joined(left, right, "-", left._constant - right._constant);

    /// <inheritdoc/>
    public static TextScalar operator *(TextScalar left, TextScalar right) => left.Is(1.0) ? right : right.Is(1.0) ? left
        : Joined(left, right, "*", left._constant * right._constant);

    /// <inheritdoc/>
    public static TextScalar operator /(TextScalar left, TextScalar right) => right.Is(1.0) ? left
        : Joined(left, right, "/", left._constant / right._constant);

    /// <inheritdoc/>
    public static TextScalar operator -(TextScalar value) => value.IsConstant ? -value._constant : value * -1.0;

    /// <inheritdoc/>
    public static TextScalar Exp(TextScalar x) => Called("exp", x, Math.Exp);

    /// <inheritdoc/>
    public static TextScalar Tanh(TextScalar x) => Called("tanh", x, Math.Tanh);

    /// <inheritdoc/>
    public static TextScalar Sqrt(TextScalar x) => Pow(x, 0.5);

    /// <inheritdoc/>
    public static TextScalar Log(TextScalar x) => x.IsConstant ? Math.Log(x._constant) : Unwritable;

    /// <inheritdoc/>
    public static TextScalar Asinh(TextScalar x) => x.IsConstant ? Math.Asinh(x._constant) : Unwritable;

    /// <inheritdoc/>
    public static TextScalar Pow(TextScalar x, double power) => x.IsConstant
        ? Math.Pow(x._constant, power)
        : x._text == Unwritable._text ? x : new TextScalar($"({x._text}) ** {Bracketed(power)}", double.NaN);

    private static TextScalar Called(string name, TextScalar x, Func<double, double> function) => x.IsConstant
        ? function(x._constant)
        : x._text == Unwritable._text ? x : new TextScalar($"{name}({x._text})", double.NaN);

    private static TextScalar Joined(TextScalar left, TextScalar right, string sign, double constant)
    {
        if (left.IsConstant && right.IsConstant)
        {
            return constant;
        }

        return left._text == Unwritable._text || right._text == Unwritable._text
            ? Unwritable : new TextScalar($"{Operand(left)} {sign} {Operand(right)}", double.NaN);
    }

    private bool Is(double value) => IsConstant && _constant == value;

    private static string Operand(TextScalar value) => value.IsConstant
        ? Bracketed(value._constant)
        : value._text is "x" || value._text!.EndsWith(')') && IsOneCall(value._text) ? value._text : $"({value._text})";

    /// <summary>Tells whether a text is one bracket or one call, so that it needs no brackets around it.</summary>
    private static bool IsOneCall(string text)
    {
        int depth = 0;
        for (int k = 0; k < text.Length; k++)
        {
            depth += text[k] == '(' ? 1 : text[k] == ')' ? -1 : 0;
            if (depth == 0 && k < text.Length - 1 && (text[k] is ' ' or ')'))
            {
                return false;
            }
        }

        return true;
    }

    private static string Bracketed(double value) => value < 0.0 ? $"({Written(value)})" : Written(value);

    private static string Written(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
