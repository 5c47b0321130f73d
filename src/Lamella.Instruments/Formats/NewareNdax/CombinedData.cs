using Lamella.Instruments.Bytes;
using Lamella.Instruments.Neware;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.NewareNdax;

/// <summary>Versions 2 and 5: everything of a record in one member, much like the 86 bytes of <c>.nda</c>.</summary>
internal static class CombinedData
{
    private const int Length = 87, Device = 7; // version 2 names the device in each record
    private const double MilliamperesPerAmpere = 1e3;

    /// <summary>Reads the records.</summary>
    /// <param name="members">The members of the archive.</param>
    /// <param name="data">The one with the data.</param>
    /// <param name="auxiliaries">Their channels.</param>
    /// <param name="options">What the user overrides.</param>
    /// <param name="draft">Receives tables, decisions, warnings and what is missing.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    internal static void Read(
        NdaxMembers members, NdcMember data, AuxiliaryChannels auxiliaries, ImportOptions options, RecordingDraft draft,
        CancellationToken cancellationToken)
    {
        int shift = data.Version <= 2 ? Device : 0, rangeAt = shift + 75, sumsAt = shift + 36;
        double asked = options.CurrentPerCount is { } ampere ? 1.0 / (ampere * MilliamperesPerAmpere) : 0.0;
        NdcSlots slots = NdcSlots.Find(data.Bytes, data.Version, Length + shift);
        var number = new NumberField<uint>(shift + 1);
        var cycle = new NumberField<uint>(shift + 5, add: 1);
        var step = new NumberField<byte>(shift + 9);
        var type = new NumberField<byte>(shift + 10);
        var name = new LookupField(shift + 10, StepTypes.Names());
        var counter = new NumberField<byte>(shift + 11);
        var time = new NumberField<ulong>(shift + 16);
        var voltage = new NumberField<int>(shift + 24);
        var current = new RangedField<int>(shift + 28, rangeAt, asked);
        RangedField<long>[] sums = [.. Enumerable.Range(0, 4).Select(i => new RangedField<long>(sumsAt + (i * sizeof(long)), rangeAt, asked))];
        var date = new ComputedField((bytes, record) => WallClock.Seconds(bytes, record + shift + 68));
        var range = new NumberField<int>(rangeAt);
        var total = new NumberField<ulong>(shift + 79);
        RecordField.ReadAll(
            data.Bytes, slots.Records, [number, cycle, step, type, name, counter, time, voltage, current, .. sums, date, range, total],
            cancellationToken);

        var columns = new List<RecordingColumn>
        {
            NewareColumns.Index(number.Values),
            NewareColumns.Cycle(cycle.Values),
            NewareColumns.Step(step.Values),
            NewareColumns.StepType(name.Values),
            new() { Name = "Step Counter", Values = counter.Values },
            NewareColumns.StepTime(time.Values, "ms", 1e-3),
            new() { Name = "Stored Total Time", Unit = "ms", Values = total.Values, Scale = ColumnScale.Of(1e-3, "s"), Scope = ColumnScope.Test },
            NewareColumns.Voltage(voltage.Values, "0.1 mV", 1e-4),
            NewareColumns.Current(current.Values, "mA", 1e-3),
            NewareColumns.StepCharge("Chg. Cap.", sums[0].Values, "mAs", 1e-3),
            NewareColumns.StepCharge("DChg. Cap.", sums[1].Values, "mAs", 1e-3),
            NewareColumns.StepEnergy("Chg. Energy", sums[2].Values, "mWs", 1e-3),
            NewareColumns.StepEnergy("DChg. Energy", sums[3].Values, "mWs", 1e-3),
            new() { Name = "Range", Unit = "mA", Values = range.Values, Scale = ColumnScale.Of(1e-3, "A") },
        };
        columns.AddRange(WallClock.Columns(date.Numbers, options, draft));
        UnknownRanges.Flag(data.Bytes, slots.Records, shift + 28, sumsAt, range.Numbers, asked > 0.0, columns, draft, cancellationToken);
        columns.AddRange(auxiliaries.Columns(number.Numbers, cancellationToken));
        int[] runs = StepRuns.Count<byte>(cycle.Numbers, step.Numbers, counter.Numbers);
        columns.Add(NewareColumns.StepCount(runs));
        columns.Add(NewareColumns.TotalTime(ColumnValues.Of(StepRuns.TotalTime(runs, time.Numbers, 1e3)), "s", 1.0)); // the stored one is 0 where a step begins
        columns.Add(NewareColumns.StepCharge(
            "Capacity", ColumnValues.Of(NewareColumns.Shown(sums[0].Numbers, sums[1].Numbers, type.Numbers)), "mAs", 1e-3, isDerived: true));
        columns.Add(NewareColumns.StepEnergy(
            "Energy", ColumnValues.Of(NewareColumns.Shown(sums[2].Numbers, sums[3].Numbers, type.Numbers)), "mWs", 1e-3, isDerived: true));
        draft.Add(new RecordingTable { Columns = [.. columns], RowCount = slots.Records.Length, StatedRowCount = slots.Stated });
        NdaxReport.Completeness(members, data, slots, [], draft);
    }
}
