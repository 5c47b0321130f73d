using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;

namespace Lamella.Cells.Experiments;

/// <summary>Galvanostatic polarisation of a lithium | lithium cell: the voltage of half cycles at several currents.</summary>
/// <remarks>Every current starts from the cell at rest, so that the currents do not depend on each other.</remarks>
public sealed record Polarisation : CellExperiment
{
    /// <summary>Gets the currents.</summary>
    public ImmutableArray<CurrentLoad> Currents { get; init; } = Densities(1.0, 2.0, 5.0, 10.0);

    /// <summary>Gets the time of a half cycle.</summary>
    [Core.Unit("s")]
    public double HalfCycle { get; init; } = 3600.0;

    /// <summary>Gets the number of whole cycles per current.</summary>
    [Core.Unit("–")]
    public int Cycles { get; init; } = 1;

    /// <inheritdoc/>
    public override string Name => "polarisation";

    /// <inheritdoc/>
    public override string Summary => "Voltage of lithium | lithium half cycles at several currents, with its parts.";

    /// <inheritdoc/>
    public override string Example => "run examples/li2024-qcpe/cell.yaml --variant \"symmetric qcpe@p-dol\" --experiment polarisation --set \"currents=0.1 mA/cm2, 0.2 mA/cm2\"";

    /// <inheritdoc/>
    public override ImmutableArray<ExperimentSetting> Settings =>
    [
        Setting("currents", Currents, "currents, each from the cell at rest", value => this with { Currents = value }),
        Time("half cycle", HalfCycle, "time in one direction", value => this with { HalfCycle = value }),
        Count("cycles", Cycles, 100_000, "whole cycles per current", value => this with { Cycles = value }),
    ];

    /// <inheritdoc/>
    internal override string? Misfit(CellDescription cell) => NeedsTwoLithiumSides(cell);

    /// <inheritdoc/>
    internal override ExperimentPlan Plan(CellDescription cell, double temperature) => new(
        null, [.. Currents.Select(load => new ExperimentStage(load.ToString(), Steps(cell, load)) { StateOfCharge = 0.5 })]);

    /// <inheritdoc/>
    internal override ExperimentFindings Evaluate(ExperimentRuns runs) => new(
        [
            new("current density", "mA/cm2"), new("first voltage", "mV"), new("voltage of the first half cycle", "mV"), new("voltage of the last half cycle", "mV"),
            new("ohmic", "mV"), new("kinetics", "mV"), new("films", "mV"), new("joints", "mV"), new("concentration", "mV"),
        ],
        [.. runs.Stages.Select(Row)],
        [],
        []);

    private Protocol Steps(CellDescription cell, CurrentLoad load) => Protocol.Of(
    [
        new ProtocolRepeat(
            [ProtocolSteps.Charge(cell, load, duration: HalfCycle), ProtocolSteps.Discharge(cell, load, duration: HalfCycle)],
            Cycles, "half cycles", StopsEarly: true),
    ]);

    private static ReportedRow Row(StageRun stage)
    {
        StepResult first = stage.Run.Steps[0], last = stage.Run.Steps[^1];
        string note = last.Ending == StepEnding.Duration ? string.Empty : last.Reason;
        if (first.LastSample < 0)
        {
            return new ReportedRow(stage.Name, [.. Enumerable.Repeat(double.NaN, 9)], note);
        }

        VoltageSplit split = stage.Run.Splits[first.LastSample];
        double[] parts = [split.Ohmic.Sum(layer => layer.Voltage), split.LithiumKinetics, split.LithiumFilm, split.Joints, split.Concentration];
        return new ReportedRow(
            stage.Name,
            [first.StartCurrent / 10.0, 1e3 * first.StartVoltage, 1e3 * first.EndVoltage, 1e3 * last.EndVoltage, .. parts.Select(part => 1e3 * part)],
            note);
    }
}
