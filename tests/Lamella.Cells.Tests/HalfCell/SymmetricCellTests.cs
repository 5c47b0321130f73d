using Lamella.Cells.Description;
using Lamella.Cells.HalfCell;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Core;

namespace Lamella.Cells.Tests.HalfCell;

/// <summary>Lithium | electrolyte | lithium against exact solutions (PHYSICS 4.1).</summary>
public sealed class SymmetricCellTests
{
    private const double Thickness = 100e-6, Kappa = 0.1, Diffusivity = 5e-11, Transference = 0.3, Rest = 1000.0;
    private const double Temperature = 298.15;

    private static double LimitingCurrent =>
        2.0 * PhysicalConstants.Faraday * Diffusivity * Rest / ((1.0 - Transference) * Thickness);

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(-0.5)]
    [Trait("Level", "identity")]
    public void Run_SteadyState_MeetsTheExactVoltage(double share)
    {
        double current = share * LimitingCurrent;
        CellRun run = Hold(Cell(), current, duration: 20.0 * Thickness * Thickness / Diffusivity);

        double ratio = (1.0 + Math.Abs(share)) / (1.0 - Math.Abs(share)); // c(stripping) / c(plating)
        double thermal = PhysicalConstants.ThermalVoltage(Temperature);
        double expected = Math.Sign(share) * (
            (Math.Abs(current) * Thickness / Kappa)
            + (2.0 * thermal * (1.0 - Transference) * Math.Log(ratio))
            + (4.0 * thermal * Math.Asinh(Math.Abs(current) / 20.0)));
        run.Steps[0].Ending.ShouldBe(StepEnding.Duration);
        run.Series.Voltage[^1].ShouldBe(expected, 5e-3 * Math.Abs(expected));
    }

    /// <summary>Steady current of a small voltage over the initial one is 1/(1 + Ne), without kinetics.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Run_SmallVoltageHeld_GivesTheNewmanFraction()
    {
        const double fast = 1e9; // exchange current that makes the kinetics vanish
        CellDescription cell = Cell() with { Lithium = ReferenceCells.Foil(fast), CounterLithium = ReferenceCells.Foil(fast) };
        CellSimulator simulator = CellSimulator.Create(cell, Temperature, Fine);
        var step = new ProtocolStep
        {
            Label = "Hold at 1 mV",
            Control = StepControl.Voltage,
            Value = 1e-3,
            MaximumDuration = 20.0 * Thickness * Thickness / Diffusivity,
        };
        CellRun run = simulator.Run(new Protocol([step]), simulator.Equilibrium(0.0));

        double newman = 2.0 * Kappa * PhysicalConstants.GasConstant * Temperature * Math.Pow(1.0 - Transference, 2)
            / (Math.Pow(PhysicalConstants.Faraday, 2) * Diffusivity * Rest);
        double initial = 1e-3 * Kappa / Thickness * cell.Area;
        (run.Series.Current[^1] / initial).ShouldBe(1.0 / (1.0 + newman), 1e-4);
    }

    [Theory]
    [InlineData(0.995, StepEnding.Duration)]
    [InlineData(1.005, StepEnding.SaltDepleted)]
    [Trait("Level", "identity")]
    public void Run_AroundTheLimitingCurrent_DepletesOnlyAbove(double share, StepEnding expected)
    {
        CellRun run = Hold(Cell(), share * LimitingCurrent, duration: 40.0 * Thickness * Thickness / Diffusivity);

        run.Steps[0].Ending.ShouldBe(expected);
    }

    [Theory]
    [InlineData(3.0)]
    [InlineData(4.0)]
    [Trait("Level", "identity")]
    public void Run_AboveTheLimitingCurrent_EndsAtSandsTime(double share)
    {
        (double sand, CellRun run) = Deplete(share, new HalfCellOptions());

        run.Steps[0].Ending.ShouldBe(StepEnding.SaltDepleted);
        run.Steps[0].Duration.ShouldBe(sand, 5e-3 * sand);
    }

    /// <summary>Far above the limit the boundary layer is thin: the error falls with the square of the cell width.</summary>
    [Fact]
    [Trait("Level", "order")]
    public void Run_FarAboveTheLimit_ConvergesToSandsTimeAtSecondOrder()
    {
        double[] error = [.. new[] { 40, 80, 160 }.Select(n =>
        {
            (double sand, CellRun run) = Deplete(8.0, Fine with { CellsPerLayer = n });
            return Math.Abs(run.Steps[0].Duration - sand) / sand;
        })];

        Math.Log2(error[0] / error[1]).ShouldBe(2.0, 0.2);
        Math.Log2(error[1] / error[2]).ShouldBe(2.0, 0.2);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Run_SingleIonLayersAndJoints_AreOhmic()
    {
        CellDescription cell = ReferenceCells.Symmetric(
            new SingleIonLayer { Name = "a", Thickness = 3e-4, Conductivity = ReferenceCells.Constant(0.05) },
            new SingleIonLayer { Name = "b", Thickness = 1e-5, Conductivity = ReferenceCells.Constant(0.01) });
        cell = cell with { Joints = [new Joint(2e-3, 1.0), Joint.Perfect], ContactResistance = 5e-4 };

        CellRun run = Hold(cell, 5.0, duration: 3600.0);

        double ohmic = 5.0 * ((3e-4 / 0.05) + (1e-5 / 0.01) + 2e-3 + 5e-4);
        double kinetic = 4.0 * PhysicalConstants.ThermalVoltage(Temperature) * Math.Asinh(0.25);
        run.Series.Voltage[^1].ShouldBe(ohmic + kinetic, 1e-12);
        run.Balance.LithiumDrift.ShouldBeLessThan(1e-12);
    }

    /// <summary>A ceramic in the middle blocks the anions: each gel keeps its own salt, and the profile in each is linear.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Run_CeramicBetweenGels_KeepsTheSaltOnEachSide()
    {
        BinaryLayer gel = ReferenceCells.Binary("gel", Thickness, Kappa, Diffusivity, Transference);
        CellDescription cell = ReferenceCells.Symmetric(
            gel, new SingleIonLayer { Name = "ceramic", Thickness = 2e-5, Conductivity = ReferenceCells.Constant(0.05) }, gel);
        const double share = 0.5;
        double current = share * LimitingCurrent;

        CellRun run = Hold(cell, current, duration: 20.0 * Thickness * Thickness / Diffusivity);

        double thermal = PhysicalConstants.ThermalVoltage(Temperature);
        double expected = (current * ((2.0 * Thickness / Kappa) + (2e-5 / 0.05)))
            + (2.0 * 2.0 * thermal * (1.0 - Transference) * Math.Log((1.0 + share) / (1.0 - share)))
            + (4.0 * thermal * Math.Asinh(current / 20.0));
        run.Series.Voltage[^1].ShouldBe(expected, 1e-3 * expected);
        run.Balance.SaltDrift.ShouldBeLessThan(1e-12);
    }

    [Fact]
    [Trait("Level", "order")]
    public void Run_RefinedMesh_ShowsSecondOrderAtSteadyState()
    {
        // κ ∝ c gives the exact steady state and a profile that no mesh reproduces exactly.
        double[] voltage = [.. new[] { 8, 16, 32 }.Select(n => Hold(
            Cell(), 0.8 * LimitingCurrent, 20.0 * Thickness * Thickness / Diffusivity,
            Fine with { CellsPerLayer = n }).Series.Voltage[^1])];
        CellRun transient = Hold(Cell(), 0.8 * LimitingCurrent, 20.0, Fine);
        double[] early = [.. new[] { 16, 32, 64 }.Select(n => Hold(
            Cell(), 0.8 * LimitingCurrent, 20.0, Fine with { CellsPerLayer = n }).Series.Voltage[^1])];

        transient.Steps[0].Ending.ShouldBe(StepEnding.Duration);
        Math.Log2(Math.Abs((early[0] - early[1]) / (early[1] - early[2]))).ShouldBe(2.0, 0.2);
        voltage[^1].ShouldBe(voltage[0], 1e-3);
    }

    private static HalfCellOptions Fine { get; } =
        new() { CellsPerLayer = 40, RelativeTolerance = 1e-8, AbsoluteTolerance = 1e-10 };

    private static (double Sand, CellRun Run) Deplete(double share, HalfCellOptions options)
    {
        double current = share * LimitingCurrent;
        double sand = Math.PI * Diffusivity
            * Math.Pow(Rest * PhysicalConstants.Faraday / (2.0 * current * (1.0 - Transference)), 2);
        return (sand, Hold(Cell(), current, 3.0 * sand, options));
    }

    private static CellDescription Cell() =>
        ReferenceCells.Symmetric(ReferenceCells.Binary("gel", Thickness, Kappa, Diffusivity, Transference)) with
        {
            Lithium = ReferenceCells.Foil(10.0, thickness: 1e-3),
            CounterLithium = ReferenceCells.Foil(10.0, thickness: 1e-3),
        };

    private static CellRun Hold(CellDescription cell, double current, double duration, HalfCellOptions? options = null)
    {
        CellSimulator simulator = CellSimulator.Create(cell, Temperature, options);
        var step = new ProtocolStep
        {
            Label = "Charge",
            Control = StepControl.Current,
            Value = current,
            MaximumDuration = duration,
        };
        return simulator.Run(new Protocol([step]), simulator.Equilibrium(0.0));
    }
}
