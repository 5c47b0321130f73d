using System.Collections.Immutable;
using System.Globalization;

namespace Lamella.Instruments.Recordings;

/// <summary>An operation that was applied to a table after it was read: what, to which rows, and what came out.</summary>
/// <param name="Name">Name of the operation, for example <c>keep step</c>.</param>
/// <param name="Text">The operation with its parameters and their units; reads back as the same operation.</param>
/// <param name="Table">Name of the table; empty for a nameless one.</param>
/// <param name="RowsIn">Rows before.</param>
/// <param name="RowsOut">Rows after.</param>
/// <param name="RowsTaken">The rows before, from 1, that are among those after; empty where new rows were computed.</param>
/// <param name="Notes">What it means for columns, charge and energy.</param>
public sealed record AppliedOperation(
    string Name, string Text, string Table, int RowsIn, int RowsOut, ImmutableArray<RowRun> RowsTaken, ImmutableArray<string> Notes)
{
    private const int MostShown = 4;

    /// <summary>Says which rows were taken.</summary>
    /// <returns>For example <c>rows 1..600, 901..1500</c>; long lists are cut and counted.</returns>
    public string Taken()
    {
        if (RowsTaken.IsEmpty)
        {
            return RowsOut == 0 ? "no row" : "new rows between the records";
        }

        string more = RowsTaken.Length > MostShown
            ? string.Create(CultureInfo.InvariantCulture, $" and {RowsTaken.Length - MostShown} more runs") : string.Empty;
        return $"rows {string.Join(", ", RowsTaken.Take(MostShown))}{more}";
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Text}{(Table.Length > 0 ? $" on '{Table}'" : string.Empty)}: {RowsIn} rows in, {RowsOut} rows out ({Taken()})");
}
