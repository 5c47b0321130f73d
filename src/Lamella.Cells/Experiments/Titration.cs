using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;

namespace Lamella.Cells.Experiments;

/// <summary>Galvanostatic intermittent titration: short pulses with long rests between them.</summary>
/// <remarks>
/// D = (4/πτ)·(R_p/3)²·(ΔE_s/ΔE_t)², with τ the pulse, ΔE_s the change of the rest voltage and ΔE_t the change under the
/// pulse without the jump at its beginning; Weppner and Huggins, J. Electrochem. Soc. 124 (1977) 1569, doi 10.1149/1.2133112,
/// with the volume over surface R_p/3 of a sphere. It holds for τ much shorter than R_p²/D and for particles that limit alone:
/// the ratio τD/R_p² stands in the table, and the electrolyte's share in ΔE_t makes the apparent D too small. It also takes
/// U(x) as straight over the pulse: its bend adds an error in proportion to the current.
/// </remarks>
public sealed record Titration : CellExperiment
{
    /// <summary>Share of R_p²/D up to which a pulse counts as short [–].</summary>
    private const double ShortPulse = 0.02;

    /// <summary>Gets the current of the pulses.</summary>
    public CurrentLoad Pulse { get; init; } = CurrentLoad.OfRate(0.1);

    /// <summary>Gets the duration of a pulse.</summary>
    [Core.Unit("s")]
    public double PulseTime { get; init; } = 600.0;

    /// <summary>Gets the rest after a pulse.</summary>
    [Core.Unit("s")]
    public double Rest { get; init; } = 7200.0;

    /// <summary>Gets the most pulses; the series ends earlier at the cell's cut-off.</summary>
    [Core.Unit("–")]
    public int Pulses { get; init; } = 100;

    /// <summary>Gets a value indicating whether the pulses charge a discharged cell; else they discharge a charged one.</summary>
    public bool Charges { get; init; }

    /// <inheritdoc/>
    public override string Name => "gitt";

    /// <inheritdoc/>
    public override string Summary => "Open-circuit voltage and apparent diffusivity from pulses with rests (galvanostatic intermittent titration).";

    /// <inheritdoc/>
    public override string Example => "run examples/zheng2025-aiose/cell.yaml --experiment gitt --set pulses=5 --set \"rest=1 h\"";

    /// <inheritdoc/>
    public override ImmutableArray<ExperimentSetting> Settings =>
    [
        Setting("pulse", Pulse, "current of the pulses", value => this with { Pulse = value }),
        Time("pulse time", PulseTime, "duration of a pulse", value => this with { PulseTime = value }),
        Time("rest", Rest, "rest after a pulse", value => this with { Rest = value }),
        Count("pulses", Pulses, 10_000, "most pulses; the cell's cut-off ends the series earlier", value => this with { Pulses = value }),
        new("direction", Charges ? "charge" : "discharge", "'discharge' from the charged cell or 'charge' from the discharged one", text => this with { Charges = text.OneOf("charge", "discharge") == "charge" }),
    ];

    /// <inheritdoc/>
    internal override string? Misfit(CellDescription cell) => NeedsCapacity(cell);

    /// <inheritdoc/>
    internal override ExperimentPlan Plan(CellDescription cell, double temperature)
    {
        ProtocolStep pulse = Charges
            ? ProtocolSteps.Charge(cell, Pulse, duration: PulseTime) : ProtocolSteps.Discharge(cell, Pulse, duration: PulseTime);
        ProtocolStep rest = ProtocolSteps.Rest(Rest);
        Protocol protocol = Protocol.Of([rest, new ProtocolRepeat([pulse, rest], Pulses, "pulses", StopsEarly: true)]);
        return new ExperimentPlan(null, [new ExperimentStage("titration", protocol) { StateOfCharge = Charges ? 0.0 : 1.0 }]);
    }

    /// <inheritdoc/>
    internal override ExperimentFindings Evaluate(ExperimentRuns runs)
    {
        ImmutableArray<StepResult> steps = runs.Stages[0].Run.Steps;
        var rows = ImmutableArray.CreateBuilder<ReportedRow>();
        double passed = 0.0;
        for (int i = 1; i + 1 < steps.Length; i += 2)
        {
            passed += steps[i].Charge;
            rows.Add(Row(runs, steps[i - 1], steps[i], steps[i + 1], passed, rows.Count + 1));
        }

        bool isLong = rows.Any(row => row.Values[^1] > ShortPulse);
        return new ExperimentFindings(
            [
                new("charge passed", "mAh/cm2"), new("rest voltage before", "V"), new("rest voltage after", "V"), new("change of the rest voltage", "mV"),
                new("change under the pulse", "mV"), new("apparent diffusivity", "m2/s"), new("pulse over R2/D", ""),
            ],
            rows.ToImmutable(),
            [],
            isLong ? ["Some pulses are not short against R2/D with the apparent diffusivity: the formula does not hold for them; shorten the pulses or fit the model."] : []);
    }

    private ReportedRow Row(ExperimentRuns runs, StepResult before, StepResult pulse, StepResult after, double passed, int number)
    {
        double radius = (runs.Cell.PorousPositive ?? runs.Cell.PorousNegative)!.Particles[0].Radius;
        double steady = after.EndVoltage - before.EndVoltage, transient = pulse.EndVoltage - pulse.StartVoltage;
        double diffusivity = transient == 0.0 ? double.NaN
            : 4.0 / (Math.PI * pulse.Duration) * Math.Pow(radius / 3.0 * steady / transient, 2.0);
        return new ReportedRow(
            Text(number),
            [
                passed / 3.6e4, before.EndVoltage, after.EndVoltage, 1e3 * steady, 1e3 * transient, diffusivity,
                pulse.Duration * diffusivity / (radius * radius),
            ]);
    }
}
