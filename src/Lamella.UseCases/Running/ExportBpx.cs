using System.Collections.Immutable;
using Lamella.Cells.Description.Bpx;
using Lamella.Core.Errors;
using Lamella.Core.Files;

namespace Lamella.UseCases.Running;

/// <summary>Writes a described cell as a BPX file.</summary>
public static class ExportBpx
{
    /// <summary>Exports a cell.</summary>
    /// <param name="cellFile">Path of the cell.yaml or of a BPX file.</param>
    /// <param name="variant">A variant of the cell, or null.</param>
    /// <param name="output">Path of the file to write; an older one is replaced whole.</param>
    /// <returns>What the file leaves out, in sentences.</returns>
    /// <exception cref="InputException">The cell cannot be read, or BPX cannot hold it; the message names every obstacle.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static ImmutableArray<string> Run(string cellFile, string? variant, string output)
    {
        BpxExport export = BpxExport.Of(RunnableCell.Read(cellFile, variant).Cell);
        if (export.Document is null)
        {
            throw new InputException(
                InputPlace.Whole(cellFile),
                $"BPX cannot hold this cell. {string.Join(" ", export.Obstacles)}",
                "one separator and two porous electrodes with one binary electrolyte; a lithium foil as the missing negative electrode",
                "Describe a simpler variant of the cell and export that.");
        }

        AtomicFile.WriteText(output, writer => writer.Write(export.Text));
        return export.Losses;
    }
}
