using Lamella.Audit.Characteristics;
using Lamella.Audit.Verdicts;
using Lamella.Core.Errors;

namespace Lamella.Audit.Tests.Publications;

/// <summary>How often the audit contradicts what is true, and lets pass what is not.</summary>
/// <param name="Change">How far one number was moved, up or down [–].</param>
/// <param name="Contradicted">Share of the files of which a claim is contradicted, or that are refused [–].</param>
/// <param name="Flagged">Share of the files of which a claim is contradicted or refused, or in open tension [–].</param>
internal sealed record ErrorRates(double Change, double Contradicted, double Flagged)
{
    /// <summary>The changes that are tried.</summary>
    internal static readonly double[] Changes = [0.0, 0.02, 0.05, 0.1, 0.3, 1.0];

    private static readonly KnownMaterials Known = KnownMaterials.LoadShipped();

    /// <summary>Measures the rates of some families.</summary>
    internal static ErrorRates[] Measure(IReadOnlyList<string> families, int repeats, ulong seed) =>
        [.. Changes.Select((change, index) => Measure(families, change, repeats, seed + (ulong)index))];

    private static ErrorRates Measure(IReadOnlyList<string> families, double change, int repeats, ulong seed)
    {
        var random = new RandomClaims(seed);
        int contradicted = 0, flagged = 0;
        for (int i = 0; i < repeats; i++)
        {
            for (int family = 0; family < families.Count; family++)
            {
                double factor = (i + family) % 2 == 0 ? 1.0 + change : 1.0 / (1.0 + change);
                (string lines, string head) = random.Make(families[family], factor);
                (bool isContradicted, bool isFlagged) = Audit(lines, head);
                contradicted += isContradicted ? 1 : 0;
                flagged += isFlagged ? 1 : 0;
            }
        }

        double all = repeats * families.Count;
        return new ErrorRates(change, contradicted / all, flagged / all);
    }

    // A file that the reader refuses (a porosity above 100 %) is caught too.
    private static (bool Contradicted, bool Flagged) Audit(string lines, string head)
    {
        try
        {
            var verdicts = Auditor.Run(ClaimText.Read(lines, head), Known);
            return (
                verdicts.Any(verdict => verdict.Outcome == Outcome.Contradicted),
                verdicts.Any(verdict => verdict.Outcome != Outcome.Consistent && verdict.Left is not null));
        }
        catch (InputException)
        {
            return (true, true);
        }
    }
}
