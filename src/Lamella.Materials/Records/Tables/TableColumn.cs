namespace Lamella.Materials.Records.Tables;

/// <summary>What a column of a rebuilt table shows.</summary>
internal enum ColumnPart
{
    /// <summary>The number; for a range its lower end.</summary>
    Low,

    /// <summary>The upper end of a range; empty for a single number.</summary>
    High,

    /// <summary>The upper end of a range, or the single number.</summary>
    HighOrSame,

    /// <summary>The sign of the value: <c>=</c>, <c>~</c>, <c>&gt;</c>.</summary>
    Sign,
}

/// <summary>One column of a rebuilt table: where its cells come from.</summary>
internal sealed record TableColumn(string Name)
{
    /// <summary>Gets the part of the row: empty for the row itself, else the letter of a cell.</summary>
    internal string Part { get; init; } = string.Empty;

    /// <summary>Gets an attribute of the system, or null.</summary>
    internal string? Attribute { get; init; }

    /// <summary>Gets a field of the cited work, or null.</summary>
    internal string? Work { get; init; }

    /// <summary>Gets the quantity whose record is shown, or null.</summary>
    internal string? Quantity { get; init; }

    /// <summary>Gets which record of that quantity, from 1.</summary>
    internal int Number { get; init; } = 1;

    /// <summary>Gets the condition that is shown, or null; without a quantity, of any record of the part.</summary>
    internal string? Condition { get; init; }

    /// <summary>Gets the words of the condition that give 1 in the table and else 0, or null.</summary>
    internal string? Flag { get; init; }

    /// <summary>Gets what of the value is shown.</summary>
    internal ColumnPart Show { get; init; }

    /// <summary>Gets a figure that is computed from the row, or null.</summary>
    internal string? Derived { get; init; }
}
