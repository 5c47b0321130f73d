using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Cells.Running;
using Lamella.Core;

namespace Lamella.Cells.Tests.Continuum;

/// <summary>Double layers, films, geometric capacitance and blocking electrodes against the response of their circuits.</summary>
public sealed class CapacitanceTests
{
    private const double Small = 1e-3; // current density where kinetics is linear [A/m²]
    private static readonly double ThermalVoltage = PhysicalConstants.ThermalVoltage(298.15);

    private static CellOptions Tight { get; } = new() { RelativeTolerance = 1e-8, AbsoluteTolerance = 1e-12 };

    private static SingleIonLayer Ceramic { get; } = new() { Name = "ceramic", Thickness = 3e-4, Conductivity = ReferenceCells.Constant(0.05) };

    /// <summary>V = I·[R_Ω + Σ R(1 − e^{−t/RC})] of charge transfer and film in series.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Run_DoubleLayerAndFilm_FollowTheirTimeConstants()
    {
        const double capacitance = 0.2, film = 5e-3, filmCapacitance = 0.01;
        LithiumElectrode side = ReferenceCells.Foil(10.0, film: film) with { DoubleLayerCapacitance = capacitance, FilmCapacitance = filmCapacitance };
        CellDescription cell = ReferenceCells.Symmetric(Ceramic) with { Negative = side, Positive = side };
        double charge = ThermalVoltage / 10.0;

        CellRun run = Run(cell, Step(Small, 5.0 * charge * capacitance), Tight);

        for (int i = 0; i < run.Series.Time.Length; i++)
        {
            double t = run.Series.Time[i];
            double expected = Small * ((3e-4 / 0.05) + (2.0 * charge * (1.0 - Math.Exp(-t / (charge * capacitance))))
                + (2.0 * film * (1.0 - Math.Exp(-t / (film * filmCapacitance)))));
            run.Series.Voltage[i].ShouldBe(expected, 2e-5 * Small * ((3e-4 / 0.05) + (2.0 * charge) + (2.0 * film)));
        }

        run.Balance.LithiumDrift.ShouldBeLessThan(1e-12);
    }

    /// <summary>Two layers between ideal electrodes: V = I·Σ R_k(1 − e^{−t/(R_k·C_k)}), C = ε₀ε/L.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Run_GeometricCapacitance_ChargesEachLayerWithItsOwnTime()
    {
        CellDescription cell = ReferenceCells.Symmetric(
            Ceramic with { RelativePermittivity = 40.0 },
            new SingleIonLayer { Name = "other", Thickness = 1e-5, Conductivity = ReferenceCells.Constant(0.001), RelativePermittivity = 100.0 }) with
        {
            Negative = ReferenceCells.Foil(1e9),
            Positive = ReferenceCells.Foil(1e9),
        };
        (double R, double C)[] arcs =
        [
            (3e-4 / 0.05, PhysicalConstants.VacuumPermittivity * 40.0 / 3e-4), (1e-5 / 0.001, PhysicalConstants.VacuumPermittivity * 100.0 / 1e-5),
        ];
        const double current = 1.0;

        CellRun run = Run(cell, Step(current, 3e-6), Tight);

        double largest = current * arcs.Sum(a => a.R);
        for (int i = 0; i < run.Series.Time.Length; i++)
        {
            double t = run.Series.Time[i];
            run.Series.Voltage[i].ShouldBe(current * arcs.Sum(a => a.R * (1.0 - Math.Exp(-t / (a.R * a.C)))), 1e-5 * largest);
        }
    }

