using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Analysis.Impedance.Fitting;
using Lamella.Core.Errors;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Tests.Impedance.Fitting;

[Trait("Level", "unit")]
public sealed class CircuitComparisonTests
{
    private const int LastBits = 2; // repeats that the last bits of a machine's mathematical functions may decide otherwise

    private static readonly ImmutableArray<double> Frequencies = SyntheticSpectra.Frequencies(1e6, 0.1, 61);

    /// <summary>A third arc that is not there can always fit some noise; docs/explanation/circuits.md says how often it wins.</summary>
    [Fact]
    public void Compare_TwoArcsInTheData_PrefersTwoAsOftenAsDocumented()
    {
        const int Repeats = 100;
        Circuit two = Circuit.Parse("R0-p(R1,CPE1)-p(R2,CPE2)");
        (int prefersTwo, int rejectsTwo) = (0, 0);
        for (ulong seed = 0; seed < Repeats; seed++)
        {
            Spectrum spectrum = SyntheticSpectra.Make(two, [10.0, 50.0, 1e-6, 0.9, 200.0, 1e-4, 0.8], Frequencies, 0.005, seed);

            ComparisonResult comparison = Compare(spectrum, two.Text, "R0-p(R1,CPE1)-p(R2,CPE2)-p(R3,CPE3)");

            prefersTwo += comparison.Ranking[0].Fit.Circuit.Text == two.Text ? 1 : 0;
            rejectsTwo += comparison.Tests.Single().Probability < 0.05 ? 1 : 0;
        }

        Match said = Regex.Match(
            File.ReadAllText(RepositoryFolder.PathOf("docs", "explanation", "circuits.md")).ReplaceLineEndings(" "),
            @"the true two win in (\d+) of 100 seeded repeats by AICc, and the F-test rejects them in (\d+) of 100 at 5 %");
        said.Success.ShouldBeTrue();
        prefersTwo.ShouldBeInRange(Number(said, 1) - LastBits, Number(said, 1) + LastBits);
        rejectsTwo.ShouldBeInRange(Number(said, 2) - LastBits, Number(said, 2) + LastBits);
        rejectsTwo.ShouldBeInRange(1, 11, "5 of 100 are expected; the standard deviation of that is 2.2");
    }

    [Fact]
    public void Compare_OneToThreeArcs_RanksTheTooSimpleLastAndTestsEveryPair()
    {
        Circuit two = Circuit.Parse("R0-p(R1,CPE1)-p(R2,CPE2)");
        Spectrum spectrum = SyntheticSpectra.Make(two, [10.0, 50.0, 1e-6, 0.9, 200.0, 1e-4, 0.8], Frequencies, 0.005);

        ComparisonResult comparison = Compare(spectrum, "R0-p(R1,CPE1)", two.Text, "R0-p(R1,CPE1)-p(R2,CPE2)-p(R3,CPE3)");

        comparison.Ranking.Sum(ranked => ranked.Weight).ShouldBe(1.0, 1e-12);
        comparison.Ranking[^1].Fit.Circuit.Text.ShouldBe("R0-p(R1,CPE1)");
        comparison.Tests.Length.ShouldBe(3);
        comparison.Tests.Single(test => test.Simple.Components.Length == 3 && test.Rich.Components.Length == 5).Probability.ShouldBeLessThan(1e-6);
    }

    /// <summary>The value that the formula gives by hand: N = 61, three against four parameters.</summary>
    [Fact]
    public void Compare_CapacitorAgainstConstantPhase_FollowsTheFormulas()
    {
        Spectrum spectrum = SyntheticSpectra.Make(Circuit.Parse("R0-p(R1,C1)"), [10.0, 50.0, 1e-5], Frequencies, 0.01, 4);

        ComparisonResult comparison = Compare(spectrum, "R0-p(R1,C1)", "R0-p(R1,CPE1)");

        FTest test = comparison.Tests.ShouldHaveSingleItem();
        CircuitFitResult simple = comparison.Ranking.Single(ranked => ranked.Fit.Circuit == test.Simple).Fit;
        CircuitFitResult rich = comparison.Ranking.Single(ranked => ranked.Fit.Circuit == test.Rich).Fit;
        simple.Aicc.ShouldBe((122 * Math.Log(simple.SumOfSquares / 122.0)) + 8.0 + (40.0 / 117.0), 1e-9);
        test.F.ShouldBe((simple.SumOfSquares - rich.SumOfSquares) / (rich.SumOfSquares / 118.0), 1e-9);
        test.Probability.ShouldBeGreaterThan(0.01, "the capacitor is true");
    }

    [Theory]
    [InlineData("R0-p(R1,CPE1)-p(R2,CPE2)", "R0-p(R1,C1)", true)]
    [InlineData("R0-p(R1,CPE1)", "R0-p(R1,C1)-W1", false)]
    [InlineData("p(CPE1,R1-W1)", "p(C1,R1)", true)]
    [InlineData("R0-HN1", "R0-G1", true)]
    [InlineData("R0-p(R1,C1)", "R0-p(R1,CPE1)", false)]
    [InlineData("R0-p(R1,C1)", "p(R1,C1)", true)]
    public void Contains_Circuits_KnowsSpecialCases(string rich, string simple, bool expected) =>
        Nesting.Contains(Circuit.Parse(rich), Circuit.Parse(simple)).ShouldBe(expected);

    [Fact]
    public void Compare_DifferentSpectra_IsRefused()
    {
        Circuit circuit = Circuit.Parse("R0-p(R1,C1)");
        CircuitFitResult Fit(ulong seed) => CircuitFit.Run(circuit, SyntheticSpectra.Make(circuit, [10.0, 50.0, 1e-5], Frequencies, 0.01, seed));

        Should.Throw<InputException>(() => CircuitComparison.Compare([Fit(1), Fit(2)])).Message.ShouldContain("one spectrum");
        Should.Throw<InputException>(() => CircuitComparison.Compare([Fit(1)])).Message.ShouldContain("two or more");
    }

    private static ComparisonResult Compare(Spectrum spectrum, params string[] circuits) =>
        CircuitComparison.Compare([.. circuits.Select(circuit => CircuitFit.Run(Circuit.Parse(circuit), spectrum))]);

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
}
