using System.Collections.Immutable;
using Lamella.Instruments.Bytes;
using Lamella.Instruments.Neware;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.NewareNda;

/// <summary>Version 8: records of 59 bytes from the first mark to the end of the file.</summary>
internal sealed class EarlyLayout : NdaLayout
{
    private const int Length = 59;
    private const byte Data = 0x00, Mark = 0xFF;

    /// <inheritdoc/>
    internal override string Title => "records of 59 bytes";

    /// <inheritdoc/>
    internal override int NumberAt => 1;

    /// <inheritdoc/>
    internal override bool Fits(int version, int mark) => version == 8;

    /// <inheritdoc/>
    internal override RecordIndex? Find(ReadOnlySpan<byte> bytes)
    {
        int at = bytes.IndexOf(new byte[] { Mark, 1, 0, 0, 0 });
        if (at < 0)
        {
            return null;
        }

        var data = new List<int>((bytes.Length - at) / Length);
        int unreadable = 0;
        for (; at <= bytes.Length - Length; at += Length)
        {
            if (bytes[at] == Data)
            {
                data.Add(at);
            }
            else
            {
                unreadable += bytes[at] == Mark ? 0 : 1;
            }
        }

        return new RecordIndex([.. data], Length, at) { Unreadable = unreadable, Rest = bytes.Length - at };
    }

    /// <inheritdoc/>
    internal override ImmutableArray<RecordingColumn> Read(
        FileContent content, RecordIndex index, ImportOptions options, RecordingDraft draft, CancellationToken cancellationToken)
    {
        var number = new NumberField<uint>(1);
        var cycle = new NumberField<uint>(5);
        var step = new NumberField<byte>(9);
        var name = new LookupField(10, StepTypes.Names());
        var time = new NumberField<uint>(11);
        var voltage = new NumberField<int>(15);
        var current = new NumberField<int>(19);
        var capacity = new NumberField<long>(31);
        var energy = new NumberField<long>(39);
        var date = new NumberField<ulong>(47);
        RecordField.ReadAll(
            content.Span, index.Records, [number, cycle, step, name, time, voltage, current, capacity, energy, date], cancellationToken);
        int[] runs = StepRuns.Count<byte>(cycle.Numbers, step.Numbers, []);
        return
        [
            NewareColumns.Index(number.Values),
            NewareColumns.Cycle(cycle.Values),
            NewareColumns.Step(step.Values),
            NewareColumns.StepType(name.Values),
            NewareColumns.StepTime(time.Values, "s", 1.0),
            NewareColumns.Voltage(voltage.Values, "0.1 mV", 1e-4),
            NewareColumns.Current(current.Values, "uA", 1e-6),
            NewareColumns.StepCharge("Capacity", capacity.Values, "uAs", 1e-6),
            NewareColumns.StepEnergy("Energy", energy.Values, "uWs", 1e-6),
            NewareColumns.UnixTime(date.Values, "s", 1.0),
            NewareColumns.StepCount(runs),
            NewareColumns.TotalTime(ColumnValues.Of(StepRuns.TotalTime(runs, Array.ConvertAll(time.Numbers, ticks => (ulong)ticks), 1.0)), "s", 1.0),
        ];
    }
}
