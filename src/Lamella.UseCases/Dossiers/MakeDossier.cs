using Lamella.Materials.Parameters;
using Lamella.Materials.Records;
using Lamella.Studies;

namespace Lamella.UseCases.Dossiers;

/// <summary>Reads a study folder, calibrates, predicts.</summary>
public static class MakeDossier
{
    /// <summary>Runs a study with the shipped materials and facts.</summary>
    /// <param name="folder">Folder with cell.yaml, experiments.yaml and, where something is fitted, calibration.yaml.</param>
    /// <param name="progress">Told how far it is; null for nobody.</param>
    /// <param name="cancellation">Stops between two time steps.</param>
    /// <returns>The report.</returns>
    /// <exception cref="Core.Errors.InputException">A file is missing or faulty; the message says where and what to do.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static StudyReport Run(
        string folder, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        StudyFolder.Require(folder);
        Study study = Study.Read(folder, MaterialLibrary.LoadShipped(), FactLibrary.LoadShipped());
        IProgress<StudyProgress>? inner = progress is null ? null : new Forward(progress);
        return new StudyReport(study.Run(progress: inner, cancellation: cancellation));
    }

    private sealed class Forward(IProgress<RunProgress> outer) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value) => outer.Report(new RunProgress(value.What, value.Fraction));
    }
}
