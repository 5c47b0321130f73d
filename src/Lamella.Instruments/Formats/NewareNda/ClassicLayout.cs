using System.Collections.Immutable;
using System.Globalization;
using Lamella.Instruments.Bytes;
using Lamella.Instruments.Neware;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.NewareNda;

/// <summary>Versions 22, 23, 26 and 29: records of 86 bytes up to the end of the file.</summary>
internal sealed class ClassicLayout : NdaLayout
{
    private const int Length = 86, RangeAt = 78, DateAt = 70;
    private const byte Data = 0x55, Auxiliary = 0x65, Mark = 0xAA;
    private const int LastWithUnixTime = 23; // versions up to this one store seconds, later ones a date
    private const double MilliamperesPerAmpere = 1e3;

    private static readonly ImmutableArray<int> SumsAt = [38, 46, 54, 62], UnknownAt = [1, 30, 31, 32, 33, 34, 35, 36, 37, 82, 83, 84, 85];

    /// <inheritdoc/>
    internal override string Title => "records of 86 bytes";

    /// <inheritdoc/>
    internal override int NumberAt => 2;

    /// <inheritdoc/>
    internal override bool Fits(int version, int mark) => version is 22 or 23 or 26 or 29;

    /// <inheritdoc/>
    internal override RecordIndex? Find(ReadOnlySpan<byte> bytes)
    {
        int at = Start(bytes);
        if (at < 0)
        {
            return null;
        }

        var data = new List<int>((bytes.Length - at) / Length);
        var auxiliary = new List<int>();
        int unreadable = 0;
        for (; at <= bytes.Length - Length; at += Length)
        {
            switch (bytes[at])
            {
                case Data: data.Add(at); break;
                case Auxiliary: auxiliary.Add(at); break;
                case Mark: break;
                default: unreadable++; break;
            }
        }

        return new RecordIndex([.. data], Length, at)
        {
            Auxiliary = [.. auxiliary],
            Unreadable = unreadable,
            Rest = bytes.Length - at,
        };
    }

    /// <inheritdoc/>
    internal override ImmutableArray<RecordingColumn> Read(
        FileContent content, RecordIndex index, ImportOptions options, RecordingDraft draft, CancellationToken cancellationToken)
    {
        double asked = options.CurrentPerCount is { } ampere ? 1.0 / (ampere * MilliamperesPerAmpere) : 0.0;
        var number = new NumberField<uint>(2);
        var cycle = new NumberField<uint>(6, add: 1);
        var step = new NumberField<ushort>(10);
        var type = new NumberField<byte>(12);
        var name = new LookupField(12, StepTypes.Names());
        var counter = new NumberField<byte>(13);
        var time = new NumberField<ulong>(14);
        var voltage = new NumberField<int>(22);
        var current = new RangedField<int>(26, RangeAt, asked);
        RangedField<long>[] sums = [.. SumsAt.Select(at => new RangedField<long>(at, RangeAt, asked))];
        var range = new NumberField<int>(RangeAt);
        bool hasUnixTime = content.Span[14] <= LastWithUnixTime;
        RecordField date = hasUnixTime ? new NumberField<ulong>(DateAt)
            : new ComputedField(static (bytes, record) => WallClock.Seconds(bytes, record + DateAt));
        RecordField.ReadAll(
            content.Span, index.Records, [number, cycle, step, type, name, counter, time, voltage, current, .. sums, range, date], cancellationToken);

        int[] runs = StepRuns.Count<ushort>(cycle.Numbers, step.Numbers, counter.Numbers);
        var columns = new List<RecordingColumn>
        {
            NewareColumns.Index(number.Values),
            NewareColumns.Cycle(cycle.Values),
            NewareColumns.Step(step.Values),
            NewareColumns.StepType(name.Values),
            new() { Name = "Step Counter", Values = counter.Values },
            NewareColumns.StepTime(time.Values, "ms", 1e-3),
            NewareColumns.Voltage(voltage.Values, "0.1 mV", 1e-4),
            NewareColumns.Current(current.Values, "mA", 1e-3),
            NewareColumns.StepCharge("Chg. Cap.", sums[0].Values, "mAs", 1e-3),
            NewareColumns.StepCharge("DChg. Cap.", sums[1].Values, "mAs", 1e-3),
            NewareColumns.StepEnergy("Chg. Energy", sums[2].Values, "mWs", 1e-3),
            NewareColumns.StepEnergy("DChg. Energy", sums[3].Values, "mWs", 1e-3),
            new() { Name = "Range", Unit = "mA", Values = range.Values, Scale = ColumnScale.Of(1e-3, "A") },
        };
        columns.AddRange(hasUnixTime
            ? [NewareColumns.UnixTime(date.Values, "s", 1.0)] : WallClock.Columns(((ComputedField)date).Numbers, options, draft));
        columns.AddRange(AuxiliaryColumns.Join(content.Span, index.Auxiliary, number.Numbers, draft));
        UnknownRanges.Flag(content.Span, index.Records, 26, 38, range.Numbers, asked > 0.0, columns, draft, cancellationToken);
        AddUnknownBytes(content, index, columns, cancellationToken);
        columns.Add(NewareColumns.StepCount(runs));
        columns.Add(NewareColumns.TotalTime(ColumnValues.Of(StepRuns.TotalTime(runs, time.Numbers, 1e3)), "s", 1.0));
        columns.Add(NewareColumns.StepCharge(
            "Capacity", ColumnValues.Of(NewareColumns.Shown(sums[0].Numbers, sums[1].Numbers, type.Numbers)), "mAs", 1e-3, isDerived: true));
        columns.Add(NewareColumns.StepEnergy(
            "Energy", ColumnValues.Of(NewareColumns.Shown(sums[2].Numbers, sums[3].Numbers, type.Numbers)), "mWs", 1e-3, isDerived: true));
        return [.. columns];
    }

    /// <summary>Keeps bytes without a known meaning where any of them is not zero.</summary>
    private static void AddUnknownBytes(
        FileContent content, RecordIndex index, List<RecordingColumn> columns, CancellationToken cancellationToken)
    {
        NumberField<byte>[] unknown = [.. UnknownAt.Select(at => new NumberField<byte>(at))];
        RecordField.ReadAll(content.Span, index.Records, unknown, cancellationToken);
        for (int i = 0; i < unknown.Length; i++)
        {
            if (unknown[i].HasContent)
            {
                string name = string.Create(CultureInfo.InvariantCulture, $"@{UnknownAt[i]}");
                columns.Add(new RecordingColumn { Name = name, Values = unknown[i].Values, IsKnown = false });
            }
        }
    }

    /// <summary>Finds the first record: data or mark number 1, with records behind it.</summary>
    private static int Start(ReadOnlySpan<byte> bytes)
    {
        int data = First(bytes, [Data, 0, 1, 0, 0, 0]), mark = First(bytes, [Mark, 0, 1, 0, 0, 0]);
        return data < 0 ? mark : mark < 0 ? data : Math.Min(data, mark);
    }

    private static int First(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> sign)
    {
        int from = 0;
        while (bytes[from..].IndexOf(sign) is var found and >= 0)
        {
            int at = from + found, next = at + Length;
            bool isEnd = next >= bytes.Length;
            if (isEnd || bytes[next] is Data or Auxiliary or Mark)
            {
                return at;
            }

            from = at + 1;
        }

        return -1;
    }
}
