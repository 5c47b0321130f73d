using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Cells.Protocols;

/// <summary>A line or a block of a protocol: one step, or items that are repeated.</summary>
public abstract record ProtocolItem
{
    private protected ProtocolItem()
    {
    }
}

/// <summary>Items that run several times in their order.</summary>
/// <param name="Items">What is repeated; steps and further repeats.</param>
/// <param name="Times">How often, ≥ 1.</param>
/// <param name="Name">Name of the block for results; empty for none.</param>
/// <param name="StopsEarly">
/// Whether the repeat ends for good when a step in it cannot start, or ends before the time or charge that it states:
/// 'Repeat up to 20 times'.
/// </param>
public sealed record ProtocolRepeat(
    ImmutableArray<ProtocolItem> Items, int Times, string Name = "", bool StopsEarly = false) : ProtocolItem;

/// <summary>One step at its place in the run.</summary>
/// <param name="Step">The step.</param>
/// <param name="Cycle">Cycle, from 1.</param>
/// <param name="Block">Name of the innermost named repeat around the step; empty for none.</param>
public readonly record struct ScheduledStep(ProtocolStep Step, int Cycle, string Block)
{
    /// <summary>Gets the cycle, from 1.</summary>
    [Unit("–")]
    public int Cycle { get; } = Cycle;
}
