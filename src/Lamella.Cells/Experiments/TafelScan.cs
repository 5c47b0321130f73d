using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Core;

namespace Lamella.Cells.Experiments;

/// <summary>A slow sweep to both sides of equilibrium of a lithium | lithium cell; exchange current density and resistance.</summary>
/// <remarks>
/// V = 2·(2RT/F)·asinh(i/2i₀) + R·i (two equal faces, α = ½) is fitted to every sample; the Tafel line through the outer half
/// of the branch, extrapolated to 0 V, is reported beside it. The line knows nothing of R: where R·i is not small against V it
/// gives an apparent value only.
/// </remarks>
public sealed record TafelScan : CellExperiment
{
    /// <summary>Gets the largest voltage to each side.</summary>
    [Core.Unit("V")]
    public double Amplitude { get; init; } = 0.15;

    /// <summary>Gets the rate.</summary>
    [Core.Unit("V/s")]
    public double Rate { get; init; } = 1e-3;

    /// <inheritdoc/>
    public override string Name => "tafel";

    /// <inheritdoc/>
    public override string Summary => "Exchange current density and resistance of a lithium | lithium cell from a slow sweep (Tafel scan).";

    /// <inheritdoc/>
    public override string Example => "run examples/li2024-qcpe/cell.yaml --variant \"symmetric qcpe@p-dol\" --experiment tafel";

    /// <inheritdoc/>
    public override ImmutableArray<ExperimentSetting> Settings =>
    [
        new("amplitude", Text(Amplitude, "mV"), "largest voltage to each side", text => this with { Amplitude = text.Voltage() }),
        new("rate", Text(Rate, "mV/s"), "rate of the sweep", text => this with { Rate = text.VoltageRate() }),
    ];

    /// <inheritdoc/>
    internal override string? Misfit(CellDescription cell) => NeedsTwoLithiumSides(cell)
        ?? (Amplitude > 0.0 ? null : "the amplitude must be above 0");

    /// <inheritdoc/>
    internal override ExperimentPlan Plan(CellDescription cell, double temperature) => new(
        null,
        [
            new ExperimentStage("anodic", Branch(cell, Amplitude)) { StateOfCharge = 0.5 },
            new ExperimentStage("cathodic", Branch(cell, -Amplitude)) { StateOfCharge = 0.5 },
        ]);

    /// <inheritdoc/>
    internal override ExperimentFindings Evaluate(ExperimentRuns runs)
    {
        var samples = new List<(double Current, double Voltage)>();
        foreach (StageRun stage in runs.Stages)
        {
            for (int i = 0; i < stage.Run.Series.Length; i++)
            {
                samples.Add((stage.Run.Series.Current[i] / runs.Cell.Area, stage.Run.Series.Voltage[i]));
            }
        }

        double thermal = PhysicalConstants.ThermalVoltage(runs.Temperature);
        var fit = SymmetricKinetics.Fit(samples, thermal);
        double line = TafelLine(samples, thermal);
        return ExperimentFindings.None with
        {
            Values =
            [
                new("exchange current density", fit.IsDetermined ? fit.ExchangeCurrentDensity / 10.0 : double.NaN, "mA/cm2", "fit of two equal faces in series with a resistance"),
                new("series resistance", 1e4 * fit.Resistance, "ohm cm2", "electrolyte, films and joints"),
                new("root mean square of the fit", 1e3 * fit.Deviation, "mV"),
                new("exchange current density of the Tafel line", line / 10.0, "mA/cm2", "extrapolated without correction for the resistance"),
            ],
            Notes =
            [
                .. runs.Stages.Where(stage => stage.Run.Steps[0].Ending != StepEnding.Duration)
                    .Select(stage => $"The {stage.Name} branch ended early: {stage.Run.Steps[0].Reason}."),
                .. fit.IsDetermined ? ImmutableArray<string>.Empty
                    : ["The resistance hides the kinetics: any larger exchange current density fits as well, so none is reported."],
            ],
        };
    }

    private Protocol Branch(CellDescription cell, double to) => new([ProtocolSteps.Sweep(cell, double.NaN, to, Rate, StepTerms.None)]);

    /// <summary>Extrapolates ln|i| over the outer half of the voltages to 0 V [A/m²].</summary>
    private double TafelLine(List<(double Current, double Voltage)> samples, double thermal)
    {
        (double, double)[] outer =
        [
            .. samples.Where(sample => Math.Abs(sample.Voltage) >= 0.5 * Amplitude && sample.Current != 0.0)
                .Select(sample => (Math.Abs(sample.Voltage) / thermal, Math.Log(Math.Abs(sample.Current)))),
        ];
        if (outer.Length < 3)
        {
            return double.NaN;
        }

        double meanX = outer.Average(point => point.Item1), meanY = outer.Average(point => point.Item2);
        double slope = outer.Sum(point => (point.Item1 - meanX) * (point.Item2 - meanY)) / outer.Sum(point => (point.Item1 - meanX) * (point.Item1 - meanX));
        return Math.Exp(meanY - (slope * meanX));
    }
}
