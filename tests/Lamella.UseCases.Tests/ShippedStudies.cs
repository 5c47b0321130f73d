using System.Text.Json;
using Lamella.Studies;
using Lamella.UseCases.Dossiers;
using Lamella.UseCases.Tests;

[assembly: AssemblyFixture(typeof(ShippedStudies))]

namespace Lamella.UseCases.Tests;

/// <summary>Runs each shipped example once, as the command line does, for all tests that look at what came out.</summary>
public sealed class ShippedStudies : IDisposable
{
    private readonly Workspace work = new();
    private readonly Dictionary<string, Lazy<ShippedStudy>> studies;

    /// <summary>Initializes a new instance of the <see cref="ShippedStudies"/> class.</summary>
    public ShippedStudies() =>
        studies = Names.ToDictionary(name => name, name => new Lazy<ShippedStudy>(() => Make(name)), StringComparer.Ordinal);

    /// <summary>Gets the names of the studies under examples/, which holds cells and measurements too.</summary>
    public static TheoryData<string> All => [.. Names];

    private static IEnumerable<string> Names =>
        Directory.EnumerateDirectories(Workspace.Examples).Where(StudyFolder.IsStudy).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    /// <summary>Returns a finished study; the first to ask waits for it.</summary>
    public ShippedStudy Get(string name) => studies[name].Value;

    /// <inheritdoc/>
    public void Dispose() => work.Dispose();

    private ShippedStudy Make(string name)
    {
        StudyReport report = MakeDossier.Run(Path.Combine(Workspace.Examples, name));
        string folder = work.At(name);
        report.Write(folder);
        return new ShippedStudy(Path.Combine(Workspace.Examples, name), report.Result, folder);
    }
}

/// <summary>A finished study of a shipped example.</summary>
/// <param name="Source">Folder of its description.</param>
/// <param name="Result">The result in memory.</param>
/// <param name="Folder">Folder of its files.</param>
public sealed record ShippedStudy(string Source, StudyResult Result, string Folder)
{
    /// <summary>Gets the page.</summary>
    public string Page => File.ReadAllText(Path.Combine(Folder, StudyReport.DossierFile));

    /// <summary>Returns the root of result.json.</summary>
    public JsonElement Json()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "result.json")));
        return document.RootElement.Clone();
    }

    /// <summary>Returns the points of result.json, in its order.</summary>
    public JsonElement[] JsonPoints() =>
        [.. Json().GetProperty("experiments").EnumerateArray().SelectMany(experiment => experiment.GetProperty("points").EnumerateArray())];

    /// <summary>Returns the facts of the calibration in result.json.</summary>
    public string[] JsonCalibration() =>
        [.. Json().GetProperty("calibration").GetProperty("facts").EnumerateArray().Select(fact => fact.GetString()!)];
}
