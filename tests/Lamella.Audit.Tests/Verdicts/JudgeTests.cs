using Lamella.Audit.Verdicts;

namespace Lamella.Audit.Tests.Verdicts;

[Trait("Level", "unit")]
public sealed class JudgeTests
{
    private const string Check = "same quantity twice";

    [Theory]
    [InlineData("120.0", "121.5", Outcome.Consistent)]
    [InlineData("120.0", "125.0", Outcome.Undetermined)]
    [InlineData("120.0", "130.0", Outcome.Contradicted)]
    public void Answer_TwoCapacities_DependsOnTheirDistance(string first, string second, Outcome expected)
    {
        Verdict verdict = ClaimText.Verdict(Check, $"""
            cell | discharge_capacity | {first} mAh/g | c_rate: 1 C | Fig. 1
            cell | discharge_capacity | {second} mAh/g | c_rate: 1 C | Fig. 2
            """);

        verdict.Outcome.ShouldBe(expected);
        (verdict.Gap > 0.0).ShouldBe(expected != Outcome.Consistent);
        (verdict.Settles.Length > 0).ShouldBe(expected != Outcome.Consistent);
        verdict.Reference.ShouldNotBeEmpty();
        verdict.Claims.Length.ShouldBe(2);
    }

    [Fact]
    public void Answer_AnOpenQuestion_SaysAtWhichAssumptionItTurns()
    {
        Verdict verdict = ClaimText.Verdict(Check, """
            cell | discharge_capacity | 120.0 mAh/g | c_rate: 1 C | Fig. 1
            cell | discharge_capacity | 125.0 mAh/g | c_rate: 1 C | Fig. 2
            """);

        UsedAssumption used = verdict.Assumptions.ShouldHaveSingleItem();
        used.Name.ShouldBe("repeat of a capacity");

        // 120.05·(1 + r/2) = 124.95·(1 − r/2)
        used.TurnsAt.ShouldNotBeNull().ShouldBe(2.0 * 4.9 / 245.0, 1e-8);
        verdict.WouldChange.ShouldContain("would fit with repeat of a capacity above 0.04");
        verdict.WouldChange.ShouldContain("would have to be at least");
    }

    [Theory]
    [InlineData("assumptions: { repeat of a capacity: 0.045 }", Outcome.Consistent)]
    [InlineData("assumptions: { repeat of a capacity: { value: 0.0, to: 0.03 } }", Outcome.Contradicted)]
    public void Answer_OtherAssumptions_GiveAnotherVerdict(string head, Outcome expected) =>
        ClaimText.Verdict(Check, """
            cell | discharge_capacity | 120.0 mAh/g | c_rate: 1 C | Fig. 1
            cell | discharge_capacity | 125.0 mAh/g | c_rate: 1 C | Fig. 2
            """, head).Outcome.ShouldBe(expected);

    /// <summary>The sides are equal only between the ends of the range of an assumption: that is found too.</summary>
    [Fact]
    public void Answer_SidesThatMeetInsideTheRange_IsOpen()
    {
        const string head = "systems: { skeleton: { arrangement: porous, parts: [LLZTO] }, filled: { arrangement: skeleton, parts: [skeleton, gel] }, LLZTO: { material: LLZTO } }";

        Verdict verdict = ClaimText.Verdict("mass of a filled skeleton", """
            skeleton | porosity | 52.9 %
            filled | porosity | 4.6 %
            filled | mass_fraction | 81.5 wt% | component: LLZTO
            """, head);

        verdict.Outcome.ShouldBe(Outcome.Undetermined);

        // By hand: 0.4715·5.47·1.03 of skeleton and 0.482·ρ of filling are 81.45 wt% at ρ = 1255 kg/m³.
        verdict.Assumptions[0].TurnsAt.ShouldNotBeNull().ShouldBeInRange(1250.0, 1260.0);
    }

    [Theory]
    [InlineData("repeat of a capacity")]
    [InlineData("=0.1")]
    [InlineData("repeat=0.1")]
    [InlineData("repeat of a capacity=much")]
    public void Apply_NoAssumption_IsBadInput(string text) =>
        Should.Throw<Core.Errors.InputException>(() => AssumptionReader.Apply(AssumptionSet.Usual, text));

    [Fact]
    public void Apply_AnAssumption_WidensItsRangeWhereNeeded()
    {
        Assumption changed = AssumptionReader.Apply(AssumptionSet.Usual, "repeat of a capacity=0.2").Get("repeat of a capacity");

        (changed.Usual, changed.Low, changed.High).ShouldBe((0.2, 0.0, 0.2));
    }
}
