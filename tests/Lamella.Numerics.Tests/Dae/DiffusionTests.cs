using Lamella.Numerics.Dae;

namespace Lamella.Numerics.Tests.Dae;

public sealed class DiffusionTests
{
    /// <summary>
    /// The front u = ½ moves into a half-space held at 1: it passes x at t = (x/2ξ)², erfc ξ = ½
    /// (Crank, The Mathematics of Diffusion, 2nd ed., 1975, equation 2.45).
    /// </summary>
    [Fact]
    [Trait("Level", "order")]
    public void Solve_FrontMovingIntoAHalfSpace_PassesEachPlaceInTimeWithOrderTwo()
    {
        const double halfPoint = 0.476936276204469873; // ξ
        double[] coarse = PassingErrors(cells: 100, halfPoint), fine = PassingErrors(cells: 200, halfPoint);
        for (int i = 0; i < coarse.Length; i++)
        {
            fine[i].ShouldBeLessThan(1e-3);
            Math.Log2(coarse[i] / fine[i]).ShouldBe(2.0, 0.15);
        }
    }

    /// <summary>The discrete operator's own decay is known exactly, so that only the error of time remains.</summary>
    [Theory]
    [InlineData(1e-4)]
    [InlineData(1e-6)]
    [InlineData(1e-8)]
    [InlineData(1e-10)]
    [Trait("Level", "identity")]
    public void Solve_RootOfADecayingMode_IsFoundToTheTolerance(double tolerance)
    {
        // Closed line: cos(kπx) on cell centres is an eigenvector with rate (4/Δx²)·sin²(kπΔx/2).
        const int cells = 50;
        const double width = 1.0 / cells;
        DiffusionLine line = new(cells, 1.0, held: false, nonlinearity: 0.0, (0, 1.25));
        double[] y = [.. Enumerable.Range(0, cells).Select(i => 1.0 + Mode(i) + Mode(i, 3))];
        double Mode(int i, int k = 1) => Math.Cos(k * Math.PI * (i + 0.5) * width);
        double Rate(int k) => 4.0 / (width * width) * Math.Pow(Math.Sin(0.5 * k * Math.PI * width), 2);
        double First(double t) => 1.0 + (Mode(0) * Math.Exp(-Rate(1) * t)) + (Mode(0, 3) * Math.Exp(-Rate(3) * t));
        BdfSolver solver = new(new BdfOptions { RelativeTolerance = tolerance, AbsoluteTolerance = tolerance });
        solver.Initialise(line, 0.0, y, new double[cells]).ShouldBe(BdfStatus.Initialised);

        solver.Solve(1.0).ShouldBe(BdfStatus.RootFound);

        double exact = Bisect(t => First(t) - 1.25, 0.0, 1.0);
        solver.RootDirections[0].ShouldBe((sbyte)-1);
        solver.Time.ShouldBe(exact, 10.0 * tolerance * exact);
        solver.State[0].ShouldBe(1.25, 1e-12);
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(1e-6)]
    [Trait("Level", "identity")]
    public void Solve_NonlinearDiffusionInAClosedLine_KeepsTheTotalToRoundOff(double tolerance)
    {
        const int cells = 80;
        DiffusionLine line = new(cells, 1.0, held: false, nonlinearity: 25.0);
        double[] y = [.. Enumerable.Range(0, cells).Select(i => i < 20 ? 1.0 : 0.0)];
        BdfSolver solver = new(new BdfOptions { RelativeTolerance = tolerance, AbsoluteTolerance = tolerance });
        solver.Initialise(line, 0.0, y, new double[cells]).ShouldBe(BdfStatus.Initialised);
        double worst = 0.0;
        while (solver.Step(0.05) == BdfStatus.StepTaken)
        {
            worst = Math.Max(worst, Math.Abs(Sum(solver.State) - 20.0));
        }

        BdfStatistics cost = solver.Statistics;
        worst.ShouldBeLessThan(1e-12 * 20.0);
        cost.JacobianEvaluations.ShouldBeLessThan(cost.Factorisations); // the invariant held with old Jacobians too
        solver.State[^1].ShouldBeGreaterThan(0.05);
    }

    private static double[] PassingErrors(int cells, double halfPoint)
    {
        // Roots live on cell centres; places are given in cells so that both meshes have a centre pair around them.
        double[] places = [0.5, 1.0, 1.5];
        const double length = 10.0;
        double width = length / cells;
        (int Cell, double Level)[] roots = [.. places.Select(x => ((int)Math.Round((x / width) - 0.5), 0.5))];
        DiffusionLine line = new(cells, length, held: true, nonlinearity: 0.0, roots);
        BdfSolver solver = new(new BdfOptions { RelativeTolerance = 1e-9, AbsoluteTolerance = 1e-9 });
        solver.Initialise(line, 0.0, new double[cells], new double[cells]).ShouldBe(BdfStatus.Initialised);
        double[] errors = new double[places.Length];
        for (int i = 0; i < places.Length; i++)
        {
            solver.Solve(5.0).ShouldBe(BdfStatus.RootFound);
            solver.RootIndex.ShouldBe(i);
            double x = (roots[i].Cell + 0.5) * width;
            double exact = Math.Pow(x / (2.0 * halfPoint), 2);
            errors[i] = Math.Abs(solver.Time - exact) / exact * (x * x); // the error goes with (Δx/x)²; take x out
        }

        return errors;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0.0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }

    private static double Bisect(Func<double, double> f, double low, double high)
    {
        for (int i = 0; i < 200; i++)
        {
            double middle = 0.5 * (low + high);
            (low, high) = f(middle) > 0.0 ? (middle, high) : (low, middle);
        }

        return low;
    }
}
