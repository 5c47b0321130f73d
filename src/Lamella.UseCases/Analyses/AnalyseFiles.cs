using Lamella.Analysis.Techniques;
using Lamella.Core.Errors;

namespace Lamella.UseCases.Analyses;

/// <summary>Reads measurements and analyses them with one technique.</summary>
public static class AnalyseFiles
{
    /// <summary>Runs a technique over files: <c>AnalyseFiles.Run(new AnalysisRequest { Technique = "transference", Paths = ["cell.mpr"] })</c>.</summary>
    /// <param name="request">What to analyse and how.</param>
    /// <param name="progress">Receives reports, or null.</param>
    /// <param name="cancellation">Ends the work early; nothing is written then.</param>
    /// <returns>The report.</returns>
    /// <exception cref="InputException">A file, a setting or the measurements cannot be used; the message says why and what to do.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static AnalysisReport Run(AnalysisRequest request, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        IAnalysisTechnique technique = AnalysisTechniques.Find(request.Technique);
        TechniqueSettings settings = TechniqueSettings.For(technique, request.Settings); // before anything long is read
        AnalysisInput input = AnalysisInput.Read(technique, WithArea(request, technique, settings), progress, cancellation);
        progress?.Report(new RunProgress(technique.Name, 0.5));
        try
        {
            AnalysisOutcome outcome = technique.Run(input.Measurements, settings, cancellation);
            return new AnalysisReport(technique.Name, outcome)
            {
                Settings = settings.Given,
                Measurements = [.. input.Measurements.Select(Describe)],
                Notes = input.Notes,
            };
        }
        catch (ArgumentException failure)
        {
            string place = request.Paths.IsEmpty ? technique.Name : request.Paths[0];
            throw new InputException(InputPlace.Whole(place), failure.Message.Split(" (Parameter", 2)[0], string.Empty, "Change the measurements or the settings.");
        }
    }

    /// <summary>Lets the files know the area that the user states to the technique.</summary>
    private static AnalysisRequest WithArea(AnalysisRequest request, IAnalysisTechnique technique, TechniqueSettings settings)
    {
        string name = CommonOptions.Area.Name;
        return technique.Options.Any(option => option.Name == name) && settings.Measure(name) is { } area
            ? request with { Import = request.Import with { ElectrodeArea = area.InSi } } : request;
    }

    private static AnalysedMeasurement Describe(NamedMeasurement item) => new(
        item.File, item.Name, item.Kind.Text(), MeasurementKinds.Length(item.Measurement),
        item.Measurement.Provenance.InputHash, item.Measurement.Provenance.Model);
}
