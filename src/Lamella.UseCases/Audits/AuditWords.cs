using Lamella.Audit.Verdicts;

namespace Lamella.UseCases.Audits;

/// <summary>The words of an audit. A claim is never called false: it may not be reproducible from what is stated.</summary>
public static class AuditWords
{
    /// <summary>Names an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <returns>One word.</returns>
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Consistent => "consistent",
        Outcome.Contradicted => "contradicted",
        _ => "undetermined",
    };

    /// <summary>Says an outcome in a sentence.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <returns>For example <c>Not reproducible from the stated data: the two sides are 3.4 % apart.</c></returns>
    public static string Sentence(Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return verdict.Outcome switch
        {
            Outcome.Consistent => "The claims can be true together.",
            Outcome.Contradicted when verdict.Left is null => "Not reproducible from the stated data.",
            Outcome.Contradicted => $"Not reproducible from the stated data: {Apart(verdict)}.",
            _ when verdict.Left is null => "Cannot be said from the stated data.",
            _ => $"Depends on what is not stated: {Apart(verdict)} at the usual assumptions.",
        };
    }

    /// <summary>Writes the assumptions of a verdict with their ranges.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <returns>For example <c>repeat of a capacity 0.02 (0 to 0.05)</c>; empty where there is none.</returns>
    public static string Assumed(Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return string.Join("; ", verdict.Assumptions.Select(item => FormattableString.Invariant(
            $"{item.Name} {item.Usual:G4}{(item.Unit == "1" ? string.Empty : " " + item.Unit)} ({item.Low:G4} to {item.High:G4})")));
    }

    private static string Apart(Verdict verdict)
    {
        double percent = 100.0 * verdict.Gap;
        return percent < 10.0 ? FormattableString.Invariant($"the two sides are {percent:G2} % apart")
            : percent < 99.5 ? FormattableString.Invariant($"the two sides are {percent:F0} % apart")
            : "one side is far beyond the other";
    }
}
