using System.Collections.Immutable;
using Lamella.Analysis.Techniques;
using Lamella.Core.Errors;
using Lamella.Instruments.Measurements;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.UseCases.Importing;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Analyses;

/// <summary>Reads the measurements of an analysis, measured or simulated alike.</summary>
internal sealed record AnalysisInput(ImmutableArray<NamedMeasurement> Measurements, ImmutableArray<string> Notes)
{
    private const int MostNotes = 12;

    // Of a folder that holds a result, the records alone are measurements: the rest is made from them.
    private static readonly string[] Records = [ResultFolder.SeriesEnding, RunFiles.SpectraEnding, ResultFolder.TableEnding];

    /// <summary>Reads files and folders.</summary>
    /// <exception cref="InputException">A named file cannot be read, or nothing in the files is of a kind that the technique takes.</exception>
    internal static AnalysisInput Read(
        IAnalysisTechnique technique, AnalysisRequest request, IProgress<RunProgress>? progress, CancellationToken interruption)
    {
        if (request.Paths.IsEmpty)
        {
            return technique.RunsWithoutMeasurement ? new([], []) : throw new InputException(
                InputPlace.Whole(technique.Name), "there is no file to analyse.", Accepted(technique), "Name files, or folders that hold some.");
        }

        ImmutableArray<ImportSource> sources = [.. ImportSource.Expand(request.Paths).Where(source => source.IsNamed || IsRecord(source.Path))];
        var found = ImmutableArray.CreateBuilder<NamedMeasurement>();
        var notes = new List<string>();
        var others = new List<string>();
        for (int i = 0; i < sources.Length; i++)
        {
            interruption.ThrowIfCancellationRequested();
            progress?.Report(new RunProgress($"reading {Path.GetFileName(sources[i].Shown)}", 0.5 * i / sources.Length));
            foreach (NamedMeasurement item in ReadOne(sources[i], request.Import, notes, interruption))
            {
                if (technique.Accepts.Contains(item.Kind))
                {
                    found.Add(item);
                }
                else
                {
                    others.Add($"{item.Title} ({item.Kind.Text()})");
                }
            }
        }

        if (others.Count > 0)
        {
            notes.Add($"Left aside, because '{technique.Name}' does not take them: {Few(others)}.");
        }

        return found.Count > 0 ? new AnalysisInput(found.ToImmutable(), [.. notes]) : throw Nothing(technique, request, others, notes);
    }

    private static IEnumerable<NamedMeasurement> ReadOne(ImportSource source, ImportOptions options, List<string> notes, CancellationToken interruption)
    {
        CanonicalMeasurements measurements;
        try
        {
            Recording recording = InstrumentReader.Read(source.Path, options, interruption);
            measurements = MeasurementBuilder.From(recording);
            notes.AddRange(recording.Warnings.Where(_ => source.IsNamed).Select(warning => $"{Path.GetFileName(source.Shown)}: {warning}"));
        }
        catch (InputException refusal) when (!source.IsNamed)
        {
            notes.Add($"{source.Shown} was not read: {refusal.Problem}");
            return [];
        }

        notes.AddRange(measurements.Notes.Where(_ => source.IsNamed).Select(note => $"{Path.GetFileName(source.Shown)}: {note}"));
        return measurements.Items.Select(item => new NamedMeasurement(source.Shown, item.Name, item.Measurement));
    }

    /// <summary>Tells whether a file of a folder is a record; in the folder of a result only some are.</summary>
    private static bool IsRecord(string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        bool isResult = File.Exists(Path.Combine(folder, ResultFolder.SummaryFile))
            || (Path.GetFileName(folder) == ResultFolder.SeriesFolder && File.Exists(Path.Combine(folder, "..", ResultFolder.SummaryFile)));
        string name = Path.GetFileName(path);
        return !isResult || name == ResultFolder.SpectrumFile || Records.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));
    }

    private static InputException Nothing(IAnalysisTechnique technique, AnalysisRequest request, List<string> others, List<string> notes)
    {
        string problem = others.Count > 0 ? $"holds nothing that '{technique.Name}' can take; found {Few(others)}."
            : notes.Count > 0 ? $"holds no measurement. {notes[0]}" : "holds no measurement.";
        return new InputException(
            InputPlace.Whole(request.Paths[0]), problem, Accepted(technique), "See what is in a file with 'lamella inspect FILE'.");
    }

    private static string Accepted(IAnalysisTechnique technique) =>
        "files with a " + string.Join(" or a ", technique.Accepts.Select(kind => kind.Text()));

    private static string Few(List<string> names) => names.Count <= MostNotes ? string.Join(", ", names)
        : string.Join(", ", names.Take(MostNotes)) + FormattableString.Invariant($" and {names.Count - MostNotes} more");
}
