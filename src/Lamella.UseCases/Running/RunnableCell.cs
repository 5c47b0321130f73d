using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Description.Bpx;
using Lamella.Cells.Description.Reading;
using Lamella.Core;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Materials.Parameters;
using Lamella.Materials.Records;

namespace Lamella.UseCases.Running;

/// <summary>A cell that can be run, whatever file describes it: a cell.yaml or a BPX file (.json).</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Temperature">The temperature of the description [K].</param>
/// <param name="StateOfCharge">The state of charge to start from [–]; 0 where the file states none.</param>
/// <param name="Notes">What to mind about the inputs, in sentences.</param>
public sealed record RunnableCell(
    CellDescription Cell,
    [property: Unit("K")] double Temperature,
    [property: Unit("–")] double StateOfCharge,
    ImmutableArray<string> Notes)
{
    /// <summary>Gets the cell.yaml with its paths; null where a BPX file describes the cell.</summary>
    public CellDocument? Document { get; init; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of a cell.yaml or of a BPX file, which ends in .json.</param>
    /// <param name="variant">A variant of a cell.yaml, or null for its base.</param>
    /// <returns>The cell.</returns>
    /// <exception cref="InputException">The file describes no cell, or has no such variant.</exception>
    public static RunnableCell Read(string path, string? variant = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!string.Equals(Path.GetExtension(path), ".json", StringComparison.OrdinalIgnoreCase))
        {
            return Described(path, variant);
        }

        if (variant is not null)
        {
            throw new InputException(
                InputPlace.Whole(path), $"a BPX file has no variant '{variant}'.", string.Empty, "Leave the variant out; variants belong to cell.yaml.");
        }

        BpxImport import = BpxImport.Read(path);
        return new RunnableCell(import.Cell, import.Temperature, import.StateOfCharge, import.Notes);
    }

    private static RunnableCell Described(string path, string? variant)
    {
        CellDocument document = CellDocument.Read(path, FactLibrary.LoadShipped());
        document = variant is null ? document : document.Variant(variant);
        MaterialLibrary materials = MaterialLibrary.LoadShipped();
        return new RunnableCell(document.Build(materials), document.Temperature, 0.0, NotesOf(document.Inputs(materials))) { Document = document };
    }

    private static ImmutableArray<string> NotesOf(DescribedInputs inputs)
    {
        // A law may stand beside its value at the state of rest under one path: one input, not two.
        string[] assumed =
        [
            .. inputs.Values.Where(input => input.IsAssumed).Select(input => input.Path)
                .Concat(inputs.Laws.Where(law => law.Source.Confidence == Confidence.Assumed).Select(law => law.Path))
                .Distinct(),
        ];
        int all = inputs.Values.Select(input => input.Path).Concat(inputs.Laws.Select(law => law.Path)).Distinct().Count();
        return assumed.Length == 0
            ? inputs.Notes
            : inputs.Notes.Add($"{assumed.Length} of {all} inputs are assumed: {string.Join(", ", assumed)}.");
    }
}
