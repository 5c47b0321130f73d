using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;

namespace Lamella.Cells.Experiments;

/// <summary>Polarisation of a lithium | lithium cell at a small voltage to the steady state, with spectra before and after.</summary>
/// <remarks>
/// ρ = I_s(ΔV − I₀R₀)/[I₀(ΔV − I_sR_s)] with R the resistance of charge transfer and films at the beginning and at the steady
/// state; Evans, Vincent and Bruce, Polymer 28 (1987) 2324, doi 10.1016/0032-3861(87)90394-6, eq. 6. In a binary electrolyte it
/// is 1/(1 + Ne), Ne = 2κRT(1−t₊)²χ/(F²Dc), and not t₊ (Newman and Balsara, Electrochemical Systems, 2021, ch. 12).
/// I₀ is the current before any concentration difference has built up and after the double layers are charged.
/// </remarks>
public sealed record BruceVincent : CellExperiment
{
    /// <summary>Relaxation times of the salt that the hold lasts where no time is stated [–]; exp(−14) is 8e-7.</summary>
    private const double RelaxationTimes = 14.0;

    /// <summary>Share by which the interfacial resistance may differ from its last value where I₀ is read [–].</summary>
    private const double Charged = 0.01;

    /// <summary>Gets the voltage that is held [V].</summary>
    [Core.Unit("V")]
    public double Voltage { get; init; } = 0.010;

    /// <summary>Gets the time of the hold; NaN for 14 relaxation times of the salt.</summary>
    [Core.Unit("s")]
    public double Hold { get; init; } = double.NaN;

    /// <summary>Gets the highest frequency of the spectra.</summary>
    [Core.Unit("Hz")]
    public double HighestFrequency { get; init; } = 1e6;

    /// <summary>Gets the lowest frequency of the spectra.</summary>
    [Core.Unit("Hz")]
    public double LowestFrequency { get; init; } = 0.1;

    /// <inheritdoc/>
    public override string Name => "bruce-vincent";

    /// <inheritdoc/>
    public override string Summary => "Current ratio of a lithium | lithium cell at a small voltage, with spectra before and after (Bruce and Vincent).";

    /// <inheritdoc/>
    public override string Example => "run examples/li2024-qcpe/cell.yaml --variant \"symmetric qcpe@p-dol\" --experiment bruce-vincent";

    /// <inheritdoc/>
    public override ImmutableArray<ExperimentSetting> Settings =>
    [
        new("voltage", Text(Voltage, "mV"), "voltage that is held", text => this with { Voltage = text.Voltage() }),
        new("hold", double.IsNaN(Hold) ? "auto" : StepTerms.TimeText(Hold), "time of the hold, or 'auto' for 14 relaxation times of the salt", text => this with { Hold = text.Is("auto") ? double.NaN : text.Time() }),
        new("highest frequency", Text(HighestFrequency, "MHz"), "first frequency of the spectra", text => this with { HighestFrequency = text.Frequency() }),
        new("lowest frequency", Text(LowestFrequency, "Hz"), "last frequency of the spectra", text => this with { LowestFrequency = text.Frequency() }),
    ];

    /// <inheritdoc/>
    internal override string? Misfit(CellDescription cell) => NeedsTwoLithiumSides(cell)
        ?? (Voltage == 0.0 ? "the voltage is 0 and drives no current" : null);

    /// <inheritdoc/>
    internal override ExperimentPlan Plan(CellDescription cell, double temperature)
    {
        double hold = double.IsNaN(Hold) ? Math.Max(RelaxationTimes * RelaxationTime(cell, temperature), 60.0) : Hold;
        ProtocolStep spectrum = ProtocolSteps.MeasureImpedance(new ImpedanceRequest { From = HighestFrequency, To = LowestFrequency });
        ProtocolStep polarise = ProtocolSteps.Hold(cell, Voltage, null, Math.Ceiling(hold));
        return new ExperimentPlan(null, [new ExperimentStage("polarisation", new Protocol([spectrum, polarise, spectrum])) { StateOfCharge = 0.5 }]);
    }

    /// <inheritdoc/>
    internal override ExperimentFindings Evaluate(ExperimentRuns runs)
    {
        CellRun run = runs.Stages[0].Run;
        StepResult hold = run.Steps[1];
        if (hold.Ending != StepEnding.Duration)
        {
            return ExperimentFindings.None with { Notes = [$"No steady state: {hold.Reason}."] };
        }

        VoltageSplit end = run.Splits[hold.LastSample];
        double steady = hold.EndCurrent, steadyInterface = Interface(end) / steady;
        int first = FirstCharged(run, hold, steadyInterface, runs.Cell.Area);
        VoltageSplit begin = run.Splits[first];
        double current = run.Series.Current[first] / runs.Cell.Area, initialInterface = Interface(begin) / current;
        double initial = current * Voltage / (Voltage - begin.Concentration);
        double ratio = steady * (Voltage - (initial * initialInterface)) / (initial * (Voltage - (steady * steadyInterface)));
        int half = NearestTo(run, hold, 0.5);
        double change = Math.Abs(1.0 - (run.Series.Current[half] / run.Series.Current[hold.LastSample]));
        return ExperimentFindings.None with
        {
            Values =
            [
                new("current ratio", ratio, "", "1/(1 + Ne) in a binary electrolyte, not the transference number"),
                new("initial current density", initial / 10.0, "mA/cm2"),
                new("steady current density", steady / 10.0, "mA/cm2"),
                new("interfacial resistance before", 1e4 * initialInterface, "ohm cm2", "charge transfer and films of both faces"),
                new("interfacial resistance after", 1e4 * steadyInterface, "ohm cm2"),
            ],
            Notes = change > 1e-3
                ? [FormattableString.Invariant($"The current still changed by {100.0 * change:G2} % in the second half of the hold: hold longer.")] : [],
        };
    }

    /// <summary>Relaxation time of the salt over all binary layers, (Σ L√(ε/D))²/π² [s].</summary>
    internal static double RelaxationTime(CellDescription cell, double temperature)
    {
        double root = cell.Layers.OfType<BinaryLayer>().Sum(
            layer => layer.Thickness * Math.Sqrt(layer.VolumeFraction / layer.Diffusivity.At(layer.RestConcentration, temperature)));
        return root * root / (Math.PI * Math.PI);
    }

    private static double Interface(VoltageSplit split) => split.LithiumKinetics + split.LithiumFilm;

    private static int FirstCharged(CellRun run, StepResult hold, double steadyInterface, double area)
    {
        for (int i = hold.FirstSample; i < hold.LastSample; i++)
        {
            double resistance = Interface(run.Splits[i]) * area / run.Series.Current[i];
            if (Math.Abs(resistance - steadyInterface) <= Charged * Math.Abs(steadyInterface))
            {
                return i;
            }
        }

        return hold.FirstSample;
    }

    private static int NearestTo(CellRun run, StepResult step, double share)
    {
        double target = step.StartTime + (share * step.Duration);
        int at = step.FirstSample;
        while (at < step.LastSample && run.Series.Time[at] < target)
        {
            at++;
        }

        return at;
    }
}
