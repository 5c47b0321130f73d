using System.Collections.Immutable;
using System.Globalization;
using Lamella.Core.Errors;
using Lamella.Materials.Records.Entries;
using Lamella.Materials.Records.Exporting;

namespace Lamella.Materials.Records.Tables;

/// <summary>A table of a review, put together again from the records that stand in it.</summary>
/// <param name="Name">Its name, such as <c>guo2025-table1</c>.</param>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">Cells as printed, row by row; empty where nothing is stated.</param>
public sealed record ReviewTable(string Name, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>Gets the names of the tables that ship.</summary>
    public static ImmutableArray<string> Shipped => TableLayout.Shipped;

    /// <summary>Puts a table together.</summary>
    /// <param name="layout">Name of a table that ships, or path of a layout.</param>
    /// <param name="library">The records.</param>
    /// <returns>The table; rows in the order of their numbers.</returns>
    /// <exception cref="InputException">There is no such layout, or it is faulty, or no record stands in that table.</exception>
    public static ReviewTable Rebuild(string layout, RecordLibrary library)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(layout);
        ArgumentNullException.ThrowIfNull(library);
        TableLayout read = TableLayout.Read(layout);
        LiteratureRecord[] inside =
            [.. library.Records.Where(record => record.Publication == read.Publication && record.Place == read.Place && record.Row is not null)];
        if (inside.Length == 0)
        {
            throw new InputException(
                InputPlace.Whole(layout), $"no record of '{read.Publication}' stands in '{read.Place}'.", string.Empty, "Check 'publication:' and 'place:' of the layout.");
        }

        ILookup<int, LiteratureRecord> rows = inside.ToLookup(record => Number(record));
        return new ReviewTable(
            read.Name,
            [.. read.Columns.Select(column => column.Name)],
            [.. rows.OrderBy(row => row.Key).Select(row => Cells(read.Columns, row.Key, [.. row]))]);
    }

    /// <summary>Writes the table as CSV.</summary>
    /// <param name="output">Receives the text.</param>
    public void Write(TextWriter output)
    {
        RecordCsv.Line(output, Columns);
        foreach (ImmutableArray<string> row in Rows)
        {
            RecordCsv.Line(output, row);
        }
    }

    private static ImmutableArray<string> Cells(ImmutableArray<TableColumn> columns, int number, LiteratureRecord[] row)
    {
        ILookup<string, LiteratureRecord> parts = row.ToLookup(record => record.Row!.TrimStart([.. "0123456789"]), StringComparer.Ordinal);
        return [.. columns.Select(column => Cell(column, number, parts[column.Part].ToArray(), row))];
    }

    private static string Cell(TableColumn column, int number, LiteratureRecord[] part, LiteratureRecord[] row) => column switch
    {
        { Attribute: "row" } => number.ToString(CultureInfo.InvariantCulture),
        { Attribute: { } attribute } => Attribute(column.Part.Length > 0 ? part : row, attribute),
        { Work: { } field } => Work(row[0].Source, field),
        { Derived: { } derived } => DerivedFigures.Of(derived, part),
        { Flag: { } flag } => part.Any(record => Condition(record, column.Condition!) == flag) ? "1" : "0",
        { Quantity: null, Condition: { } condition } => Number(part.Select(record => Condition(record, condition)).FirstOrDefault(text => text is not null)),
        _ => OfQuantity(column, part),
    };

    private static string OfQuantity(TableColumn column, LiteratureRecord[] part)
    {
        LiteratureRecord? record = part.Where(one => one.Quantity == column.Quantity).Skip(column.Number - 1).FirstOrDefault();
        return column switch
        {
            { Show: ColumnPart.Sign } => part.Length == 0 && column.Part.Length > 0 ? string.Empty : record is null ? "=" : Sign(record),
            _ when record is null => string.Empty,
            { Condition: { } condition } => Number(Condition(record, condition)),
            { Show: ColumnPart.High } => record.Value.Digits.Length > 1 ? record.Value.Digits[1] : string.Empty,
            { Show: ColumnPart.HighOrSame } => record.Value.Digits[^1],
            _ => record.Value.Digits[0],
        };
    }

    private static string Attribute(LiteratureRecord[] row, string name)
    {
        string? text = row.Select(record => record.System.Attributes.GetValueOrDefault(name)).FirstOrDefault(found => found is not null)
            ?? row.Select(record => Condition(record, name)).FirstOrDefault(found => found is not null);
        return name == "filler share" ? Number(text) : text ?? string.Empty;
    }

    private static string Work(RecordSource source, string field) => (field switch
    {
        "number" => source.Number,
        "authors" => source.Authors,
        "journal" => source.Journal,
        "year" => source.Year,
        "volume" => source.Volume,
        _ => source.Page,
    }) ?? string.Empty;

    private static string? Condition(LiteratureRecord record, string name) => record.Conditions.GetValueOrDefault(name)?.Text;

    private static string Number(string? text) =>
        text is null ? string.Empty : PrintedValue.BeginsAsNumber(text) ? PrintedValue.DigitsOf(text) : text;

    private static int Number(LiteratureRecord record) =>
        int.TryParse(record.Row!.TrimEnd([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : throw new InputException(
            record.Where, $"the row is '{record.Row}'.", "a number, with a capital letter for a part: 3, 3A", "Correct 'row:' of the record.");

    private static string Sign(LiteratureRecord record) => record.Value.Number?.Qualifier switch
    {
        FactQualifier.About => "~",
        FactQualifier.Above => ">",
        FactQualifier.Below => "<",
        FactQualifier.AtLeast => ">=",
        FactQualifier.AtMost => "<=",
        _ => record.Conditions.ContainsKey("approximate") ? "~" : "=",
    };
}
