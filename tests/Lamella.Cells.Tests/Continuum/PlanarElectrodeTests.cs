using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Cells.Running;
using Lamella.Core;

namespace Lamella.Cells.Tests.Continuum;

/// <summary>Lithium on a bare collector, and side reactions on an inert electrode.</summary>
public sealed class PlanarElectrodeTests
{
    private static readonly double ThermalVoltage = PhysicalConstants.ThermalVoltage(298.15);

    private static CellDescription Copper { get; } = ReferenceCells.Symmetric(
        new SingleIonLayer { Name = "ceramic", Thickness = 1e-4, Conductivity = ReferenceCells.Constant(0.05) }) with
    {
        Positive = CellKinds.Copper,
    };

    /// <summary>Plating from nothing: the nucleation dip fades, and stripping ends when what was plated is gone.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Run_PlateAndStrip_ReturnsTheChargeAndEndsWithAReason()
    {
        const double current = 2.0, duration = 3600.0;
        CellSimulator simulator = CellSimulator.Create(Copper, 298.15);
        ProtocolStep plate = Hold("Plate", -current, duration), strip = Hold("Strip", current, 2.0 * duration);

        CellRun run = simulator.Run(new Protocol([plate, strip]), simulator.Equilibrium(0.5));

        run.Steps[0].Ending.ShouldBe(StepEnding.Duration);
        run.Steps[1].Ending.ShouldBe(StepEnding.LithiumExhausted);
        run.Steps[1].Reason.ShouldContain("copper is stripped");
        run.Steps[1].Charge.ShouldBe(current * duration, 1e-4 * current * duration);
        double ohmic = -current * ((1e-4 / 0.05) + 1e-3), kinetic = 2.0 * ThermalVoltage * Math.Asinh(current / 2.0 / 20.0) + 2.0 * ThermalVoltage * Math.Asinh(current / 2.0 / 10.0);
        double plateau = Last(run, 1), dip = run.Series.Voltage.Take(run.Series.Step.Count(s => s == 1)).Min();
        plateau.ShouldBe(ohmic - kinetic, 1e-6);
        dip.ShouldBeLessThan(plateau - 0.03); // most of the nucleation overpotential of 50 mV
        FullCellTests.Conserves(run);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_StripAnEmptyCollector_StopsAtOnce()
    {
        CellSimulator simulator = CellSimulator.Create(Copper, 298.15);

        CellRun run = simulator.Run(new Protocol([Hold("Strip", 1.0, 3600.0)]), simulator.Equilibrium(0.5));

        run.Steps[0].Ending.ShouldNotBe(StepEnding.Duration);
        run.Steps[0].Charge.ShouldBeLessThan(0.01); // half of what an empty collector counts as having
        run.Steps[0].Reason.Length.ShouldBeGreaterThan(20);
    }

    /// <summary>A slow sweep: i = i₀·e^{αF(E−E₀)/RT} plus C·dE/dt.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Run_SweepOfAnInertElectrode_ShowsTheReactionOnTopOfTheCapacitance()
    {
        const double rate = 1e-4;
        CellDescription cell = Copper with { Positive = CellKinds.Inert, Negative = ReferenceCells.Foil(1e6) };
        CellSimulator simulator = CellSimulator.Create(cell, 298.15, new CellOptions { RelativeTolerance = 1e-7, AbsoluteTolerance = 1e-10 });
        var sweep = new ProtocolStep
        {
            Label = "Sweep", Control = StepControl.Voltage, Value = new RampSetPoint(3.0, rate), MaximumDuration = 1.5 / rate,
        };

        CellRun run = simulator.Run(new Protocol([sweep]), simulator.Equilibrium(0.5));

        run.Steps[0].Ending.ShouldBe(StepEnding.Duration);
        for (int i = run.Series.Time.Length / 2; i < run.Series.Time.Length; i++)
        {
            double current = run.Series.Current[i] / cell.Area;
            double potential = run.Series.Voltage[i] - (current * 1e-4 / 0.05);
            double expected = (0.05 * rate) + (1e-3 * Math.Exp(0.5 * (potential - 4.2) / ThermalVoltage));
            current.ShouldBe(expected, 1e-3 * expected);
        }
    }

    private static double Last(CellRun run, int step) => run.Series.Voltage[run.Series.Step.ToArray().ToList().LastIndexOf(step)];

    private static ProtocolStep Hold(string label, double current, double duration) => new()
    {
        Label = label, Control = StepControl.Current, Value = current, MaximumDuration = duration,
    };
}
