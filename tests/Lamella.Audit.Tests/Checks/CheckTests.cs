using Lamella.Audit.Checks;
using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Tests.Checks;

public sealed class CheckTests
{
    public static TheoryData<int> Cases() => new(Enumerable.Range(0, CheckCases.All.Length));

    [Theory]
    [Trait("Level", "unit")]
    [MemberData(nameof(Cases))]
    public void Run_KnownClaims_GivesTheExpectedVerdict(int index)
    {
        CheckCase one = CheckCases.All[index];

        Verdict[] verdicts = ClaimText.Verdicts(one.Check, one.Lines, one.Head);

        string shown = $"{one.Check}: {string.Join("; ", verdicts.Select(verdict => $"{verdict.Outcome} {verdict.Relation} {verdict.Left?.Shown()} vs {verdict.Right?.Shown()}"))} for\n{one.Lines}";
        verdicts.ShouldNotBeEmpty(shown);
        Outcome worst = verdicts.Select(verdict => verdict.Outcome).OrderBy(outcome => outcome switch { Outcome.Contradicted => 0, Outcome.Undetermined => 1, _ => 2 }).First();
        worst.ShouldBe(one.Expected, shown);
    }

    /// <summary>Every verdict carries its inequality, reference, claims or system, and how it would change or be settled.</summary>
    [Theory]
    [Trait("Level", "contract")]
    [MemberData(nameof(Cases))]
    public void Run_KnownClaims_GivesCompleteVerdicts(int index)
    {
        CheckCase one = CheckCases.All[index];
        foreach (Verdict verdict in ClaimText.Verdicts(one.Check, one.Lines, one.Head))
        {
            verdict.Relation.ShouldNotBeEmpty();
            verdict.Reference.ShouldNotBeEmpty();
            verdict.About.ShouldNotBeEmpty();
            if (verdict.Outcome == Outcome.Undetermined)
            {
                verdict.Settles.ShouldNotBeEmpty($"{verdict.Check} must say what would settle it");
            }

            if (verdict.Outcome == Outcome.Contradicted)
            {
                verdict.WouldChange.ShouldNotBeEmpty();
            }

            verdict.Assumptions.ShouldAllBe(item => item.Low <= item.Usual && item.Usual <= item.High);
        }
    }

    /// <summary>A check that nothing can fail is no check: each has claims that do not fit.</summary>
    [Fact]
    [Trait("Level", "contract")]
    public void Registry_EveryCheck_HasClaimsThatDoNotFit()
    {
        string[] tried = [.. CheckCases.All.Where(one => one.Expected != Outcome.Consistent).Select(one => one.Check).Distinct()];

        CheckRegistry.All.Select(check => check.Name).Except(tried).ShouldBeEmpty();
        CheckRegistry.All.Select(check => check.Name).ShouldBeUnique();
        CheckRegistry.All.ShouldAllBe(check => check.Asks.EndsWith('?') && check.Reference.Length > 10);
    }
}
