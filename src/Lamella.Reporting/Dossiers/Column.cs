namespace Lamella.Reporting.Dossiers;

/// <summary>Where the content of a column stands.</summary>
public enum Alignment
{
    /// <summary>At the left edge: text.</summary>
    Left,

    /// <summary>At the right edge: numbers.</summary>
    Right,

    /// <summary>In the middle: badges and drawings.</summary>
    Centre,
}

/// <summary>One column of a table.</summary>
/// <param name="Header">What it holds.</param>
/// <param name="Unit">Symbol of the unit of every number in it; null for text, or where a column of its own names the unit of each row.</param>
/// <param name="Alignment">Where the content stands.</param>
public sealed record Column(string Header, string? Unit, Alignment Alignment)
{
    /// <summary>Makes a column of text.</summary>
    /// <param name="header">What it holds.</param>
    /// <returns>A left-aligned column without unit.</returns>
    public static Column Text(string header) => new(header, null, Alignment.Left);

    /// <summary>Makes a column of numbers.</summary>
    /// <param name="header">What it holds.</param>
    /// <param name="unit">Their unit, or null where each row has its own.</param>
    /// <returns>A right-aligned column.</returns>
    public static Column Number(string header, string? unit) => new(header, unit, Alignment.Right);

    /// <summary>Makes a column of badges or drawings.</summary>
    /// <param name="header">What it holds.</param>
    /// <returns>A centred column without unit.</returns>
    public static Column Badge(string header) => new(header, null, Alignment.Centre);
}
