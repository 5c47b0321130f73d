using System.Collections.Immutable;
using Lamella.Numerics.Dual;

namespace Lamella.Materials.Bpx;

/// <summary>A function of one variable x, given as text: numbers, x, + − * / **, exp, tanh, cosh and a few more.</summary>
/// <remarks>
/// <para>The text is compiled into a list of stack instructions: nothing outside this grammar can run. Precedence is that of
/// Python: <c>-x ** 2</c> is −(x²), <c>2 ** -1</c> is allowed, <c>**</c> binds to the right.</para>
/// <para><b>Source.</b> Battery Parameter eXchange (BPX) standard, Faraday Institution, section on functions.</para>
/// </remarks>
public sealed class BpxExpression
{
    /// <summary>The longest text that is read [characters].</summary>
    public const int LongestText = 16_384;

    private readonly ImmutableArray<ExpressionInstruction> _program;

    internal BpxExpression(string text, ImmutableArray<ExpressionInstruction> program, int depth) =>
        (Text, _program, Depth) = (text, program, depth);

    /// <summary>Gets the text as it was written.</summary>
    public string Text { get; }

    /// <summary>Gets a value indicating whether x does not occur.</summary>
    public bool IsConstant => !_program.Any(instruction => instruction.Operation == ExpressionOperation.Variable);

    /// <summary>Gets the names of the functions that may be called.</summary>
    public static ImmutableArray<string> Functions { get; } = ["exp", "tanh", "cosh", "sinh", "log", "sqrt"];

    /// <summary>Gets the deepest stack that evaluation needs.</summary>
    internal int Depth { get; }

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The expression.</returns>
    /// <exception cref="BpxExpressionException">The text is none; carries the position and what is allowed there.</exception>
    public static BpxExpression Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new ExpressionParser(text).Parse();
    }

    /// <summary>Computes the value.</summary>
    /// <param name="x">The variable.</param>
    /// <returns>The value; NaN or infinite where the expression is.</returns>
    public double At(double x)
    {
        Span<Scalar> stack = stackalloc Scalar[Depth];
        return Run<Scalar>(x, stack).Value;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Computes the value over a number type.</summary>
    internal T Run<T>(T x, Span<T> stack)
        where T : struct, IScalar<T> => ExpressionCode.Run(_program.AsSpan(), x, stack);
}

/// <summary>A text that is no expression.</summary>
public sealed class BpxExpressionException : FormatException
{
    /// <summary>Initializes a new instance of the <see cref="BpxExpressionException"/> class.</summary>
    /// <param name="position">Position in the text, counted from 0.</param>
    /// <param name="problem">What was found there.</param>
    /// <param name="allowed">What is allowed there.</param>
    public BpxExpressionException(int position, string problem, string allowed)
        : base(FormattableString.Invariant($"{problem} (character {position + 1}); allowed: {allowed}.")) =>
        (Position, Problem, Allowed) = (position, problem, allowed);

    /// <summary>Gets the position in the text, counted from 0.</summary>
    public int Position { get; }

    /// <summary>Gets what was found there.</summary>
    public string Problem { get; }

    /// <summary>Gets what is allowed there.</summary>
    public string Allowed { get; }
}
