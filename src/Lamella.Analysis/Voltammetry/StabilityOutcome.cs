using System.Collections.Immutable;
using Lamella.Analysis.Techniques;

namespace Lamella.Analysis.Voltammetry;

/// <summary>Says what a sweep tells about stability.</summary>
internal static class StabilityOutcome
{
    private const double MicroamperesPerSquareCentimetre = 100.0; // in 1 A/m²
    private const double UnevenRate = 0.5; // quartiles of the time per voltage over its median
    private const double LeastShown = 0.03; // of the baseline
    private const double FastSweep = 0.5e-3; // [V/s]

    internal static AnalysisOutcome Of(StabilityResult result, StabilityOptions options, NamedMeasurement taken, int measurements) => new()
    {
        Method = "stability-window/1",
        Title = $"Limit of {(options.Reduction ? "reduction" : "oxidation")} by every criterion",
        Quantities = Quantities(result),
        Tables = [Table(result)],
        Figures = [Figure(result)],
        Warnings = Warnings(result, options, taken, measurements),
        CannotSay =
        [
            "A sweep shows where a current becomes visible, not where a reaction becomes possible: a slower sweep, a larger electrode area (carbon instead of a flat metal) and a longer hold show lower limits of oxidation. "
                + "Holds at constant voltage with their leakage current would tell.",
            "Which reaction carries the current, and whether its product passivates, is not in the sweep.",
        ],
        Basis =
        [
            "Fixed current: |i| reaches the stated value for good, with and without the baseline; multiple: |i| reaches m times the baseline; tangent: the line through 10 % to 90 % of the rise meets the baseline; departure: the mean of eleven neighbours leaves the baseline by k standard deviations for good.",
            FormattableString.Invariant($"Steepest tangent: the current is averaged over {1e3 * options.TangentWindow:G4} mV and its slope is largest no nearer than {1e3 * options.TangentMargin:G4} mV to the end of the sweep; the line through that sample with that slope meets the baseline. First run: {options.Run} samples in a row, each a mean of {options.Run} neighbours, are above the baseline by {options.Departure:G3} standard deviations of such means."),
            FormattableString.Invariant($"The baseline is a straight line fitted from {result.BaselineFrom:G5} V to {result.BaselineTo:G5} V; it holds the capacitive current and every leak."),
            "Uncertainties are those of the noise of the current; what separates the criteria is larger. On arbitrary cut-off currents see Xu, Chem. Rev. 104 (2004) 4303, doi 10.1021/cr030203g.",
        ],
    };

    private static string Name(StabilityLimit limit) => limit.Criterion switch
    {
        StabilityCriterion.FixedCurrent => FormattableString.Invariant($"Fixed current {MicroamperesPerSquareCentimetre * limit.Level:G4} µA/cm²{(limit.WithoutBaseline ? ", baseline taken away" : string.Empty)}"),
        StabilityCriterion.MultipleOfBaseline => FormattableString.Invariant($"{limit.Level:G4} times the baseline"),
        StabilityCriterion.Tangent => "Tangent through the rise meets the baseline",
        StabilityCriterion.SteepestTangent => "Tangent at the steepest point meets the baseline",
        StabilityCriterion.FirstRun => FormattableString.Invariant($"First run above {limit.Level:G3} standard deviations"),
        _ => FormattableString.Invariant($"Departure by {limit.Level:G3} standard deviations"),
    };

    private static string Key(StabilityLimit limit) => limit.Criterion switch
    {
        StabilityCriterion.FixedCurrent => FormattableString.Invariant($"limit_at_{MicroamperesPerSquareCentimetre * limit.Level:G4}_uA_per_cm2{(limit.WithoutBaseline ? "_without_baseline" : string.Empty)}"),
        StabilityCriterion.MultipleOfBaseline => FormattableString.Invariant($"limit_at_{limit.Level:G4}_times_baseline"),
        StabilityCriterion.Tangent => "limit_by_tangent",
        StabilityCriterion.SteepestTangent => "limit_by_steepest_tangent",
        StabilityCriterion.FirstRun => FormattableString.Invariant($"limit_by_first_run_above_{limit.Level:G3}_deviations"),
        _ => FormattableString.Invariant($"limit_by_departure_of_{limit.Level:G3}_deviations"),
    };

    private static ImmutableArray<FoundQuantity> Quantities(StabilityResult result) =>
    [
        .. result.Limits.Where(limit => limit.IsFound).Select(limit => FoundQuantity.FromSi(Key(limit), Name(limit), "V", limit.Voltage, limit.Uncertainty) with
        {
            Meaning = "holds for this criterion, rate and electrode alone",
        }),
        .. double.IsFinite(result.LargestCapacitance) ? ImmutableArray.Create(FoundQuantity.FromSi("largest_capacitance", "Largest capacitance that the baseline allows", "uF/cm2", result.LargestCapacitance) with
        {
            Meaning = "the baseline in the middle of its window over the rate; a leak in it makes the true one smaller",
        }) : [],
    ];

