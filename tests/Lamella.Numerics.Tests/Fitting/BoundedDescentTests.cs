using Lamella.Numerics.Fitting;

namespace Lamella.Numerics.Tests.Fitting;

[Trait("Level", "unit")]
public sealed class BoundedDescentTests
{
    private static readonly double[] Wide = [-100.0, -100.0];

    [Fact]
    public void Run_RosenbrockValley_ReachesTheMinimum()
    {
        BoundedDescent descent = Make(Wide, [100.0, 100.0]);

        FitTermination termination = descent.Run([-1.2, 1.0], DescentOptions.Converged);

        termination.ShouldNotBe(FitTermination.MaximumIterations);
        descent.Parameters.ToArray().ShouldBe([1.0, 1.0], 1e-9);
        descent.SumOfSquares.ShouldBeLessThan(1e-18);
    }

    [Theory]
    [InlineData(0.5, 0.25, 0.25)]
    [InlineData(2.0, 4.0, 0.0)]
    public void Run_BoundInTheWay_RestsAtIt(double lowerOrUpper, double expectedSecond, double least)
    {
        bool above = lowerOrUpper > 1.0;
        BoundedDescent descent = above ? Make([lowerOrUpper, -100.0], [100.0, 100.0]) : Make(Wide, [lowerOrUpper, 100.0]);

        descent.Run([above ? 3.0 : -1.0, 1.0], DescentOptions.Converged);

        descent.Parameters[0].ShouldBe(lowerOrUpper, 1e-12);
        descent.Parameters[1].ShouldBe(expectedSecond, 1e-6);
        descent.SumOfSquares.ShouldBe(above ? 1.0 : least, 1e-9);
    }

    [Fact]
    public void Run_StartOutside_BeginsAtTheBound()
    {
        BoundedDescent descent = Make([0.0, 0.0], [2.0, 2.0]);

        descent.Run([5.0, -3.0], new DescentOptions(0, 0.0));

        descent.Parameters.ToArray().ShouldBe([2.0, 0.0]);
    }

    [Fact]
    public void Run_NoAnswerAtStart_SaysSo()
    {
        BoundedDescent descent = new(new Valley(refuses: true), Wide, [100.0, 100.0], [10.0, 10.0]);

        descent.Run([0.0, 0.0], DescentOptions.Converged).ShouldBe(FitTermination.NoAnswerAtStart);
        descent.SumOfSquares.ShouldBe(double.NaN);
    }

    /// <summary>A parameter without effect does not hinder the others.</summary>
    [Fact]
    public void Run_ColumnOfZeros_StillReachesTheMinimum()
    {
        BoundedDescent descent = new(new Line(), [-100.0, -100.0], [100.0, 100.0], [50.0, 50.0]);

        descent.Run([40.0, 7.0], DescentOptions.Converged);

        descent.Parameters[0].ShouldBe(3.0, 1e-9);
        double.IsFinite(descent.Parameters[1]).ShouldBeTrue();
    }

    [Fact]
    public void Constructor_BoundsThatDoNotIncrease_AreRefused() =>
        Should.Throw<ArgumentException>(() => Make([1.0, 0.0], [1.0, 1.0])).Message.ShouldContain("Parameter 0");

    private static BoundedDescent Make(double[] lower, double[] upper) => new(new Valley(refuses: false), lower, upper, [10.0, 10.0]);

    /// <summary>Rosenbrock's valley: 10(y − x²), 1 − x.</summary>
    private sealed class Valley(bool refuses) : ILeastSquaresModel
    {
        public int ParameterCount => 2;

        public int ResidualCount => 2;

        public bool Evaluate(ReadOnlySpan<double> parameters, Span<double> residuals, Span<double> jacobian)
        {
            (double x, double y) = (parameters[0], parameters[1]);
            (residuals[0], residuals[1]) = (10.0 * (y - (x * x)), 1.0 - x);
            (jacobian[0], jacobian[1], jacobian[2], jacobian[3]) = (-20.0 * x, -1.0, 10.0, 0.0);
            return !refuses;
        }
    }

    private sealed class Line : ILeastSquaresModel
    {
        public int ParameterCount => 2;

        public int ResidualCount => 2;

        public bool Evaluate(ReadOnlySpan<double> parameters, Span<double> residuals, Span<double> jacobian)
        {
            (residuals[0], residuals[1]) = (parameters[0] - 2.0, parameters[0] - 4.0);
            (jacobian[0], jacobian[1], jacobian[2], jacobian[3]) = (1.0, 1.0, 0.0, 0.0);
            return true;
        }
    }
}
