using System.Collections.Immutable;
using Lamella.Instruments.Bytes;
using Lamella.Instruments.Derived;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.Landt;

/// <summary>LANHE's binary <c>.ccs</c>: linked blocks with the headers and samples of steps.</summary>
/// <remarks>
/// <para>Stored are the time, charge and energy since the sample before; running sums stand beside them as derived columns.
/// The header of a step states the time at its start, which checks the sums.</para>
/// <para><b>Sign.</b> Positive current charges. The clock of the tester may be wrong (2012 in one sample).</para>
/// </remarks>
public sealed class LandtCcsFormat : IInstrumentFormat
{
    private const int MakerAt = 0x494, UnixAt = 56, StepTimeAt = 24, RunAt = 16, ProgramAt = 8;
    private const double MillisecondsPerSecond = 1e3;

    private static readonly (string Name, int At, int Longest)[] Texts =
    [
        ("Group", 0x10, 72), ("Computer", 0x58, 32), ("Project", 0x78, 48), ("Test name", 0xB0, 64), ("Remark", 0xF0, 256), ("Software version", 0x2D0, 64),
        ("Device", 0x360, 64), ("Connection", 0x444, 32), ("Firmware", 0x464, 16), ("Firmware 2", 0x474, 32), ("Maker", MakerAt, 64), ("Serial", 0x4E4, 32),
    ];

    /// <inheritdoc/>
    public string Name => "landt-ccs";

    /// <inheritdoc/>
    public string Title => "LANHE .ccs";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".ccs"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        string maker = new ByteReader(content.Span).Text(MakerAt, 64, TextDecoder.Chinese);
        return maker.Contains("LAND", StringComparison.OrdinalIgnoreCase)
            ? new Recognition(Recognition.Certain, $"maker '{maker}' at its place in the header") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(options);
        var draft = new RecordingDraft(content.Facts, Name);
        var reader = new ByteReader(content.Span);
        foreach ((string name, int at, int longest) in Texts)
        {
            draft.Set("header", name, reader.Text(at, longest, TextDecoder.Chinese));
        }

        draft.Instrument = $"LANHE {draft.Text("Device")}".Trim();
        draft.FormatVersion = draft.Text("Software version") ?? string.Empty;
        if (CcsBlocks.Find(content.Span, cancellationToken) is not { } blocks)
        {
            draft.Add(new RecordingTable { Columns = [], RowCount = 0 });
            draft.Miss(new Shortfall(string.Empty, 0, null, content.Length, "all records: no block of data begins within the file"));
            return draft.Finish();
        }

        AddSamples(content, blocks, options, draft, cancellationToken);
        AddSteps(content, blocks, draft, cancellationToken);
        int rest = (content.Length - blocks.Start) % CcsBlocks.Length;
        if (rest > 0)
        {
            draft.Miss(new Shortfall(string.Empty, blocks.Samples.Count, null, content.Length, FormattableString.Invariant(
                $"the end: the last block has {rest} of {CcsBlocks.Length} bytes")));
        }

        if (rest == 0 && blocks.Steps[^1] + CcsBlocks.Length < blocks.End)
        {
            draft.Warn(FormattableString.Invariant(
                $"The file ends within a step, at byte {blocks.End}: the test was running when it was copied, or the file is cut."));
        }

        if (blocks.Unknown > 0)
        {
            draft.Warn(FormattableString.Invariant($"{blocks.Unknown} blocks are of a kind that is not known, or damaged, and were passed over."));
        }

