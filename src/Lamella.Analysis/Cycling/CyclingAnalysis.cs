using System.Collections.Immutable;
using Lamella.Analysis.Common;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Cycling;

/// <summary>Reads capacities, efficiencies, fade, rate capability and polarisation from cycling records.</summary>
public static class CyclingAnalysis
{
    private const double SecondsPerHour = 3600.0;
    private const int FewestForGrowth = 4;
    private const double Whole = 0.5; // of the largest capacity: less at a lower rate is a partial cycle
    private const int FewestCompared = 3; // a rate that fewer cycles share tells nothing about fade

    /// <summary>Analyses the records of one cell: <c>CyclingAnalysis.Run([series])</c>.</summary>
    /// <param name="records">The records in the order of time.</param>
    /// <param name="options">How to read them; null for the defaults.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>What the records say.</returns>
    /// <exception cref="ArgumentException">No current flows in the records, or an option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static CyclingResult Run(ImmutableArray<TimeSeries> records, CyclingOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new CyclingOptions();
        ImmutableArray<RecordedCycle> recorded = CycleTable.Split(records, options);
        ImmutableArray<CycleRecord> cycles = [.. recorded.Select(cycle => cycle.Record)];
        if (cycles.IsEmpty)
        {
            throw new ArgumentException("No current flows in the records: there is no cycle to read. Name records of charges and discharges.", nameof(records));
        }

        ImmutableArray<CycleRecord> complete = [.. cycles.Where(cycle => cycle.IsComplete && CyclingResult.CapacityOf(cycle) > 0.0)];
        CycleRecord? reference = options.ReferenceCycle == 0 ? complete.FirstOrDefault() : complete.FirstOrDefault(cycle => cycle.Number == options.ReferenceCycle);
        if (reference is null && options.ReferenceCycle > 0)
        {
            throw new ArgumentException(
                $"Cycle {options.ReferenceCycle} cannot be the reference: of {cycles.Length} cycles, {complete.Length} are complete{(complete.IsEmpty ? string.Empty : $", from {complete[0].Number} to {complete[^1].Number}")}.", nameof(options));
        }

