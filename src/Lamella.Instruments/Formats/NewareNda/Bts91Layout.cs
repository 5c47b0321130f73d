using System.Collections.Immutable;
using Lamella.Instruments.Bytes;
using Lamella.Instruments.Neware;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.NewareNda;

/// <summary>Version 130 of BTS 9.1: records of 52 or more bytes from 1024 on, then the properties of the test.</summary>
internal sealed class Bts91Layout : NdaLayout
{
    private const int Start = 1024, Shortest = 52, Longest = 256, WithTemperature = 56;
    private const double NanosecondsPerSecond = 1e9;

    /// <inheritdoc/>
    internal override string Title => "BTS 9.1";

    /// <inheritdoc/>
    internal override int NumberAt => 8;

    /// <inheritdoc/>
    internal override bool Fits(int version, int mark) => version == 130 && mark == 0x55;

    /// <inheritdoc/>
    internal override RecordIndex? Find(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Start + Shortest)
        {
            return null;
        }

        int length = RecordLength(bytes);
        uint first = Kind(bytes, Start), test = Test(bytes, Start);
        var data = new List<int>((bytes.Length - Start) / length);
        int end = Start, passed = 0, since = 0;
        for (int at = Start; at <= bytes.Length - length; at += length)
        {
            if (Kind(bytes, at) == first && Test(bytes, at) == test)
            {
                data.Add(at);
                (end, passed, since) = (at + length, passed + since, 0);
            }
            else
            {
                since++; // counts only if more records follow; else it is the part behind them
            }
        }

        ReadOnlySpan<byte> tail = bytes[end..];
        bool isCut = tail.Length >= 8 && tail.Length < length && Kind(bytes, end) == first && Test(bytes, end) == test;
        return new RecordIndex([.. data], length, end) { Unreadable = passed, Rest = isCut ? tail.Length : 0 };
    }

    /// <inheritdoc/>
    internal override ImmutableArray<RecordingColumn> Read(
        FileContent content, RecordIndex index, ImportOptions options, RecordingDraft draft, CancellationToken cancellationToken)
    {
        var step = new NumberField<byte>(2);
        var name = new LookupField(3, StepTypes.Names());
        var test = new NumberField<uint>(4);
        var number = new NumberField<uint>(8);
        var total = new ComputedField(static (bytes, at) => Time(bytes, at + 12));
        var current = new NumberField<float>(20);
        var voltage = new NumberField<float>(24);
        var charge = new NumberField<float>(28);
        var energy = new NumberField<float>(32);
        var cycle = new NumberField<uint>(36, add: 1);
        var unknown = new NumberField<uint>(40);
        var date = new ComputedField(static (bytes, at) => Time(bytes, at + 44));
        bool hasTemperature = index.Length >= WithTemperature;
        var temperature = new NumberField<float>(hasTemperature ? 52 : 0);
        RecordField.ReadAll(
            content.Span, index.Records, [step, name, test, number, total, current, voltage, charge, energy, cycle, unknown, date, temperature],
            cancellationToken);

        int[] runs = StepRuns.Count<byte>(cycle.Numbers, step.Numbers, []);
        var columns = new List<RecordingColumn>
        {
            NewareColumns.Index(number.Values),
            NewareColumns.Cycle(cycle.Values),
            NewareColumns.Step(step.Values),
            NewareColumns.StepType(name.Values),
            NewareColumns.TotalTime(total.Values, "s", 1.0, isDerived: false),
            NewareColumns.Voltage(voltage.Values, "V", 1.0),
            NewareColumns.Current(current.Values, "mA", 1e-3),
            NewareColumns.StepCharge("Capacity", charge.Values, "mAs", 1e-3),
            NewareColumns.StepEnergy("Energy", energy.Values, "mWs", 1e-3),
            NewareColumns.UnixTime(date.Values, "s", 1.0),
            new() { Name = "Test", Values = test.Values },
            new() { Name = "@40", Values = unknown.Values, IsKnown = false },
        };
        if (hasTemperature)
        {
            columns.Add(NewareColumns.Temperature("T1", temperature.Values, "degC", ColumnScale.Celsius, isFirst: true));
        }

        columns.Add(NewareColumns.StepCount(runs));
        columns.Add(NewareColumns.StepTime(ColumnValues.Of(SinceStepBegan(runs, total.Numbers)), "s", 1.0, isDerived: true));
        return [.. columns];
    }

    /// <summary>Takes the last time of the step before off.</summary>
    private static double[] SinceStepBegan(int[] runs, double[] total)
    {
        double[] time = new double[total.Length];
        double began = 0.0;
        for (int i = 0; i < time.Length; i++)
        {
            began = i > 0 && runs[i] != runs[i - 1] ? total[i - 1] : began;
            time[i] = total[i] - began;
        }

        return time;
    }

    /// <summary>Measures the distance of the first two records.</summary>
    private static int RecordLength(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> kind = bytes.Slice(Start, 2);
        ReadOnlySpan<byte> window = bytes.Slice(Start, Math.Min(Longest, bytes.Length - Start));
        for (int at = Shortest; at <= window.Length - 8; at += 4)
        {
            if (window[at..].StartsWith(kind) && Test(bytes, Start + at) == Test(bytes, Start))
            {
                return at;
            }
        }

        return bytes.Length - Start >= WithTemperature ? WithTemperature : Shortest;
    }

    private static uint Kind(ReadOnlySpan<byte> bytes, int record) => new ByteReader(bytes).U2(record);

    private static uint Test(ReadOnlySpan<byte> bytes, int record) => new ByteReader(bytes).U4(record + 4);

    private static double Time(ReadOnlySpan<byte> bytes, int at)
    {
        var reader = new ByteReader(bytes);
        return reader.U4(at) + (reader.U4(at + 4) / NanosecondsPerSecond);
    }
}
