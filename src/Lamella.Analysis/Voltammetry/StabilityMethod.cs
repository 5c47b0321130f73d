using System.Collections.Immutable;
using Lamella.Analysis.Common;

namespace Lamella.Analysis.Voltammetry;

/// <summary>Reads the limit of electrochemical stability from a linear sweep by several criteria at once.</summary>
/// <remarks>
/// <para>A limit depends on its criterion, on the rate of the sweep and on the electrode: one without a named criterion says
/// nothing. <b>Fixed current</b>: |i| reaches a value. <b>Multiple</b>: |i| reaches m times the baseline. <b>Tangent</b>: the
/// line through the rise between 10 % and 90 % of the largest excess meets the baseline. <b>Departure</b>: the mean of eleven
/// neighbours leaves the baseline by k standard deviations for good. <b>Steepest tangent</b> and <b>first run</b> look at the rise itself:
/// the tangent at its steepest point, and the first samples in a row above the noise (<see cref="StabilityOptions"/>).</para>
/// <para>The baseline is a straight line fitted to a window before the rise. It holds the capacitive current C·dV/dt and every
/// leak; where that is taken away the limits are later. Xu, Chem. Rev. 104 (2004) 4303, <see href="https://doi.org/10.1021/cr030203g"/>, on how arbitrary a
/// cut-off current is.</para>
/// </remarks>
public static class StabilityMethod
{
    private const int FewestSamples = 20;
    private const int FewestOfBaseline = 3;
    private const int Neighbours = 5; // to either side, in a running mean
    private const double WidestRatio = 1.5; // of the currents about a crossing
    private const int MostNeighbours = 25, FewNeighbours = 3;
    private const double LowPart = 0.1, HighPart = 0.9;

    /// <summary>Finds the limits.</summary>
    /// <param name="curve">The sweep; of a cyclic one the longest run in the direction of the limit is read.</param>
    /// <param name="options">The criteria; null for the usual ones.</param>
    /// <returns>The limits and the baseline.</returns>
    /// <exception cref="ArgumentException">The sweep has too few samples in that direction, or the window of the baseline has.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static StabilityResult Find(VoltammetryCurve curve, StabilityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(curve);
        options ??= new StabilityOptions();
        options.Validate();
        VoltammetryCurve part = curve.Longest(rising: !options.Reduction);
        if (part.Voltage.Length < FewestSamples)
        {
            string direction = options.Reduction ? "falls" : "rises";
            throw new ArgumentException(FormattableString.Invariant(
                $"The sweep has {part.Voltage.Length} samples while the voltage {direction}; at least {FewestSamples} are needed to find a limit of {(options.Reduction ? "reduction" : "oxidation")}."), nameof(curve));
        }

