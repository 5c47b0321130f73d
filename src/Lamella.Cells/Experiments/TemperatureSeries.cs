using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;

namespace Lamella.Cells.Experiments;

/// <summary>Capacity against temperature: charged at one temperature, soaked, discharged at each temperature.</summary>
public sealed record TemperatureSeries : CellExperiment
{
    /// <summary>Gets the temperatures of the discharges [K].</summary>
    [Core.Unit("K")]
    public ImmutableArray<double> Temperatures { get; init; } = [253.15, 273.15, 298.15, 333.15];

    /// <summary>Gets the discharge current.</summary>
    public CurrentLoad Discharge { get; init; } = CurrentLoad.OfRate(0.1);

    /// <summary>Gets the charging current.</summary>
    public CurrentLoad Charge { get; init; } = CurrentLoad.OfRate(0.1);

    /// <summary>Gets the current that ends the hold at the upper cut-off.</summary>
    public CurrentLoad HoldUntil { get; init; } = CurrentLoad.OfRate(0.05);

    /// <summary>Gets the temperature of the charges; NaN for that of the discharge that follows [K].</summary>
    [Core.Unit("K")]
    public double ChargeTemperature { get; init; } = double.NaN;

    /// <summary>Gets the rest at the temperature of the discharge before it begins.</summary>
    [Core.Unit("s")]
    public double Soak { get; init; } = 3600.0;

    /// <inheritdoc/>
    public override string Name => "temperature-series";

    /// <inheritdoc/>
    public override string Summary => "Capacity, energy and mean voltage against the temperature.";

    /// <inheritdoc/>
    public override string Example => "run examples/zheng2025-aiose/cell.yaml --experiment temperature-series --set \"temperatures=0 degC, 25 degC, 60 degC\"";

    /// <inheritdoc/>
    public override ImmutableArray<ExperimentSetting> Settings =>
    [
        new("temperatures", TemperatureText(Temperatures), "temperatures of the discharges", text => this with { Temperatures = text.TemperatureList() }),
        Setting("discharge", Discharge, "discharge current", value => this with { Discharge = value }),
        Setting("charge", Charge, "charging current", value => this with { Charge = value }),
        Setting("hold until", HoldUntil, "current that ends the hold at the upper cut-off", value => this with { HoldUntil = value }),
        new("charge temperature", double.IsNaN(ChargeTemperature) ? "same" : TemperatureText(ChargeTemperature), "temperature of the charges, or 'same' as the discharge that follows", text => this with { ChargeTemperature = text.Is("same") ? double.NaN : text.Temperature() }),
        Time("soak", Soak, "rest at the new temperature before the discharge", value => this with { Soak = value }),
    ];

    /// <inheritdoc/>
    internal override string? Misfit(CellDescription cell) => NeedsCapacity(cell);

    /// <inheritdoc/>
    internal override ExperimentPlan Plan(CellDescription cell, double temperature) => new(
        null, [.. Temperatures.Select(kelvin => new ExperimentStage(TemperatureText(kelvin), Steps(cell, kelvin)))]);

    /// <inheritdoc/>
    internal override ExperimentFindings Evaluate(ExperimentRuns runs)
    {
        StepResult[] last = [.. runs.Stages.Select(stage => stage.Run.Steps[^1])];
        double first = -last[0].Charge;
        return new ExperimentFindings(
            ChargedCell.DischargeColumns,
            [.. runs.Stages.Select((stage, index) => ChargedCell.Row(stage.Name, runs.Cell, Discharge, last[index], first))],
            [],
            [.. runs.Stages.SelectMany(stage => ChargedCell.Notes(stage.Run with { Steps = stage.Run.Steps[..^1] }).Select(note => $"{stage.Name}: {note}"))]);
    }

    private Protocol Steps(CellDescription cell, double kelvin)
    {
        double charging = double.IsNaN(ChargeTemperature) ? kelvin : ChargeTemperature;
        return new Protocol(
        [
            .. ChargedCell.FullCharge(cell, Charge, HoldUntil, Soak, charging)[..2],
            ProtocolSteps.Rest(Soak, kelvin),
            ProtocolSteps.Discharge(cell, Discharge, new StepTerms { Temperature = kelvin }),
        ]);
    }
}
