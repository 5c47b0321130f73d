using Lamella.Instruments.Bytes;
using Lamella.Instruments.Neware;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.NewareNdax;

/// <summary>The steps as they were run: cycle, number in the program, kind, and with which record each begins.</summary>
internal sealed class StepList
{
    private const int PagingVersion = 14;

    private readonly NumberField<uint> cycle = new(0, add: 1), step = new(4), firstRecord = new(33);
    private readonly LookupField name = new(24, StepTypes.Names());
    private readonly NumberField<byte> type = new(24);
    private readonly NumberField<ulong> start = new(25);

    private StepList(NdcSlots slots) => Slots = slots;

    internal NdcSlots Slots { get; }

    internal int Count => Slots.Records.Length;

    internal uint[] Cycle => cycle.Numbers;

    internal uint[] Step => step.Numbers;

    internal byte[] Type => type.Numbers;

    /// <summary>Gets the number of the first record of each step.</summary>
    internal uint[] FirstRecord => firstRecord.Numbers;

    /// <summary>Gets when each step began, since the start of the test [ms].</summary>
    internal ulong[] Start => start.Numbers;

    /// <summary>Reads the member.</summary>
    internal static StepList Read(ReadOnlySpan<byte> bytes, int length, CancellationToken cancellationToken)
    {
        var list = new StepList(NdcSlots.Find(bytes, PagingVersion, length));
        RecordField.ReadAll(
            bytes, list.Slots.Records, [list.cycle, list.step, list.firstRecord, list.name, list.type, list.start], cancellationToken);
        return list;
    }

    /// <summary>Gets the name of the kind of a step.</summary>
    internal string Name(int which) => name.Values.Text(which);

    /// <summary>Makes the table of the steps.</summary>
    internal RecordingTable Table() => new()
    {
        Name = "steps",
        IsSummary = true,
        RowCount = Count,
        StatedRowCount = Slots.Stated,
        Columns =
        [
            NewareColumns.Cycle(cycle.Values),
            NewareColumns.Step(step.Values),
            NewareColumns.StepType(name.Values),
            NewareColumns.TotalTime(start.Values, "ms", 1e-3, isDerived: false) with { Name = "Start" },
            new() { Name = "First Index", Values = firstRecord.Values },
        ],
    };
}
