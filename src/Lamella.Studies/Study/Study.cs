using System.Collections.Immutable;
using System.Security.Cryptography;
using Lamella.Cells.Description;
using Lamella.Cells.Description.Reading;
using Lamella.Core.Errors;
using Lamella.Core.Yaml;
using Lamella.Materials.Parameters;
using Lamella.Materials.Records;
using Lamella.Studies.Calibration;
using Lamella.Studies.Experiments;
using Lamella.Studies.Whole;

namespace Lamella.Studies;

/// <summary>A study of one published system: described cells, what was measured on them, and what of it calibrates the model.</summary>
/// <remarks>A folder with cell.yaml, experiments.yaml and, where something is fitted, calibration.yaml. Immutable.</remarks>
public sealed class Study
{
    internal const string CellFile = "cell.yaml", ExperimentsFile = "experiments.yaml", CalibrationFile = "calibration.yaml";

    private Study(
        CellDocument cell, ExperimentPlan experiments, CalibrationPlan calibration, MaterialLibrary materials, DocumentFamily family, ImmutableArray<FreeParameter> parameters) =>
        (Cell, Experiments, Calibration, Materials, Family, Parameters) = (cell, experiments, calibration, materials, family, parameters);

    /// <summary>Gets the described cell with its variants.</summary>
    public CellDocument Cell { get; }

    /// <summary>Gets what was measured.</summary>
    public ExperimentPlan Experiments { get; }

    /// <summary>Gets what is fitted to what.</summary>
    public CalibrationPlan Calibration { get; }

    /// <summary>Gets the materials.</summary>
    public MaterialLibrary Materials { get; }

    /// <summary>Gets the SHA-256 of the files of the study, in hexadecimal.</summary>
    public required string InputHash { get; init; }

    /// <summary>Gets what to mind before anything is simulated, in sentences.</summary>
    public required ImmutableArray<string> Warnings { get; init; }

    internal DocumentFamily Family { get; }

    internal ImmutableArray<FreeParameter> Parameters { get; }

    /// <summary>Gets the variants that the experiments use, null for the base cell, in the order of the experiments.</summary>
    internal ImmutableArray<string?> Variants => VariantsOf(Experiments);

    /// <summary>Reads a study and checks that its files fit together.</summary>
    /// <param name="folder">The folder of the study.</param>
    /// <param name="materials">The material library.</param>
    /// <param name="facts">The published facts.</param>
    /// <returns>The study.</returns>
    /// <exception cref="InputException">A file is missing or faulty, or a fact is on two sides.</exception>
    public static Study Read(string folder, MaterialLibrary materials, FactLibrary facts)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(materials);
        ArgumentNullException.ThrowIfNull(facts);
        if (!Directory.Exists(folder))
        {
            throw new InputException(
                InputPlace.Whole(folder), "the folder of the study does not exist.", string.Empty, "Give a folder with cell.yaml and experiments.yaml, such as examples/zheng2025-aiose.");
        }