        return draft.Finish();
    }

    private static void AddSamples(FileContent content, CcsBlocks blocks, ImportOptions options, RecordingDraft draft, CancellationToken cancellationToken)
    {
        var interval = new NumberField<uint>(0);
        NumberField<float> voltage = new(4), current = new(8), charge = new(12), energy = new(16), auxiliary = new(blocks.HasAuxiliary ? 20 : 4);
        RecordField.ReadAll(content.Span, [.. blocks.Samples], [interval, voltage, current, charge, energy, auxiliary], cancellationToken);
        CurrentDirection.Note(draft, options, "positive charges", "LANHE stores it so");
        double sign = options.Sign == CurrentSign.PositiveDischarges ? -1.0 : 1.0;
        var reader = new ByteReader(content.Span);
        int[] program = [.. blocks.Steps.Select(at => (int)new ByteReader(content.Span).U1(at + ProgramAt))];
        uint[] run = [.. blocks.Steps.Select(at => new ByteReader(content.Span).U4(at + RunAt))];
        int[] step = [.. blocks.StepOfSample];
        ulong[] elapsed = Running(interval.Numbers);
        var columns = new List<RecordingColumn>
        {
            new() { Name = "Interval", Unit = "ms", Values = interval.Values, Scale = ColumnScale.Of(1e-3, "s"), Scope = ColumnScope.Interval },
            new() { Name = "Voltage", Unit = "V", Values = voltage.Values, Scale = ColumnScale.Of(1.0, "V"), Role = ColumnRole.Voltage },
            new() { Name = "Current", Unit = "A", Values = current.Values, Scale = ColumnScale.Of(sign, "A"), Role = ColumnRole.Current },
            new() { Name = "Interval Charge", Unit = "Ah", Values = charge.Values, Scale = ColumnScale.Of(3600.0, "C"), Scope = ColumnScope.Interval },
            new() { Name = "Interval Energy", Unit = "Wh", Values = energy.Values, Scale = ColumnScale.Of(3600.0, "J"), Scope = ColumnScope.Interval },
        };
        if (blocks.HasAuxiliary)
        {
            columns.Add(new() { Name = "Auxiliary Voltage", Unit = "V", Values = auxiliary.Values, Scale = ColumnScale.Of(1.0, "V") });
        }

        columns.Add(new() { Name = "Segment", Values = ColumnValues.Of(step) });
        columns.Add(new() { Name = "Program Step", Values = ColumnValues.Of([.. step.Select(which => program[which])]), Role = ColumnRole.ProgramStep });
        columns.Add(new() { Name = "Run Step", Values = ColumnValues.Of([.. step.Select(which => run[which])]), Role = ColumnRole.RunStep });
        columns.Add(new()
        {
            Name = "Test Time", Unit = "ms", Values = ColumnValues.Of(elapsed), Role = ColumnRole.TestTime, Scope = ColumnScope.Test,
            Scale = ColumnScale.Of(1e-3, "s"), IsDerived = true,
        });
        double[] seconds = [.. elapsed.Select(ticks => ticks / MillisecondsPerSecond)];
        columns.AddRange(ChargeSums.Columns(
            seconds, [.. current.Numbers.Select(value => sign * value)], [.. voltage.Numbers.Select(value => (double)value)], [.. step.Select(which => which + 1)], cycle: null));
        draft.Add(new RecordingTable { Columns = [.. columns], RowCount = blocks.Samples.Count });
        CheckTimes(reader, blocks, elapsed, draft);
    }

    /// <summary>Compares the sums of intervals with the times that the headers of steps state.</summary>
    private static void CheckTimes(ByteReader reader, CcsBlocks blocks, ulong[] elapsed, RecordingDraft draft)
    {
        int agree = 0, checkedSteps = 0, sample = 0;
        for (int which = 1; which < blocks.Steps.Count; which++)
        {
            while (sample < blocks.StepOfSample.Count && blocks.StepOfSample[sample] < which)
            {
                sample++;
            }

            ulong sum = sample == 0 ? 0 : elapsed[sample - 1];
            checkedSteps++;
            agree += Math.Abs((double)sum - reader.U4(blocks.Steps[which] + StepTimeAt)) <= 1.0 ? 1 : 0;
        }

        draft.Decide(new Decision(
            DecisionKind.Scope, "Test Time", "sum of the intervals",
            FormattableString.Invariant($"{agree} of {checkedSteps} step headers state the same time to 1 ms")));
        if (agree < checkedSteps)
        {
            draft.Warn(FormattableString.Invariant($"{checkedSteps - agree} of {checkedSteps} step headers state another time than the sum of the intervals."));
        }
    }

    private static void AddSteps(FileContent content, CcsBlocks blocks, RecordingDraft draft, CancellationToken cancellationToken)
    {
        var program = new NumberField<byte>(ProgramAt);
        NumberField<uint> run = new(RunAt), time = new(StepTimeAt);
        var unix = new NumberField<ulong>(UnixAt);
        RecordField.ReadAll(content.Span, [.. blocks.Steps], [program, run, time, unix], cancellationToken);
        draft.Decide(new Decision(DecisionKind.TimeZone, "Start", "UTC", "stored as milliseconds since 1970; the clock of the tester may be wrong"));
        draft.Add(new RecordingTable
        {
            Name = "steps",
            IsSummary = true,
            RowCount = blocks.Steps.Count,
            Columns =
            [
                new() { Name = "Program Step", Values = program.Values, Role = ColumnRole.ProgramStep },
                new() { Name = "Run Step", Values = run.Values, Role = ColumnRole.RunStep },
                new() { Name = "Start Time", Unit = "ms", Values = time.Values, Scale = ColumnScale.Of(1e-3, "s"), Scope = ColumnScope.Test },
                new() { Name = "Start", Unit = "ms", Values = unix.Values, Scale = ColumnScale.Of(1e-3, "s"), Role = ColumnRole.UnixTime },
            ],
        });
    }

    private static ulong[] Running(uint[] intervals)
    {
        ulong[] sums = new ulong[intervals.Length];
        ulong sum = 0;
        for (int i = 0; i < sums.Length; i++)
        {
            sum += intervals[i];
            sums[i] = sum;
        }

        return sums;
    }
}
