using Lamella.Numerics.Dae;

namespace Lamella.Numerics.Tests.Dae;

/// <summary>Every way to end is a status with diagnostics.</summary>
public sealed class StatusTests
{
    [Fact]
    [Trait("Level", "unit")]
    public void Solve_StateForbiddenBeyondABound_RetriesShorterStepsThenGivesUp()
    {
        // ẏ = −1 from 1: y < 0 is refused, so t = 1 is a wall.
        int refused = 0;
        DenseDaeSystem system = new([true], (_, y, slope, r) =>
        {
            r[0] = slope[0] + 1.0;
            refused += y[0] < 0.0 ? 1 : 0;
            return y[0] < 0.0 ? CallbackStatus.Recoverable : CallbackStatus.Success;
        });
        BdfSolver solver = Begin(system, [1.0]);

        BdfStatus status = solver.Solve(2.0);

        status.ShouldBe(BdfStatus.StepTooSmall);
        status.IsFailure().ShouldBeTrue();
        refused.ShouldBeGreaterThan(5);
        solver.Time.ShouldBe(1.0, 1e-12);
        solver.State[0].ShouldBe(1.0 - solver.Time, 1e-12);
        solver.Diagnostics.Cause.ShouldBe("the system cannot be evaluated beyond this point");
        solver.Statistics.CorrectorFailures.ShouldBeGreaterThan(5);
        solver.Statistics.Steps.ShouldBeLessThan(100);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Solve_NaNResidualInPassing_CutsTheStepAndGoesOn()
    {
        // Not a number away from the solution: only a step too long for the tolerance ever gets there.
        int notNumbers = 0;
        DenseDaeSystem system = new([true], (t, y, slope, r) =>
        {
            double bad = Math.Abs(y[0] - Math.Exp(-t)) > 0.02 ? double.NaN : 0.0;
            notNumbers += double.IsNaN(bad) ? 1 : 0;
            r[0] = slope[0] + y[0] + bad;
            return CallbackStatus.Success;
        });
        BdfSolver solver = new(new BdfOptions { RelativeTolerance = 1e-3, AbsoluteTolerance = 1e-3, InitialStep = 0.9 });
        solver.Initialise(system, 0.0, [1.0], [-1.0]).ShouldBe(BdfStatus.Initialised);

        solver.Solve(2.0).ShouldBe(BdfStatus.StopTimeReached);
        notNumbers.ShouldBeGreaterThan(0);
        solver.State[0].ShouldBe(Math.Exp(-2.0), 5e-3);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [Trait("Level", "unit")]
    public void Solve_ResidualNotFiniteForEver_NamesTheUnknown(double value)
    {
        DenseDaeSystem system = new([true, true], (t, _, slope, r) =>
        {
            (r[0], r[1]) = (slope[0] - 1.0, slope[1] - 1.0 + (t > 0.5 ? value : 0.0));
            return CallbackStatus.Success;
        });
        BdfSolver solver = Begin(system, [0.0, 0.0]);

        solver.Solve(1.0).ShouldBe(BdfStatus.CorrectorFailed);
        solver.Time.ShouldBe(0.5, 1e-3);
        solver.Diagnostics.Unknown.ShouldBe(1);
        solver.Diagnostics.Cause.ShouldBe("the nonlinear equations cannot be solved beyond this point");
        solver.State[0].ShouldBe(solver.Time, 1e-12);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Solve_FatalCallback_StopsAtOnceAtTheLastGoodState()
    {
        DenseDaeSystem system = new([true], (t, _, slope, r) =>
        {
            r[0] = slope[0] - 1.0;
            return t > 0.5 ? CallbackStatus.Fatal : CallbackStatus.Success;
        });
        BdfSolver solver = Begin(system, [0.0]);

        solver.Solve(1.0).ShouldBe(BdfStatus.FatalCallback);
        solver.Time.ShouldBeLessThanOrEqualTo(0.5);
        solver.State[0].ShouldBe(solver.Time, 1e-12);
        solver.Statistics.CorrectorFailures.ShouldBe(1);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Initialise_FatalOrSingular_IsAStatus()
    {
        DenseDaeSystem fatal = new([true], (_, _, _, _) => CallbackStatus.Fatal);
        DenseDaeSystem singular = new([true, false], (_, y, slope, r) =>
        {
            (r[0], r[1]) = (slope[0] + y[1], y[0] - 1.0); // y₁ occurs in no algebraic equation: index 2
            return CallbackStatus.Success;
        });
        DenseDaeSystem contradictory = new([true, false], (_, y, slope, r) =>
        {
            (r[0], r[1]) = (slope[0], (y[1] * y[1]) + 1.0); // no real solution
            return CallbackStatus.Success;
        });
        BdfSolver solver = new();

        solver.Initialise(fatal, 0.0, [1.0], [0.0]).ShouldBe(BdfStatus.FatalCallback);
        solver.Initialise(singular, 0.0, [2.0, 0.0], [0.0, 0.0]).ShouldBe(BdfStatus.InitialisationFailed);
        solver.Initialise(contradictory, 0.0, [1.0, 0.5], [0.0, 0.0]).ShouldBe(BdfStatus.InitialisationFailed);
        solver.State.ToArray().ShouldBe([1.0, 0.5]);
        solver.Diagnostics.Unknown.ShouldBe(1);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Solve_MatrixBecomesSingular_IsAStatus()
    {
        // 0 = (t − ½)·z + x loses z at t = ½, and z → ∞ there.
        DenseDaeSystem system = new([true, false], (t, y, slope, r) =>
        {
            (r[0], r[1]) = (slope[0] - 1.0, ((t - 0.5) * y[1]) + y[0] + 1.0);
            return CallbackStatus.Success;
        });
        BdfSolver solver = Begin(system, [0.0, 2.0]);

        BdfStatus status = solver.Solve(1.0);

        status.IsFailure().ShouldBeTrue();
        solver.Time.ShouldBeLessThanOrEqualTo(0.5);
        solver.Diagnostics.Unknown.ShouldBe(1);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Solve_LimitsOnSteps_AreKept()
    {
        BdfSolver few = new(new BdfOptions { MaximumSteps = 7, RelativeTolerance = 1e-8 });
        few.Initialise(RobertsonTests.System(), 0.0, [1.0, 0.0, 0.0], new double[3]).ShouldBe(BdfStatus.Initialised);
        few.Solve(1e4).ShouldBe(BdfStatus.TooManySteps);
        few.Statistics.Steps.ShouldBe(7);

        BdfSolver coarse = new(new BdfOptions { MinimumStep = 0.01, RelativeTolerance = 1e-10, AbsoluteTolerance = 1e-10 });
        coarse.Initialise(ExactSolutionTests.Forced(), 0.0, [0.0, 0.0], new double[2]).ShouldBe(BdfStatus.Initialised);
        coarse.Solve(1.0).ShouldBe(BdfStatus.StepTooSmall);

        BdfSolver bounded = new(new BdfOptions { MaximumStep = 0.05, InitialStep = 0.01 });
        bounded.Initialise(ExactSolutionTests.Forced(), 0.0, [0.0, 0.0], new double[2]).ShouldBe(BdfStatus.Initialised);
        double longest = 0.0;
        while (bounded.Step(3.0) == BdfStatus.StepTaken)
        {
            longest = Math.Max(longest, bounded.Statistics.LastStep);
        }

        longest.ShouldBe(0.05, 1e-12);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Options_OutOfRange_NameTheValueAndWhatIsAllowed()
    {
        DenseDaeSystem system = ExactSolutionTests.Forced();
        double[] y = new double[2];

        Message(new BdfOptions { MaximumOrder = 6 }).ShouldStartWith("MaximumOrder is 6; it must be from 1 to 5.");
        Message(new BdfOptions { RelativeTolerance = double.NaN }).ShouldStartWith("RelativeTolerance is NaN; it must be in (0, 1).");
        Message(new BdfOptions { AbsoluteTolerances = [1e-6] })
            .ShouldStartWith("AbsoluteTolerances.Length is 1; it must be 2, one per unknown.");
        Message(new BdfOptions { AbsoluteTolerances = [1e-6, 0.0] })
            .ShouldStartWith("AbsoluteTolerances[1] is 0; it must be finite and above 0.");

        string Message(BdfOptions options) =>
            Should.Throw<ArgumentException>(() => new BdfSolver(options).Initialise(system, 0.0, y, y)).Message;
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Calls_OutOfOrder_SayWhatToDo()
    {
        BdfSolver solver = new();
        Should.Throw<InvalidOperationException>(() => solver.Step(1.0)).Message.ShouldContain("call Initialise first");
        solver.Initialise(ExactSolutionTests.Forced(), 1.0, [Math.Sin(1.0), 1.0], new double[2]).ShouldBe(BdfStatus.Initialised);
        Should.Throw<InvalidOperationException>(() => solver.Interpolate(1.0, new double[2], new double[2]))
            .Message.ShouldContain("call Step first");
        Should.Throw<ArgumentOutOfRangeException>(() => solver.Step(0.5)).Message.ShouldContain("0.5 s lies before the present time 1 s");
        solver.Step(2.0).ShouldBe(BdfStatus.StepTaken);
        Should.Throw<ArgumentOutOfRangeException>(() => solver.Interpolate(5.0, new double[2], new double[2]))
            .Message.ShouldContain("5 s is outside the last step");
    }

    private static BdfSolver Begin(DenseDaeSystem system, double[] y)
    {
        BdfSolver solver = new(new BdfOptions { RelativeTolerance = 1e-6, AbsoluteTolerance = 1e-6 });
        solver.Initialise(system, 0.0, y, new double[y.Length]).ShouldBe(BdfStatus.Initialised);
        return solver;
    }
}
