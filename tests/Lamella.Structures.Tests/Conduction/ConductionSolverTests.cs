using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Numerics.Lattice;
using Lamella.Numerics.Random;
using Lamella.Structures.Conduction;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Tests.Conduction;

[Trait("Level", "unit")]
public sealed class ConductionSolverTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Solve_LaminateAcrossAndAlong_GivesSeriesAndParallelToTenDigits(int axis)
    {
        LabelVolume volume = TestVolumes.Make(13, 24, 17, (x, y, z) => (axis == 0 ? x : axis == 1 ? y : z) % 3 == 0 ? 1 : 0);
        ConductionProblem problem = TestVolumes.Problem(volume, 1.0, 7.0);
        int length = volume.Extent.Along(axis);
        double part = ((length + 2) / 3) / (double)length;

        TestVolumes.Solve(problem, axis, 1e-11).Conductivity.ShouldBe(1.0 / ((part / 7.0) + (1.0 - part)), 1e-10);
        TestVolumes.Solve(problem, (axis + 1) % 3, 1e-11).Conductivity.ShouldBe((7.0 * part) + (1.0 - part), 1e-10);
    }

    [Fact]
    public void Solve_LaminateWithInterface_AddsItsResistanceOncePerFace()
    {
        LabelVolume volume = TestVolumes.Make(4, 3, 12, (_, _, z) => z / 4 % 2, VoxelSize.Cube(2e-6));
        ConductionProblem problem = TestVolumes.Problem(volume, 0.1, 0.4) with
        {
            Interfaces = [new PhaseInterface("p0", "p1") { Resistance = 3e-5 }],
        };

        double resistance = (16e-6 / 0.1) + (8e-6 / 0.4) + (2 * 3e-5);
        TestVolumes.Solve(problem, 2).Conductivity.ShouldBe(24e-6 / resistance, 1e-9);
        TestVolumes.Solve(problem with { Area = InterfaceArea.Staircase }, 2).Conductivity.ShouldBe(24e-6 / resistance, 1e-9);
    }

    [Fact]
    public void Solve_FlatConductingSheet_AddsItsConductancePerArea()
    {
        LabelVolume volume = TestVolumes.Make(8, 8, 8, (_, _, z) => z / 4, VoxelSize.Cube(1e-6));
        ConductionProblem problem = TestVolumes.Problem(volume, 0.1, 0.3) with
        {
            Interfaces = [new PhaseInterface("p0", "p1") { SheetConductance = 4e-7 }],
        };

        TestVolumes.Solve(problem, 0).Conductivity.ShouldBe(0.2 + (4e-7 / 8e-6), 1e-8);
        ConductionProblem filler = problem with { Phases = [problem.Phases[0], problem.Phases[1] with { Conductivity = PhaseConductivity.Insulator }] };
        TestVolumes.Solve(filler, 1).Conductivity.ShouldBe(0.05 + (4e-7 / 8e-6), 1e-8);
    }

    [Fact]
    public void Solve_ConductivityPerAxis_IsThatOfEachAxis()
    {
        LabelVolume volume = TestVolumes.Make(9, 10, 11, (_, _, _) => 0, new VoxelSize(1e-6, 2e-6, 3e-6));
        var problem = new ConductionProblem { Volume = volume, Phases = [new ConductingPhase("a", [0], new PhaseConductivity(0.1, 0.2, 0.3))] };

        ConductionResult result = ConductionSolver.Solve(problem, new ConductionOptions { Tolerance = 1e-9 });

        result.Tensor.ShouldBe([0.1, 0.0, 0.0, 0.0, 0.2, 0.0, 0.0, 0.0, 0.3], 1e-8);
        result.State.ShouldBe(ReferenceState.EffectiveInHost);
        result.Directions[1].TortuosityFactor.ShouldBe(1.0, 1e-8);
    }

    [Theory]
    [InlineData(1, 20, 30)]
    [InlineData(20, 1, 30)]
    [InlineData(30, 20, 1)]
    [InlineData(1, 1, 7)]
    [InlineData(1, 1, 1)]
    public void Solve_FlatGrids_AgreeWithTheirCopiesInDepth(int nx, int ny, int nz)
    {
        LabelVolume flat = TestVolumes.Random(nx, ny, nz, 2, 7);
        // Repeating a volume along the axis that is one voxel thick changes nothing.
        LabelVolume deep = TestVolumes.Make(nx == 1 ? 3 : nx, ny == 1 ? 3 : ny, nz == 1 ? 3 : nz, (x, y, z) =>
            flat[nx == 1 ? 0 : x, ny == 1 ? 0 : y, nz == 1 ? 0 : z]);
        for (int axis = 0; axis < 3; axis++)
        {
            double thin = TestVolumes.Solve(TestVolumes.Problem(flat, 1.0, 50.0), axis).Conductivity;
            double thick = TestVolumes.Solve(TestVolumes.Problem(deep, 1.0, 50.0), axis).Conductivity;
            thin.ShouldBe(thick, 1e-7 * thick);
        }
    }

    [Fact]
    public void Solve_OneConductingPhaseOnly_IsItsConductivity()
    {
        DirectionResult found = TestVolumes.Solve(TestVolumes.Problem(TestVolumes.Make(33, 17, 20, (_, _, _) => 0), 0.37), 1);

        found.Conductivity.ShouldBe(0.37, 1e-9);
        found.ConnectedFraction.ShouldBe(1.0);
    }

    [Fact]
    public void Solve_PhaseOfOneVoxel_ChangesLittle()
    {
        ConductionProblem problem = TestVolumes.Problem(TestVolumes.Make(20, 20, 20, (x, y, z) => x == 9 && y == 4 && z == 11 ? 1 : 0), 1.0, 0.0);

        // An insulating cube in a large matrix: dilute limit between the sphere (1.5) and twice that.
        double loss = 1.0 - TestVolumes.Solve(problem, 0).Conductivity;
        loss.ShouldBeInRange(1.5 / 8000.0, 3.0 / 8000.0);
    }

    [Fact]
    public void Solve_DisconnectedIslands_DoNotCount()
    {
        LabelVolume volume = TestVolumes.Make(24, 24, 24, (x, y, z) => x < 12 ? 1 : (x + y + z) % 4 == 0 ? 1 : 0);

        DirectionResult found = TestVolumes.Solve(TestVolumes.Problem(volume, 0.0, 2.0), 2);

        found.Conductivity.ShouldBe(1.0, 0.15); // half the section, and one layer of dead ends
        found.ConnectedFraction.ShouldBeLessThan(0.6);
    }

    [Theory]
    [InlineData(ConductionBoundary.InsulatedSides)]
    [InlineData(ConductionBoundary.Periodic)]
    public void Solve_NoPercolation_IsZeroWithItsReason(ConductionBoundary boundary)
    {
        ConductionProblem problem = TestVolumes.Problem(TestVolumes.Make(10, 10, 10, (_, _, z) => z == 5 ? 0 : 1), 0.0, 1.0) with { Boundary = boundary };

        DirectionResult found = TestVolumes.Solve(problem, 2);

        found.Conductivity.ShouldBe(0.0);
        found.TortuosityFactor.ShouldBe(double.PositiveInfinity);
        found.Reason!.ShouldContain(boundary == ConductionBoundary.Periodic ? "along z" : "percolation");
        TestVolumes.Solve(problem, 0).Conductivity.ShouldBe(0.9, 1e-8);
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(1e9)]
    public void Solve_ContrastOfABillion_AgreesWithTheLimit(double contrast)
    {
        // A cross of rods: with 1e9 in the rods they carry all; with 1e-9 the rest does.
        LabelVolume volume = TestVolumes.Make(24, 24, 24, (x, y, z) => (x is > 8 and < 14 ? 1 : 0) + (y is > 8 and < 14 ? 1 : 0) + (z is > 8 and < 14 ? 1 : 0) >= 2 ? 1 : 0);
        double limit = contrast < 1.0
            ? TestVolumes.Solve(TestVolumes.Problem(volume, 1.0, 0.0), 0).Conductivity
            : TestVolumes.Solve(TestVolumes.Problem(volume, 0.0, 1.0), 0).Conductivity * contrast;

        DirectionResult found = TestVolumes.Solve(TestVolumes.Problem(volume, 1.0, contrast), 0, 1e-7);

        found.Converged.ShouldBeTrue();
        found.Conductivity.ShouldBe(limit, 1e-6 * limit);
    }

    [Fact]
    public void Solve_IslandsOfABillion_AreSpheresOfPerfectConductors()
    {
        LabelVolume volume = TestVolumes.Sphere(32, 0.2);
        double wide = TestVolumes.Solve(TestVolumes.Problem(volume, 1.0, 1e9), 1, 1e-6).Conductivity;
        double less = TestVolumes.Solve(TestVolumes.Problem(volume, 1.0, 1e6), 1, 1e-6).Conductivity;

        wide.ShouldBe(less, 1e-4 * less);
        wide.ShouldBe(1.7559, 0.04); // perfect conductors, exact: analytic.json
    }

    [Theory]
    [InlineData(ConductionBoundary.InsulatedSides, LatticePrecision.FourBytes)]
    [InlineData(ConductionBoundary.InsulatedSides, LatticePrecision.EightBytes)]
    [InlineData(ConductionBoundary.PeriodicSides, LatticePrecision.FourBytes)]
    [InlineData(ConductionBoundary.Periodic, LatticePrecision.EightBytes)]
    public void Solve_AnyNumberOfThreads_GivesTheSameBits(ConductionBoundary boundary, LatticePrecision precision)
    {
        ConductionProblem problem = TestVolumes.Problem(TestVolumes.Random(61, 40, 53, 3, 3), 1.0, 0.0, 30.0) with { Boundary = boundary };
        var options = new ConductionOptions { Axes = [2], Precision = precision, Threads = 1 };

        DirectionResult one = ConductionSolver.Solve(problem, options).Directions[0];
        foreach (int threads in new[] { 2, 3, 7 })
        {
            DirectionResult many = ConductionSolver.Solve(problem, options with { Threads = threads }).Directions[0];
            many.Conductivity.ShouldBe(one.Conductivity);
            many.ConductivityIn.ShouldBe(one.ConductivityIn);
            many.Iterations.ShouldBe(one.Iterations);
        }
    }

    [Fact]
    public void Solve_PeriodicTensor_IsSymmetricAndTurnsWithTheVolume()
    {
        LabelVolume volume = TestVolumes.Make(20, 21, 22, (x, y, z) => (x + (y * 20 / 21)) % 20 < 7 && z % 11 < 9 ? 1 : 0);
        ConductionProblem problem = TestVolumes.Problem(volume, 1.0, 12.0) with { Boundary = ConductionBoundary.Periodic };

        var tensor = ConductionSolver.Solve(problem, new ConductionOptions { Tolerance = 1e-8 }).Tensor;

        tensor[1].ShouldBe(tensor[3], 1e-6);
        tensor[2].ShouldBe(tensor[6], 1e-6);
        tensor[5].ShouldBe(tensor[7], 1e-6);
        tensor[1].ShouldBeLessThan(-0.5); // slanted layers: current along x also flows along −y

        // The same volume with its axes renamed: x takes the place of y, y that of z, z that of x.
        LabelVolume turned = TestVolumes.Make(22, 20, 21, (x, y, z) => volume[y, z, x]);
        var other = ConductionSolver.Solve(problem with { Volume = turned }, new ConductionOptions { Tolerance = 1e-8 }).Tensor;
        other[0].ShouldBe(tensor[8], 1e-6);
        other[5].ShouldBe(tensor[1], 1e-6);
    }

    [Fact]
    public void Solve_EightPhasesAndMore_AgreeWithFewer()
    {
        // The same volume with its two phases spread over many labels: other kernels, the same answer.
        LabelVolume two = TestVolumes.Random(30, 28, 26, 2, 11), six = TestVolumes.Random(30, 28, 26, 2, 11);
        double expected = TestVolumes.Solve(TestVolumes.Problem(two, 1.0, 20.0), 1).Conductivity;
        foreach (int copies in new[] { 3, 6 })
        {
            LabelVolume many = TestVolumes.Make(30, 28, 26, (x, y, z) => six[x, y, z] + (2 * ((x * y) % copies)));
            double[] values = [.. Enumerable.Range(0, 2 * copies).Select(label => label % 2 == 0 ? 1.0 : 20.0)];
            TestVolumes.Solve(TestVolumes.Problem(many, values), 1).Conductivity.ShouldBe(expected, 1e-8 * expected);
        }
    }

    [Theory]
    [InlineData(1.0, 2.0)] // lattices
    [InlineData(1.0, 31.0)] // graphs
    public void Solve_TooLittleMemory_SaysHowMuchIsNeededBeforeStarting(double first, double second)
    {
        LabelVolume layers = TestVolumes.Make(64, 64, 64, (_, _, z) => z / 8 % 2);
        ConductionProblem problem = TestVolumes.Problem(layers, first, second);
        var options = new ConductionOptions { MemoryLimit = 1_000_000 };

        InputException error = Should.Throw<InputException>(() => ConductionSolver.Solve(problem, options));

        error.Message.ShouldContain("needs 0.0 GB");
        long stated = ConductionSolver.RequiredBytes(problem, options);
        long taken = ConductionSolver.Solve(problem, options with { MemoryLimit = long.MaxValue, Axes = [0] }).Directions[0].Bytes + (2 * 64 * 64 * 64);
        ((double)stated).ShouldBe(taken, 0.05 * taken);
    }

    [Fact]
    public void Solve_LabelWithoutPhase_NamesItAndItsCount()
    {
        InputException error = Should.Throw<InputException>(() => TestVolumes.Solve(TestVolumes.Problem(TestVolumes.Random(4, 4, 4, 3, 1), 1.0, 2.0), 0));

        error.Message.ShouldContain("no phase has the label 2 (");
        error.Message.ShouldContain("--phase 2=insulator");
    }

    [Fact]
    public void Solve_UnknownPhaseOfInterface_SuggestsTheNearest()
    {
        ConductionProblem problem = TestVolumes.Problem(TestVolumes.Random(4, 4, 4, 2, 1), 1.0, 2.0) with { Interfaces = [new PhaseInterface("p0", "p11")] };

        Should.Throw<InputException>(() => TestVolumes.Solve(problem, 0)).Message.ShouldContain("Did you mean 'p1'?");
    }

    [Fact]
    public void Solve_Cancelled_StopsBetweenIterations()
    {
        using var source = new CancellationTokenSource();
        ConductionProblem problem = TestVolumes.Problem(TestVolumes.Random(32, 32, 32, 2, 1), 1.0, 200.0);
        var options = new ConductionOptions { Tolerance = 1e-10 };
        var stop = new StopAtOnce(source);

        Should.Throw<OperationCanceledException>(() => ConductionSolver.Solve(problem, options, stop, source.Token));
        stop.Fraction.ShouldBeInRange(0.0, 0.4);
    }

    [Fact]
    public void Solve_DiscretisationEstimate_CoversTheErrorOfASphere()
    {
        ConductionProblem problem = TestVolumes.Problem(TestVolumes.Sphere(32, 0.3), 1.0, 0.0);

        DirectionResult found = ConductionSolver.Solve(problem, new ConductionOptions { Axes = [0], EstimateDiscretisation = true }).Directions[0];

        double error = Math.Abs((found.Conductivity / 0.6056612465) - 1.0); // exact: analytic.json
        found.DiscretisationError!.Value.ShouldBeInRange(0.7 * error, 5.0 * error);
    }

    [Theory]
    [InlineData(ConductionBoundary.InsulatedSides)]
    [InlineData(ConductionBoundary.Periodic)]
    [Trait("Level", "property")]
    public void Solve_RandomVolumesOfAnyContrast_ConvergeToOneCurrentAtBothFaces(ConductionBoundary boundary)
    {
        var generator = new SeededGenerator(20261121);
        int rounds = Environment.GetEnvironmentVariable("LAMELLA_NIGHTLY") == "1" ? 400 : 60;
        for (int round = 0; round < rounds; round++)
        {
            int nx = 1 + (int)(24 * generator.NextUniform()), ny = 1 + (int)(24 * generator.NextUniform()), nz = 2 + (int)(40 * generator.NextUniform());
            double[] values = [.. Enumerable.Range(0, 4).Select(_ => generator.NextUniform() < 0.3 ? 0.0 : Math.Pow(10.0, 9.0 * (generator.NextUniform() - 0.5)))];
            ConductionProblem problem = TestVolumes.Problem(TestVolumes.Random(nx, ny, nz, 4, (ulong)round), values) with { Boundary = boundary };

            DirectionResult found = TestVolumes.Solve(problem, 2, 1e-6);

            string what = $"{found.Iterations} iterations, bound {found.AlgebraicError}, {found.ConductivityIn} {found.Conductivity} {found.ConductivityOut}, round {round}: {nx}×{ny}×{nz}, {string.Join(", ", values)}";
            found.Converged.ShouldBeTrue(what);
            found.ConductivityIn.ShouldBe(found.Conductivity, (1.01e-6 * found.Conductivity) + double.Epsilon, what);
            found.ConductivityOut.ShouldBe(found.Conductivity, (1.01e-6 * found.Conductivity) + double.Epsilon, what);
        }
    }

    private sealed class StopAtOnce(CancellationTokenSource source) : IProgress<ConductionProgress>
    {
        internal double Fraction { get; private set; }

        public void Report(ConductionProgress value)
        {
            Fraction = value.Fraction;
            source.Cancel();
        }
    }
}
