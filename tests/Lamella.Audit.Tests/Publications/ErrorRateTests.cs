using System.Globalization;

namespace Lamella.Audit.Tests.Publications;

/// <summary>Random claims, true and changed: both error rates, as they stand in docs/explanation/audit.md.</summary>
[Trait("Level", "property")]
public sealed class ErrorRateTests
{
    private static readonly int Repeats = Environment.GetEnvironmentVariable("LAMELLA_NIGHTLY") == "1" ? 500 : 20;

    [Fact]
    public void Audit_RandomEquations_KeepsBothErrorsLow()
    {
        ErrorRates[] rates = ErrorRates.Measure(RandomClaims.Equations, Repeats, 101);

        rates[0].Contradicted.ShouldBe(0.0, "true claims must not be contradicted");
        rates[0].Flagged.ShouldBe(0.0);
        rates[^1].Flagged.ShouldBeGreaterThanOrEqualTo(0.9);
        rates[3].Flagged.ShouldBeGreaterThanOrEqualTo(0.85);
    }

    [Fact]
    public void Audit_RandomBounds_ContradictsNothingTrue()
    {
        ErrorRates[] rates = ErrorRates.Measure(RandomClaims.Bounds, Repeats, 202);

        rates[0].Contradicted.ShouldBe(0.0, "true claims must not be contradicted");
        rates[0].Flagged.ShouldBe(0.0);
        rates[^1].Flagged.ShouldBeGreaterThanOrEqualTo(0.3);
    }

    /// <summary>The table of the page is the one that the usual sample gives.</summary>
    [Fact]
    [Trait("Level", "snapshot")]
    public void AuditPage_TableOfErrorRates_IsTheMeasuredOne()
    {
        string page = Page();
        var rows = new List<string>();
        foreach ((string name, IReadOnlyList<string> families, ulong seed) in new[] { ("equation", RandomClaims.Equations, 101UL), ("bound", RandomClaims.Bounds, 202UL) })
        {
            foreach (ErrorRates rate in ErrorRates.Measure(families, 20, seed))
            {
                rows.Add(string.Create(
                    CultureInfo.InvariantCulture, $"| {name} | {100.0 * rate.Change:F0} | {100.0 * rate.Contradicted:F1} | {100.0 * rate.Flagged:F1} |"));
            }
        }

        page.ShouldContain(string.Join('\n', rows));
    }

    private static string Page()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Lamella.slnx")))
        {
            folder = folder.Parent.ShouldNotBeNull();
        }

        return File.ReadAllText(Path.Combine(folder.FullName, "docs", "explanation", "audit.md"));
    }
}
