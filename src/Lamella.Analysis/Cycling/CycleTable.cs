using System.Collections.Immutable;
using Lamella.Analysis.Common;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Cycling;

/// <summary>Finds the cycles of records.</summary>
public static class CycleTable
{
    private const double Whole = 0.5; // of the median charge: a first half cycle below it is partial
    private const double CutShort = 0.9; // of the one before it
    private const double SameCurrent = 0.1;

    /// <summary>Finds the cycles of the records of one cell.</summary>
    /// <param name="records">The records in the order of time.</param>
    /// <param name="options">How to read them.</param>
    /// <returns>The cycles, numbered from 1; none where no current flows.</returns>
    /// <remarks>The counter of the instrument is not used: makers count formation, pulses and partial cycles in their own ways.</remarks>
    public static ImmutableArray<CycleRecord> Find(ImmutableArray<TimeSeries> records, CyclingOptions options) => [.. Split(records, options).Select(cycle => cycle.Record)];

    /// <summary>Finds the cycles with the stretches of the records that they were read from.</summary>
    internal static ImmutableArray<RecordedCycle> Split(ImmutableArray<TimeSeries> records, CyclingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        ImmutableArray<RecordedHalf> halves =
        [
            .. records.SelectMany(series => CurrentSegments.HalfCycles(series, CurrentSegments.Find(series), options.SmallestHalfCycle), (series, half) => new RecordedHalf(series, half)),
        ];
        int beginning = Beginning(halves, options.Beginning);
        var cycles = ImmutableArray.CreateBuilder<RecordedCycle>();
        for (int i = 0; i < halves.Length;)
        {
            RecordedHalf? first = halves[i].Half.Direction == beginning ? halves[i] : null;
            int next = first is null ? i : i + 1;
            RecordedHalf? second = next < halves.Length && halves[next].Half.Direction != beginning ? halves[next] : null;
            (RecordedHalf? charge, RecordedHalf? discharge) = beginning == 1 ? (first, second) : (second, first);
            cycles.Add(new RecordedCycle(Make(cycles.Count > 0 ? cycles[^1].Record : null, first, second, beginning == 1), charge, discharge));
            i = second is null ? next : next + 1;
        }

        return cycles.ToImmutable();
    }

    private static int Beginning(ImmutableArray<RecordedHalf> halves, CycleBeginning wanted)
    {
        if (wanted != CycleBeginning.Automatic || halves.IsEmpty)
        {
            return wanted == CycleBeginning.Discharge ? -1 : 1;
        }

        if (halves.All(item => item.Half.Direction == halves[0].Half.Direction))
        {
            return -halves[0].Half.Direction; // discharges alone, as in a rate test that charges elsewhere, are what comes back
        }

        double median = halves.Select(item => item.Half.Charge).Order().ElementAt(halves.Length / 2);
        return halves.First(item => item.Half.Charge >= Whole * median).Half.Direction;
    }

    private static CycleRecord Make(CycleRecord? before, RecordedHalf? first, RecordedHalf? second, bool beginsWithCharge)
    {
        (RecordedHalf? charge, RecordedHalf? discharge) = beginsWithCharge ? (first, second) : (second, first);
        double? current = Current(second), usual = before is null ? null : beginsWithCharge ? before.DischargeCurrent : before.ChargeCurrent;
        bool isCutShort = second is { } last && last.Half.Last == last.Series.Length - 1
            && before is not null && last.Half.Charge < CutShort * CyclingResult.CapacityOf(before) && Math.Abs((current / usual - 1.0) ?? 1.0) < SameCurrent;
        return new CycleRecord
        {
            Number = (before?.Number ?? 0) + 1,
            IsComplete = first is not null && second is not null && !isCutShort,
            IsCutShort = isCutShort,
            BeginsWithCharge = beginsWithCharge,
            Start = (first ?? second)!.Half.Start,
            ChargeCapacity = charge?.Half.Charge,
            DischargeCapacity = discharge?.Half.Charge,
            CapacityUncertainty = discharge?.Half.ChargeUncertainty ?? 0.0,
            ChargeEnergy = charge?.Half.Energy,
            DischargeEnergy = discharge?.Half.Energy,
            MeanChargeVoltage = charge?.Half.MeanVoltage,
            MeanDischargeVoltage = discharge?.Half.MeanVoltage,
            ChargeCurrent = Current(charge),
            DischargeCurrent = Current(discharge),
        };
    }

    /// <summary>Returns the median of the current over time where it flows, in the direction of the half cycle, as a size.</summary>
    private static double? Current(RecordedHalf? half)
    {
        if (half is not (var series, var part))
        {
            return null;
        }

        var weighted = new List<(double Current, double Charge)>(part.Count);
        for (int i = part.First; i <= part.Last; i++)
        {
            double before = i > part.First ? series.Time[i] - series.Time[i - 1] : 0.0, after = i < part.Last ? series.Time[i + 1] - series.Time[i] : 0.0;
            double current = part.Direction * series.Current[i];
            if (current > 0.0)
            {
                weighted.Add((current, current * (before + after)));
            }
        }

        weighted.Sort();
        double half50 = 0.5 * weighted.Sum(item => item.Charge), sum = 0.0;
        return weighted.First(item => (sum += item.Charge) >= half50).Current;
    }
}

/// <summary>A half cycle and the record it was read from.</summary>
internal sealed record RecordedHalf(TimeSeries Series, CurrentSegment Half);

/// <summary>A cycle and the half cycles it was made from; null where one is missing.</summary>
internal sealed record RecordedCycle(CycleRecord Record, RecordedHalf? Charge, RecordedHalf? Discharge);
