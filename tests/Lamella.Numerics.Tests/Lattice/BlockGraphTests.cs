using Lamella.Numerics.Graphs;
using Lamella.Numerics.Lattice;
using Lamella.Numerics.Tests.Graphs;

namespace Lamella.Numerics.Tests.Lattice;

/// <summary>The first coarse level of a lattice: the pieces of its blocks.</summary>
public sealed unsafe class BlockGraphTests
{
    [Theory]
    [InlineData(6, 8, 4, AxisEnds.Electrodes, AxisEnds.Insulated, AxisEnds.Insulated, 1.0)]
    [InlineData(7, 5, 9, AxisEnds.Insulated, AxisEnds.Electrodes, AxisEnds.Periodic, 1.0)]
    [InlineData(5, 6, 7, AxisEnds.Periodic, AxisEnds.Periodic, AxisEnds.Periodic, 1000.0)]
    [InlineData(1, 9, 6, AxisEnds.Periodic, AxisEnds.Periodic, AxisEnds.Electrodes, 1e6)]
    [InlineData(3, 1, 2, AxisEnds.Periodic, AxisEnds.Insulated, AxisEnds.Electrodes, 10.0)]
    [Trait("Level", "identity")]
    public void Of_AnyLattice_IsTheGalerkinProduct(int nx, int ny, int nz, AxisEnds x, AxisEnds y, AxisEnds z, double factor)
    {
        LatticeNetwork network = TestLattices.OfClasses(new LatticeExtent(nx, ny, nz), [x, y, z], 4, factor, seed: 3);
        double[,] matrix = TestLattices.Matrix(network);
        using LatticeLevel<double> level = LevelFactory.Create<double>(network);
        using var team = new WorkerTeam(3);
        (BlockPartition partition, GraphLevel<double> graph) = BlockGraph<double>.Of(level, team);
        double[,] product = new double[graph.Count, graph.Count];
        for (int a = 0; a < network.Extent.Count; a++)
        {
            for (int b = 0; b < network.Extent.Count; b++)
            {
                if (matrix[a, b] != 0.0)
                {
                    product[Node(partition, a), Node(partition, b)] += matrix[a, b];
                }
            }
        }

        TestGraphs.ShouldBeTheMatrix(graph, product, 1e-12);
        partition.Dispose();
        graph.Dispose();
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Of_PiecesThatMeetAtAnEdgeOnly_StayApart()
    {
        // Two rods along z that share an edge: in every block two cells a rod, never one node for both.
        byte[] cells = [.. Enumerable.Range(0, 2 * 2 * 8).Select(k => (byte)((k % 2) == (k / 2 % 2) ? 1 : 0))];
        double[] table = [0.0, 0.0, 0.0, 1.0], electrodes = [0.0, 2.0];
        LatticeNetwork network = LatticeNetwork.OfClasses(
            new LatticeExtent(2, 2, 8), [AxisEnds.Insulated, AxisEnds.Insulated, AxisEnds.Electrodes], cells, 2, [table, table, table], [electrodes, electrodes, electrodes]);
        using LatticeLevel<float> level = LevelFactory.Create<float>(network);
        using var team = new WorkerTeam(1);

        (BlockPartition partition, GraphLevel<float> graph) = BlockGraph<float>.Of(level, team);

        graph.Count.ShouldBe(8);
        partition.Node(0, 0).ShouldNotBe(partition.Node(0, 3));
        graph.Starts[graph.Count].ShouldBe(2 * (3 + 3) + 4); // three links a rod told twice, four to electrodes
        partition.Dispose();
        graph.Dispose();
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(6, 10)]
    [InlineData(10, 2)]
    [Trait("Level", "property")]
    public void Colour_RowsThatShareALink_Differ(int ny, int nz)
    {
        AxisEnds[] ends = [AxisEnds.Periodic, AxisEnds.Periodic, AxisEnds.Periodic];
        using var partition = new BlockPartition(new LevelGrid(new LatticeExtent(4, ny, nz), ends));
        for (int row = 0; row < partition.Rows; row++)
        {
            int by = row % partition.By, bz = row / partition.By;
            int right = ((by + 1) % partition.By) + (bz * partition.By), above = by + ((bz + 1) % partition.Bz * partition.By);
            (right == row || partition.Colour(right) != partition.Colour(row)).ShouldBeTrue();
            (above == row || partition.Colour(above) != partition.Colour(row)).ShouldBeTrue();
        }
    }

    private static int Node(BlockPartition partition, int cell)
    {
        LevelGrid g = partition.Fine;
        int x = cell % g.Nx, y = cell / g.Nx % g.Ny, z = cell / g.Nx / g.Ny;
        return partition.Node(partition.Block(x / 2, y / 2, z / 2), (x % 2) + (2 * (y % 2)) + (4 * (z % 2)));
    }
}
