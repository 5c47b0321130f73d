using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Materials.Parameters;
using Lamella.Materials.Records;
using Lamella.Studies;
using Lamella.Studies.Calibration;
using Lamella.UseCases.Dossiers;

namespace Lamella.UseCases.Running;

/// <summary>A cell of a study with the values that its calibration fits, the same as in the study's dossier.</summary>
internal static class CalibratedCell
{
    /// <summary>Reads the study around a cell.yaml and calibrates it.</summary>
    /// <param name="path">Path of the cell.yaml of a study.</param>
    /// <param name="variant">A variant, or several joined by ' + '; null for the base cell.</param>
    /// <param name="threads">Number of threads, ≥ 1; the result does not depend on it.</param>
    /// <param name="cancellation">Stops between two time steps.</param>
    /// <exception cref="InputException">The file belongs to no study, or the study fits nothing.</exception>
    internal static RunnableCell Read(string path, string? variant, int threads, CancellationToken cancellation)
    {
        RunnableCell described = RunnableCell.Read(path, variant);
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? string.Empty;
        Study? study = StudyFolder.IsCellOf(folder, path) ? Study.Read(folder, MaterialLibrary.LoadShipped(), FactLibrary.LoadShipped()) : null;
        if (study is null || study.Calibration.Parameters.IsEmpty)
        {
            throw new InputException(
                InputPlace.Whole(path),
                study is null ? "this is no cell of a study, so nothing calibrates it." : "its study has no calibration.yaml, so nothing is fitted.",
                "the cell.yaml in a folder with experiments.yaml and calibration.yaml",
                "Run the cell as it is described, or name that of a study such as examples/zheng2025-aiose/cell.yaml.");
        }

        CalibrationResult fit = study.Calibrate(new CalibrationOptions { Threads = threads }, cancellation);
        ImmutableArray<string> moved =
        [
            .. fit.Parameters.Where((_, index) => study.Moves(index, variant)).Select(parameter => $"{parameter.Path} {parameter.Value}"),
        ];
        string note = moved.IsEmpty ? "The calibration moves nothing in this cell." : $"Calibrated values: {string.Join("; ", moved)}.";
        return described with { Cell = study.Build(variant, fit), Notes = described.Notes.Add(note) };
    }
}
