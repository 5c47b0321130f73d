using Lamella.Numerics.Dae;

namespace Lamella.Numerics.Tests.Dae;

public sealed class RootTests
{
    private const double RoundOff = 2.220446049250313e-16;

    [Fact]
    [Trait("Level", "identity")]
    public void Solve_RootsLinearInTime_AreFoundInOrderToRoundOff()
    {
        // x = t exactly; three functions cross zero, deliberately not in the order of their indices.
        double[] times = [1.0 / 3.0, 0.1, 0.7];
        BdfSolver solver = Begin(times.Length, (_, y, g) =>
        {
            for (int i = 0; i < times.Length; i++)
            {
                g[i] = y[0] - times[i];
            }
        });
        foreach (int expected in new[] { 1, 0, 2 })
        {
            solver.Solve(1.0).ShouldBe(BdfStatus.RootFound);
            solver.RootIndex.ShouldBe(expected);
            solver.RootDirections[expected].ShouldBe((sbyte)1);
            solver.Time.ShouldBe(times[expected], 300.0 * RoundOff);
            solver.State[0].ShouldBe(times[expected], 1e-13);
        }

        solver.Solve(1.0).ShouldBe(BdfStatus.StopTimeReached);
        solver.State[0].ShouldBe(1.0, 1e-13);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Solve_OscillatingRoot_ReportsEveryCrossingOnceWithItsDirection()
    {
        // x = sin t: roots at kπ, the one at t = 0 being no crossing.
        DenseDaeSystem system = new(
            [true, true],
            (_, y, slope, r) =>
            {
                (r[0], r[1]) = (slope[0] - y[1], slope[1] + y[0]);
                return CallbackStatus.Success;
            },
            rootCount: 1,
            (_, y, _, g) =>
            {
                g[0] = y[0];
                return CallbackStatus.Success;
            });
        BdfSolver solver = new(new BdfOptions { RelativeTolerance = 1e-9, AbsoluteTolerance = 1e-9 });
        solver.Initialise(system, 0.0, [0.0, 1.0], [1.0, 0.0]).ShouldBe(BdfStatus.Initialised);
        for (int k = 1; k <= 6; k++)
        {
            solver.Solve(20.0).ShouldBe(BdfStatus.RootFound);
            solver.Time.ShouldBe(k * Math.PI, 1e-7);
            solver.RootDirections[0].ShouldBe((sbyte)(k % 2 == 1 ? -1 : 1));
            Math.Abs(solver.State[0]).ShouldBeLessThan(100.0 * RoundOff * (solver.Time + 1.0));
        }

        solver.Solve(20.0).ShouldBe(BdfStatus.StopTimeReached);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Solve_TwoRootsAtOnce_ReportsBoth()
    {
        BdfSolver solver = Begin(3, (_, y, g) => (g[0], g[1], g[2]) = (y[0] - 2.0, y[0] - 0.5, 0.5 - y[0]));

        solver.Solve(1.0).ShouldBe(BdfStatus.RootFound);
        solver.RootIndex.ShouldBe(1);
        solver.RootDirections.ToArray().ShouldBe(new sbyte[] { 0, 1, -1 });
        solver.Solve(1.0).ShouldBe(BdfStatus.StopTimeReached);
        solver.RootIndex.ShouldBe(-1);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Solve_RootAtTheStart_IsIgnoredUntilLeftAndFoundOnReturn()
    {
        // g = t·(t − 0.5): zero at 0, returns to zero at 0.5.
        BdfSolver solver = Begin(1, (t, _, g) => g[0] = t * (t - 0.5));

        solver.Solve(1.0).ShouldBe(BdfStatus.RootFound);
        solver.Time.ShouldBe(0.5, 300.0 * RoundOff);
        solver.RootDirections[0].ShouldBe((sbyte)1);
        solver.Solve(1.0).ShouldBe(BdfStatus.StopTimeReached);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Step_StopTimeWithinAStepAlreadyTaken_StopsThereAndGoesOn()
    {
        BdfSolver solver = Begin(1, (t, _, g) => g[0] = t - 0.3);
        solver.Solve(1.0).ShouldBe(BdfStatus.RootFound);
        double stop = solver.Time + 1e-9;

        solver.Step(stop).ShouldBe(BdfStatus.StopTimeReached);
        solver.Time.ShouldBe(stop);
        solver.State[0].ShouldBe(stop, 1e-14);
        solver.Solve(1.0).ShouldBe(BdfStatus.StopTimeReached);
        solver.State[0].ShouldBe(1.0, 1e-13);
    }

    [Theory]
    [InlineData(CallbackStatus.Recoverable)]
    [InlineData(CallbackStatus.Fatal)]
    [Trait("Level", "unit")]
    public void Solve_RootFunctionFails_IsAStatus(CallbackStatus failure)
    {
        DenseDaeSystem system = new([true], Clock, 1, (t, _, _, g) =>
        {
            g[0] = 1.0;
            return t > 0.5 ? failure : CallbackStatus.Success;
        });
        BdfSolver solver = new();
        solver.Initialise(system, 0.0, [0.0], [1.0]).ShouldBe(BdfStatus.Initialised);

        solver.Solve(1.0).ShouldBe(BdfStatus.FatalCallback);
        solver.Diagnostics.Cause.ShouldBe("the root functions could not be evaluated");
    }

    private static CallbackStatus Clock(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> slope, Span<double> residual)
    {
        residual[0] = slope[0] - 1.0;
        return CallbackStatus.Success;
    }

    private static BdfSolver Begin(int count, Functions functions)
    {
        DenseDaeSystem system = new([true], Clock, count, (t, y, _, g) =>
        {
            functions(t, y, g);
            return CallbackStatus.Success;
        });
        BdfSolver solver = new();
        solver.Initialise(system, 0.0, [0.0], [1.0]).ShouldBe(BdfStatus.Initialised);
        return solver;
    }

    private delegate void Functions(double time, ReadOnlySpan<double> y, Span<double> values);
}
