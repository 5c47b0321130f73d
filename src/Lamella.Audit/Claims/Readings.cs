using System.Collections.Immutable;
using Lamella.Audit.Verdicts;
using Lamella.Core.Errors;
using Lamella.Core.Yaml;

namespace Lamella.Audit.Claims;

/// <summary>Keeps apart what a publication says and how somebody reads it.</summary>
internal static class Readings
{
    internal const string Settles = "a statement of the authors whether they mean it so";

    private static readonly ImmutableArray<string> Kinds = ["measured", "literature", "protocol", "simulated", "target", "as printed", "reading"];

    /// <summary>Reads the kind of a claim.</summary>
    internal static string Kind(YamlNode? node)
    {
        string kind = node?.AsText() ?? "measured";
        return Kinds.Contains(kind) ? kind : throw node!.Error(
            $"'{kind}' is no kind of claim.",
            string.Join(", ", Kinds),
            Suggestion.Nearest(kind, Kinds) is { } nearest ? $"Did you mean '{nearest}'?" : "Write 'reading' for what the print does not say in these words.");
    }

    /// <summary>Reads whether a statement is a reading.</summary>
    internal static bool IsReading(YamlNode? node) => (node?.AsText() ?? "stated") switch
    {
        "stated" => false,
        "reading" => true,
        string other => throw node!.Error(
            $"'{other}' is no kind of statement.", "stated, or reading", "Write 'reading' for what the print does not say in these words."),
    };

    /// <summary>Opens what would be contradicted by a reading only, and adds the notes of the claims.</summary>
    internal static Verdict Judged(Verdict verdict)
    {
        string[] remarks =
        [
            .. new[] { verdict.Remark }.Concat(verdict.Claims.Select(claim => Remark(claim.Id, claim.IsReading, claim.Note))).Where(text => text.Length > 0),
        ];
        Verdict noted = verdict with { Remark = string.Join(" ", remarks) };
        return verdict.Outcome == Outcome.Contradicted && verdict.Claims.Any(claim => claim.IsReading)
            ? noted with { Outcome = Outcome.Undetermined, Settles = Settles }
            : noted;
    }

    /// <summary>Says that a claim or statement is a reading, and what its note says.</summary>
    internal static string Remark(string id, bool isReading, string note) =>
        isReading ? $"{id} is a reading, not a quotation{(note.Length > 0 ? ": " + note : string.Empty)}."
        : note.Length > 0 ? $"{id}: {note}."
        : string.Empty;
}
