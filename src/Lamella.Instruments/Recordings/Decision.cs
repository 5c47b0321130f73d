namespace Lamella.Instruments.Recordings;

/// <summary>What a decision is about.</summary>
public enum DecisionKind
{
    /// <summary>Which direction of current is positive, or which sign an imaginary part has.</summary>
    Sign,

    /// <summary>The unit of a column.</summary>
    Unit,

    /// <summary>The decimal mark of a text file.</summary>
    DecimalMark,

    /// <summary>The character encoding of a text.</summary>
    Encoding,

    /// <summary>The order of day, month and year.</summary>
    DateOrder,

    /// <summary>The time zone of time stamps.</summary>
    TimeZone,

    /// <summary>What a counter, a capacity or a time axis refers to.</summary>
    Scope,

    /// <summary>Where a file or table ends or is split.</summary>
    Structure,
}

/// <summary>Something that was decided while reading.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Subject">The column or the file that it concerns.</param>
/// <param name="Choice">What was decided, for example <c>positive charges</c>, <c>comma</c>, <c>day first</c>.</param>
/// <param name="Evidence">From what: <c>unit in the header 'I/mA'</c>, <c>17 of 80 dates have a first number above 12</c>.</param>
/// <param name="Overridden">True where the user decided and not the file.</param>
public sealed record Decision(DecisionKind Kind, string Subject, string Choice, string Evidence, bool Overridden = false)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Subject}: {Choice} ({(Overridden ? "as you asked" : Evidence)})";
}