    private static OutcomeTable Table(StabilityResult result) => new(
        "Every criterion",
        [new("Criterion"), new("Limit", "V"), new("Standard uncertainty", "mV"), new("Remark")],
        [
            .. result.Limits.Select(limit => ImmutableArray.Create<OutcomeCell>(
                Name(limit), limit.Voltage, 1e3 * limit.Uncertainty, limit.Reason)),
        ]);

    private static OutcomeFigure Figure(StabilityResult result)
    {
        ImmutableArray<double> density = [.. result.Curve.CurrentDensity.Select(i => MicroamperesPerSquareCentimetre * Math.Abs(i))];
        StabilityLimit[] found = [.. result.Limits.Where(limit => limit.IsFound)];

        // The first sample of a sweep has hardly any current, which would squeeze everything else on a logarithmic axis.
        double least = LeastShown * MicroamperesPerSquareCentimetre * Math.Abs(result.BaselineCurrent);
        int[] shown = [.. Enumerable.Range(0, density.Length).Where(i => density[i] >= least)];
        return new OutcomeFigure(
            "Current density over voltage, with the limits",
            new OutcomeAxis("Voltage", "V"),
            new OutcomeAxis("Current density", "µA/cm²", Logarithmic: true),
            [
                new OutcomeCurve("Measured", OutcomeMark.Line, [.. shown.Select(i => result.Curve.Voltage[i])], [.. shown.Select(i => density[i])]),
                new OutcomeCurve("Baseline", OutcomeMark.Dashed, result.Curve.Voltage, [.. result.Baseline.Select(i => MicroamperesPerSquareCentimetre * Math.Abs(i))]),
                .. found.Length == 0 ? ImmutableArray<OutcomeCurve>.Empty : [new OutcomeCurve(
                    "Limits", OutcomeMark.Chosen, [.. found.Select(limit => limit.Voltage)], [.. found.Select(limit => At(result, density, limit.Voltage))])],
            ])
        {
            Caption = "Each mark is the limit by one criterion; the table names them.",
        };
    }

    private static double At(StabilityResult result, ImmutableArray<double> density, double voltage)
    {
        int nearest = 0;
        for (int i = 1; i < density.Length; i++)
        {
            nearest = Math.Abs(result.Curve.Voltage[i] - voltage) < Math.Abs(result.Curve.Voltage[nearest] - voltage) ? i : nearest;
        }

        return density[nearest];
    }

    private static ImmutableArray<OutcomeWarning> Warnings(StabilityResult result, StabilityOptions options, NamedMeasurement taken, int measurements)
    {
        var warnings = ImmutableArray.CreateBuilder<OutcomeWarning>();
        void Add(string code, WarningLevel level, FormattableString text) => warnings.Add(new OutcomeWarning(code, level, FormattableString.Invariant(text)));
        double[] limits = [.. result.Limits.Where(limit => limit.IsFound).Select(limit => limit.Voltage)];
        if (limits.Length > 1 && limits.Max() - limits.Min() > 0.1)
        {
            Add("criteria-disagree", WarningLevel.Caution, $"The criteria span {limits.Max() - limits.Min():G3} V on this one sweep, from {limits.Min():G4} V to {limits.Max():G4} V: name the criterion with the limit.");
        }

        if (result.RateSpread > UnevenRate)
        {
            Add("not-a-sweep", WarningLevel.Serious, $"The voltage does not run evenly in time, as it does in a sweep: is this a record at constant current, or a series of holds? Limits read from it mean nothing.");
        }

        if (limits.Length == 0)
        {
            Add("no-limit", WarningLevel.Serious, $"No criterion gives a limit up to {result.Curve.Voltage[^1]:G4} V: the electrolyte is stable there at this rate, or the sweep is too noisy.");
        }

        if (!double.IsFinite(options.BaselineFrom) || !double.IsFinite(options.BaselineTo))
        {
            Add("baseline-chosen", WarningLevel.Notice, $"The window of the baseline, {result.BaselineFrom:G4} V to {result.BaselineTo:G4} V, was chosen by rule: look whether it is flat, or state one.");
        }

        if (result.Limits.Any(limit => limit is { Criterion: StabilityCriterion.FixedCurrent, WithoutBaseline: false, IsFound: false } && limit.Level <= Math.Abs(result.BaselineCurrent)))
        {
            Add("threshold-below-baseline", WarningLevel.Caution, $"A threshold lies below the baseline of {MicroamperesPerSquareCentimetre * Math.Abs(result.BaselineCurrent):G3} µA/cm² and gives no limit.");
        }

        if (!double.IsFinite(result.ScanRate))
        {
            Add("no-scan-rate", WarningLevel.Caution, $"The rate of the sweep is not known: no capacitance is given, and the limit cannot be compared with others; state --scan-rate.");
        }
        else if (result.ScanRate > FastSweep)
        {
            Add("fast-sweep", WarningLevel.Caution, $"The rate of {1e3 * result.ScanRate:G3} mV/s is fast: limits of stability come out too wide.");
        }

        if (measurements > 1)
        {
            Add("one-of-several", WarningLevel.Notice, $"Of {measurements} measurements, '{taken.Title}' was read.");
        }

        return warnings.ToImmutable();
    }
}
