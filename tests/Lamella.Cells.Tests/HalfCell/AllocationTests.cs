using Lamella.Cells.HalfCell;
using Lamella.Numerics.Dae;

namespace Lamella.Cells.Tests.HalfCell;

public sealed class AllocationTests
{
    [Theory]
    [InlineData("xu2019")]
    [InlineData("laminate")]
    [Trait("Level", "contract")]
    public void Step_WholeDischarge_AllocatesNothing(string name)
    {
        var system = new HalfCellSystem(HalfCellJacobianTests.Cell(name), new HalfCellOptions(), 298.15)
        {
            SetPoint = -ReferenceCells.Xu2019.OneCCurrentDensity,
            LowerVoltage = 3.5,
        };
        double[] start = [.. InitialStates.Equilibrium(system, HalfCellJacobianTests.Cell(name), 0.1, 298.15).Unknowns];
        var solver = new BdfSolver();
        Solve(system, solver, start); // takes the memory and compiles

        // The runtime itself may allocate once while it recompiles a hot loop: the least of a few repetitions counts.
        BdfStatus status = BdfStatus.Initialised;
        long allocated = long.MaxValue;
        for (int repetition = 0; repetition < 5; repetition++)
        {
            solver.Initialise(system, 0.0, start, new double[start.Length]);
            long before = GC.GetAllocatedBytesForCurrentThread();
            do
            {
                status = solver.Step(7200.0);
            }
            while (status == BdfStatus.StepTaken);
            allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        status.ShouldBe(BdfStatus.RootFound);
        solver.Statistics.Steps.ShouldBeGreaterThan(50);
        allocated.ShouldBe(0);
    }

    private static void Solve(HalfCellSystem system, BdfSolver solver, double[] start)
    {
        solver.Initialise(system, 0.0, start, new double[start.Length]).ShouldBe(BdfStatus.Initialised);
        solver.Solve(7200.0).ShouldBe(BdfStatus.RootFound);
    }
}
