namespace Lamella.Core.Quantities;

/// <summary>A text that is no quantity or unit: says which text, where in it, and what is wrong.</summary>
public sealed class QuantityFormatException : FormatException
{
    /// <summary>Initializes a new instance of the <see cref="QuantityFormatException"/> class.</summary>
    /// <param name="text">The text that was read.</param>
    /// <param name="position">Characters before the fault, counted from 0.</param>
    /// <param name="problem">What is wrong and what would be right.</param>
    public QuantityFormatException(string text, int position, string problem)
        : base($"'{Shorten(text)}': {problem}") => (Text, Position, Problem) = (text, position, problem);

    /// <summary>Gets the text that was read.</summary>
    public string Text { get; }

    /// <summary>Gets the number of characters before the fault.</summary>
    public int Position { get; }

    /// <summary>Gets what is wrong, without the text itself.</summary>
    public string Problem { get; }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";
}

/// <summary>Quantities that must not be added, compared, averaged or combined: different dimensions, states or scales.</summary>
public sealed class QuantityMismatchException : InvalidOperationException
{
    /// <summary>Initializes a new instance of the <see cref="QuantityMismatchException"/> class.</summary>
    /// <param name="message">What does not fit, and what to do.</param>
    public QuantityMismatchException(string message)
        : base(message)
    {
    }
}
