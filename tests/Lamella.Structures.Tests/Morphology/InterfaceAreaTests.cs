using Lamella.Structures.Morphology;
using Lamella.Structures.Tests.Conduction;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Tests.Morphology;

[Trait("Level", "reference")]
public sealed class InterfaceAreaTests
{
    [Theory]
    [InlineData(1, 0, 0, 1e-12)]
    [InlineData(0, 1, 0, 1e-12)]
    [InlineData(0, 0, 1, 1e-12)]
    [InlineData(1, 1, 0, 0.02)]
    [InlineData(1, 1, 1, 0.02)]
    [InlineData(2, 1, 0, 0.02)]
    [InlineData(2, 1, 1, 0.02)]
    [InlineData(3, 2, 1, 0.02)]
    [InlineData(4, 1, 1, 0.02)]
    [InlineData(1, 0, 6, 0.02)]
    public void PerVolume_SlantedPlanes_HaveTheirAreaInEveryOrientation(int a, int b, int c, double tolerance)
    {
        const int Edge = 48;
        LabelVolume volume = TestVolumes.Make(Edge, Edge, Edge, (x, y, z) => ((a * x) + (b * y) + (c * z)) % Edge < Edge / 2 ? 1 : 0);

        Area(volume, periodic: true).ShouldBe(2.0 / Edge * Math.Sqrt((a * a) + (b * b) + (c * c)), tolerance * 2.0 / Edge * Math.Sqrt((a * a) + (b * b) + (c * c)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void PerVolume_PlatesOfFewVoxels_CountBothSides(int thickness)
    {
        LabelVolume volume = TestVolumes.Make(12, 14, 24, (_, _, z) => z >= 8 && z < 8 + thickness ? 1 : 0, new VoxelSize(1.0, 3.0, 0.5));

        Area(volume, periodic: true).ShouldBe(2.0 / 12.0, 1e-12);
        Area(volume, periodic: false).ShouldBe(2.0 / 11.5, 1e-12); // a sample: faces lie between 24 planes, in 23 places
    }

    [Theory]
    [InlineData(6.1, 1.0, 0.0)]
    [InlineData(6.1, 1.0, 0.37)]
    [InlineData(8.3, 1.0, 0.37)]
    [InlineData(12.0, 2.0, 0.0)]
    [InlineData(14.6, 1.0, 0.21)]
    [InlineData(20.0, 4.0, 0.0)]
    public void PerVolume_SpheresOfCubesOrFlatVoxels_HaveTheirArea(double radius, double height, double shift)
    {
        int across = (int)(2.0 * radius) + 9, up = (int)(2.0 * radius / height) + 9;
        (double middle, double half) = ((across / 2) + shift, (up / 2) + shift);
        LabelVolume volume = TestVolumes.Make(
            across, across, up, (x, y, z) => Square(x - middle) + Square(y - middle) + Square(height * (z - half)) <= radius * radius ? 1 : 0, new VoxelSize(1.0, 1.0, height));
        double exact = 4.0 * Math.PI * radius * radius / (across * across * up * height);

        Area(volume, periodic: true).ShouldBe(exact, 0.015 * exact);
    }

    [Theory]
    [InlineData(6.0)]
    [InlineData(10.0)]
    public void PerVolume_Cylinder_HasItsMantle(double radius)
    {
        LabelVolume volume = TestVolumes.Make(40, 40, 20, (x, y, _) => Square(x - 20.2) + Square(y - 19.7) <= radius * radius ? 1 : 0);

        Area(volume, periodic: true).ShouldBe(2.0 * Math.PI * radius / 1600.0, 0.015 * 2.0 * Math.PI * radius / 1600.0);
    }

    [Fact]
    public void PerVolume_ThreePhases_PartTheFacesByPair()
    {
        LabelVolume volume = TestVolumes.Make(10, 10, 12, (_, _, z) => z < 3 ? 0 : z < 5 ? 1 : 2);
        double[,] areas = PhaseAreas.PerVolume(volume, [0, 1, 2], 3, periodic: true);

        double[] found = [areas[0, 1], areas[1, 2], areas[0, 2]];
        found.ShouldBe([1.0 / 12.0, 1.0 / 12.0, 1.0 / 12.0], 1e-12);
    }

    private static double Area(LabelVolume volume, bool periodic) => PhaseAreas.PerVolume(volume, [0, 1], 2, periodic)[0, 1];

    private static double Square(double value) => value * value;
}
