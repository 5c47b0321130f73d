using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Cells.Running;

namespace Lamella.Cells.Tests.Continuum;

/// <summary>Two phases with their own potentials in one layer, against the exact solution of PHYSICS 1.4.</summary>
public sealed class HostGuestTests
{
    private const double Thickness = 300e-6, Host = 0.032, Guest = 0.04, Current = 1.0, Fast = 1e9;

    /// <summary>R = L/(σ_h+σ_g)·[1 + (σ_h/σ_g)(2ℓ/L)·tanh(L/2ℓ)] where both electrodes touch the guest alone.</summary>
    [Theory]
    [InlineData(1e-3)] // ℓ = 1.8 µm
    [InlineData(0.1)] // 18 µm
    [InlineData(1.0)] // 56 µm
    [InlineData(100.0)] // 560 µm
    [Trait("Level", "identity")]
    public void Run_GuestTouched_MeetsTheExchangeLength(double exchange)
    {
        double resistance = Resistance(Layer(exchange, PhaseContact.Guest, PhaseContact.Guest), new CellOptions());

        resistance.ShouldBe(Exact(exchange), 2e-3 * Exact(exchange));
    }

    [Fact]
    [Trait("Level", "order")]
    public void Run_UniformMesh_ShowsSecondOrder()
    {
        double[] error = [.. new[] { 20, 40, 80 }.Select(n => Math.Abs(Resistance(
            Layer(0.1, PhaseContact.Guest, PhaseContact.Guest), new CellOptions { CellsPerLayer = n, LayerGrading = 0.0 }) - Exact(0.1)))];

        Math.Log2(error[0] / error[1]).ShouldBe(2.0, 0.3);
        Math.Log2(error[1] / error[2]).ShouldBe(2.0, 0.15);
    }

    /// <summary>Without exchange the guest carries all; with perfect exchange, or touching both, the phases are parallel.</summary>
    [Theory]
    [InlineData(1e3, PhaseContact.Guest, Guest)]
    [InlineData(1e3, PhaseContact.Host, Host)]
    [InlineData(1e-9, PhaseContact.Guest, Host + Guest)]
    [InlineData(1e-9, PhaseContact.Host, Host + Guest)]
    [InlineData(1.0, PhaseContact.Both, Host + Guest)]
    [InlineData(1e3, PhaseContact.Both, Host + Guest)]
    [Trait("Level", "identity")]
    public void Run_LimitsOfTheExchange_SeparateOrJoinThePhases(double exchange, PhaseContact contact, double conductivity)
    {
        double resistance = Resistance(Layer(exchange, contact, contact), new CellOptions());

        resistance.ShouldBe(Thickness / conductivity, 5e-3 * Thickness / conductivity);
    }

    /// <summary>A layer that is touched by its host on one and its guest on the other side is the same turned around.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Run_TurnedAround_KeepsItsResistance()
    {
        double there = Resistance(Layer(0.3, PhaseContact.Host, PhaseContact.Guest), new CellOptions());
        double back = Resistance(Layer(0.3, PhaseContact.Guest, PhaseContact.Host), new CellOptions());

        there.ShouldBeGreaterThan(Thickness / (Host + Guest));
        back.ShouldBe(there, 1e-9 * there);
    }

    /// <summary>Between ceramics, which touch the host, joints and layers add up.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Run_BetweenLayersThatTouchTheHost_AddsTheirResistances()
    {
        var ceramic = new SingleIonLayer { Name = "ceramic", Thickness = 1e-4, Conductivity = ReferenceCells.Constant(0.05) };
        HostGuestLayer layer = Layer(1e4, PhaseContact.Host, PhaseContact.Host);
        CellDescription cell = Cell(ceramic, layer, ceramic with { Name = "other" }) with
        {
            Joints = [Joint.Perfect, new Joint(1e-3, 1.0), new Joint(2e-3, 1.0), Joint.Perfect],
        };

        Resistance(cell, new CellOptions()).ShouldBe((2.0 * 1e-4 / 0.05) + (Thickness / Host) + 3e-3, 1e-6);
    }

    /// <summary>A ceramic fraction that exchanges at once is the pore's parallel path: both descriptions agree.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Run_CeramicFraction_EqualsAHostThatExchangesAtOnce()
    {
        BinaryLayer gel = ReferenceCells.Binary("gel", Thickness, Guest, 2e-11, 0.3) with { VolumeFraction = 0.5 };
        HostGuestLayer joined = Layer(1e-9, PhaseContact.Both, PhaseContact.Both) with { Guest = gel };
        BinaryLayer pair = gel with { CeramicConductivity = ReferenceCells.Constant(Host) };

        foreach (double duration in (double[])[1.0, 300.0, 20_000.0])
        {
            double two = Run(Cell(joined), duration, new CellOptions { CellsPerLayer = 80 }).Series.Voltage[^1];
            double one = Run(Cell(pair), duration, new CellOptions { CellsPerLayer = 80 }).Series.Voltage[^1];
            one.ShouldBe(two, 2e-3 * two);
        }
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Run_BinaryGuest_ConservesSaltAndLithium()
    {
        CellRun run = Run(Cell(CellKinds.Composite) with { Negative = ReferenceCells.Foil(10.0), Positive = ReferenceCells.Foil(10.0) }, 3600.0, new CellOptions());

        run.Steps[0].Ending.ShouldBe(StepEnding.Duration);
        FullCellTests.Conserves(run);
    }

    private static double Exact(double exchange)
    {
        double length = Math.Sqrt(exchange / 1e6 * Host * Guest / (Host + Guest));
        return Thickness / (Host + Guest) * (1.0 + (Host / Guest * (2.0 * length / Thickness) * Math.Tanh(Thickness / (2.0 * length))));
    }

    private static HostGuestLayer Layer(double exchange, PhaseContact negative, PhaseContact positive) => new()
    {
        Name = "composite",
        Thickness = Thickness,
        Conductivity = ReferenceCells.Constant(Host),
        Guest = new SingleIonLayer { Name = "guest", Thickness = 0.0, Conductivity = ReferenceCells.Constant(Guest) },
        ExchangeResistance = exchange,
        InterfaceArea = 1e6,
        NegativeContact = negative,
        PositiveContact = positive,
    };

    private static CellDescription Cell(params ElectrolyteLayer[] layers) => ReferenceCells.Symmetric(layers) with
    {
        Negative = ReferenceCells.Foil(Fast),
        Positive = ReferenceCells.Foil(Fast),
    };

    private static double Resistance(HostGuestLayer layer, CellOptions options) => Resistance(Cell(layer), options);

    private static double Resistance(CellDescription cell, CellOptions options) => Run(cell, 1.0, options).Series.Voltage[^1] / Current;

    private static CellRun Run(CellDescription cell, double duration, CellOptions options)
    {
        CellSimulator simulator = CellSimulator.Create(cell, 298.15, options);
        var step = new ProtocolStep { Label = "Charge", Control = StepControl.Current, Value = Current, MaximumDuration = duration };
        return simulator.Run(new Protocol([step]), simulator.Equilibrium(0.5));
    }
}
