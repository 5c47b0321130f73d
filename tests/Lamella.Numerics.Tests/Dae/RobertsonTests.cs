using Lamella.Numerics.Dae;

namespace Lamella.Numerics.Tests.Dae;

/// <summary>Robertson's chemical kinetics with the mass balance as algebraic equation.</summary>
/// <remarks>
/// Robertson (1966); reference values at t = 1e11 from Mazzia and Magherini, Test Set for Initial Value Problem Solvers,
/// release 2.4 (2008), problem ROBER, computed there with RADAU at 1e-18 relative tolerance in quadruple precision.
/// </remarks>
public sealed class RobertsonTests
{
    private static readonly double[] Final = [0.2083340149701255e-07, 0.8333360770334713e-13, 0.9999999791665050];

    [Theory]
    [InlineData(1e-4)]
    [InlineData(1e-6)]
    [InlineData(1e-8)]
    [Trait("Level", "published")]
    public void Solve_ElevenDecadesOfTime_ReachesThePublishedEnd(double tolerance)
    {
        BdfSolver solver = new(new BdfOptions
        {
            RelativeTolerance = tolerance,
            AbsoluteTolerances = [tolerance * 1e-9, tolerance * 1e-14, tolerance * 1e-2],
        });
        solver.Initialise(System(), 0.0, [1.0, 0.0, 0.0], [0.0, 0.0, 0.0]).ShouldBe(BdfStatus.Initialised);

        solver.Solve(1e11).ShouldBe(BdfStatus.StopTimeReached);

        // The error after hundreds of steps may exceed the tolerance per step: 30 of them is allowed.
        for (int i = 0; i < 3; i++)
        {
            solver.State[i].ShouldBe(Final[i], 30.0 * tolerance * Final[i]);
        }
    }

    internal static DenseDaeSystem System() => new([true, true, false], (_, y, slope, residual) =>
    {
        double slow = (0.04 * y[0]) - (1e4 * y[1] * y[2]), fast = 3e7 * y[1] * y[1];
        residual[0] = slope[0] + slow;
        residual[1] = slope[1] - slow + fast;
        residual[2] = y[0] + y[1] + y[2] - 1.0;
        return CallbackStatus.Success;
    });
}
