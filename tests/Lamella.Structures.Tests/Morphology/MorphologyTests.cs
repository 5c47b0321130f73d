using Lamella.Core.Errors;
using Lamella.Numerics.Lattice;
using Lamella.Structures.Generation;
using Lamella.Structures.Morphology;
using Lamella.Structures.Tests.Conduction;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Tests.Morphology;

[Trait("Level", "reference")]
public sealed class MorphologyTests
{
    [Theory]
    [InlineData(8.3)]
    [InlineData(14.6)]
    public void Run_Sphere_HasItsSurfaceChordAndRadius(double radius)
    {
        double middle = 20.3;
        LabelVolume volume = TestVolumes.Make(41, 41, 41, (x, y, z) => Square(x - middle) + Square(y - middle) + Square(z - middle) <= radius * radius ? 1 : 0);
        PhaseMorphology sphere = MorphologyMeasurement.Run(volume, new MorphologyOptions { IsPeriodic = true }).Phases[1];

        sphere.Fraction.ShouldBe(4.0 / 3.0 * Math.PI * Math.Pow(radius, 3) / 68_921, 0.01 * sphere.Fraction);
        (sphere.SurfacePerVolume * 68_921).ShouldBe(4.0 * Math.PI * radius * radius, 0.02 * 4.0 * Math.PI * radius * radius);
        sphere.Chords.ShouldAllBe(chords => Math.Abs(chords.Mean - (4.0 / 3.0 * radius)) < 0.03 * radius);
        // The nearest voxel centre is 0.52 from the middle, and the surface lies within half a voxel of where the distance puts it.
        sphere.LargestRadius.ShouldBeInRange(radius - 0.52 - 0.5, radius + 0.5);
        sphere.Bodies.Diameters.ShouldHaveSingleItem().ShouldBe(2.0 * radius, 0.02 * radius);
        (sphere.Components, sphere.LargestShare).ShouldBe((1, 1.0));
        sphere.Percolating.ShouldBe([0.0, 0.0, 0.0]);
    }

    [Fact]
    public void Run_SphereOfFlatVoxels_HasTheSameSurface()
    {
        // Joined faces, so that lines out of the box count as lines without a crossing.
        const double Radius = 12.0;
        LabelVolume volume = TestVolumes.Make(
            33, 33, 17, (x, y, z) => Square(x - 16) + Square(y - 16) + Square(2 * (z - 8)) <= Radius * Radius ? 1 : 0, new VoxelSize(1.0, 1.0, 2.0));
        PhaseMorphology sphere = MorphologyMeasurement.Run(volume, new MorphologyOptions { IsPeriodic = true }).Phases[1];

        (sphere.SurfacePerVolume * 33 * 33 * 34).ShouldBe(4.0 * Math.PI * Radius * Radius, 0.03 * 4.0 * Math.PI * Radius * Radius);
        sphere.Chords[2].Mean.ShouldBe(4.0 / 3.0 * Radius, 0.6);
    }

    [Fact]
    public void Run_LevelCutField_HasTheAreaAndTwoPointFunctionOfTheory()
    {
        const double Length = 10.0;
        var recipe = new LevelCutField { Box = VoxelBox.Cube(128, 1.0), Phases = [new("a", 0.5), new("b", 0.5)], LengthX = Length, Seed = 21 };
        byte[] labels = recipe.Generate().Volume.ToBytes();
        bool[] inside = Array.ConvertAll(labels, label => label == 1);
        double[] found = [.. Enumerable.Range(0, 17).Select(k => Enumerable.Range(0, 3)
            .Average(axis => TwoPointFunction.Measure(inside, recipe.Box.Extent, axis, 1.0, periodic: true, CancellationToken.None).Values[k]))];
        for (int k = 0; k < found.Length; k++)
        {
            double correlation = Math.Exp(-Square(k / Length));

            found[k].ShouldBe(0.25 + (Math.Asin(correlation) / (2.0 * Math.PI)), 0.006, $"at {k} voxels");
        }

        double[,] areas = InterfaceAreas.PerVolume(
            labels, 2, recipe.Box.Extent, VoxelSize.Cube(1.0), periodic: true, CancellationToken.None);
        areas[0, 1].ShouldBe(2.0 / Math.PI * Math.Sqrt(2.0) / Length, 0.03 * 2.0 / Math.PI * Math.Sqrt(2.0) / Length);
    }

