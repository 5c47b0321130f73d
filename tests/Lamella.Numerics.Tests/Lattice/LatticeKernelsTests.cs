using System.Numerics;
using Lamella.Numerics.Lattice;

namespace Lamella.Numerics.Tests.Lattice;

/// <summary>The vector loops of every kind of level against the matrix written out link by link.</summary>
public sealed unsafe class LatticeKernelsTests
{
    public static TheoryData<int, bool, AxisEnds, AxisEnds, AxisEnds> Kinds()
    {
        var kinds = new TheoryData<int, bool, AxisEnds, AxisEnds, AxisEnds>();
        foreach (int classes in new[] { 2, 6, 12 })
        {
            foreach (bool told in new[] { false, true })
            {
                kinds.Add(classes, told, AxisEnds.Electrodes, AxisEnds.Insulated, AxisEnds.Insulated);
                kinds.Add(classes, told, AxisEnds.Periodic, AxisEnds.Electrodes, AxisEnds.Periodic);
                kinds.Add(classes, told, AxisEnds.Insulated, AxisEnds.Periodic, AxisEnds.Electrodes);
                kinds.Add(classes, told, AxisEnds.Periodic, AxisEnds.Periodic, AxisEnds.Periodic);
            }
        }

        return kinds;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    [Trait("Level", "reference")]
    public void Apply_EveryKindOfLevel_IsTheMatrix(int classes, bool told, AxisEnds x, AxisEnds y, AxisEnds z)
    {
        foreach (LatticeExtent extent in (LatticeExtent[])[new(19, 4, 3), new(5, 7, 6), new(33, 2, 2)])
        {
            LatticeNetwork network = TestLattices.OfClasses(extent, [x, y, z], classes, 3.0, seed: 5);
            network = told ? TestLattices.Told(network) : network;
            Compare<double>(network, 1e-13);
            Compare<float>(network, 2e-5);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    [Trait("Level", "reference")]
    public void RowLinks_EveryKindOfLevel_AreTheLinksOfTheCells(int classes, bool told, AxisEnds x, AxisEnds y, AxisEnds z)
    {
        LatticeNetwork network = TestLattices.OfClasses(new LatticeExtent(21, 3, 4), [x, y, z], classes, 3.0, seed: 6);
        using LatticeLevel<double> level = LevelFactory.Create<double>(told ? TestLattices.Told(network) : network);
        using var links = new BlockLinks<double>(level);
        for (int by = 0; by < 4; by += 2)
        {
            for (int bz = 0; bz < 4; bz += 2)
            {
                links.Fetch(by, bz);
                for (int cell = 0; cell < 22 / 2 * BlockLinks<double>.Cells; cell++)
                {
                    (int place, int begin) = (cell % 8, 2 * (cell / 8));
                    int cx = begin + (place & 1), cy = by + ((place >> 1) & 1), cz = bz + (place >> 2);
                    bool inside = cx < 21 && cy < 3;
                    for (int axis = 0; axis < 3; axis++)
                    {
                        double forth = inside ? network.Forward(axis, cx, cy, cz) : 0.0;
                        double back = inside ? network.Forward(axis, cx - (axis == 0 ? 1 : 0), cy - (axis == 1 ? 1 : 0), cz - (axis == 2 ? 1 : 0)) : 0.0;
                        links.Forward(place, axis, begin).ShouldBe(forth);
                        links.Back(place, axis, begin).ShouldBe(back);
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    [Trait("Level", "reference")]
    public void Measure_EveryKindOfLevel_IsTheSumOverTheLinks(int classes, bool told, AxisEnds x, AxisEnds y, AxisEnds z)
    {
        foreach (LatticeExtent extent in (LatticeExtent[])[new(19, 4, 3), new(5, 7, 6), new(33, 2, 2), new(1, 3, 1)])
        {
            LatticeNetwork network = TestLattices.OfClasses(extent, [x, y, z], classes, 3.0, seed: 5);
            network = told ? TestLattices.Told(network) : network;
            Measure<double>(network, 1e-12);
            Measure<float>(network, 2e-5);
        }
    }

    private static void Measure<T>(LatticeNetwork network, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] v = TestLattices.Numbers(network.Extent.Count, seed: 7);
        using LatticeLevel<T> level = LevelFactory.Create<T>(network);
        LevelGrid g = level.Grid;
        TestLattices.Put(level, v, level.U);
        double[] found = new double[4], expected = new double[4];
        for (int z = 0; z < g.Nz; z++)
        {
            level.Measure(z, level.U, found);
        }

        for (int axis = 0; axis < 3; axis++)
        {
            int length = g.Extent.Along(axis);
            for (int cell = 0; cell < v.Length; cell++)
            {
                int[] at = [cell % g.Nx, cell / g.Nx % g.Ny, cell / g.Nx / g.Ny];
                foreach (int step in at[axis] == 0 && g.Ends[axis] == AxisEnds.Electrodes ? [-1, 0] : (int[])[0])
                {
                    int[] from = [.. at], to = [.. at];
                    from[axis] += step;
                    to[axis] += step + 1;
                    double current = network.Forward(axis, from[0], from[1], from[2]) * (Value(from) - Value(to));
                    expected[0] += current * (Value(from) - Value(to));
                    expected[axis + 1] += current * g.Distance(axis, from[axis]);
                }
            }

            double Value(int[] place)
            {
                if (place[axis] >= 0 && place[axis] < length)
                {
                    return v[place[0] + (g.Nx * (place[1] + (g.Ny * place[2])))];
                }

                int[] wrapped = [.. place];
                wrapped[axis] = (place[axis] + length) % length;
                return g.Ends[axis] == AxisEnds.Periodic ? v[wrapped[0] + (g.Nx * (wrapped[1] + (g.Ny * wrapped[2])))] : 0.0;
            }
        }

        double scale = Math.Max(1.0, expected[0]);
        for (int k = 0; k < 4; k++)
        {
            found[k].ShouldBe(expected[k], tolerance * scale);
        }
    }

    private static void Compare<T>(LatticeNetwork network, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[,] matrix = TestLattices.Matrix(network);
        double[] v = TestLattices.Numbers(network.Extent.Count, seed: 7);
        using LatticeLevel<T> level = LevelFactory.Create<T>(network);
        TestLattices.Put(level, v, level.U);
        for (int z = 0; z < level.Grid.Nz; z++)
        {
            level.Apply(z, level.U, level.F);
        }

        for (int cell = 0; cell < v.Length; cell++)
        {
            double expected = Enumerable.Range(0, v.Length).Sum(other => matrix[cell, other] * v[other]);
            double.CreateChecked(level.F[TestLattices.Index(level.Grid, cell)]).ShouldBe(expected, tolerance * Math.Max(1.0, matrix[cell, cell]));
        }
    }
}