        ImmutableArray<RateRecord> rates = Rates([.. cycles.Where(cycle => !cycle.IsCutShort && CyclingResult.CapacityOf(cycle) > 0.0)], options);
        ImmutableArray<CycleRecord> compared = Compared(complete, rates, reference);
        cancellation.ThrowIfCancellationRequested();
        return new CyclingResult
        {
            Cycles = cycles,
            ReferenceCycle = reference?.Number ?? 0,
            ReferenceCapacity = reference is null ? null : CyclingResult.CapacityOf(reference),
            Rates = rates,
            RateLaw = Law(rates, cancellation),
            Compared = [.. compared.Select(cycle => cycle.Number)],
            Fade = Fade(compared, options),
            Polarisation = Growth(compared),
            MeanEfficiency = Mean([.. compared.Skip(1).Select(cycle => cycle.CoulombicEfficiency).OfType<double>()]),
            Curves = DifferentialCurves.Of([.. recorded.Where(cycle => complete.Contains(cycle.Record))], options.VoltageSmoothing, cancellation),
        };
    }

    /// <summary>Fits the law of rates from the reference rate on; a partial cycle at a lower one is no capacity.</summary>
    private static RateLawResult? Law(ImmutableArray<RateRecord> rates, CancellationToken cancellation)
    {
        RateRecord[] usable = [.. rates.SkipWhile(rate => rate.Share < Whole)];
        return usable.Length < RateFit.FewestRates ? null
            : RateFit.Run([.. usable.Select(rate => rate.Current)], [.. usable.Select(rate => rate.Capacity.Value)], cancellation);
    }

    /// <summary>Groups cycles by their current, neighbours within the tolerance together.</summary>
    private static ImmutableArray<RateRecord> Rates(ImmutableArray<CycleRecord> cycles, CyclingOptions options)
    {
        var groups = new List<List<CycleRecord>>();
        foreach (CycleRecord cycle in cycles.OrderBy(CurrentOf))
        {
            if (groups.Count == 0 || CurrentOf(cycle) > (1.0 + options.RateTolerance) * CurrentOf(groups[^1][0]))
            {
                groups.Add([]);
            }

            groups[^1].Add(cycle);
        }

        Uncertain[] capacities = [.. groups.Select(group => Mean([.. group.Select(cycle => CyclingResult.CapacityOf(cycle)!.Value)])!.Value)];
        int usual = ReferenceRate(capacities);
        double nominal = options.NominalCapacity ?? (capacities.Length > 0 ? capacities[usual].Value : double.NaN);
        return
        [
            .. groups.Select((group, i) => new RateRecord
            {
                Current = group.Average(CurrentOf),
                CRate = group.Average(CurrentOf) * SecondsPerHour / nominal,
                Capacity = group.Count > 1 ? capacities[i] : capacities[i] with { Uncertainty = group[0].CapacityUncertainty },
                Share = capacities[i].Value / capacities[usual].Value,
                Cycles = [.. group.Select(cycle => cycle.Number).Order()],
            }),
        ];
    }

    /// <summary>Returns the lowest rate that is no partial cycle: its capacity is at least half of the largest.</summary>
    private static int ReferenceRate(Uncertain[] capacities)
    {
        double half = Whole * capacities.Select(capacity => capacity.Value).DefaultIfEmpty(0.0).Max();
        return Math.Max(0, Array.FindIndex(capacities, capacity => capacity.Value >= half));
    }

    private static double CurrentOf(CycleRecord cycle) => (cycle.BeginsWithCharge ? cycle.DischargeCurrent : cycle.ChargeCurrent) ?? 0.0;

    /// <summary>Takes the cycles of the most frequent rate from the reference on: a change of rate is no fade.</summary>
    private static ImmutableArray<CycleRecord> Compared(ImmutableArray<CycleRecord> complete, ImmutableArray<RateRecord> rates, CycleRecord? reference)
    {
        RateRecord? rate = rates.OrderByDescending(item => item.Cycles.Length).FirstOrDefault();
        return rate is null || reference is null || rate.Cycles.Length < FewestCompared ? []
            : [.. complete.Where(cycle => rate.Cycles.Contains(cycle.Number) && cycle.Number >= reference.Number)];
    }

    private static FadeResult? Fade(ImmutableArray<CycleRecord> compared, CyclingOptions options) => compared.Length < FadeModels.FewestCycles ? null
        : FadeModels.Fit(
            [.. compared.Select(cycle => (double)cycle.Number)], [.. compared.Select(cycle => CyclingResult.CapacityOf(cycle)!.Value)],
            options with { ReferenceCycle = compared[0].Number });

    private static PolarisationGrowth? Growth(ImmutableArray<CycleRecord> compared)
    {
        CycleRecord[] usable = [.. compared.Where(cycle => cycle.Polarisation is not null)];
        if (usable.Length < FewestForGrowth)
        {
            return null;
        }

        double[] x = [.. usable.Select(cycle => (double)(cycle.Number - usable[0].Number))], y = [.. usable.Select(cycle => cycle.Polarisation!.Value)];
        StraightLine line = StraightLine.Fit(x, y)!;
        double widening = ResidualNoise.Widening([.. x.Select((at, i) => y[i] - line.At(at))]);
        return new PolarisationGrowth
        {
            Initial = new Uncertain(line.Intercept, widening * line.InterceptUncertainty),
            PerCycle = new Uncertain(line.Slope, widening * line.SlopeUncertainty),
            Count = usable.Length,
        };
    }

    private static Uncertain? Mean(double[] values)
    {
        if (values.Length == 0)
        {
            return null;
        }

        double mean = values.Average(), squares = values.Sum(value => (value - mean) * (value - mean));
        return new Uncertain(mean, values.Length > 1 ? Math.Sqrt(squares / (values.Length - 1) / values.Length) : 0.0);
    }
}
