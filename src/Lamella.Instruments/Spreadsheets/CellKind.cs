namespace Lamella.Instruments.Spreadsheets;

/// <summary>What a cell holds.</summary>
internal enum CellKind
{
    /// <summary>A number, also of a date, or 0 and 1 of a truth value.</summary>
    Number,

    /// <summary>A text, or the name of an error.</summary>
    Text,
}
