using Lamella.Numerics.Dae;

namespace Lamella.Numerics.Tests.Dae;

/// <summary>Problems whose solution is known in closed form.</summary>
public sealed class ExactSolutionTests
{
    /// <summary>ẋ = cos t·(1 + eᶻ − 2 − x) − 50·(x − sin t), 0 = eᶻ − 2 − x: x = sin t, z = ln(2 + sin t).</summary>
    internal static DenseDaeSystem Forced() => new([true, false], (t, y, slope, residual) =>
    {
        double constraint = Math.Exp(y[1]) - 2.0 - y[0];
        residual[0] = slope[0] - (Math.Cos(t) * (1.0 + constraint)) + (50.0 * (y[0] - Math.Sin(t)));
        residual[1] = constraint;
        return CallbackStatus.Success;
    });

    [Fact]
    [Trait("Level", "identity")]
    public void Solve_ErrorAgainstTolerance_IsProportionalOverSixDecades()
    {
        double[] logTolerance = new double[7], logError = new double[7];
        for (int i = 0; i < 7; i++)
        {
            double tolerance = Math.Pow(10.0, -4 - i);
            double error = LargestError(tolerance);
            error.ShouldBeLessThan(10.0 * tolerance);
            (logTolerance[i], logError[i]) = (Math.Log10(tolerance), Math.Log10(error));
        }

        Slope(logTolerance, logError).ShouldBe(1.0, 0.15);
    }

    /// <summary>At constant step, the error of the formula of order k falls with the k-th power of the step.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [Trait("Level", "order")]
    public void History_ConstantStepOfOrderK_ConvergesWithThatOrder(int order)
    {
        double coarse = ConstantStepError(order, steps: 200), fine = ConstantStepError(order, steps: 400);

        Math.Log2(coarse / fine).ShouldBe(order, 0.1);
    }

