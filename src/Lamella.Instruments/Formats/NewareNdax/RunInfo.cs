using System.Collections.Immutable;
using Lamella.Instruments.Bytes;
using Lamella.Instruments.Neware;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.NewareNdax;

/// <summary>The clock and the sums that the tester stores for some of the records.</summary>
internal sealed class RunInfo
{
    private const int CurrentVersion = 14; // of the paging; all versions with run information have the same
    private const int IndexAt = 41;

    private readonly NumberField<uint> stepTime = new(0), unix = new(33), run = new(37), index = new(IndexAt);
    private readonly NumberField<float>[] sums = [.. SumsAt.Select(at => new NumberField<float>(at))];
    private readonly NumberField<int> interval = new(29);
    private readonly NumberField<ushort> milliseconds = new(45);

    private RunInfo(NdcSlots slots) => Slots = slots;

    internal NdcSlots Slots { get; }

    internal int Count => Slots.Records.Length;

    internal uint[] Index => index.Numbers;

    internal uint[] Run => run.Numbers;

    /// <summary>Gets the time since the start of the step [ms].</summary>
    internal uint[] StepTime => stepTime.Numbers;

    /// <summary>Gets the time from record to record that holds from here on [ms].</summary>
    internal int[] Interval => interval.Numbers;

    private static ImmutableArray<int> SumsAt { get; } = [5, 9, 13, 17]; // charge, discharge, their energies

    /// <summary>Gets charge, discharge and their energies, in the unit of the version.</summary>
    internal float Sum(int which, int row) => sums[which].Numbers[row];

    /// <summary>Gets the time since 1970-01-01 UTC [ms].</summary>
    internal long Date(int row) => (unix.Numbers[row] * 1000L) + milliseconds.Numbers[row];

    /// <summary>Reads the member.</summary>
    internal static RunInfo Read(ReadOnlySpan<byte> bytes, int length, CancellationToken cancellationToken)
    {
        var info = new RunInfo(NdcSlots.Find(bytes, CurrentVersion, length));
        RecordField.ReadAll(
            bytes, info.Slots.Records, [info.stepTime, info.unix, info.run, info.index, .. info.sums, info.interval, info.milliseconds],
            cancellationToken);
        return info;
    }

    /// <summary>Counts how many records have a number that is not below that of the one before.</summary>
    internal static int CountRising(ReadOnlySpan<byte> bytes, int length)
    {
        var reader = new ByteReader(bytes);
        int rising = 0;
        uint last = 0;
        foreach (int at in NdcSlots.Find(bytes, CurrentVersion, length).Records)
        {
            uint number = reader.U4(at + IndexAt);
            rising += number >= last && number > 0 ? 1 : -1;
            last = number;
        }

        return rising;
    }

    /// <summary>Makes the table of what is stored.</summary>
    internal RecordingTable Table(NdcUnits units) => new()
    {
        Name = "run info",
        IsSummary = true,
        RowCount = Count,
        StatedRowCount = Slots.Stated,
        Columns =
        [
            NewareColumns.Index(index.Values),
            NewareColumns.StepCount([.. run.Numbers.Select(number => (int)number)], isDerived: false),
            NewareColumns.StepTime(stepTime.Values, "ms", 1e-3),
            NewareColumns.StepCharge("Chg. Cap.", sums[0].Values, units.ChargeUnit, units.CoulombsPerCount),
            NewareColumns.StepCharge("DChg. Cap.", sums[1].Values, units.ChargeUnit, units.CoulombsPerCount),
            NewareColumns.StepEnergy("Chg. Energy", sums[2].Values, units.EnergyUnit, units.CoulombsPerCount),
            NewareColumns.StepEnergy("DChg. Energy", sums[3].Values, units.EnergyUnit, units.CoulombsPerCount),
            new() { Name = "Interval", Unit = "ms", Values = interval.Values, Scale = ColumnScale.Of(1e-3, "s"), Scope = ColumnScope.Interval },
            NewareColumns.UnixTime(unix.Values, "s", 1.0),
            new() { Name = "Date ms", Unit = "ms", Values = milliseconds.Values },
        ],
    };
}
