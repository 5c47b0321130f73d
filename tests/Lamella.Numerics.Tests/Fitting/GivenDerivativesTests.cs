using Lamella.Numerics.Fitting;

namespace Lamella.Numerics.Tests.Fitting;

/// <summary>Fits of y = a·e^{−b·t} at five instants, whose model gives all derivatives, some, or none.</summary>
public sealed class GivenDerivativesTests
{
    private const double Amplitude = 2.0, Rate = 0.5;

    private static readonly double[] Times = [0.0, 1.0, 2.0, 4.0, 8.0];

    private static readonly FitParameter[] Parameters =
        [new("a", 0.1, 10.0, 1.0, ParameterScale.Logarithmic), new("b", 0.0, 3.0, 1.0)];

    [Theory]
    [InlineData(5)]
    [InlineData(2)]
    [Trait("Level", "identity")]
    public void Fit_DerivativesOfSomeResiduals_FindsTheSameWithFewerEvaluations(int given)
    {
        FitResult plain = Fit(null, out _), fit = Fit(new Derivatives(given), out int ofOthers);

        fit.Values[0].ShouldBe(Amplitude, 1e-6);
        fit.Values[1].ShouldBe(Rate, 1e-6);
        fit.ScaledCovariance.Zip(plain.ScaledCovariance).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-5);
        fit.GivenDerivatives.ShouldBeGreaterThan(0);
        plain.GivenDerivatives.ShouldBe(0);
        fit.Evaluations.ShouldBeLessThan(plain.Evaluations / 2);
        ofOthers.ShouldBe(given == Times.Length ? 0 : 4 * fit.GivenDerivatives); // two sides of two parameters
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Fit_NoDerivativesHere_TakesDifferencesOfEverything()
    {
        FitResult fit = Fit(new Derivatives(5) { HasAny = false }, out _);

        fit.Values[1].ShouldBe(Rate, 1e-6);
        fit.GivenDerivatives.ShouldBe(0);
    }

    private static FitResult Fit(Derivatives? derivatives, out int evaluationsOfOthers)
    {
        var options = new FitOptions { DifferenceStep = 1e-4, StepTolerance = 1e-9, CostTolerance = 1e-14, Derivatives = derivatives };
        FitResult fit = BoundedLeastSquares.Fit(
            Parameters, Times.Length, () => (p, r) => Residuals(p, r, 0), options, TestContext.Current.CancellationToken);
        evaluationsOfOthers = derivatives?.EvaluationsOfOthers ?? 0;
        return fit;
    }

    private static bool Residuals(ReadOnlySpan<double> p, Span<double> r, int first)
    {
        for (int i = first; i < Times.Length; i++)
        {
            r[i] = ((p[0] * Math.Exp(-p[1] * Times[i])) - (Amplitude * Math.Exp(-Rate * Times[i]))) / 0.01;
        }

        return true;
    }

    private sealed class Derivatives(int given) : IFitDerivatives
    {
        public bool HasAny { get; init; } = true;

        public int EvaluationsOfOthers { get; private set; }

        public bool Gives(int residual) => residual < given;

        public FitResiduals Others() => (p, r) =>
        {
            EvaluationsOfOthers++;
            return Residuals(p, r, given);
        };

        public bool Evaluate(ReadOnlySpan<double> parameters, Span<double> jacobian)
        {
            for (int i = 0; i < given; i++)
            {
                double decay = Math.Exp(-parameters[1] * Times[i]) / 0.01;
                jacobian[2 * i] = decay;
                jacobian[(2 * i) + 1] = -Times[i] * parameters[0] * decay;
            }

            return HasAny;
        }
    }
}
