using System.Collections.Immutable;
using Lamella.Instruments.Bytes;
using Lamella.Instruments.Neware;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.NewareNda;

/// <summary>Version 130 of BTS 9.0: records of 88 bytes, then the properties of the test.</summary>
internal sealed class Bts90Layout : NdaLayout
{
    private const int Start = 1024, Length = 88, PrefixLength = 4;
    private const byte Data = 0x55, Auxiliary = 0x65;

    private static readonly ImmutableArray<int> SumsAt = [52, 56, 60, 64]; // charge, its energy, discharge, its energy

    /// <inheritdoc/>
    internal override string Title => "BTS 9.0, records of 88 bytes";

    /// <inheritdoc/>
    internal override int NumberAt => 16;

    /// <inheritdoc/>
    internal override bool Fits(int version, int mark) => version == 130 && mark == 0x12;

    /// <inheritdoc/>
    internal override RecordIndex? Find(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Start + PrefixLength + 1)
        {
            return null;
        }

        // The first bytes name the device and its channel: they are the same in every record.
        byte[] prefix = bytes.Slice(Start, PrefixLength).ToArray();
        var data = new List<int>();
        int at = Start, end = Start, passed = 0;
        while (at <= bytes.Length - Length)
        {
            ReadOnlySpan<byte> record = bytes[at..];
            if (record.StartsWith(prefix) && record[PrefixLength] is Data or Auxiliary)
            {
                if (record[PrefixLength] == Data)
                {
                    data.Add(at);
                }
                else
                {
                    passed++;
                }

                at += Length;
                end = at;
                continue;
            }

            int next = record.IndexOf([.. prefix, Data, record.Length > 5 && data.Count > 0 ? bytes[data[0] + 5] : (byte)0x81]);
            if (next <= 0)
            {
                break;
            }

            passed++;
            at += next;
        }

        ReadOnlySpan<byte> tail = bytes[end..];
        bool isCut = tail.Length < Length && tail.Length > PrefixLength && tail.StartsWith(prefix) && tail[PrefixLength] == Data;
        return data.Count == 0 ? null
            : new RecordIndex([.. data], Length, end) { Unreadable = passed, Rest = isCut ? tail.Length : 0 };
    }

    /// <inheritdoc/>
    internal override ImmutableArray<RecordingColumn> Read(
        FileContent content, RecordIndex index, ImportOptions options, RecordingDraft draft, CancellationToken cancellationToken)
    {
        var step = new NumberField<byte>(9);
        var type = new NumberField<byte>(10);
        var name = new LookupField(10, StepTypes.Names());
        var number = new NumberField<uint>(16);
        var time = new NumberField<ulong>(28);
        var voltage = new NumberField<float>(36);
        var current = new NumberField<float>(40);
        NumberField<float>[] sums = [.. SumsAt.Select(at => new NumberField<float>(at))];
        var date = new NumberField<ulong>(68);
        RecordField.ReadAll(content.Span, index.Records, [step, type, name, number, time, voltage, current, .. sums, date], cancellationToken);

        uint[] cycle = CountCycles(step.Numbers);
        int[] runs = StepRuns.Count<byte>(cycle, step.Numbers, []);
        draft.Decide(new Decision(
            DecisionKind.Scope, "Cycle Index", "counted here", "BTS 9.0 stores no cycle; a new one begins where the step number goes back"));
        double[] capacity = Net(sums[0].Numbers, sums[2].Numbers), energy = Net(sums[1].Numbers, sums[3].Numbers);
        return
        [
            NewareColumns.Index(number.Values),
            NewareColumns.Step(step.Values),
            NewareColumns.StepType(name.Values),
            NewareColumns.StepTime(time.Values, "us", 1e-6),
            NewareColumns.Voltage(voltage.Values, "V", 1.0),
            NewareColumns.Current(current.Values, "mA", 1e-3),
            NewareColumns.StepCharge("Chg. Cap.", sums[0].Values, "mAs", 1e-3),
            NewareColumns.StepEnergy("Chg. Energy", sums[1].Values, "mWs", 1e-3),
            NewareColumns.StepCharge("DChg. Cap.", sums[2].Values, "mAs", 1e-3),
            NewareColumns.StepEnergy("DChg. Energy", sums[3].Values, "mWs", 1e-3),
            NewareColumns.UnixTime(date.Values, "us", 1e-6),
            NewareColumns.Cycle(ColumnValues.Of(cycle), isDerived: true),
            NewareColumns.StepCount(runs),
            NewareColumns.TotalTime(ColumnValues.Of(StepRuns.TotalTime(runs, time.Numbers, 1e6)), "s", 1.0),
            NewareColumns.StepCharge("Capacity", ColumnValues.Of(capacity), "mAs", 1e-3, isDerived: true),
            NewareColumns.StepEnergy("Energy", ColumnValues.Of(Array.ConvertAll(energy, Math.Abs)), "mWs", 1e-3, isDerived: true),
        ];
    }

    private static double[] Net(float[] charge, float[] discharge) => [.. charge.Select((value, i) => (double)value + discharge[i])];

    private static uint[] CountCycles(byte[] step)
    {
        uint[] cycle = new uint[step.Length];
        uint count = 1;
        for (int i = 0; i < cycle.Length; i++)
        {
            count += i > 0 && step[i] < step[i - 1] ? 1u : 0u;
            cycle[i] = count;
        }

        return cycle;
    }
}