    [Theory]
    [InlineData(6.0, 6.0, 12.0)]
    [InlineData(8.0, 8.0, 8.0)]
    public void Run_LevelCutField_HasTheCorrelationLengthsAskedFor(double lx, double ly, double lz)
    {
        var recipe = new LevelCutField { Box = VoxelBox.Cube(96, 1.0), Phases = [new("a", 0.5), new("b", 0.5)], LengthX = lx, LengthY = ly, LengthZ = lz, Seed = 4 };
        bool[] inside = Array.ConvertAll(recipe.Generate().Volume.ToBytes(), label => label == 1);
        double[] asked = [lx, ly, lz];
        for (int axis = 0; axis < 3; axis++)
        {
            // (2/π)·arcsin(ρ) falls to 1/e where ρ = sin(π/2e): at ℓ·√(−ln sin(π/2e)).
            double expected = asked[axis] * Math.Sqrt(-Math.Log(Math.Sin(0.5 * Math.PI / Math.E)));

            TwoPointFunction.Measure(inside, recipe.Box.Extent, axis, 1.0, periodic: true, CancellationToken.None).CorrelationLength!.Value.ShouldBe(expected, 0.08 * expected);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TwoPoint_RandomVoxels_AgreesWithCountingPairs(bool periodic)
    {
        LabelVolume volume = TestVolumes.Random(13, 7, 5, 2, 3);
        bool[] inside = Array.ConvertAll(volume.ToBytes(), label => label == 1);
        TwoPointFunction found = TwoPointFunction.Measure(inside, volume.Extent, 0, 1.0, periodic, CancellationToken.None);
        for (int k = 0; k < found.Values.Length; k++)
        {
            (int hits, int pairs) = (0, 0);
            for (int v = 0; v < inside.Length; v++)
            {
                int x = (v % 13) + k;
                if (periodic || x < 13)
                {
                    hits += inside[v] && inside[v - (v % 13) + (x % 13)] ? 1 : 0;
                    pairs++;
                }
            }

            found.Values[k].ShouldBe(hits / (double)pairs, 1e-12);
        }
    }

    [Fact]
    public void TwoPoint_UncorrelatedVoxels_AreUncorrelatedAtOneVoxel()
    {
        GeneratedStructure made = new RandomVoxels { Box = VoxelBox.Cube(48, 1.0), Phases = [new("a", 0.7), new("b", 0.3)], Seed = 5 }.Generate();
        TwoPointFunction found = TwoPointFunction.Measure(Array.ConvertAll(made.Volume.ToBytes(), label => label == 1), made.Volume.Extent, 1, 1.0, true, CancellationToken.None);

        found.Values[0].ShouldBe(0.3, 1e-5);
        Math.Abs(found.Correlation(1)).ShouldBeLessThan(4.0 / Math.Sqrt(48 * 48 * 48));
    }

    [Fact]
    public void Bodies_OfPackedSpheres_AreTheSpheres()
    {
        var recipe = new PackedSpheres { Box = VoxelBox.Cube(80, 1.0), Fraction = 0.35, Diameter = new(14.0, 0.1), Seed = 12 };
        GeneratedStructure made = recipe.Generate();
        bool[] inside = Array.ConvertAll(made.Volume.ToBytes(), label => label == 1);
        float[] distance = DistanceTransform.Compute(inside, recipe.Box.Extent, recipe.Box.Size);
        SeparatedBodies bodies = BodySeparation.Cut(distance, recipe.Box.Extent, recipe.Box.Size);
        double count = made.Facts.Single(fact => fact.Name == "number of spheres").Value;

        // The faces of the box cut spheres in two: more bodies than spheres, but whole ones keep their size.
        ((double)bodies.Diameters.Length).ShouldBeInRange(count, 2.2 * count);
        bodies.DiameterAt(0.5).ShouldBe(14.0, 1.0);
        bodies.Diameters.Max().ShouldBeLessThan(14.0 * 1.35 * 1.05);
    }

    [Fact]
    public void Bodies_OfTwoBalls_HaveTheThroatBetweenThem()
    {
        // Balls of radius 10 whose centres are 16 apart share a circle of radius 6.
        LabelVolume volume = TestVolumes.Make(40, 25, 25, (x, y, z) =>
            Math.Min(Square(x - 11.5), Square(x - 27.5)) + Square(y - 12) + Square(z - 12) <= 100 ? 1 : 0);
        float[] distance = DistanceTransform.Compute(Array.ConvertAll(volume.ToBytes(), label => label == 1), volume.Extent, volume.Size);
        SeparatedBodies bodies = BodySeparation.Cut(distance, volume.Extent, volume.Size);

        bodies.Diameters.Length.ShouldBe(2);
        bodies.Throats.ShouldHaveSingleItem().ShouldBe(12.0, 1.6);
    }

    [Fact]
    public void Components_OfCheckerboard_TouchByCornersOnly()
    {
        LabelVolume volume = TestVolumes.Make(6, 6, 6, (x, y, z) => (x + y + z) % 2);
        PhaseMorphology phase = MorphologyMeasurement.Run(volume).Phases[1];

        (phase.Components, phase.ComponentsByCorners).ShouldBe((108, 1));
    }

    [Fact]
    public void Components_ThroughTheFaces_JoinWherePeriodic()
    {
        LabelVolume volume = TestVolumes.Make(8, 4, 4, (x, _, _) => x is 0 or 7 ? 1 : 0);

        MorphologyMeasurement.Run(volume).Phases[1].Components.ShouldBe(2);
        MorphologyMeasurement.Run(volume, new MorphologyOptions { IsPeriodic = true }).Phases[1].Components.ShouldBe(1);
    }

    [Fact]
    public void Run_Layers_HaveTheirPercolationAndInterface()
    {
        LabelVolume volume = TestVolumes.Make(10, 12, 8, (_, _, z) => z < 3 ? 0 : z < 5 ? 1 : 2);
        MorphologyResult result = MorphologyMeasurement.Run(volume, new MorphologyOptions { Phases = [new("low", [0]), new("high", [2]), new("middle", [1])] });

        result.Phases[2].Percolating.ShouldBe([1.0, 1.0, 0.0]);
        result.Interfaces.Select(between => (between.First, between.Second)).ShouldBe([("low", "middle"), ("high", "middle")]);
        result.Phases[1].Chords[2].Counts.ShouldBeEmpty(); // all chords end at the face
        result.Phases[2].Chords[2].Counts.ShouldBe([0L, 120L]);
    }

    [Fact]
    public void Representative_RandomVoxels_HaveTheScatterOfIndependentDraws()
    {
        // Independent voxels: the integral range is the volume of one voxel.
        GeneratedStructure made = new RandomVoxels { Box = VoxelBox.Cube(64, 2.0), Phases = [new("a", 0.6), new("b", 0.4)], Seed = 9 }.Generate();
        RepresentativeVolume found = MorphologyMeasurement.Run(made.Volume).Phases[1].Representative;

        found.IntegralRangeLow!.Value.ShouldBeLessThan(8.0);
        found.IntegralRangeHigh!.Value.ShouldBeGreaterThan(8.0);
        found.IntegralRange!.Value.ShouldBe(8.0, 1.0);
        // 1.96·√(0.24/N) = 0.01·0.4 needs 57 624 voxels.
        found.Edge(0.01, 8.0).ShouldBe(2.0 * Math.Cbrt(57_624), 0.1);
        found.FractionHalfWidth!.Value.ShouldBe(1.96 * Math.Sqrt(0.24 / 262_144), 2e-4);
    }

    [Fact]
    public void Run_UnknownLabel_SaysWhich() =>
        Should.Throw<InputException>(() => MorphologyMeasurement.Run(TestVolumes.Random(4, 4, 4, 3, 1), new MorphologyOptions { Phases = [new("a", [0, 1])] }))
            .Message.ShouldContain("no phase has the label 2");

    [Fact]
    public void Run_OnePhaseEverywhere_HasNoSurfaceAndNoScatter()
    {
        PhaseMorphology phase = MorphologyMeasurement.Run(TestVolumes.Make(8, 8, 8, (_, _, _) => 0)).Phases.ShouldHaveSingleItem();

        (phase.Fraction, phase.SurfacePerVolume, phase.Representative.IntegralRange).ShouldBe((1.0, 0.0, null));
        phase.LargestRadius.ShouldBe(double.PositiveInfinity);
        phase.Percolating.ShouldBe([1.0, 1.0, 1.0]);
    }

    [Fact]
    public void MemoryBudget_TooLittle_SaysHowMuchIsNeeded() =>
        Should.Throw<InputException>(() => MemoryBudget.Require(48_000_000_000, 8_000_000_000, new LatticeExtent(1200, 1200, 1190), "to measure"))
            .Message.ShouldContain("need 48000 MB to measure, but the machine has 8000 MB");

    private static double Square(double value) => value * value;
}
