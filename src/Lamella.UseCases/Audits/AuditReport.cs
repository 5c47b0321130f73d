using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;
using Lamella.Reporting.Html;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Audits;

/// <summary>The verdicts about a file of claims.</summary>
/// <param name="Claims">The claims.</param>
/// <param name="Verdicts">The verdicts, check by check.</param>
public sealed record AuditReport(ClaimSet Claims, ImmutableArray<Verdict> Verdicts)
{
    /// <summary>Name and revision of the set of rules.</summary>
    internal const string Model = "audit/1";

    private static readonly string Version =
        typeof(AuditReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Gets the SHA-256 of the file of claims, in hexadecimal.</summary>
    public required string InputHash { get; init; }

    /// <summary>Returns the verdicts of one kind.</summary>
    /// <param name="outcome">The kind.</param>
    /// <returns>The verdicts, the widest gap first; ties in the order of the checks.</returns>
    public ImmutableArray<Verdict> Of(Outcome outcome) =>
        [.. Verdicts.Where(verdict => verdict.Outcome == outcome).OrderByDescending(verdict => verdict.Gap)];

    /// <summary>Writes page and summary into a folder, whole or not at all.</summary>
    /// <param name="folder">The folder; an older result is replaced, anything else is not.</param>
    /// <exception cref="Core.Errors.InputException">The folder is none that results may replace.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void Write(string folder) => ResultFolder.Write(folder, inside =>
    {
        using (var page = new StreamWriter(Path.Combine(inside, ResultFolder.DossierFile)) { NewLine = "\n" })
        {
            DossierHtml.Write(AuditPage.Of(this, Version), page);
        }

        using FileStream json = File.Create(Path.Combine(inside, ResultFolder.SummaryFile));
        JsonFile.Write(json, Members);
    });

    /// <summary>Returns the report as JSON.</summary>
    /// <returns>The text of result.json.</returns>
    public string ToJson() => JsonFile.Text(Members);

    private void Members(Utf8JsonWriter writer) => AuditJson.Write(writer, this, Version);
}
