using System.Collections.Immutable;

namespace Lamella.Cells.Protocols;

/// <summary>Steps in their order, with repeats inside repeats.</summary>
/// <remarks>
/// The cycle counter starts at 1 and goes up whenever a pass through a repeat begins, unless the present cycle has no step
/// yet: steps before the first repeat are a cycle of their own, steps behind a repeat belong to its last cycle, and the first
/// pass of an inner repeat shares the cycle in which the outer pass began.
/// </remarks>
public sealed record Protocol
{
    /// <summary>Initializes a new instance of the <see cref="Protocol"/> class from steps that run once or more often.</summary>
    /// <param name="steps">The steps of one pass.</param>
    /// <param name="repetitions">How often they run, ≥ 1.</param>
    public Protocol(ImmutableArray<ProtocolStep> steps, int repetitions = 1)
    {
        ImmutableArray<ProtocolItem> once = [.. steps];
        (Items, Steps) = (repetitions == 1 ? once : [new ProtocolRepeat(once, repetitions)], steps);
    }

    private Protocol(ImmutableArray<ProtocolItem> items) => (Items, Steps) = (items, [.. Flat(items)]);

    /// <summary>Gets steps and repeats in order.</summary>
    public ImmutableArray<ProtocolItem> Items { get; }

    /// <summary>Gets every step once, in the order of the text and without repetition.</summary>
    public ImmutableArray<ProtocolStep> Steps { get; }

    /// <summary>Makes a protocol from steps and repeats.</summary>
    /// <param name="items">Steps and repeats in order.</param>
    /// <returns>The protocol.</returns>
    public static Protocol Of(ImmutableArray<ProtocolItem> items) => new(items);

    /// <summary>Counts the steps of the whole run, repetitions included.</summary>
    /// <returns>The number of steps.</returns>
    public long Count() => Count(Items);

    /// <summary>Lists the steps in the order in which they run, repetitions included.</summary>
    /// <returns>The steps with their cycles.</returns>
    public IEnumerable<ScheduledStep> Schedule()
    {
        var walk = new ProtocolWalk(this);
        while (walk.Next(early: false))
        {
            yield return walk.Current;
        }
    }

    private static IEnumerable<ProtocolStep> Flat(ImmutableArray<ProtocolItem> items) => items.SelectMany(
        item => item is ProtocolRepeat repeat ? Flat(repeat.Items) : [(ProtocolStep)item]);

    private static long Count(ImmutableArray<ProtocolItem> items) => items.Sum(
        item => item is ProtocolRepeat repeat ? repeat.Times * Count(repeat.Items) : 1L);
}
