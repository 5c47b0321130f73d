using Lamella.Cells.Description;
using Lamella.Cells.HalfCell;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Core;

namespace Lamella.Cells.Tests.HalfCell;

/// <summary>What must stay the same when a laminate is only written down differently, and exact limits of two layers.</summary>
public sealed class LaminateIdentityTests
{
    private const double Temperature = 298.15, Thickness = 60e-6;

    private static HalfCellOptions Fine { get; } =
        new() { CellsPerLayer = 80, RelativeTolerance = 1e-8, AbsoluteTolerance = 1e-10 };

    private static BinaryLayer Gel { get; } = ReferenceCells.Binary("gel", Thickness, 0.1, 5e-11, 0.3);

    private static BinaryLayer Composite { get; } = ReferenceCells.Binary("composite", 2.0 * Thickness, 0.06, 2e-11, 0.8);

    private static SingleIonLayer Ceramic { get; } =
        new() { Name = "ceramic", Thickness = 3e-5, Conductivity = ReferenceCells.Constant(0.05) };

    [Theory]
    [InlineData(1.0)]
    [InlineData(60.0)]
    [InlineData(3600.0)]
    [Trait("Level", "identity")]
    public void Run_LayerWrittenAsTwoHalves_GivesTheSameVoltage(double duration)
    {
        BinaryLayer half = Gel with { Thickness = 0.5 * Thickness };

        double whole = EndVoltage(ReferenceCells.Symmetric(Gel), 20.0, duration);
        double halves = EndVoltage(ReferenceCells.Symmetric(half, half with { Name = "other half" }), 20.0, duration);

        halves.ShouldBe(whole, 1e-5);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Run_CeramicWrittenAsTwoHalves_GivesTheSameVoltageToRoundOff()
    {
        SingleIonLayer half = Ceramic with { Thickness = 0.5 * Ceramic.Thickness };

        double whole = EndVoltage(ReferenceCells.Symmetric(Gel, Ceramic, Gel), 20.0, 3600.0);
        double halves = EndVoltage(ReferenceCells.Symmetric(Gel, half, half with { Name = "other half" }, Gel), 20.0, 3600.0);

        halves.ShouldBe(whole, 1e-12);
    }

    /// <summary>Lithium stops the anions already: a vanishing ceramic in front of it changes nothing.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Run_VanishingCeramicAtTheLithium_ChangesNothing()
    {
        SingleIonLayer thin = Ceramic with { Thickness = 1e-15 };

        EndVoltage(ReferenceCells.Symmetric(thin, Gel), 20.0, 600.0)
            .ShouldBe(EndVoltage(ReferenceCells.Symmetric(Gel), 20.0, 600.0), 1e-9);
    }

    /// <summary>The same cell turned around under the opposite current: joints invert their partition.</summary>
    [Theory]
    [InlineData(10.0)]
    [InlineData(-40.0)]
    [Trait("Level", "identity")]
    public void Run_CellTurnedAround_GivesTheOppositeVoltage(double current)
    {
        BinaryLayer rich = Composite with { RestConcentration = 1300.0 };
        CellDescription forward = ReferenceCells.Symmetric(Gel, rich, Ceramic) with
        {
            Lithium = ReferenceCells.Foil(4.0, film: 1e-3),
            CounterLithium = ReferenceCells.Foil(9.0),
            Joints = [new Joint(1e-3, 1.3), new Joint(3e-3, 1.0), Joint.Perfect],
        };
        CellDescription backward = ReferenceCells.Symmetric(Ceramic, rich, Gel) with
        {
            Lithium = forward.CounterLithium!,
            CounterLithium = forward.Lithium,
            Joints = [new Joint(3e-3, 1.0), new Joint(1e-3, 1.0 / 1.3), Joint.Perfect],
        };

        double there = EndVoltage(forward, current, 300.0), back = EndVoltage(backward, -current, 300.0);

        Math.Abs(there).ShouldBeGreaterThan(0.05);
        back.ShouldBe(-there, 1e-8);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Run_PartitionInEquilibrium_RestsAtNoVoltage()
    {
        CellDescription cell = Partitioned(1.4);

        CellRun run = Run(cell, 0.0, 3600.0, Fine);

        run.Series.Voltage.ShouldAllBe(v => Math.Abs(v) < 1e-12);
        run.Balance.SaltDrift.ShouldBeLessThan(1e-12);
    }

    /// <summary>Steady profiles are linear, meet at c⁺ = K·c⁻ and hold the salt of the start.</summary>
    [Theory]
    [InlineData(0.5)]
    [InlineData(1.0)]
    [InlineData(1.4)]
    [Trait("Level", "identity")]
    public void Run_PartitionAtSteadyState_MeetsTheExactVoltage(double partition)
    {
        const double current = 8.0;
        CellDescription cell = Partitioned(partition);

        double voltage = EndVoltage(cell, current, 3600.0);

        voltage.ShouldBe(ExactSteadyVoltage(partition, current), 2e-6);
    }

    /// <summary>ρ of layers in series is Σ R / Σ (R/ρ), PHYSICS 1.6.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Run_SmallVoltageOverTwoLayers_AddsTheirRatiosByResistance()
    {
        CellDescription cell = ReferenceCells.Symmetric(Gel, Composite, Ceramic) with
        {
            Lithium = ReferenceCells.Foil(1e9),
            CounterLithium = ReferenceCells.Foil(1e9),
        };
        CellSimulator simulator = CellSimulator.Create(cell, Temperature);
        var step = new ProtocolStep
        {
            Label = "Hold at 1 mV", Control = StepControl.Voltage, Value = 1e-3, MaximumDuration = 3600.0,
        };

        CellRun run = simulator.Run(new Protocol([step]), simulator.Equilibrium(0.0));

        double ohmic = 0.0, steady = 0.0;
        foreach (BinaryLayer layer in (BinaryLayer[])[Gel, Composite])
        {
            double resistance = layer.Thickness / layer.Conductivity.At(1000.0, Temperature);
            ohmic += resistance;
            steady += resistance * (1.0 + Newman(layer));
        }

        double ceramic = Ceramic.Thickness / 0.05;
        double initial = 1e-3 / (ohmic + ceramic) * cell.Area;
        (run.Series.Current[^1] / initial).ShouldBe((ohmic + ceramic) / (steady + ceramic), 2e-4);
    }

    private static double Newman(BinaryLayer layer) =>
        2.0 * layer.Conductivity.At(1000.0, Temperature) * PhysicalConstants.GasConstant * Temperature
        * Math.Pow(1.0 - layer.TransferenceNumber.At(1000.0, Temperature), 2)
        / (Math.Pow(PhysicalConstants.Faraday, 2) * layer.Diffusivity.At(1000.0, Temperature) * 1000.0);

    private static CellDescription Partitioned(double partition) =>
        ReferenceCells.Symmetric(Gel, Composite with { RestConcentration = 1000.0 * partition }) with
        {
            Joints = [new Joint(2e-3, partition), Joint.Perfect],
        };

    private static double ExactSteadyVoltage(double partition, double current)
    {
        const double gelSlope = 0.7 / 5e-11, compositeSlope = 0.2 / 2e-11; // (1 − t)/D, falling towards the plated side
        double gel = current * gelSlope / PhysicalConstants.Faraday * Thickness;
        double composite = current * compositeSlope / PhysicalConstants.Faraday * 2.0 * Thickness;

        // Charging plates at x = 0: c rises with x. Salt per area stays; a is c at the joint on the gel's side.
        double salt = (1000.0 * Thickness) + (1000.0 * partition * 2.0 * Thickness);
        double a = (salt + (0.5 * gel * Thickness) - (0.5 * composite * 2.0 * Thickness))
            / (Thickness + (partition * 2.0 * Thickness));
        double thermal = PhysicalConstants.ThermalVoltage(Temperature);
        return (current * ((Thickness / 0.1) + (2.0 * Thickness / 0.06) + 2e-3))
            + (2.0 * thermal * 0.7 * Math.Log(a / (a - gel)))
            + (2.0 * thermal * 0.2 * Math.Log(((partition * a) + composite) / (partition * a)))
            + (4.0 * thermal * Math.Asinh(current / 20.0));
    }

    private static double EndVoltage(CellDescription cell, double current, double duration)
    {
        CellRun run = Run(cell, current, duration, Fine);
        run.Steps[0].Ending.ShouldBe(StepEnding.Duration, run.Steps[0].Reason);
        return run.Series.Voltage[^1];
    }

    private static CellRun Run(CellDescription cell, double current, double duration, HalfCellOptions options)
    {
        CellSimulator simulator = CellSimulator.Create(cell, Temperature, options);
        var step = new ProtocolStep
        {
            Label = "Hold the current", Control = StepControl.Current, Value = current, MaximumDuration = duration,
        };
        return simulator.Run(new Protocol([step]), simulator.Equilibrium(0.5));
    }
}
