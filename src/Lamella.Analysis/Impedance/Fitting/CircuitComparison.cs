using System.Collections.Immutable;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Core;
using Lamella.Core.Errors;
using MathNet.Numerics.Distributions;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>A circuit among others that were fitted to the same spectrum.</summary>
/// <param name="Fit">The fit.</param>
/// <param name="DeltaAicc">Its AICc above the least of all; up to 2 means equally good, above 10 means no support.</param>
/// <param name="Weight">Its share of the evidence, exp(−Δ/2) by the sum of all; 0 to 1.</param>
public sealed record RankedCircuit(CircuitFitResult Fit, [property: Unit("–")] double DeltaAicc, [property: Unit("–")] double Weight);

/// <summary>Whether the further parameters of a circuit reduce the deviations by more than chance would.</summary>
/// <param name="Simple">The circuit with fewer parameters.</param>
/// <param name="Rich">The circuit that contains it.</param>
/// <param name="F">The ratio F = ((S₁ − S₂)/(n₂ − n₁))/(S₂/(2N − n₂)).</param>
/// <param name="Probability">How probable an F as large is if the simple circuit is true.</param>
public sealed record FTest(
    Circuit Simple, Circuit Rich, [property: Unit("–")] double F, [property: Unit("–")] double Probability);

/// <summary>Circuits compared on one spectrum.</summary>
/// <param name="Ranking">The circuits, the best by AICc first.</param>
/// <param name="Tests">F-tests of every pair of which one contains the other.</param>
public sealed record ComparisonResult(ImmutableArray<RankedCircuit> Ranking, ImmutableArray<FTest> Tests);

/// <summary>Compares circuits by Akaike's criterion and, where one contains the other, by an F-test.</summary>
/// <remarks>
/// Both suppose independent errors of one relative size; patterned residuals favour the richer circuit, and the warnings of the
/// fits say so. <b>Source.</b> Burnham and Anderson, Model Selection and Multimodel Inference, 2nd ed., Springer 2002,
/// chapter 2; Bates and Watts, Nonlinear Regression Analysis, Wiley 1988, section 3.10.
/// </remarks>
public static class CircuitComparison
{
    /// <summary>Compares fits to one spectrum.</summary>
    /// <param name="fits">The fits, two or more, to the same data with the same weights.</param>
    /// <returns>Ranking and tests.</returns>
    /// <exception cref="InputException">The fits are not of one spectrum and weighting.</exception>
    public static ComparisonResult Compare(ImmutableArray<CircuitFitResult> fits)
    {
        if (fits.Length < 2 || fits.Any(fit => fit.Weighting != fits[0].Weighting || !fit.Spectrum.Impedance.SequenceEqual(fits[0].Spectrum.Impedance)))
        {
            throw new InputException(
                InputPlace.Whole("comparison of circuits"), "the fits are not two or more of one spectrum and weighting.",
                "fits to the same data with the same weights", "Fit each circuit to the same spectrum.");
        }

        double least = fits.Min(fit => fit.Aicc);
        double[] evidence = [.. fits.Select(fit => Math.Exp(-0.5 * Math.Min(fit.Aicc - least, 1400.0)))];
        double sum = evidence.Sum();
        return new ComparisonResult(
            [.. fits.Select((fit, k) => new RankedCircuit(fit, fit.Aicc - least, evidence[k] / sum)).OrderBy(ranked => ranked.DeltaAicc)],
            [.. from simple in fits from rich in fits where Contains(rich, simple) select Test(simple, rich)]);
    }

    private static bool Contains(CircuitFitResult rich, CircuitFitResult simple) =>
        rich.FreeParameters > simple.FreeParameters && Freedom(rich) > 0 && Nesting.Contains(rich.Circuit, simple.Circuit);

    private static int Freedom(CircuitFitResult fit) => (2 * fit.Spectrum.Impedance.Length) - fit.FreeParameters;

    private static FTest Test(CircuitFitResult simple, CircuitFitResult rich)
    {
        (int more, int freedom) = (rich.FreeParameters - simple.FreeParameters, Freedom(rich));
        double above = Math.Max(0.0, simple.SumOfSquares - rich.SumOfSquares) / more;
        double f = rich.SumOfSquares > 0.0 ? above / (rich.SumOfSquares / freedom) : above > 0.0 ? 1e300 : 0.0;
        return new FTest(simple.Circuit, rich.Circuit, f, 1.0 - FisherSnedecor.CDF(more, freedom, f));
    }
}
