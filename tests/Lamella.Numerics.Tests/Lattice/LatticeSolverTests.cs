using Lamella.Numerics.Lattice;
using MathNet.Numerics.LinearAlgebra;

namespace Lamella.Numerics.Tests.Lattice;

public sealed unsafe class LatticeSolverTests
{
    [Theory]
    [InlineData(0, AxisEnds.Insulated, 10.0)]
    [InlineData(1, AxisEnds.Periodic, 10.0)]
    [InlineData(2, AxisEnds.Insulated, 1e4)]
    [InlineData(2, AxisEnds.Periodic, 1e6)]
    [Trait("Level", "reference")]
    public void Solve_SmallLattice_AgreesWithADenseFactorisation(int axis, AxisEnds sides, double factor)
    {
        AxisEnds[] ends = [sides, sides, sides];
        ends[axis] = AxisEnds.Electrodes;
        LatticeNetwork network = TestLattices.OfClasses(new LatticeExtent(9, 8, 7), ends, 3, factor, seed: 11, insulating: 0.0);
        var matrix = Matrix<double>.Build.DenseOfArray(TestLattices.Matrix(network));
        var entering = Vector<double>.Build.Dense(matrix.RowCount);
        for (int cell = 0; cell < matrix.RowCount; cell++)
        {
            int[] at = [cell % 9, cell / 9 % 8, cell / 72];
            if (at[axis] == 0)
            {
                int[] before = [.. at];
                before[axis] = -1;
                entering[cell] = network.Forward(axis, before[0], before[1], before[2]);
            }
        }

        Vector<double> potential = matrix.Solve(entering);
        double conductance = entering.Sum() - (entering * potential);

        LatticeResult found = LatticeSolver.Solve(network, new LatticeOptions { Axis = axis, Tolerance = 1e-9, KeepPotential = true });

        found.Converged.ShouldBeTrue();
        found.Conductance.ShouldBe(conductance, 1e-9 * conductance);
        for (int cell = 0; cell < matrix.RowCount; cell++)
        {
            found.Potential![cell].ShouldBe(potential[cell], 1e-6);
        }
    }

    [Theory]
    [InlineData(AxisEnds.Insulated, 1.0)]
    [InlineData(AxisEnds.Periodic, 1.0)]
    [InlineData(AxisEnds.Insulated, 1e4)]
    [Trait("Level", "identity")]
    public void Cycle_AnyLattice_IsSymmetricPositiveDefinite(AxisEnds sides, double factor)
    {
        LatticeNetwork network = TestLattices.OfClasses(new LatticeExtent(18, 20, 22), [sides, sides, AxisEnds.Electrodes], 3, factor, seed: 4);
        using var team = new WorkerTeam(2);
        using var multigrid = new Multigrid<double>(LevelFactory.Create<double>(network), new PlaneSchedule(team), CancellationToken.None);
        multigrid.Graph.Levels.Count.ShouldBeGreaterThan(1);
        for (ulong round = 0; round < 5; round++)
        {
            double[] v = Residual(multigrid.Finest, 2 * round), w = Residual(multigrid.Finest, (2 * round) + 1);
            double[] cycleV = Cycle(multigrid, v), cycleW = Cycle(multigrid, w);

            Product(w, cycleV).ShouldBe(Product(v, cycleW), 1e-11 * Product(v, cycleV));
            Product(v, cycleV).ShouldBeGreaterThan(0.0);
        }
    }

    /// <summary>Random numbers where there are links; elsewhere no residual ever is.</summary>
    private static double[] Residual(LatticeLevel<double> level, ulong seed)
    {
        double[] numbers = TestLattices.Numbers(level.Grid.Extent.Count, seed);
        for (int cell = 0; cell < numbers.Length; cell++)
        {
            int at = TestLattices.Index(level.Grid, cell);
            double links = Enumerable.Range(0, 3).Sum(axis => level.Link(axis, at) + level.Link(axis, at - level.Grid.Stride(axis)));
            numbers[cell] = links > 0.0 ? numbers[cell] : 0.0;
        }

        return numbers;
    }

    private static double[] Cycle(Multigrid<double> multigrid, double[] residual)
    {
        LatticeLevel<double> level = multigrid.Finest;
        TestLattices.Put(level, residual, level.F);
        multigrid.Cycle(level.Start, _ => { });
        return [.. Enumerable.Range(0, residual.Length).Select(cell => level.U[TestLattices.Index(level.Grid, cell)])];
    }

    private static double Product(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
