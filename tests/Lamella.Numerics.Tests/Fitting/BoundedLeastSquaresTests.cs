using Lamella.Numerics.Fitting;
using Lamella.Numerics.Random;

namespace Lamella.Numerics.Tests.Fitting;

public sealed class BoundedLeastSquaresTests
{
    private static readonly FitOptions Exact = new()
    {
        DifferenceStep = 1e-4, StepTolerance = 1e-10, CostTolerance = 1e-15, MaximumIterations = 500,
    };

    public static TheoryData<string, int> NistCases => new(
        from problem in NistProblem.All
        from start in Enumerable.Range(0, problem.Starts.Length)
        select (problem.Name, start));

    /// <summary>Parameters to 6 digits, standard deviations to 4, from both certified starts.</summary>
    [Theory]
    [MemberData(nameof(NistCases))]
    [Trait("Level", "published")]
    public void Fit_NistProblem_GivesTheCertifiedValuesAndDeviations(string name, int start)
    {
        NistProblem problem = NistProblem.All.Single(p => p.Name == name);
        // Bounds so wide that their prior is lost in the tolerances below; the steps shrink with them.
        FitParameter[] parameters = [.. problem.Certified.Select((c, j) => new FitParameter(
            $"b{j + 1}", 0.0, 100.0 * Math.Max(c, problem.Starts[start][j]), problem.Starts[start][j]))];
        FitOptions options = Exact with { DifferenceStep = 1e-6, StepTolerance = 1e-11, UncertaintiesAreKnown = false };

        FitResult fit = Fit(parameters, problem.X.Length, () => Residuals(problem), options);

        fit.IsConverged.ShouldBeTrue();
        (2.0 * fit.Cost).ShouldBe(problem.SumOfSquares, 1e-9 * problem.SumOfSquares);
        for (int j = 0; j < parameters.Length; j++)
        {
            fit.Values[j].ShouldBe(problem.Certified[j], 1e-6 * problem.Certified[j]);
            fit.StandardUncertainties[j].ShouldBe(problem.StandardDeviations[j], 1e-4 * problem.StandardDeviations[j]);
        }
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Fit_LinearModel_IsTheAnalyticSolutionWithItsCovariance()
    {
        // Straight line through four points, σ = 0.1; prior ±500 wide is negligible.
        double[] x = [0.0, 1.0, 2.0, 3.0], y = [1.1, 2.9, 5.2, 6.8];
        FitResult fit = Fit(
            [new("intercept", -500.0, 500.0, 0.0), new("slope", -500.0, 500.0, 0.0)],
            4,
            () => (p, r) =>
            {
                for (int i = 0; i < 4; i++)
                {
                    r[i] = (p[0] + (p[1] * x[i]) - y[i]) / 0.1;
                }

                return true;
            },
            Exact);

        // Normal equations by hand: n = 4, Σx = 6, Σx² = 14, Σy = 16, Σxy = 33.7, determinant 20.
        const double step = 1e-10 * 1000.0; // tolerance × width of the bounds
        fit.Values[0].ShouldBe(((14.0 * 16.0) - (6.0 * 33.7)) / 20.0, step);
        fit.Values[1].ShouldBe(((4.0 * 33.7) - (6.0 * 16.0)) / 20.0, step);
        fit.StandardUncertainties[0].ShouldBe(0.1 * Math.Sqrt(14.0 / 20.0), 1e-6);
        fit.StandardUncertainties[1].ShouldBe(0.1 * Math.Sqrt(4.0 / 20.0), 1e-6);
        fit.Correlation[1].ShouldBe(-6.0 / Math.Sqrt(4.0 * 14.0), 1e-6);
        fit.Unidentified.ShouldBeEmpty();
        fit.ActiveBounds.ShouldAllBe(b => b == ActiveBound.None);
    }

    /// <summary>Rosenbrock's valley; held below y = ½, its minimum lies on that bound where 400x³ − 198x = 2.</summary>
    [Theory]
    [InlineData(2.0, 1.0, 1.0)]
    [InlineData(0.5, 0.7085595038, 0.5)]
    [Trait("Level", "identity")]
    public void Fit_RosenbrockValley_FindsTheMinimumWithinTheBounds(double upper, double x, double y)
    {
        FitResult fit = Fit(
            [new("x", -2.0, 2.0, -1.2), new("y", -2.0, upper, 0.4)],
            2,
            () => (p, r) =>
            {
                (r[0], r[1]) = (10.0 * (p[1] - (p[0] * p[0])), 1.0 - p[0]);
                return true;
            },
            Exact);

        fit.IsConverged.ShouldBeTrue();
        fit.Values[0].ShouldBe(x, 1e-6);
        fit.Values[1].ShouldBe(y, 1e-6);
        fit.ActiveBounds[1].ShouldBe(upper == 0.5 ? ActiveBound.Upper : ActiveBound.None);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Fit_LogarithmicScale_SpansDecades()
    {
        // exp(−k·t) with k = 3e-4 in bounds of nine decades; at the given start all but the first sample has decayed.
        double[] t = [1.0, 300.0, 1000.0, 3000.0, 10_000.0];
        FitResult fit = Fit(
            [new("k", 1e-7, 1e2, 1e-2, ParameterScale.Logarithmic)],
            5,
            () => (p, r) =>
            {
                for (int i = 0; i < 5; i++)
                {
                    r[i] = (Math.Exp(-p[0] * t[i]) - Math.Exp(-3e-4 * t[i])) / 1e-3;
                }

                return true;
            },
            Exact with { Starts = 4 });

        fit.Values[0].ShouldBe(3e-4, 1e-9);
        double information = t.Sum(s => Math.Pow(s * Math.Exp(-3e-4 * s) / 1e-3, 2)); // Σ (∂r/∂k)²
        fit.StandardUncertainties[0].ShouldBe(1.0 / Math.Sqrt(information), 1e-3 / Math.Sqrt(information));
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Fit_ParametersTheDataCannotTell_AreNamed()
    {
        // Only a·b and c occur; d occurs nowhere.
        FitResult fit = Fit(
            [
                new("a", 0.1, 10.0, 1.0, ParameterScale.Logarithmic), new("b", 0.1, 10.0, 2.0, ParameterScale.Logarithmic),
                new("c", 0.0, 2.0, 0.3), new("d", -1.0, 1.0, 0.25),
            ],
            20,
            () => (p, r) =>
            {
                for (int i = 0; i < 20; i++)
                {
                    double x = 0.1 * i;
                    r[i] = ((p[0] * p[1] * x) + (p[2] * x * x) - (3.0 * x) - (0.5 * x * x)) / 1e-3;
                }

                return true;
            });

        (fit.Values[0] * fit.Values[1]).ShouldBe(3.0, 1e-4);
        fit.Values[2].ShouldBe(0.5, 1e-4);
        fit.Values[3].ShouldBe(0.25);
        fit.Unidentified.ShouldBe([0, 1, 3]);
        DegeneratePair pair = fit.DegeneratePairs.ShouldHaveSingleItem();
        (pair.First, pair.Second).ShouldBe((0, 1));
        pair.Correlation.ShouldBeLessThan(-0.999);

        // The worst directions: d alone, and a against b at constant product; both know nothing beyond the prior.
        fit.Directions[0].PosteriorToPrior.ShouldBe(1.0, 1e-9);
        fit.Directions[1].PosteriorToPrior.ShouldBe(1.0, 1e-3);
        fit.Directions[2].PosteriorToPrior.ShouldBeLessThan(0.01);
        fit.PosteriorToPrior[3].ShouldBe(1.0, 1e-9);
        fit.StandardUncertainties[3].ShouldBe(2.0 / Math.Sqrt(12.0), 1e-9);
        fit.PosteriorToPrior[0].ShouldBe(Math.Sqrt(0.5), 1e-3);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [Trait("Level", "identity")]
    public void Fit_ManyThreads_GivesTheSameBits(int threads)
    {
        FitResult one = NoisyFit(1, out int models), many = NoisyFit(threads, out int modelsOfMany);

        models.ShouldBe(1);
        modelsOfMany.ShouldBe(threads);
        many.Values.ShouldBe(one.Values);
        many.Covariance.ShouldBe(one.Covariance);
        many.CostOfStarts.ShouldBe(one.CostOfStarts);
        many.Evaluations.ShouldBe(one.Evaluations);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Fit_NoisyResiduals_LandsWithinTheStatedUncertainty()
    {
        FitResult fit = NoisyFit(1, out _);

        fit.IsConverged.ShouldBeTrue();
        fit.Values[0].ShouldBe(2.0, 3.0 * fit.StandardUncertainties[0]);
        fit.Values[1].ShouldBe(0.5, 3.0 * fit.StandardUncertainties[1]);
        fit.StandardUncertainties[0].ShouldBeLessThan(0.05);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Fit_SeveralMinima_StartsFindTheDeepest()
    {
        // (p² − 1)² + 0.1·(p − 1)² has a shallow minimum near −1, where the given start leads, and 0 at p = 1.
        FitParameter[] parameters = [new("p", -3.0, 3.0, -2.0)];
        FitResiduals model = (p, r) =>
        {
            (r[0], r[1]) = ((p[0] * p[0]) - 1.0, Math.Sqrt(0.1) * (p[0] - 1.0));
            return true;
        };
        FitResult single = Fit(parameters, 2, () => model, Exact);
        FitResult many = Fit(parameters, 2, () => model, Exact with { Starts = 6 });

        single.Values[0].ShouldBeLessThan(0.0);
        many.Values[0].ShouldBe(1.0, 1e-6);
        many.CostOfStarts.Length.ShouldBe(6);
        many.CostOfStarts[0].ShouldBe(single.Cost);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Fit_NoAnswerInPartOfTheBox_StaysAway()
    {
        // The model fails beyond p = 0.8, where the first full step would go.
        FitResult fit = Fit(
            [new("p", 0.0, 1.0, 0.1)],
            1,
            () => (p, r) =>
            {
                r[0] = Math.Pow(p[0], 4) - Math.Pow(0.79, 4);
                return p[0] < 0.8;
            },
            Exact);
        FitResult none = Fit([new("p", 0.0, 1.0, 0.1)], 1, () => (_, _) => false);
        FitResult notANumber = Fit([new("p", 0.0, 1.0, 0.1)], 1, () => (_, r) =>
        {
            r[0] = double.NaN;
            return true;
        });

        fit.Values[0].ShouldBe(0.79, 1e-6);
        none.Termination.ShouldBe(FitTermination.NoAnswerAtStart);
        none.IsConverged.ShouldBeFalse();
        none.Unidentified.ShouldBe([0]);
        notANumber.Termination.ShouldBe(FitTermination.NoAnswerAtStart);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Fit_BadInputOrModel_SaysWhatIsWrong()
    {
        FitResiduals model = (_, _) => true;
        Should.Throw<ArgumentException>(() => Fit([], 1, () => model)).Message.ShouldContain("at least one parameter");
        Should.Throw<ArgumentException>(() => Fit([new("a", 0, 1, 0), new("a", 0, 1, 0)], 1, () => model))
            .Message.ShouldContain("Two parameters are called 'a'");
        Should.Throw<ArgumentException>(() => new FitParameter("k", 0.0, 1.0, 0.5, ParameterScale.Logarithmic))
            .Message.ShouldContain("above 0 for a logarithmic scale");
        Should.Throw<ArgumentException>(() => new FitParameter("k", 2.0, 1.0, 1.5)).Message.ShouldContain("2 and 1");
        Should.Throw<ArgumentException>(() => new FitParameter("k", 0.0, 1.0, 1.5)).Message.ShouldContain("start of 'k' is 1.5");
        Should.Throw<ArgumentException>(
            () => Fit([new("a", 0, 1, 0)], 1, () => model, new FitOptions { DifferenceStep = 0.5 }))
            .Message.ShouldStartWith("DifferenceStep is 0.5; it must be in (0, 0.25].");
        Should.Throw<InvalidOperationException>(() => Fit(
            [new("a", 0, 1, 0.5), new("b", 0, 1, 0.5)],
            1,
            () => (p, r) => throw new InvalidOperationException("broken"),
            new FitOptions { Threads = 2 }))
            .Message.ShouldBe("broken");
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Fit_Cancelled_Throws()
    {
        using CancellationTokenSource source = new();
        int calls = 0;
        Should.Throw<OperationCanceledException>(() => BoundedLeastSquares.Fit(
            [new("a", 0.0, 1.0, 0.5)],
            1,
            () => (p, r) =>
            {
                r[0] = p[0] - 2.0;
                if (++calls == 2)
                {
                    source.Cancel();
                }

                return true;
            },
            cancellation: source.Token));
        calls.ShouldBe(2);
    }

    private static FitResult Fit(
        FitParameter[] parameters, int count, Func<FitResiduals> factory, FitOptions? options = null) =>
        BoundedLeastSquares.Fit(parameters, count, factory, options, TestContext.Current.CancellationToken);

    private static FitResiduals Residuals(NistProblem problem) => (p, r) =>
    {
        double[] b = p.ToArray();
        for (int i = 0; i < r.Length; i++)
        {
            r[i] = problem.Model(b, problem.X[i]) - problem.Y[i];
        }

        return true;
    };

    /// <summary>2·exp(−0.5·t) with noise of 0.01 that depends on nothing but the sample, and solver noise of 1e-5.</summary>
    private static FitResult NoisyFit(int threads, out int models)
    {
        int made = 0;
        SeededGenerator generator = new(11);
        double[] noise = [.. Enumerable.Range(0, 40).Select(_ => 0.01 * generator.NextNormal())];
        FitResult fit = Fit(
            [new("a", 0.1, 10.0, 0.5, ParameterScale.Logarithmic), new("k", 0.0, 5.0, 3.0)],
            40,
            () =>
            {
                made++;
                return (p, r) =>
                {
                    for (int i = 0; i < 40; i++)
                    {
                        double t = 0.1 * i, solver = 1e-5 * Math.Sin(1e7 * ((p[0] * t) + p[1]));
                        r[i] = ((p[0] * Math.Exp(-p[1] * t) * (1.0 + solver)) - (2.0 * Math.Exp(-0.5 * t)) - noise[i]) / 0.01;
                    }

                    return true;
                };
            },
            new FitOptions { Threads = threads, Starts = 3 });
        models = made;
        return fit;
    }
}
