using System.Numerics;
using Lamella.Numerics.Lattice;

namespace Lamella.Numerics.Tests.Lattice;

/// <summary>Coarse levels that are lattices: blocks of 2×2×2 cells where links are even.</summary>
public sealed unsafe class LatticeCoarseningTests
{
    public static TheoryData<int, int, int, AxisEnds, AxisEnds, AxisEnds> Lattices => new()
    {
        { 6, 8, 4, AxisEnds.Electrodes, AxisEnds.Insulated, AxisEnds.Insulated },
        { 7, 5, 9, AxisEnds.Insulated, AxisEnds.Electrodes, AxisEnds.Periodic },
        { 5, 6, 7, AxisEnds.Periodic, AxisEnds.Periodic, AxisEnds.Periodic },
        { 1, 9, 6, AxisEnds.Periodic, AxisEnds.Periodic, AxisEnds.Electrodes },
        { 3, 1, 2, AxisEnds.Periodic, AxisEnds.Insulated, AxisEnds.Electrodes },
        { 37, 2, 3, AxisEnds.Electrodes, AxisEnds.Insulated, AxisEnds.Insulated },
    };

    [Theory]
    [MemberData(nameof(Lattices))]
    [Trait("Level", "identity")]
    public void Coarsen_AnyLattice_IsTheGalerkinProduct(int nx, int ny, int nz, AxisEnds x, AxisEnds y, AxisEnds z)
    {
        LatticeNetwork network = TestLattices.OfClasses(new LatticeExtent(nx, ny, nz), [x, y, z], 4, 10.0, seed: 3);
        double[,] matrix = TestLattices.Matrix(network);
        using LatticeLevel<double> level = LevelFactory.Create<double>(network);
        using var team = new WorkerTeam(3);
        using LatticeLevel<double> coarse = LatticeCoarsening.Coarsen(level, team);
        int count = (int)coarse.Grid.Extent.Count;
        double[,] product = new double[count, count];
        for (int a = 0; a < network.Extent.Count; a++)
        {
            for (int b = 0; b < network.Extent.Count; b++)
            {
                product[Block(network.Extent, a), Block(network.Extent, b)] += matrix[a, b];
            }
        }

        double[] v = TestLattices.Numbers(count, seed: 8);
        TestLattices.Put(coarse, v, coarse.U);
        for (int plane = 0; plane < coarse.Grid.Nz; plane++)
        {
            coarse.Apply(plane, coarse.U, coarse.F);
        }

        for (int cell = 0; cell < count; cell++)
        {
            double expected = Enumerable.Range(0, count).Sum(other => product[cell, other] * v[other]);
            coarse.F[TestLattices.Index(coarse.Grid, cell)].ShouldBe(expected, 1e-12 * Math.Max(1.0, product[cell, cell]));
        }
    }

    [Theory]
    [MemberData(nameof(Lattices))]
    [Trait("Level", "reference")]
    public void Restrict_AnyLattice_SumsTheResidualsOfTheBlocks(int nx, int ny, int nz, AxisEnds x, AxisEnds y, AxisEnds z)
    {
        Restrict<double>(new LatticeExtent(nx, ny, nz), [x, y, z], 1e-12);
        Restrict<float>(new LatticeExtent(nx, ny, nz), [x, y, z], 1e-4);
    }

    [Theory]
    [MemberData(nameof(Lattices))]
    [Trait("Level", "reference")]
    public void Prolong_AnyLattice_GivesEveryCellTheValueOfItsBlock(int nx, int ny, int nz, AxisEnds x, AxisEnds y, AxisEnds z)
    {
        Prolong<double>(new LatticeExtent(nx, ny, nz), [x, y, z]);
        Prolong<float>(new LatticeExtent(nx, ny, nz), [x, y, z]);
        Prolong<float>(new LatticeExtent(67, ny, nz), [x, y, z]);
        Prolong<double>(new LatticeExtent(39, ny, nz), [x, y, z]);
    }

    [Theory]
    [MemberData(nameof(Lattices))]
    [Trait("Level", "reference")]
    public void KeepAndCombine_AnyLattice_AddTwoCorrections(int nx, int ny, int nz, AxisEnds x, AxisEnds y, AxisEnds z)
    {
        LatticeNetwork network = TestLattices.OfClasses(new LatticeExtent(nx, ny, nz), [x, y, z], 4, 10.0, seed: 3);
        double[,] matrix = TestLattices.Matrix(network);
        using LatticeLevel<double> level = LevelFactory.Create<double>(network);
        level.MakeRoomToKeep();
        (double[] first, double[] second, double[] right) = (TestLattices.Numbers(nx * ny * nz, 1), TestLattices.Numbers(nx * ny * nz, 2), TestLattices.Numbers(nx * ny * nz, 3));
        TestLattices.Put(level, right, level.F);
        TestLattices.Put(level, first, level.U);
        Planes(level, plane => level.Keep(plane, 0.7));
        for (int cell = 0; cell < first.Length; cell++)
        {
            double expected = right[cell] - (0.7 * Enumerable.Range(0, first.Length).Sum(other => matrix[cell, other] * first[other]));
            level.F[TestLattices.Index(level.Grid, cell)].ShouldBe(expected, 1e-12 * Math.Max(1.0, matrix[cell, cell]));
        }

        TestLattices.Put(level, second, level.U);
        Planes(level, plane => level.Combine(plane, 1.25, 3.0));

        for (int cell = 0; cell < first.Length; cell++)
        {
            level.U[TestLattices.Index(level.Grid, cell)].ShouldBe(1.25 * ((0.7 * first[cell]) + (3.0 * second[cell])), 1e-13);
        }
    }

