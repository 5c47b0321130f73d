using Lamella.Numerics.Graphs;
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
    [InlineData(AxisEnds.Insulated, 1.0, 0.4)]
    [InlineData(AxisEnds.Periodic, 1.0, 0.4)]
    [InlineData(AxisEnds.Insulated, 1e4, 0.4)]
    [InlineData(AxisEnds.Insulated, 3.0, 0.0)]
    [InlineData(AxisEnds.Periodic, 3.0, 0.0)]
    [Trait("Level", "identity")]
    public void Cycle_AnyLattice_IsSymmetricPositiveDefiniteAndBounded(AxisEnds sides, double factor, double insulating)
    {
        LatticeNetwork network = TestLattices.OfClasses(new LatticeExtent(18, 21, 22), [sides, sides, AxisEnds.Electrodes], 3, factor, seed: 4, insulating);
        using var team = new WorkerTeam(2);
        using var multigrid = new Multigrid<double>(LevelFactory.Create<double>(network), new PlaneSchedule(team), CancellationToken.None);
        multigrid.Lattices.Count.ShouldBe(insulating == 0.0 ? 2 : 1);
        multigrid.Graph.Levels.Count.ShouldBeGreaterThan(insulating == 0.0 ? 0 : 1);
        for (ulong round = 0; round < 5; round++)
        {
            double[] v = Residual(multigrid.Finest, 2 * round), w = Residual(multigrid.Finest, (2 * round) + 1);
            double[] cycleV = Cycle(multigrid, v), cycleW = Cycle(multigrid, w);

            Product(w, cycleV).ShouldBe(Product(v, cycleW), 1e-11 * Product(v, cycleV));
            Product(v, cycleV).ShouldBeGreaterThan(0.0);
        }

        LargestEigenvalue(multigrid, Residual(multigrid.Finest, 99)).ShouldBeInRange(0.9, CyclePair.FirstRoot + CyclePair.SecondRoot);
    }

    [Theory]
    [InlineData(AxisEnds.Electrodes)]
    [InlineData(AxisEnds.Periodic)]
    [Trait("Level", "identity")]
    public void Solve_EvenLinksOnAnyNumberOfThreads_GivesTheSameBits(AxisEnds ends)
    {
        LatticeNetwork network = TestLattices.OfClasses(new LatticeExtent(66, 71, 69), [AxisEnds.Periodic, AxisEnds.Insulated, ends], 3, 2.0, seed: 9, insulating: 0.0);
        var options = new LatticeOptions { Axis = 2, Tolerance = 1e-3, KeepPotential = true };
        LatticeResult one = LatticeSolver.Solve(network, options with { Threads = 1 });
        one.Converged.ShouldBeTrue();
        foreach (int threads in new[] { 2, 3, 7 })
        {
            LatticeResult many = LatticeSolver.Solve(network, options with { Threads = threads });
            many.Conductance.ShouldBe(one.Conductance);
            many.Potential.ShouldBe(one.Potential);
        }
    }

    /// <summary>The largest eigenvalue of cycle times matrix that a few steps of power iteration find, from below.</summary>
    private static double LargestEigenvalue(Multigrid<double> multigrid, double[] vector)
    {
        LatticeLevel<double> level = multigrid.Finest;
        double largest = 0.0;
        for (int step = 0; step < 25; step++)
        {
            double[] applied = Apply(level, vector), next = Cycle(multigrid, applied);
            largest = Product(applied, next) / Product(vector, applied);
            double norm = Math.Sqrt(Product(next, next));
            vector = [.. next.Select(value => value / norm)];
        }

        return largest;
    }

    private static double[] Apply(LatticeLevel<double> level, double[] vector)
    {
        TestLattices.Put(level, vector, level.U);
        for (int z = 0; z < level.Grid.Nz; z++)
        {
            level.Apply(z, level.U, level.F);
        }

        return [.. Enumerable.Range(0, vector.Length).Select(cell => level.F[TestLattices.Index(level.Grid, cell)])];
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
