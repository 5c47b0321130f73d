using System.Collections.Immutable;
using System.Reflection;
using Lamella.Analysis.Techniques;
using Lamella.Reporting.Html;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Analyses;

/// <summary>A finished analysis with what went into it.</summary>
/// <param name="Technique">Name of the technique.</param>
/// <param name="Outcome">What was found.</param>
public sealed record AnalysisReport(string Technique, AnalysisOutcome Outcome)
{
    /// <summary>Version of the product.</summary>
    internal static readonly string Version =
        typeof(AnalysisReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Gets the settings that the user gave.</summary>
    public required ImmutableArray<(string Name, string Value)> Settings { get; init; }

    /// <summary>Gets the measurements that went in.</summary>
    public required ImmutableArray<AnalysedMeasurement> Measurements { get; init; }

    /// <summary>Gets what was noted while the files were read.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>Writes result.json and dossier.html into a folder, whole or not at all.</summary>
    /// <param name="folder">The folder; an older result is replaced, anything else is not.</param>
    /// <exception cref="Core.Errors.InputException">The folder is none that results may replace.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void Write(string folder) => ResultFolder.Write(folder, inside =>
    {
        using (FileStream json = File.Create(Path.Combine(inside, ResultFolder.SummaryFile)))
        {
            JsonFile.Write(json, writer => AnalysisJson.Members(writer, this));
        }

        using var page = new StreamWriter(Path.Combine(inside, ResultFolder.DossierFile)) { NewLine = "\n" };
        DossierHtml.Write(AnalysisPage.Of(this), page);
    });

    /// <summary>Returns the result as JSON.</summary>
    /// <returns>The text of result.json.</returns>
    public string ToJson() => JsonFile.Text(writer => AnalysisJson.Members(writer, this));
}
