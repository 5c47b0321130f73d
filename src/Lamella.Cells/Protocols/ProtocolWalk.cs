using System.Collections.Immutable;

namespace Lamella.Cells.Protocols;

/// <summary>Goes through a protocol step by step; how a step ended decides whether its repeat goes on.</summary>
internal sealed class ProtocolWalk
{
    private readonly Stack<Frame> frames = new();
    private int cycle = 1;
    private bool cycleIsUsed;

    internal ProtocolWalk(Protocol protocol) => frames.Push(new Frame(protocol.Items, 1, string.Empty, StopsEarly: false));

    /// <summary>Gets the present step.</summary>
    internal ScheduledStep Current { get; private set; }

    /// <summary>Goes to the next step.</summary>
    /// <param name="early">Whether the present step ended before the time or charge that it states.</param>
    /// <returns>False behind the last step.</returns>
    internal bool Next(bool early)
    {
        if (early)
        {
            LeaveBounded();
        }

        while (frames.TryPeek(out Frame? frame))
        {
            if (frame.Index == frame.Items.Length)
            {
                EndPass(frame);
                continue;
            }

            ProtocolItem item = frame.Items[frame.Index++];
            if (item is ProtocolStep step)
            {
                cycleIsUsed = true;
                Current = new ScheduledStep(step, cycle, frame.Name);
                return true;
            }

            var repeat = (ProtocolRepeat)item;
            frames.Push(new Frame(repeat.Items, repeat.Times, repeat.Name.Length > 0 ? repeat.Name : frame.Name, repeat.StopsEarly));
            BeginPass();
        }

        return false;
    }

    /// <summary>Leaves the innermost repeat that ends with a step that ended early, if there is one.</summary>
    private void LeaveBounded()
    {
        if (frames.Any(frame => frame.StopsEarly))
        {
            while (!frames.Pop().StopsEarly)
            {
            }
        }
    }

    private void EndPass(Frame frame)
    {
        if (++frame.Pass < frame.Times)
        {
            frame.Index = 0;
            BeginPass();
        }
        else
        {
            frames.Pop();
        }
    }

    private void BeginPass() => (cycle, cycleIsUsed) = (cycleIsUsed ? cycle + 1 : cycle, false);

    /// <summary>One repeat that is being run.</summary>
    private sealed record Frame(ImmutableArray<ProtocolItem> Items, int Times, string Name, bool StopsEarly)
    {
        internal int Index { get; set; }

        internal int Pass { get; set; }
    }
}