        var files = new StudyFiles(folder);
        CellDocument cell = CellDocument.Read(files.Cell, facts);
        ExperimentPlan experiments = ExperimentPlan.Read(YamlFile.Read(files.Experiments), facts, cell.Temperature);
        CalibrationPlan calibration = files.Calibration is { } path ? CalibrationPlan.Read(path, facts) : CalibrationPlan.Nothing;
        ImmutableArray<CitedFact> inputs =
            [.. FactUse.Cited(YamlFile.Read(files.Cell), facts), .. FactUse.Cited(YamlFile.Read(files.Experiments), facts)];
        FactUse.RequireDisjoint(inputs, calibration, experiments, facts);
        RequireSuitable(cell, experiments, materials);
        RequireSuitableWhole(cell, experiments, materials);
        var setup = new ParameterSetup(cell, materials);
        ImmutableArray<FreeParameter> parameters = [.. calibration.Parameters.Select(setup.Prepare)];
        return new Study(cell, experiments, calibration, materials, new DocumentFamily(cell, materials, calibration.Parameters), parameters)
        {
            InputHash = files.Hash(),
            Warnings =
            [
                .. experiments.Points.SelectMany(point => point.Warnings),
                .. FactUse.LikelyTwins(inputs, calibration, experiments, facts),
            ],
        };
    }

    /// <summary>Calibrates, then predicts everything measured.</summary>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="progress">Told how far it is; null for nobody.</param>
    /// <param name="cancellation">Stops between two time steps.</param>
    /// <returns>The result; the same study gives the same result, bit for bit, for every number of threads.</returns>
    /// <exception cref="InputException">The described values contradict each other or the materials.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public StudyResult Run(
        StudyOptions? options = null, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default) =>
        new StudyRun(this, options ?? new StudyOptions(), progress, cancellation).Run();

    /// <summary>Calibrates alone, without predicting anything.</summary>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellation">Stops between two time steps.</param>
    /// <returns>The fit, the same as that of <see cref="Run"/>; the stated values where nothing is fitted.</returns>
    /// <exception cref="InputException">The described values contradict each other or the materials.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public CalibrationResult Calibrate(CalibrationOptions? options = null, CancellationToken cancellation = default) =>
        Calibrator.Fit(Problem(), options, cancellation: cancellation);

    /// <summary>Builds a cell with fitted values.</summary>
    /// <param name="variant">A variant, or several joined by ' + '; null for the base cell.</param>
    /// <param name="calibration">A fit of this study.</param>
    /// <returns>The cell.</returns>
    /// <exception cref="InputException">There is no such variant, or the values contradict each other.</exception>
    public CellDescription Build(string? variant, CalibrationResult calibration)
    {
        ArgumentNullException.ThrowIfNull(calibration);
        return Family.Build(variant, calibration.Values.AsSpan());
    }

    /// <summary>Tells whether the calibration may move a value of a cell.</summary>
    /// <param name="parameter">Index of the parameter in <see cref="CalibrationPlan.Parameters"/>.</param>
    /// <param name="variant">A variant, or several joined by ' + '; null for the base cell.</param>
    /// <returns>True where it moves in this cell.</returns>
    public bool Moves(int parameter, string? variant) => Family.Moves(parameter, variant);

    internal CalibrationProblem Problem()
    {
        Dictionary<string, ExperimentPoint> byFact = Experiments.Points.ToDictionary(point => point.Fact.Id, StringComparer.Ordinal);
        return new CalibrationProblem
        {
            Cells = Family,
            Parameters = Parameters,
            Points = [.. Calibration.Facts.Select(fact => byFact[fact.Fact.Id])],
            Uncertainty = Calibration.Uncertainty,
        };
    }

    /// <summary>Builds every variant that is used, so that faults show before anything is simulated.</summary>
    private static void RequireSuitable(CellDocument cell, ExperimentPlan experiments, MaterialLibrary materials)
    {
        var cells = new Dictionary<string, CellDescription>(StringComparer.Ordinal);
        foreach (ExperimentPoint point in experiments.Points)
        {
            string key = point.Variant ?? string.Empty;
            if (!cells.TryGetValue(key, out CellDescription? built))
            {
                cells[key] = built = Document(cell, point.Variant, point.Place).Build(materials);
            }

            if (Suitability.Problem(built, point) is { } problem)
            {
                throw new InputException(
                    point.Place, $"the fact '{point.Fact.Id}' cannot be simulated: {problem}", string.Empty, "Correct the variant, the current or the kind of the experiment.");
            }
        }
    }

    private static void RequireSuitableWhole(CellDocument cell, ExperimentPlan experiments, MaterialLibrary materials)
    {
        foreach (WholeExperiment whole in experiments.WholeExperiments)
        {
            WholeExperimentRunner.RequireSuitable(whole, Document(cell, whole.Variant, whole.Place).Build(materials));
        }
    }

    private static ImmutableArray<string?> VariantsOf(ExperimentPlan experiments) =>
    [
        .. experiments.Points.Select(point => point.Variant)
            .Concat(experiments.WholeExperiments.Select(whole => whole.Variant)).Distinct(),
    ];

    private static CellDocument Document(CellDocument cell, string? variant, InputPlace place)
    {
        if (variant is null)
        {
            return cell;
        }

        string[] known = [.. cell.VariantNames];
        string? unknown = known.Contains(variant) ? null : CellDocument.VariantParts(variant).FirstOrDefault(part => !known.Contains(part));
        return unknown is null ? cell.Variant(variant) : throw new InputException(
            place,
            $"cell.yaml has no variant '{unknown}'.",
            known.Length > 0 ? string.Join(", ", known) : "none: cell.yaml has no variants",
            Suggestion.Nearest(unknown, known) is { } nearest ? $"Did you mean '{nearest}'?" : "Use one of these, or add it to cell.yaml.");
    }
}

/// <summary>Paths of the files of a study.</summary>
internal sealed class StudyFiles(string folder)
{
    internal string Cell { get; } = Path.Combine(folder, Study.CellFile);

    internal string Experiments { get; } = Path.Combine(folder, Study.ExperimentsFile);

    /// <summary>Gets the path of calibration.yaml, or null where there is none.</summary>
    internal string? Calibration { get; } =
        File.Exists(Path.Combine(folder, Study.CalibrationFile)) ? Path.Combine(folder, Study.CalibrationFile) : null;

    internal string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string? path in new[] { Cell, Experiments, Calibration })
        {
            hash.AppendData(path is null ? [] : File.ReadAllBytes(path));
            hash.AppendData([0]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
