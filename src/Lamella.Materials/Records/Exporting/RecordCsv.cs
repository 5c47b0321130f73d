using System.Globalization;
using Lamella.Core.Provenance;
using Lamella.Materials.Records.Entries;

namespace Lamella.Materials.Records.Exporting;

/// <summary>Writes records as a table: one row each, numbers as printed and in SI, conditions and source in words.</summary>
public static class RecordCsv
{
    private static readonly string[] Heads =
    [
        "id", "publication", "system", "specimen", "quantity", "state", "qualifier", "value", "value_high", "unit", "uncertainty",
        "value_SI", "value_high_SI", "temperature_K", "conditions", "method", "citation", "doi", "place", "confidence", "kind", "note",
    ];

    /// <summary>Writes a table.</summary>
    /// <param name="records">The records.</param>
    /// <param name="output">Receives the text, a line feed after each row.</param>
    public static void Write(IEnumerable<LiteratureRecord> records, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(output);
        Line(output, Heads);
        foreach (LiteratureRecord record in records)
        {
            Line(output, Cells(record));
        }
    }

    /// <summary>Writes one line of cells, quoted where they need it.</summary>
    /// <param name="output">Receives the text.</param>
    /// <param name="cells">The cells.</param>
    public static void Line(TextWriter output, IEnumerable<string> cells)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(cells);
        output.Write(string.Join(',', cells.Select(Quoted)));
        output.Write('\n');
    }

    private static string[] Cells(LiteratureRecord record)
    {
        FactValue? number = record.Value.Number;
        bool isRange = number?.Qualifier == FactQualifier.Range, isList = number?.Qualifier == FactQualifier.List;
        string first = number is null ? record.Value.Printed : isList ? string.Join("; ", record.Value.Digits) : record.Value.Digits[0];
        return
        [
            record.Id, record.Publication, record.System.Name, record.Specimen ?? string.Empty, record.Quantity,
            record.State == ReferenceState.None ? string.Empty : record.State.Text(), number is null ? "text" : Qualifier(number.Qualifier),
            first, isRange ? record.Value.Digits[1] : string.Empty, number?.Unit.Symbol ?? string.Empty,
            record.Value.Uncertainty.Any(spread => spread > 0.0) ? Number(record.Value.Uncertainty[0]) : string.Empty,
            number is null || isList ? string.Empty : Number(number.InSi[0]), isRange ? Number(number!.InSi[1]) : string.Empty,
            record.Temperature is { } kelvin ? Number(kelvin) : string.Empty,
            string.Join("; ", record.Conditions.Select(entry => $"{entry.Key} = {entry.Value.Text}")), record.Method ?? string.Empty,
            record.Source.Citation, record.Source.Doi ?? string.Empty, record.Place ?? string.Empty,
            record.Confidence.ToString().ToLowerInvariant(), record.Kind, record.Note ?? string.Empty,
        ];
    }

    private static string Qualifier(FactQualifier qualifier) => qualifier switch
    {
        FactQualifier.About => "~",
        FactQualifier.Above => ">",
        FactQualifier.Below => "<",
        FactQualifier.AtLeast => ">=",
        FactQualifier.AtMost => "<=",
        FactQualifier.Range => "range",
        FactQualifier.List => "list",
        _ => "=",
    };

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\n\r") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
