using System.Collections.Immutable;
using Lamella.Analysis.Common;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Plating;

/// <summary>Reads overpotentials, the critical current, shorts, efficiency and the lithium inventory from records of plating and stripping.</summary>
public static class PlatingAnalysis
{
    private const double Offset = 1e-3; // [V]
    private const double NoiseOfASign = 5.0;
    private const double OddOnes = 0.1;

    /// <summary>Analyses the records of one cell: <c>PlatingAnalysis.Run([series], [], new PlatingOptions { Area = 1.131e-4 })</c>.</summary>
    /// <param name="records">Time series in the order of time, at least one with a current.</param>
    /// <param name="spectra">Spectra taken in between, in the order of time; may be none.</param>
    /// <param name="options">Area and how to read.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>What the records say.</returns>
    /// <exception cref="ArgumentException">No current flows in the records, or an option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static PlatingResult Run(
        ImmutableArray<TimeSeries> records, ImmutableArray<Spectrum> spectra, PlatingOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        ImmutableArray<HalfCycleRecord> halves = HalfCycleReader.Read(records, options.Area);
        if (halves.IsEmpty)
        {
            throw new ArgumentException("No half cycle of at least four samples carries a current: there is nothing to read. Name records of plating and stripping.", nameof(records));
        }

        cancellation.ThrowIfCancellationRequested();
        bool isOverpotential = options.Cell != PlatingCell.AnodeFree && FollowsTheCurrent(halves);
        ImmutableArray<SpectrumArc> arcs = SpectrumPlacement.Place(SpectrumArc.Read(spectra), spectra.Length, halves, options);
        ImmutableArray<ShortFinding> shorts = WithArcs(isOverpotential ? new ShortDetector(options).Find(halves) : [], arcs, options);
        EfficiencyResult? efficiency = EfficiencyMethods.Find(records, options);
        ShortFinding? first = shorts.FirstOrDefault(finding => finding.HalfCycle > 0);
        (double net, double excursion) = Balance(halves);
        return new PlatingResult
        {
            HalfCycles = halves,
            IsOverpotential = isOverpotential,
            Shorts = shorts,
            Critical = options.Cell == PlatingCell.Symmetric && isOverpotential ? CriticalCurrentResult.Of(halves, shorts) : null,
            Arcs = arcs,
            Efficiency = efficiency,
            Inventory = efficiency is null ? null : Inventory(records, options, efficiency),
            CumulativeCharge = halves[^1].CumulativeCharge,
            SoundCharge = first is null ? halves[^1].CumulativeCharge : halves[first.HalfCycle - 1].CumulativeCharge - halves[first.HalfCycle - 1].ArealCharge,
            NetCharge = net,
            LargestExcursion = excursion,
        };
    }

    /// <summary>Tells whether nearly every half cycle has its voltage in the direction of its current; noise and an offset of a millivolt are no sign.</summary>
    private static bool FollowsTheCurrent(ImmutableArray<HalfCycleRecord> halves) =>
        halves.Count(half => half.Plateau < -Math.Max(Offset, NoiseOfASign * half.Noise)) <= OddOnes * halves.Length;

    /// <summary>Adds the collapse of an arc: to the short of the time since the spectrum before, as further evidence, or as a finding of its own.</summary>
    private static ImmutableArray<ShortFinding> WithArcs(ImmutableArray<ShortFinding> shorts, ImmutableArray<SpectrumArc> arcs, PlatingOptions options)
    {
        if (SpectrumArc.Collapse(arcs) is not var (collapsed, before))
        {
            return shorts;
        }

        int since = arcs.LastOrDefault(arc => arc.Number < collapsed.Number)?.AfterHalfCycle ?? 0;
        string place = collapsed.AfterHalfCycle is { } behind ? FormattableString.Invariant($", taken behind half cycle {behind}; the one before behind half cycle {since}") : string.Empty;
        var item = new EvidenceItem(ShortEvidence.ArcCollapse, FormattableString.Invariant(
            $"the arcs of spectrum {collapsed.Number} of {arcs[^1].Number} are {collapsed.Width:G3} Ω wide after {before:G3} Ω{place}"));
        ShortFinding? same = shorts.FirstOrDefault(finding => collapsed.AfterHalfCycle is not { } after || (finding.HalfCycle > since && finding.HalfCycle <= after));
        if (same is not null)
        {
            return shorts.Replace(same, same with { Evidence = same.Evidence.Add(item) });
        }

        var alone = new ShortFinding
        {
            Kind = collapsed.Width < options.HardShare * before ? ShortKind.Hard : ShortKind.Soft,
            HalfCycle = collapsed.AfterHalfCycle ?? 0,
            Time = collapsed.Time,
            Evidence = [item],
        };
        return [.. shorts.Append(alone).OrderBy(finding => finding.HalfCycle)];
    }

    private static (double Net, double Excursion) Balance(ImmutableArray<HalfCycleRecord> halves)
    {
        double net = 0.0, excursion = 0.0;
        foreach (HalfCycleRecord half in halves)
        {
            net += half.Polarity * half.ArealCharge;
            excursion = Math.Max(excursion, Math.Abs(net));
        }

        return (net, excursion);
    }

    private static InventoryResult Inventory(ImmutableArray<TimeSeries> records, PlatingOptions options, EfficiencyResult efficiency)
    {
        int plating = options.Cell == PlatingCell.AnodeFree ? 1 : -1;
        ImmutableArray<CurrentSegment> segments = [.. records.SelectMany(series => CurrentSegments.Find(series))];
        double plated = segments.Where(segment => segment.Direction == plating).Sum(segment => segment.Charge) / options.Area;
        double stripped = segments.Where(segment => segment.Direction != plating).Sum(segment => segment.Charge) / options.Area;
        double cycled = efficiency.Cycles.IsEmpty ? 0.0 : efficiency.Cycles.Average(cycle => cycle.Plated);
        return new InventoryResult
        {
            Plated = plated,
            Stripped = stripped,
            Reserve = options.Reserve,
            CyclesUntilEmpty = options.Reserve is { } reserve && cycled > 0.0 && efficiency.Loss.Value > 0.0
                ? InventoryResult.Lifetime(reserve, cycled, efficiency.Loss.Value) : null,
        };
    }
}