    /// <summary>A formula of order k is exact for polynomials of degree k, whatever the steps.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [Trait("Level", "identity")]
    public void History_PolynomialOfDegreeK_IsReproducedWithUnequalSteps(int degree)
    {
        BdfHistory history = new(1);
        double time = 0.3;
        double[] y = [Polynomial(degree, time)], slope = [PolynomialSlope(degree, time)];
        double[] correction = [0.0];
        history.Begin(y, slope, 0.1);
        double[] steps = [0.1, 0.1, 0.05, 0.1, 0.2, 0.15, 0.15, 0.15, 0.075, 0.3, 0.3, 0.11];
        for (int i = 0; i < steps.Length; i++)
        {
            history.Step = steps[i];
            history.Order = Math.Min(degree, i + 1);
            history.SetCoefficients();
            time += steps[i];
            history.Predict(y, slope);

            // The corrector for ẏ = p′(t): y − y(predicted) that gives the known derivative. The first steps are
            // started on the exact values instead, because low orders cannot follow the polynomial.
            bool starting = i < degree;
            correction[0] = starting
                ? Polynomial(degree, time) - y[0]
                : (PolynomialSlope(degree, time) - slope[0]) / history.LeadingCoefficient;
            (y[0] + correction[0]).ShouldBe(Polynomial(degree, time), 2e-13);
            history.Accept(correction, keepCorrection: degree < BdfHistory.HighestOrder);
        }

        history.Interpolate(-0.05, y, slope);
        y[0].ShouldBe(Polynomial(degree, time - 0.05), 2e-13);
        slope[0].ShouldBe(PolynomialSlope(degree, time - 0.05), 5e-12);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Interpolate_AcrossSteps_IsContinuousAndAccurate()
    {
        BdfSolver solver = new(new BdfOptions { RelativeTolerance = 1e-7, AbsoluteTolerance = 1e-7 });
        solver.Initialise(Forced(), 0.0, [0.0, 0.0], [0.0, 0.0]);
        double[] atEnd = new double[2], y = new double[2], slope = new double[2];
        while (solver.Step(10.0) == BdfStatus.StepTaken)
        {
            if (solver.Statistics.Steps > 1)
            {
                solver.Interpolate(solver.StepStart, y, slope);
                LinearDistance(y, atEnd).ShouldBeLessThan(1e-13);
            }

            double middle = 0.5 * (solver.StepStart + solver.Time);
            solver.Interpolate(middle, y, slope);
            y[0].ShouldBe(Math.Sin(middle), 2e-6);
            y[1].ShouldBe(Math.Log(2.0 + Math.Sin(middle)), 2e-6);
            solver.State.CopyTo(atEnd);
        }
    }

    /// <summary>
    /// ẋ + j = 0 is linear: it holds to round-off at every step, not to the tolerance of the corrector, because the matrix is
    /// factored for the leading coefficient of that step. The current j follows x by a nonlinear law.
    /// </summary>
    [Theory]
    [InlineData(1e-3)]
    [InlineData(1e-5)]
    [Trait("Level", "identity")]
    public void Step_LinearEquationBesideANonlinearOne_HoldsToRoundOff(double tolerance)
    {
        DenseDaeSystem system = new(
            [true, false],
            (t, y, slope, residual) =>
            {
                residual[0] = slope[0] + y[1];
                residual[1] = y[1] - (y[0] * y[0] * (2.0 + Math.Sin(7.0 * t)));
                return CallbackStatus.Success;
            },
            jacobian: (t, y, _, byState, bySlope) =>
            {
                (byState[1], byState[2], byState[3]) = (1.0, -2.0 * y[0] * (2.0 + Math.Sin(7.0 * t)), 1.0);
                bySlope[0] = 1.0;
                return CallbackStatus.Success;
            });
        BdfSolver solver = new(new BdfOptions { RelativeTolerance = tolerance, AbsoluteTolerance = tolerance });
        solver.Initialise(system, 0.0, [1.0, 2.0], [0.0, 0.0]).ShouldBe(BdfStatus.Initialised);
        double worst = 0.0;
        while (solver.Step(5.0) == BdfStatus.StepTaken)
        {
            worst = Math.Max(worst, Math.Abs(solver.Derivative[0] + solver.State[1]));
        }

        worst.ShouldBeLessThan(1e-13);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Solve_AlgebraicExcludedFromTheErrorTest_StillHoldsTheConstraint()
    {
        BdfSolver solver = new(new BdfOptions
        {
            RelativeTolerance = 1e-6, AbsoluteTolerance = 1e-6, ExcludeAlgebraicFromErrorTest = true,
        });
        solver.Initialise(Forced(), 0.0, [0.0, 0.0], [0.0, 0.0]).ShouldBe(BdfStatus.Initialised);
        solver.Solve(3.0).ShouldBe(BdfStatus.StopTimeReached);

        solver.State[0].ShouldBe(Math.Sin(3.0), 1e-5);
        (Math.Exp(solver.State[1]) - 2.0 - solver.State[0]).ShouldBe(0.0, 1e-5);
    }

    private static double LargestError(double tolerance)
    {
        BdfSolver solver = new(new BdfOptions { RelativeTolerance = tolerance, AbsoluteTolerance = tolerance });
        solver.Initialise(Forced(), 0.0, [0.0, 0.0], [0.0, 0.0]).ShouldBe(BdfStatus.Initialised);
        double largest = 0.0;
        BdfStatus status;
        do
        {
            status = solver.Step(10.0);
            double x = Math.Abs(solver.State[0] - Math.Sin(solver.Time));
            double z = Math.Abs(solver.State[1] - Math.Log(2.0 + Math.Sin(solver.Time)));
            largest = Math.Max(largest, Math.Max(x, z));
        }
        while (status == BdfStatus.StepTaken);
        status.ShouldBe(BdfStatus.StopTimeReached);
        return largest;
    }

    /// <summary>Largest error for ẏ = −3·(y − cos t) − sin t, y = cos t, over the second half of [0, 4].</summary>
    private static double ConstantStepError(int order, int steps)
    {
        BdfHistory history = new(1);
        double h = 4.0 / steps, largest = 0.0;
        double[] y = [1.0], slope = [0.0], correction = [0.0];
        history.Begin(y, slope, h);
        for (int i = 1; i <= steps; i++)
        {
            history.Order = Math.Min(order, i);
            history.Step = h;
            history.SetCoefficients();
            history.Predict(y, slope);
            double t = i * h, rate = (-3.0 * (y[0] - Math.Cos(t))) - Math.Sin(t);
            correction[0] = i <= order ? Math.Cos(t) - y[0] : (rate - slope[0]) / (history.LeadingCoefficient + 3.0);
            largest = Math.Max(largest, i > steps / 2 ? Math.Abs(y[0] + correction[0] - Math.Cos(t)) : 0.0);
            history.Accept(correction, keepCorrection: false);
        }

        return largest;
    }

    private static double LinearDistance(double[] a, double[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max();

    private static double Polynomial(int degree, double t) => Enumerable.Range(0, degree + 1).Sum(k => Math.Pow(t, k) / (k + 1));

    private static double PolynomialSlope(int degree, double t) =>
        Enumerable.Range(1, degree).Sum(k => k * Math.Pow(t, k - 1) / (k + 1));

    /// <summary>Least-squares slope of y against x.</summary>
    private static double Slope(double[] x, double[] y)
    {
        double meanX = x.Average(), meanY = y.Average();
        return x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / x.Sum(a => (a - meanX) * (a - meanX));
    }
}
