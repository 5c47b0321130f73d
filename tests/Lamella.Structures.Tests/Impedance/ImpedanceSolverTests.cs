using System.Numerics;
using Lamella.Core.Errors;
using Lamella.Structures.Conduction;
using Lamella.Structures.Impedance;
using Lamella.Structures.Tests.Conduction;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Tests.Impedance;

[Trait("Level", "unit")]
public sealed class ImpedanceSolverTests
{
    private const double VacuumPermittivity = 8.8541878188e-12;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Solve_Laminate_IsTheSeriesAndParallelOfComplexConductivities(int axis)
    {
        LabelVolume volume = TestVolumes.Make(12, 12, 12, (x, y, z) => (axis == 0 ? x : axis == 1 ? y : z) % 3 == 0 ? 1 : 0, VoxelSize.Cube(1e-6));
        ConductionProblem problem = Problem(volume, (1e-4, 40.0), (3e-6, 5.0));
        const double frequency = 3e5;
        Complex a = Sigma(1e-4, 40.0, frequency), b = Sigma(3e-6, 5.0, frequency);

        Complex across = Solve(problem, axis, frequency), along = Solve(problem, (axis + 1) % 3, frequency);

        Near(across, 1.0 / ((2.0 / 3.0 / a) + (1.0 / 3.0 / b)), 1e-8);
        Near(along, (2.0 / 3.0 * a) + (1.0 / 3.0 * b), 1e-8);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(1e4)]
    [InlineData(1e8)]
    public void Solve_BrickLayer_AddsAnArcForEveryGrainBoundary(double frequency)
    {
        // Four slabs of grains: three boundaries of R beside C, in series with the grains.
        const double conductivity = 0.1, permittivity = 40.0, resistance = 2e-5, capacitance = 0.03;
        LabelVolume volume = TestVolumes.Make(5, 4, 16, (_, _, z) => z / 4, VoxelSize.Cube(0.5e-6));
        var problem = new ConductionProblem
        {
            Volume = volume,
            Phases =
            [
                new ConductingPhase("grains", [0, 1, 2, 3], PhaseConductivity.Isotropic(conductivity))
                {
                    RelativePermittivity = permittivity, GrainBoundaryResistance = resistance, GrainBoundaryCapacitance = capacitance,
                },
            ],
        };
        Complex boundary = 1.0 / new Complex(1.0 / resistance, 2.0 * Math.PI * frequency * capacitance);
        Complex exact = 8e-6 / ((8e-6 / Sigma(conductivity, permittivity, frequency)) + (3.0 * boundary));

        Near(Solve(problem, 2, frequency), exact, 1e-7);
        Near(Solve(problem with { Area = InterfaceArea.Staircase }, 2, frequency), exact, 1e-7);
        Near(Solve(problem, 0, frequency), Sigma(conductivity, permittivity, frequency), 1e-7);
    }

    [Fact]
    public void Solve_LowFrequency_IsTheConduction()
    {
        LabelVolume volume = TestVolumes.Random(20, 17, 24, 3, 5);
        ConductionProblem problem = TestVolumes.Problem(volume, 1.0, 0.0, 30.0) with
        {
            Interfaces = [new PhaseInterface("p0", "p2") { Resistance = 0.7, Capacitance = 1e-3 }, new PhaseInterface("p1", "p2") { SheetConductance = 4.0 }],
        };
        foreach (ConductionBoundary boundary in Enum.GetValues<ConductionBoundary>())
        {
            double steady = TestVolumes.Solve(problem with { Boundary = boundary }, 1, 1e-8).Conductivity;

            Complex found = Solve(problem with { Boundary = boundary }, 1, 1e-6);

            Near(found, steady, 1e-6);
        }
    }

    [Theory]
    [InlineData(1e2, 0)]
    [InlineData(3e6, 1)]
    [InlineData(3e6, 2)]
    public void Solve_FlatSheets_ConductBesideTheLayers(double frequency, int axis)
    {
        // Layers across z of 2 and 4 µm: two sheets in 6 µm, along x and y only.
        const double sheet = 2e-9;
        LabelVolume volume = TestVolumes.Make(8, 8, 12, (_, _, z) => z % 6 < 2 ? 1 : 0, VoxelSize.Cube(1e-6));
        ConductionProblem problem = Problem(volume, (1e-4, 40.0), (3e-3, 5.0)) with
        {
            Interfaces = [new PhaseInterface("p0", "p1") { SheetConductance = sheet }],
            Boundary = ConductionBoundary.Periodic,
        };
        Complex a = Sigma(1e-4, 40.0, frequency), b = Sigma(3e-3, 5.0, frequency);

        Complex expected = axis == 2 ? 1.0 / ((2.0 / 3.0 / a) + (1.0 / 3.0 / b)) : (2.0 / 3.0 * a) + (1.0 / 3.0 * b) + (sheet * 2.0 / 6e-6);
        Near(Solve(problem, axis, frequency), expected, 1e-6);
    }

