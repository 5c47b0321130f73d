using Lamella.Numerics.Dae;

namespace Lamella.Numerics.Tests.Dae;

public sealed class InitialisationTests
{
    /// <summary>Butler–Volmer kinetics with a series resistance, from guesses where the exponential is off by e⁵⁰.</summary>
    [Theory]
    [InlineData(0.0)]
    [InlineData(10.0)]
    [InlineData(-10.0)]
    [InlineData(120.0)]
    [Trait("Level", "identity")]
    public void Initialise_StronglyNonlinearAlgebra_ConvergesFromFarAway(double guess)
    {
        // i₀·2·sinh(z/2) + (z − 40·x)/R = 0 with i₀ = 1e-6, R = 1; ẋ = −z·x.
        DenseDaeSystem system = new([true, false], (_, y, slope, r) =>
        {
            r[0] = slope[0] + (y[0] * y[1]);
            r[1] = (2e-6 * Math.Sinh(0.5 * y[1])) + y[1] - (40.0 * y[0]);
            return CallbackStatus.Success;
        });
        BdfSolver solver = new();

        solver.Initialise(system, 0.0, [1.0, guess], [0.0, 0.0]).ShouldBe(BdfStatus.Initialised);

        double z = solver.State[1];
        solver.State[0].ShouldBe(1.0);
        ((2e-6 * Math.Sinh(0.5 * z)) + z - 40.0).ShouldBe(0.0, 1e-9);
        solver.Derivative[0].ShouldBe(-z, 1e-8);
        solver.Derivative[1].ShouldBe(0.0);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Initialise_ResidualForbiddenOnTheWay_DampsAroundIt()
    {
        // √z = 2 from z = 100: the undamped first step lands at z = −60.
        DenseDaeSystem system = new([true, false], (_, y, slope, r) =>
        {
            (r[0], r[1]) = (slope[0] - 1.0, Math.Sqrt(Math.Max(y[1], 0.0)) - 2.0);
            return y[1] < 0.0 ? CallbackStatus.Recoverable : CallbackStatus.Success;
        });
        BdfSolver solver = new();

        solver.Initialise(system, 0.0, [0.0, 100.0], [0.0, 0.0]).ShouldBe(BdfStatus.Initialised);
        solver.State[1].ShouldBe(4.0, 1e-9);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Initialise_PorousElectrode_SatisfiesTheEquationsAndKeepsTheDifferentialState()
    {
        PorousElectrode electrode = new();
        double[] start = PorousElectrode.Start();
        BdfSolver solver = new();
        solver.Initialise(electrode, 0.0, start, new double[300]).ShouldBe(BdfStatus.Initialised);
        double[] residual = new double[300];
        electrode.EvaluateResidual(0.0, solver.State, solver.Derivative, residual);

        for (int i = 0; i < 300; i++)
        {
            // Terms of the potential rows are κ/Δx²·φ ≈ 8e6: what is left is their round-off.
            residual[i].ShouldBe(0.0, i % 4 < 2 ? 1e-6 : 1e-4);
            if (i % 4 < 2)
            {
                solver.State[i].ShouldBe(start[i]);
            }
        }
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Restart_AfterAJump_IsTheSolutionOfTheNewProblem()
    {
        // ẋ = z, 0 = z − u with u switched from 1 to −2 at t = 1.
        double input = 1.0;
        DenseDaeSystem system = new([true, false], (_, y, slope, r) =>
        {
            (r[0], r[1]) = (slope[0] - y[1], y[1] - input);
            return CallbackStatus.Success;
        });
        BdfSolver solver = new(new BdfOptions { RelativeTolerance = 1e-9, AbsoluteTolerance = 1e-9 });
        solver.Initialise(system, 0.0, [0.0, 0.0], [0.0, 0.0]).ShouldBe(BdfStatus.Initialised);
        solver.Solve(1.0).ShouldBe(BdfStatus.StopTimeReached);
        input = -2.0;

        solver.Restart().ShouldBe(BdfStatus.Initialised);
        solver.State[0].ShouldBe(1.0, 1e-12);
        solver.State[1].ShouldBe(-2.0, 1e-12);
        solver.Derivative[0].ShouldBe(-2.0, 1e-6);
        solver.Solve(2.0).ShouldBe(BdfStatus.StopTimeReached);
        solver.State[0].ShouldBe(-1.0, 1e-9);
        solver.Statistics.Restarts.ShouldBe(1);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Solve_Again_GivesTheSameBitsAndStepsAllocateNothing()
    {
        PorousElectrode electrode = new();
        double[] start = PorousElectrode.Start(), zero = new double[300];
        BdfSolver solver = new(new BdfOptions { RelativeTolerance = 1e-5, AbsoluteTolerance = 1e-5 });
        solver.Initialise(electrode, 0.0, start, zero);
        solver.Solve(0.75).ShouldBe(BdfStatus.RootFound);
        double[] first = solver.State.ToArray();
        double time = solver.Time;
        for (int warmUp = 0; warmUp < 3; warmUp++)
        {
            solver.Initialise(electrode, 0.0, start, zero);
            solver.Solve(0.75);
        }

        solver.Initialise(electrode, 0.0, start, zero);
        long before = GC.GetAllocatedBytesForCurrentThread();
        solver.Solve(0.75);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        allocated.ShouldBe(0L);
        solver.Time.ShouldBe(time);
        solver.State.ToArray().ShouldBe(first);
    }
}
