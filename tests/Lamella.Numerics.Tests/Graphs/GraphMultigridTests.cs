using Lamella.Numerics.Graphs;
using Lamella.Numerics.Lattice;
using MathNet.Numerics.LinearAlgebra;

namespace Lamella.Numerics.Tests.Graphs;

public sealed unsafe class GraphMultigridTests
{
    // What the polynomial of two cycles allows: θ₁ + θ₂, see GraphMultigrid.
    private const double LargestEigenvalue = 1.5625;

    [Theory]
    [InlineData(1.0, 0.0)]
    [InlineData(1.0, 0.45)]
    [InlineData(1e6, 0.0)]
    [InlineData(1e3, 0.3)]
    [Trait("Level", "identity")]
    public void Solve_AnyGraph_IsSymmetricPositiveDefiniteAndBounded(double factor, double missing)
    {
        GraphLevel<double> level = TestGraphs.Square(22, factor, missing);
        var matrix = Matrix<double>.Build.DenseOfArray(TestGraphs.Matrix(level));
        using var team = new WorkerTeam(2);
        using var multigrid = new GraphMultigrid<double>(level, team, CancellationToken.None);
        multigrid.Levels.Count.ShouldBeGreaterThan(1);
        // Nodes cut off from the electrodes make the matrix singular; only the rest counts.
        int[] kept = [.. Reached(level)];
        var inverse = Matrix<double>.Build.Dense(kept.Length, kept.Length);
        for (int column = 0; column < kept.Length; column++)
        {
            new Span<double>(level.F, level.Count).Clear();
            level.F[kept[column]] = 1.0;
            multigrid.Solve();
            for (int row = 0; row < kept.Length; row++)
            {
                inverse[row, column] = level.U[kept[row]];
            }
        }

        (inverse - inverse.Transpose()).InfinityNorm().ShouldBeLessThan(1e-12 * inverse.InfinityNorm());
        Matrix<double> root = Matrix<double>.Build.Dense(kept.Length, kept.Length, (a, b) => matrix[kept[a], kept[b]]).Cholesky().Factor;
        Matrix<double> similar = root.TransposeThisAndMultiply(inverse * root);
        double[] eigenvalues = [.. ((similar + similar.Transpose()) * 0.5).Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real)];
        eigenvalues.Min().ShouldBeGreaterThan(0.1);
        eigenvalues.Max().ShouldBeLessThan(LargestEigenvalue);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(1e3)]
    [InlineData(1e6)]
    [Trait("Level", "property")]
    public void Create_AnyContrast_ThinsTheGraphOutOnEveryLevel(double factor)
    {
        using var team = new WorkerTeam(1);
        using var multigrid = new GraphMultigrid<double>(TestGraphs.Square(90, factor, 0.0), team, CancellationToken.None);

        // Strong links alone would leave more than half of the nodes on some levels.
        for (int k = 1; k < multigrid.Levels.Count; k++)
        {
            multigrid.Levels[k].Count.ShouldBeLessThanOrEqualTo((int)(0.4 * multigrid.Levels[k - 1].Count), $"level {k}");
        }

        multigrid.Levels[^1].Count.ShouldBeLessThanOrEqualTo(200);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Coarsen_AnyGraph_IsTheGalerkinProductForEveryNumberOfThreads()
    {
        using GraphLevel<double> level = TestGraphs.Square(15, 100.0, 0.3);
        var aggregates = new GraphAggregates<double>(level, 0.08);
        double[,] matrix = TestGraphs.Matrix(level), product = new double[aggregates.Count, aggregates.Count];
        for (int a = 0; a < level.Count; a++)
        {
            for (int b = 0; b < level.Count; b++)
            {
                if (aggregates.Of[a] >= 0 && aggregates.Of[b] >= 0)
                {
                    product[aggregates.Of[a], aggregates.Of[b]] += matrix[a, b];
                }
            }
        }

        foreach (int threads in new[] { 1, 2, 5 })
        {
            using var team = new WorkerTeam(threads);
            using GraphLevel<double> coarse = GraphCoarsening.Coarsen(level, aggregates, team);
            TestGraphs.ShouldBeTheMatrix(coarse, product, 1e-13);
            level.Members!.Dispose();
        }
    }

    [Theory]
    [InlineData(1.0, 0.5)]
    [InlineData(1e4, 0.2)]
    [Trait("Level", "property")]
    public void Find_AnyGraph_JoinsOnlyWhatIsConnectedAndLeavesOnlyLoneNodes(double factor, double missing)
    {
        using GraphLevel<double> level = TestGraphs.Square(20, factor, missing);
        var aggregates = new GraphAggregates<double>(level, 0.08);
        aggregates.Count.ShouldBeLessThan(level.Count / 2);
        for (int node = 0; node < level.Count; node++)
        {
            bool lone = true, joined = false;
            int own = aggregates.Of[node];
            for (int k = level.Starts[node]; k < level.Starts[node + 1]; k++)
            {
                int other = level.Columns[k];
                lone &= other == level.Ground;
                joined |= other != level.Ground && aggregates.Of[other] == own;
            }

            (own < 0).ShouldBe(lone);
            (lone || joined || aggregates.Of.Count(own) == 1).ShouldBeTrue($"node {node} shares its aggregate with no neighbour");
        }
    }

    [Fact]
    [Trait("Level", "property")]
    public void Order_RunsOfOneColour_ShareNoLink()
    {
        using GraphLevel<double> level = TestGraphs.Square(90, 1.0, 0.1);
        (int Colour, int Run)[] places = new (int, int)[level.Count];
        level.Order.Runs.Length.ShouldBeGreaterThan(1);
        for (int colour = 0; colour < level.Order.Runs.Length; colour++)
        {
            for (int run = 0; run < level.Order.Runs[colour].Length; run++)
            {
                (int from, int to) = level.Order.Runs[colour][run];
                for (int node = from; node < to; node++)
                {
                    places[node].Run.ShouldBe(0); // no node twice
                    places[node] = (colour, run + 1);
                }
            }
        }

        for (int node = 0; node < level.Count; node++)
        {
            places[node].Run.ShouldBeGreaterThan(0);
            for (int k = level.Starts[node]; k < level.Starts[node + 1]; k++)
            {
                int other = level.Columns[k];
                (other == level.Ground || places[other].Colour != places[node].Colour || places[other] == places[node]).ShouldBeTrue();
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Level", "reference")]
    public void Solve_SmallestGraph_SolvesToTheLastDigits(bool electrodes)
    {
        using GraphLevel<double> level = TestGraphs.Square(9, 1e6, 0.2, electrodes);
        double[,] matrix = TestGraphs.Matrix(level);
        double[] expected = [.. Enumerable.Range(0, level.Count).Select(k => Math.Sin(k))];
        for (int node = 0; node < level.Count; node++)
        {
            level.F[node] = Enumerable.Range(0, level.Count).Sum(other => matrix[node, other] * expected[other]);
        }

        GraphCoarsest.Of(level).Solve(level);

        for (int node = 0; node < level.Count; node++)
        {
            double found = Enumerable.Range(0, level.Count).Sum(other => matrix[node, other] * level.U[other]);
            found.ShouldBe(level.F[node], (1e-9 * matrix[node, node]) + double.Epsilon, $"node {node}");
        }
    }

    private static IEnumerable<int> Reached(GraphLevel<double> level)
    {
        bool[] reached = new bool[level.Count];
        for (bool more = true; more;)
        {
            more = false;
            for (int node = 0; node < level.Count; node++)
            {
                if (!reached[node] && Touches(level, node, reached))
                {
                    (reached[node], more) = (true, true);
                }
            }
        }

        return Enumerable.Range(0, level.Count).Where(node => reached[node]);
    }

    private static bool Touches(GraphLevel<double> level, int node, bool[] reached)
    {
        for (int k = level.Starts[node]; k < level.Starts[node + 1]; k++)
        {
            if (level.Columns[k] == level.Ground || reached[level.Columns[k]])
            {
                return true;
            }
        }

        return false;
    }
}
