using System.Collections.Immutable;
using Lamella.Cells.Description.Reading;
using Lamella.Core.Provenance;
using Lamella.Reporting.Dossiers;

namespace Lamella.UseCases.Dossiers;

/// <summary>The table of everything that went into a cell, with its sources.</summary>
internal static class InputsTable
{
    private static readonly ImmutableArray<Column> Columns =
    [
        Column.Text("Input"), Column.Number("Value", null), Column.Text("State"), Column.Text("Range"),
        Column.Badge("Confidence"), Column.Text("Source"),
    ];

    /// <summary>Makes the table of one cell.</summary>
    /// <param name="caption">What the table holds.</param>
    /// <param name="inputs">The inputs as they entered the cell.</param>
    /// <param name="calibrated">Paths that the calibration moved.</param>
    internal static TableBlock Of(string caption, DescribedInputs inputs, IReadOnlySet<string> calibrated)
    {
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        string? group = null;
        foreach (DescribedInput input in inputs.Values)
        {
            string part = input.Path.Split('/')[0];
            if (part != group)
            {
                rows.Add(TableRow.Group(part));
                group = part;
            }

            rows.Add(Row(input, calibrated.Contains(input.Path)));
        }

        if (!inputs.Laws.IsEmpty)
        {
            rows.Add(TableRow.Group("laws taken from materials (functions of salt, filling or temperature)"));
            rows.AddRange(inputs.Laws.Select(law => new TableRow(
                law.Path, $"law of {law.Material}", string.Empty, string.Empty, SourceCells.Badge(law.Source), SourceCells.Citation(law.Source))));
        }

        return new TableBlock(caption, Columns, rows.ToImmutable());
    }

    private static TableRow Row(DescribedInput input, bool calibrated) => new(
        Name(input.Path),
        new Cell(Typeset.Measured(input.Quantity)),
        input.Quantity.State == ReferenceState.None ? string.Empty : input.Quantity.State.Text(),
        input.Range is { } range ? Typeset.Range(range.Lower, range.Upper) : string.Empty,
        calibrated ? Cell.Badge(Mark.Calibrated) : SourceCells.Badge(input.Source),
        Origins(input));

    private static Cell Origins(DescribedInput input)
    {
        Cell cell = SourceCells.Citation(input.Source);
        bool isCited = cell.Doi is { Length: > 0 };
        return cell with
        {
            Text = isCited ? cell.Text : Typeset.Text(cell.Text), // a citation is printed as it is
            Note = input.IsDefault && input.Source.Origin == Origin.Assumed ? "default" : Typeset.Text(cell.Note),
        };
    }

    private static string Name(string path) => path.Contains('/', StringComparison.Ordinal)
        ? string.Join(", ", path.Split('/').Skip(1))
        : path;
}
