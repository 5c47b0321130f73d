using System.Collections.Immutable;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Analysis.Impedance.Fitting;
using Lamella.Analysis.Impedance.Relaxation;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Tests.Impedance.Fitting;

/// <summary>A fit begins with time constants that the distribution of relaxation times shows, whatever the circuit.</summary>
[Trait("Level", "unit")]
public sealed class RelaxationStartTests
{
    /// <summary>Two starts, both from the distribution, and no guess: what random starts need many of is found at once.</summary>
    [Theory]
    [InlineData("R0-p(R1,CPE1)-p(R2,CPE2)-p(R3,CPE3)", new[] { 10.0, 50.0, 1e-7, 0.95, 80.0, 1e-5, 0.9, 200.0, 2e-3, 0.85 })]
    [InlineData("R0-p(R1,C1)-p(R2-Ws1,C2)", new[] { 10.0, 50.0, 1e-7, 80.0, 60.0, 2.0, 1e-5 })]
    [InlineData("R0-ZARC1-HN1", new[] { 10.0, 40.0, 1e-5, 0.9, 100.0, 0.05, 0.95, 0.7 })]
    [InlineData("L1-R0-p(R1,CPE1)-Ws1", new[] { 1e-6, 10.0, 60.0, 1e-5, 0.88, 90.0, 0.5 })]
    [InlineData("p(R1,CPE1)-p(R2,CPE2)-CPE3", new[] { 500.0, 1e-10, 0.95, 900.0, 1e-7, 0.9, 1e-4, 0.85 })]
    [InlineData("p(C1,R1-p(CPE1,R2-W1))", new[] { 1e-9, 100.0, 1e-5, 0.9, 300.0, 40.0 })]
    [InlineData("R0-RND1", new[] { 10.0, 1e-5, 0.9, 100.0, 60.0 })]
    public void Run_TwoStartsFromTheDistribution_FindTheTruth(string text, double[] values)
    {
        Circuit circuit = Circuit.Parse(text);
        Spectrum spectrum = SyntheticSpectra.Make(circuit, [.. values], SyntheticSpectra.Frequencies(1e6, 0.01, 71), 1e-3, 3);

        CircuitFitResult fit = CircuitFit.Run(circuit, spectrum, new CircuitFitOptions { MaximumStarts = 2 });

        fit.Search.Starts.ShouldBe(2);
        Math.Sqrt(fit.ReducedChiSquare).ShouldBe(1e-3, 2e-4);
    }

    [Fact]
    public void Of_ThreeArcs_GivesTheirTimesAndAreas()
    {
        Circuit circuit = Circuit.Parse("R0-ZARC1-ZARC2-ZARC3");
        Spectrum spectrum = SyntheticSpectra.Make(
            circuit, [10.0, 50.0, 1e-5, 0.95, 100.0, 2e-3, 0.9, 200.0, 0.3, 0.95], SyntheticSpectra.Frequencies(1e6, 0.01, 71), 1e-3);

        (double Time, double Area)[] maxima = RelaxationMaxima.Of(spectrum);

        double[] times = [0.3, 2e-3, 1e-5], areas = [200.0, 100.0, 50.0]; // the largest area first
        for (int k = 0; k < times.Length; k++)
        {
            Math.Log(maxima[k].Time / times[k]).ShouldBe(0.0, 0.25);
            maxima[k].Area.ShouldBe(areas[k], 0.15 * areas[k]);
        }
    }

    [Fact]
    public void Of_TooFewFrequenciesOrZero_GivesNone()
    {
        Circuit circuit = Circuit.Parse("R0-ZARC1");
        ImmutableArray<double> frequencies = SyntheticSpectra.Frequencies(1e4, 1.0, 12);
        Spectrum spectrum = SyntheticSpectra.Make(circuit, [10.0, 50.0, 1e-3, 0.9], frequencies);

        RelaxationMaxima.Of(ReferenceCases.Of([.. frequencies.Take(7)], [.. spectrum.Impedance.Take(7)])).ShouldBeEmpty();
        RelaxationMaxima.Of(ReferenceCases.Of(frequencies, [.. spectrum.Impedance.Skip(1), 0.0])).ShouldBeEmpty();
        RelaxationMaxima.Of(spectrum).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("R0-L1-W1", 0)]
    [InlineData("R0-p(R1,C1)-p(R2-Wo1,C2)", 3)]
    [InlineData("p(C1,R1-p(CPE1,R2-Ws1))", 3)]
    [InlineData("R0-ZARC1-BL1-CPE1", 2)]
    public void TimeConstants_OfACircuit_AreCounted(string text, int expected)
    {
        Circuit circuit = Circuit.Parse(text);

        circuit.Root.TimeConstants(circuit.Components).ShouldBe(expected);
    }
}
