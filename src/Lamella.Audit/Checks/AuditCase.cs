using System.Collections.Immutable;
using Lamella.Audit.Characteristics;
using Lamella.Audit.Claims;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Checks;

/// <summary>What a check works on: the claims, and the properties of known materials.</summary>
/// <param name="Set">The claims.</param>
/// <param name="Known">Properties of known materials.</param>
public sealed record AuditCase(ClaimSet Set, KnownMaterials Known)
{
    /// <summary>Judges a question.</summary>
    internal Verdict Ask(ICheck check, Question question) => Judge.Answer(check, question, Set.Assumptions);

    /// <summary>Makes the verdict of a question that lacks a datum.</summary>
    internal static Verdict Missing(ICheck check, string about, string relation, string missing, params ImmutableArray<Claim> claims) => new()
    {
        Outcome = Outcome.Undetermined,
        Check = check.Name,
        About = about,
        Relation = relation,
        Claims = claims,
        Reference = check.Reference,
        Settles = missing,
    };
}