    [Theory]
    [InlineData(1e3)]
    [InlineData(1e6)]
    [InlineData(1e9)]
    public void Solve_SpheresAtFivePerCent_FollowMaxwellAndWagner(double frequency)
    {
        const double fraction = 0.05;
        LabelVolume volume = TestVolumes.Sphere(48, fraction);
        double voxels = volume.Count()[1] / (double)volume.Extent.Count;
        ConductionProblem problem = Problem(volume, (1e-4, 4.0), (1e-2, 30.0));
        Complex matrix = Sigma(1e-4, 4.0, frequency), sphere = Sigma(1e-2, 30.0, frequency), beta = (sphere - matrix) / (sphere + (2.0 * matrix));
        Complex maxwell = matrix * (1.0 + (2.0 * beta * voxels)) / (1.0 - (beta * voxels));

        Near(Solve(problem, 0, frequency), maxwell, 0.01);
    }

    [Fact]
    public void Solve_OneAndThreeThreads_GiveTheSameDigits()
    {
        ConductionProblem problem = Problem(TestVolumes.Random(40, 33, 38, 2, 3), (1e-4, 40.0), (3e-2, 5.0));
        var options = new ImpedanceOptions { Frequencies = [1e7], Axis = 0, Threads = 1 };

        Complex one = ImpedanceSolver.Solve(problem, options).Conductivity[0];
        Complex three = ImpedanceSolver.Solve(problem, options with { Threads = 3 }).Conductivity[0];

        Complex.Abs(one - three).ShouldBeLessThan(1e-10 * Complex.Abs(one));
    }

    [Fact]
    public void Solve_NothingConnected_IsZero()
    {
        ConductionProblem problem = TestVolumes.Problem(TestVolumes.Make(4, 4, 6, (_, _, z) => z == 3 ? 1 : 0), 1.0, 0.0);

        ImpedanceResult found = ImpedanceSolver.Solve(problem, new ImpedanceOptions { Frequencies = [10.0] });

        found.Conductivity[0].ShouldBe(Complex.Zero);
        found.Converged.ShouldBeTrue();
    }

    [Fact]
    public void Solve_BadInput_SaysWhatIsAllowed()
    {
        ConductionProblem problem = TestVolumes.Problem(TestVolumes.Random(4, 4, 4, 2, 1), 1.0, 2.0);

        Should.Throw<InputException>(() => ImpedanceSolver.Solve(problem, new ImpedanceOptions { Frequencies = [0.0] })).Message.ShouldContain("above 0 Hz");
        Should.Throw<InputException>(() => ImpedanceSolver.Solve(problem, new ImpedanceOptions { Frequencies = [1.0], MemoryLimit = 100 })).Message.ShouldContain("needs");
    }

    private static ConductionProblem Problem(LabelVolume volume, params (double Conductivity, double Permittivity)[] phases) => new()
    {
        Volume = volume,
        Phases = [.. phases.Select((phase, label) => new ConductingPhase($"p{label}", [label], PhaseConductivity.Isotropic(phase.Conductivity))
        {
            RelativePermittivity = phase.Permittivity,
        })],
    };

    private static Complex Sigma(double conductivity, double permittivity, double frequency) =>
        new(conductivity, 2.0 * Math.PI * frequency * VacuumPermittivity * permittivity);

    private static Complex Solve(ConductionProblem problem, int axis, double frequency)
    {
        ImpedanceResult found = ImpedanceSolver.Solve(problem, new ImpedanceOptions { Frequencies = [frequency], Axis = axis, Tolerance = 1e-8, Threads = 2 });
        found.Converged.ShouldBeTrue();
        found.Mismatch[0].ShouldBeLessThanOrEqualTo(1e-8);
        return found.Conductivity[0];
    }

    private static void Near(Complex found, Complex expected, double tolerance) =>
        Complex.Abs(found - expected).ShouldBeLessThan(tolerance * Complex.Abs(expected), $"{found} against {expected}");
}