    /// <summary>Binary layers and porous electrodes with every capacitance end where the cell without ends.</summary>
    [Theory]
    [InlineData("capacitive half cell")]
    [InlineData("capacitive laminate")]
    [Trait("Level", "identity")]
    public void Run_LongAfterTheStep_CapacitancesAreForgotten(string name)
    {
        CellDescription cell = CellKinds.Of(name);
        CellDescription plain = cell with
        {
            Negative = (LithiumElectrode)cell.Negative with { DoubleLayerCapacitance = 0.0, FilmCapacitance = 0.0 },
            Positive = cell.PorousPositive! with { DoubleLayerCapacitance = 0.0 },
            Layers = [.. cell.Layers.Select(layer => layer with { RelativePermittivity = 0.0 })],
        };
        ProtocolStep step = ProtocolSteps.Discharge(cell, CurrentLoad.OfRate(1.0), duration: 600.0);
        var tight = new CellOptions { RelativeTolerance = 1e-7, AbsoluteTolerance = 1e-9 };

        CellRun stored = Run(cell, step, tight, 1.0), forgotten = Run(plain, step, tight, 1.0);

        // The double layers took a little of the charge: 0.2 F/m² on all particles, over 0.1 V.
        stored.Series.Voltage[^1].ShouldBe(forgotten.Series.Voltage[^1], 2e-5);
        stored.Series.Voltage[0].ShouldBeGreaterThan(forgotten.Series.Voltage[0] + 1e-3);
        FullCellTests.Conserves(stored);
    }

    /// <summary>Double layers in both electrodes, a table that bends every second, tight tolerances: thousands of steps, none refused.</summary>
    [Theory]
    [InlineData(1e-4)]
    [InlineData(1e-8)]
    [Trait("Level", "property")]
    public void Run_TableOfCurrentsOverDoubleLayers_ReachesItsEnd(double tolerance)
    {
        CellDescription cell = FullCells.Chen2020;
        cell = cell with { Negative = cell.Negative with { DoubleLayerCapacitance = 0.2 }, Positive = cell.Positive with { DoubleLayerCapacitance = 0.2 } };
        double[] time = [.. Enumerable.Range(0, 13).Select(k => (double)k)];
        double[] current = [.. time.Select(t => -cell.OneCCurrentDensity * (1.0 + Math.Sin(0.9 * t)) * (t % 7.0 == 0.0 ? -0.5 : 1.0))];
        var step = new ProtocolStep
        {
            Label = "Table", Control = StepControl.Current, Value = new TableSetPoint([.. time], [.. current]), MaximumDuration = 12.0,
        };

        CellRun run = Run(cell, step, new CellOptions { RelativeTolerance = tolerance, AbsoluteTolerance = 1e-4 * tolerance });

        run.Steps[0].Ending.ShouldBe(StepEnding.Duration, run.Steps[0].Reason);
        double charge = Enumerable.Range(0, 12).Sum(k => 0.5 * (current[k] + current[k + 1]));
        run.Steps[0].Charge.ShouldBe(charge, 100.0 * tolerance * Math.Abs(charge));
        FullCellTests.Conserves(run);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Run_BlockingElectrodes_ChargeLikeTwoCapacitorsInSeries()
    {
        const double current = 0.01, duration = 5.0;
        CellDescription cell = CellKinds.Of("blocking");

        CellRun run = Run(cell, Step(current, duration), Tight);

        double resistance = 50e-6 / 0.1, expected = (current * resistance) + (2.0 * current * duration / 0.1);
        run.Steps[0].Ending.ShouldBe(StepEnding.Duration);
        run.Series.Voltage[^1].ShouldBe(expected, 2e-3 * expected); // the salt shifts a little
        FullCellTests.Conserves(run);
    }

    private static ProtocolStep Step(double current, double duration) => new()
    {
        Label = "Step", Control = StepControl.Current, Value = current, MaximumDuration = duration,
    };

    private static CellRun Run(CellDescription cell, ProtocolStep step, CellOptions options, double stateOfCharge = 0.5)
    {
        CellSimulator simulator = CellSimulator.Create(cell, 298.15, options);
        return simulator.Run(new Protocol([step]), simulator.Equilibrium(stateOfCharge));
    }
}