    [Theory]
    [InlineData(29.0, 1.0, true)]
    [InlineData(31.0, 1.0, false)]
    [InlineData(2.0, 3.0, true)]
    [InlineData(2.0, 5.0, false)]
    [Trait("Level", "unit")]
    public void Hold_ContrastAndAnisotropy_WithinLimitsOnly(double contrast, double anisotropy, bool even)
    {
        foreach (LatticeExtent extent in (LatticeExtent[])[new(20, 6, 5), new(4, 21, 3)])
        {
            LatticeNetwork network = Layers(extent, contrast, anisotropy);
            foreach (bool told in new[] { false, true })
            {
                using LatticeLevel<double> level = LevelFactory.Create<double>(told ? TestLattices.Told(network) : network);
                using var team = new WorkerTeam(2);
                EvenLinks.Hold(level, team).ShouldBe(even);
            }
        }
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Hold_OneCellThatInsulates_IsNotEven()
    {
        byte[] cells = new byte[5 * 4 * 9];
        double[] table = [1.0, 0.0, 0.0, 0.0], electrodes = [2.0, 0.0];
        AxisEnds[] ends = [AxisEnds.Insulated, AxisEnds.Insulated, AxisEnds.Electrodes];
        LatticeNetwork Network() => LatticeNetwork.OfClasses(new LatticeExtent(5, 4, 9), ends, cells, 2, [table, table, table], [electrodes, electrodes, electrodes]);
        using var team = new WorkerTeam(2);
        using (LatticeLevel<float> whole = LevelFactory.Create<float>(Network()))
        {
            EvenLinks.Hold(whole, team).ShouldBeTrue();
        }

        cells[^1] = 1;
        using LatticeLevel<float> level = LevelFactory.Create<float>(Network());
        EvenLinks.Hold(level, team).ShouldBeFalse();
    }

    private static void Restrict<T>(LatticeExtent extent, AxisEnds[] ends, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        LatticeNetwork network = TestLattices.OfClasses(extent, ends, 4, 10.0, seed: 3);
        double[,] matrix = TestLattices.Matrix(network);
        using LatticeLevel<T> level = LevelFactory.Create<T>(network);
        using var team = new WorkerTeam(1);
        using LatticeLevel<T> coarse = LatticeCoarsening.Coarsen(level, team);
        (double[] v, double[] right) = (TestLattices.Numbers(extent.Count, 4), TestLattices.Numbers(extent.Count, 5));
        TestLattices.Put(level, v, level.U);
        TestLattices.Put(level, right, level.F);
        new Span<T>(coarse.F, coarse.Grid.Length).Fill(T.One);

        Planes(level, plane => level.Restrict(plane, coarse));

        double[] expected = new double[coarse.Grid.Extent.Count];
        for (int cell = 0; cell < v.Length; cell++)
        {
            expected[Block(extent, cell)] += right[cell] - Enumerable.Range(0, v.Length).Sum(other => matrix[cell, other] * v[other]);
        }

        for (int block = 0; block < expected.Length; block++)
        {
            double.CreateChecked(coarse.F[TestLattices.Index(coarse.Grid, block)]).ShouldBe(expected[block], tolerance * 100.0);
        }

        coarse.F[coarse.Grid.Row(0, 0) + coarse.Grid.Nx].ShouldBe(T.One, "a ghost was written to");
    }

    private static void Prolong<T>(LatticeExtent extent, AxisEnds[] ends)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        LatticeNetwork network = TestLattices.OfClasses(extent, ends, 4, 10.0, seed: 3);
        using LatticeLevel<T> level = LevelFactory.Create<T>(network);
        using var team = new WorkerTeam(1);
        using LatticeLevel<T> coarse = LatticeCoarsening.Coarsen(level, team);
        (double[] v, double[] wide) = (TestLattices.Numbers(extent.Count, 4), TestLattices.Numbers(coarse.Grid.Extent.Count, 5));
        TestLattices.Put(level, v, level.U);
        TestLattices.Put(coarse, wide, coarse.U);

        Planes(level, plane => level.Prolong(plane, coarse));

        for (int cell = 0; cell < v.Length; cell++)
        {
            double.CreateChecked(level.U[TestLattices.Index(level.Grid, cell)]).ShouldBe(v[cell] + wide[Block(extent, cell)], 1e-6);
        }
    }

    /// <summary>Layers of two materials along x; links along y and z weaker by the anisotropy.</summary>
    private static LatticeNetwork Layers(LatticeExtent extent, double contrast, double anisotropy)
    {
        byte[] cells = [.. Enumerable.Range(0, (int)extent.Count).Select(k => (byte)(k % extent.Nx / 2 % 2))];
        double[] Table(double factor) => [factor, factor * 2.0 * contrast / (1.0 + contrast), factor * 2.0 * contrast / (1.0 + contrast), factor * contrast];
        double[][] tables = [Table(anisotropy), Table(1.0), Table(1.0)];
        double[][] electrodes = [.. tables.Select(table => new[] { 2.0 * table[0], 2.0 * table[3] })];
        return LatticeNetwork.OfClasses(extent, [AxisEnds.Electrodes, AxisEnds.Insulated, AxisEnds.Periodic], cells, 2, tables, electrodes);
    }

    private static void Planes<T>(LatticeLevel<T> level, Action<int> body)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int plane = 0; plane < level.Grid.Nz; plane++)
        {
            body(plane);
        }
    }

    private static int Block(LatticeExtent extent, int cell)
    {
        (int x, int y, int z) = (cell % extent.Nx, cell / extent.Nx % extent.Ny, cell / extent.Nx / extent.Ny);
        return (x / 2) + ((extent.Nx + 1) / 2 * ((y / 2) + ((extent.Ny + 1) / 2 * (z / 2))));
    }
}