        VoltammetryCurve read = options.Reduction ? part.Turned() : part;
        (double from, double to) = Window(read, options);
        StraightLine line = Baseline(read, from, to);
        double[] voltage = [.. read.Voltage], current = [.. read.CurrentDensity];
        double[] baseline = [.. voltage.Select(line.At)];
        double[] excess = [.. current.Zip(baseline, (i, b) => i - b)];
        double middle = line.At(0.5 * (from + to)), sign = options.Reduction ? -1.0 : 1.0;
        ImmutableArray<StabilityLimit> limits =
        [
            .. options.Thresholds.SelectMany(level => new[] { Fixed(voltage, excess, baseline, level, false), Fixed(voltage, excess, baseline, level, true) }),
            .. options.Multiples.Select(multiple => Multiple(voltage, excess, baseline, multiple)),
            Tangent(voltage, current, baseline, line),
            StabilityRise.SteepestTangent(voltage, current, line, to, options),
            Departure(voltage, excess, to, options.Departure, line.Deviation),
            StabilityRise.FirstRun(voltage, excess, from, to, options),
        ];
        return new StabilityResult
        {
            Limits = [.. limits.Select(limit => limit with { Voltage = sign * limit.Voltage })],
            BaselineFrom = Math.Min(sign * from, sign * to),
            BaselineTo = Math.Max(sign * from, sign * to),
            BaselineCurrent = sign * middle,
            BaselineNoise = line.Deviation,
            BaselineSlope = line.Slope,
            LargestCapacitance = Math.Abs(middle) / curve.ScanRate,
            ScanRate = curve.ScanRate,
            RateSpread = part.RateSpread(),
            Curve = part,
            Baseline = [.. baseline.Select(value => sign * value)],
        };
    }

    private static (double From, double To) Window(VoltammetryCurve read, StabilityOptions options)
    {
        double begin = read.Voltage[0], range = read.Voltage[^1] - begin, sign = options.Reduction ? -1.0 : 1.0;
        double[] ends = [sign * options.BaselineFrom, sign * options.BaselineTo];
        if (double.IsFinite(ends[0]) && double.IsFinite(ends[1]))
        {
            Array.Sort(ends);
        }

        return (double.IsFinite(ends[0]) ? ends[0] : begin + (0.05 * range), double.IsFinite(ends[1]) ? ends[1] : begin + (0.3 * range));
    }

    private static StraightLine Baseline(VoltammetryCurve read, double from, double to)
    {
        const double round = 1e-9; // [V]; ends count as inside
        int[] inside = [.. Enumerable.Range(0, read.Voltage.Length).Where(i => read.Voltage[i] >= from - round && read.Voltage[i] <= to + round)];
        StraightLine? line = inside.Length < FewestOfBaseline ? null
            : StraightLine.Fit([.. inside.Select(i => read.Voltage[i])], [.. inside.Select(i => read.CurrentDensity[i])]);
        return line ?? throw new ArgumentException(FormattableString.Invariant(
            $"The window of the baseline, {Math.Abs(from):G5} V to {Math.Abs(to):G5} V, holds {inside.Length} samples; at least {FewestOfBaseline} at different voltages are needed."), nameof(read));
    }

    private static StabilityLimit Fixed(double[] voltage, double[] excess, double[] baseline, double level, bool corrected)
    {
        bool isAbove = !corrected && baseline[0] >= level;
        return Limit(
            StabilityCriterion.FixedCurrent, level, corrected,
            isAbove ? null : Crossing(voltage, excess, i => corrected ? level : level - baseline[i]),
            isAbove ? "the baseline is above it already" : "the current does not reach it");
    }

    private static StabilityLimit Multiple(double[] voltage, double[] excess, double[] baseline, double multiple)
    {
        bool isUseless = baseline.Any(value => value <= 0.0);
        return Limit(
            StabilityCriterion.MultipleOfBaseline, multiple, false,
            isUseless ? null : Crossing(voltage, excess, i => (multiple - 1.0) * baseline[i]),
            isUseless ? "the baseline is not above zero throughout" : "the current does not reach it");
    }

    private static StabilityLimit Limit(StabilityCriterion criterion, double level, bool corrected, (double Voltage, double Uncertainty)? found, string reason) =>
        found is var (voltage, uncertainty)
            ? new StabilityLimit(criterion, level, corrected, voltage, uncertainty, string.Empty)
            : new StabilityLimit(criterion, level, corrected, double.NaN, double.NaN, reason);

    /// <summary>Finds where the excess over the baseline rises above a level for good, from a line through its logarithms about that place.</summary>
    private static (double Voltage, double Uncertainty)? Crossing(double[] voltage, double[] excess, Func<int, double> level)
    {
        double[] smooth = StabilityRise.Means(excess, [.. Enumerable.Repeat(Neighbours, excess.Length)]);
        int last = excess.Length - 1;
        while (last >= 0 && smooth[last] >= level(last))
        {
            last--;
        }

        int at = last + 1; // the first sample from which the mean stays above
        if (at == 0 || at >= excess.Length)
        {
            return null;
        }

        int reach = 2;
        while (reach < MostNeighbours && at - reach - 1 >= 0 && at + reach < excess.Length
            && smooth[at + reach] < WidestRatio * level(at) && smooth[at - reach - 1] > level(at) / WidestRatio)
        {
            reach++;
        }

        int from = Math.Max(0, at - reach), to = Math.Min(excess.Length - 1, at + reach - 1);
        bool isLogarithmic = Enumerable.Range(from, to - from + 1).All(i => excess[i] > 0.0 && level(i) > 0.0);
        double[] y = [.. Enumerable.Range(from, to - from + 1).Select(i => isLogarithmic ? Math.Log(excess[i] / level(i)) : excess[i] - level(i))];
        if (StraightLine.Fit(voltage.AsSpan(from, y.Length), y) is not { Slope: > 0.0 } line)
        {
            return null;
        }

        // Where samples are far apart the shape between them is not known: the chord of the two neighbours says by how much.
        double place = Math.Clamp(-line.Intercept / line.Slope, voltage[from], voltage[from + y.Length - 1]), noise = line.Deviation / (line.Slope * Math.Sqrt(line.Count));
        (double before, double after) = (y[at - 1 - from], y[at - from]);
        double chord = voltage[at - 1] - (before * (voltage[at] - voltage[at - 1]) / (after - before));
        return (place, reach > FewNeighbours || !double.IsFinite(chord) ? noise : Math.Sqrt((noise * noise) + ((chord - place) * (chord - place))));
    }

    private static StabilityLimit Tangent(double[] voltage, double[] current, double[] baseline, StraightLine line)
    {
        double largest = 0.0;
        int top = 0;
        for (int i = 0; i < current.Length; i++)
        {
            (largest, top) = current[i] - baseline[i] > largest ? (current[i] - baseline[i], i) : (largest, top);
        }

        int bottom = top;
        while (bottom > 0 && current[bottom - 1] - baseline[bottom - 1] > LowPart * largest)
        {
            bottom--;
        }

        int[] rise = [.. Enumerable.Range(bottom, top - bottom + 1).Where(i => current[i] - baseline[i] <= HighPart * largest)];
        StraightLine? tangent = rise.Length < 3 || largest < 10.0 * line.Deviation ? null
            : StraightLine.Fit([.. rise.Select(i => voltage[i])], [.. rise.Select(i => current[i])]);
        if (tangent is not { } found || found.Slope <= line.Slope)
        {
            return new StabilityLimit(StabilityCriterion.Tangent, double.NaN, true, double.NaN, double.NaN, "there is no rise above the noise of the baseline with at least three samples");
        }

        double steeper = found.Slope - line.Slope, place = (line.Intercept - found.Intercept) / steeper;
        double variance = (found.InterceptUncertainty * found.InterceptUncertainty) + (2.0 * place * found.Covariance) + (place * place * found.SlopeUncertainty * found.SlopeUncertainty);
        return new StabilityLimit(StabilityCriterion.Tangent, double.NaN, true, place, Math.Sqrt(Math.Max(0.0, variance)) / steeper, string.Empty);
    }

    private static StabilityLimit Departure(double[] voltage, double[] excess, double after, double factor, double noise)
    {
        double[] smooth = StabilityRise.Means(excess, [.. Enumerable.Repeat(Neighbours, excess.Length)]);
        int last = excess.Length - 1;
        while (last >= 0 && smooth[last] > factor * noise)
        {
            last--;
        }

        int at = last + 1;
        return at < excess.Length && at > 0 && voltage[at] > after
            ? new StabilityLimit(StabilityCriterion.DepartureFromBaseline, factor, true, voltage[at], Math.Abs(voltage[at] - voltage[at - 1]) / Math.Sqrt(12.0), string.Empty)
            : new StabilityLimit(StabilityCriterion.DepartureFromBaseline, factor, true, double.NaN, double.NaN, at > 0 && at < excess.Length ? "the current has left the baseline within its window" : "the current does not leave the baseline for good");
    }
}
