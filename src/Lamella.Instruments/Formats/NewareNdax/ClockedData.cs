using Lamella.Instruments.Bytes;
using Lamella.Instruments.Neware;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.NewareNdax;

/// <summary>Versions 11, 14, 16 and 17: voltage and current of every record in one member, clock and steps in others.</summary>
internal static class ClockedData
{
    private const int RecordLength = 8, PagingVersion = 14;

    private static readonly string[] OfClock =
    [
        "Step Count", "Total Time", "Test Time", "Time", "Chg. Cap.", "DChg. Cap.", "Chg. Energy", "DChg. Energy", "Capacity", "Energy", "Date", "Clock Stored",
    ];

    /// <summary>Reads the records.</summary>
    /// <param name="members">The members of the archive.</param>
    /// <param name="data">The one with the data.</param>
    /// <param name="auxiliaries">Their channels.</param>
    /// <param name="draft">Receives tables, decisions, warnings and what is missing.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    internal static void Read(
        NdaxMembers members, NdcMember data, AuxiliaryChannels auxiliaries, RecordingDraft draft, CancellationToken cancellationToken)
    {
        NdcSlots slots = NdcSlots.Find(data.Bytes, PagingVersion, RecordLength);
        NumberField<float> voltage = new(0), current = new(4);
        RecordField.ReadAll(data.Bytes, slots.Records, [voltage, current], cancellationToken);
        NdcUnits units = Units(members, data, voltage.Numbers, draft);

        var columns = new List<RecordingColumn> { NewareColumns.Index(ColumnValues.Of(slots.Numbers)) };
        RecordingColumn[] signals =
        [
            NewareColumns.Voltage(voltage.Values, units.VoltageUnit, units.VoltsPerCount),
            NewareColumns.Current(current.Values, units.CurrentUnit, units.AmperesPerCount),
        ];
        StepList? steps = members.Find(NdcMember.StepKind) is { } step ? StepList.Read(step.Bytes, units.StepLength, cancellationToken) : null;
        RunInfo? info = members.Find(NdcMember.RunInfoKind) is { } run ? RunInfo.Read(run.Bytes, units.RunInfoLength, cancellationToken) : null;
        bool isClockWhole = members.Find(NdcMember.RunInfoKind) is { IsWhole: true };
        SparseClock? clock = info is { Count: > 0 } ? SparseClock.Fill(slots.Numbers, voltage.Numbers, current.Numbers, info, units, isClockWhole) : null;
        (IEnumerable<RecordingColumn> stepColumns, byte[] types) = StepColumns.Make(slots.Numbers, steps, members.Find(NdcMember.StepKind) is { IsWhole: true }, clock, draft);
        columns.AddRange(stepColumns);
        columns.AddRange(signals);
        if (clock is not null)
        {
            columns.AddRange(ClockColumns(clock, types, units));
            draft.Decide(new Decision(
                DecisionKind.Scope, "Time, capacity, energy", "carried on from stored records",
                $"{clock.IsStored.Count(flag => flag == 1)} of {slots.Numbers.Length} records have a stored clock; column 'Clock Stored' says which"));
            WarnOfUnknownClock(clock, draft);
            BlankBehindTheClock(columns, clock, draft);
        }

        columns.AddRange(auxiliaries.Columns(slots.Numbers, cancellationToken));
        draft.Add(new RecordingTable { Columns = [.. columns], RowCount = slots.Numbers.Length, StatedRowCount = slots.Stated });
        NdaxReport.Completeness(members, data, slots, new() { [NdcMember.RunInfoKind] = info?.Slots, [NdcMember.StepKind] = steps?.Slots }, draft);
        AddTables(info, steps, units, draft);
    }

    private static void AddTables(RunInfo? info, StepList? steps, NdcUnits units, RecordingDraft draft)
    {
        if (steps is not null)
        {
            draft.Add(steps.Table());
        }

        if (info is not null)
        {
            draft.Add(info.Table(units));
        }
    }

    private static NdcUnits Units(NdaxMembers members, NdcMember data, ReadOnlySpan<float> voltage, RecordingDraft draft)
    {
        if (NdcUnits.Of(data.Version) is { } known)
        {
            return known;
        }

        NdcUnits guess = NdcUnits.Guess(members.Find(NdcMember.RunInfoKind)?.Bytes ?? [], voltage);
        draft.Warn(FormattableString.Invariant(
            $"Version {data.Version} of '{data.Name}' is not known; voltages were taken in {guess.VoltageUnit} and currents in {guess.CurrentUnit} from their size. Compare with an export of BTSDA."));
        return guess;
    }

    private static IEnumerable<RecordingColumn> ClockColumns(SparseClock clock, byte[] types, NdcUnits units)
    {
        double[][] sums = clock.Sums;
        return
        [
            NewareColumns.StepTime(ColumnValues.Of(clock.StepTime), "ms", 1e-3, isDerived: true),
            NewareColumns.StepCharge("Chg. Cap.", ColumnValues.Of(sums[0]), units.ChargeUnit, units.CoulombsPerCount, isDerived: true),
            NewareColumns.StepCharge("DChg. Cap.", ColumnValues.Of(sums[1]), units.ChargeUnit, units.CoulombsPerCount, isDerived: true),
            NewareColumns.StepEnergy("Chg. Energy", ColumnValues.Of(sums[2]), units.EnergyUnit, units.CoulombsPerCount, isDerived: true),
            NewareColumns.StepEnergy("DChg. Energy", ColumnValues.Of(sums[3]), units.EnergyUnit, units.CoulombsPerCount, isDerived: true),
            NewareColumns.StepCharge(
                "Capacity", ColumnValues.Of(NewareColumns.Shown(sums[0], sums[1], types)), units.ChargeUnit, units.CoulombsPerCount, isDerived: true),
            NewareColumns.StepEnergy(
                "Energy", ColumnValues.Of(NewareColumns.Shown(sums[2], sums[3], types)), units.EnergyUnit, units.CoulombsPerCount, isDerived: true),
            NewareColumns.UnixTime(ColumnValues.Of(clock.Date), "ms", 1e-3) with { IsDerived = true },
            new() { Name = "Clock Stored", Values = ColumnValues.Of(clock.IsStored), IsDerived = true },
        ];
    }

    /// <summary>Leaves blank what comes from the clock where the stored one ended because the file is cut: it cannot be carried on.</summary>
    private static void BlankBehindTheClock(List<RecordingColumn> columns, SparseClock clock, RecordingDraft draft)
    {
        int unknown = clock.Run.Length - clock.Known;
        for (int i = 0; unknown > 0 && i < columns.Count; i++)
        {
            if (OfClock.Contains(columns[i].Name))
            {
                double[] values = columns[i].Values.ToNumbers();
                values.AsSpan(clock.Known).Fill(double.NaN);
                columns[i] = columns[i] with { Values = ColumnValues.Of(values) };
            }
        }

        if (unknown > 0)
        {
            draft.Warn(FormattableString.Invariant($"The last {unknown} records have no time and no capacity: the stored clock was cut."));
        }
    }

    private static void WarnOfUnknownClock(SparseClock clock, RecordingDraft draft)
    {
        if (clock.Unknown > 0)
        {
            draft.Warn(FormattableString.Invariant(
                $"{clock.Unknown} records at the beginning have no stored clock before them; their times are given as 0."));
        }
    }
}
