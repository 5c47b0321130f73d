namespace Lamella.Cells.Protocols.Reading;

/// <summary>Collects steps and repeats in their order.</summary>
internal sealed class ProtocolBuilder
{
    /// <summary>Most lines with a step.</summary>
    private const int MostLines = 1000;

    /// <summary>Most steps of a run, repetitions included.</summary>
    private const long MostSteps = 1_000_000;

    private const int DeepestRepeat = 8;

    private readonly Stack<(RepeatHead Head, StepWords Words, List<ProtocolItem> Outside)> open = new();
    private List<ProtocolItem> items = [];
    private StepWords? last;
    private int lines;

    internal bool IsEmpty => lines == 0;

    /// <summary>Takes one line that is neither blank nor a remark.</summary>
    internal void Add(StepWords words, LineContext context)
    {
        if (last is not null)
        {
            throw words.Error(0, "a line follows 'Repeat'.", "'Repeat N times' as the last line", "Move 'Repeat' to the end; it repeats all steps above it. To repeat a part, write 'Repeat N times:', the steps, and 'End'.");
        }

        if (RepeatLine.IsEnd(words))
        {
            RepeatLine.ReadEnd(words);
            Close(words);
        }
        else if (RepeatLine.Is(words))
        {
            Repeat(words);
        }
        else
        {
            AddStep(words, context);
        }
    }

    /// <summary>Takes the end of the text.</summary>
    internal Protocol Build()
    {
        if (open.TryPeek(out (RepeatHead Head, StepWords Words, List<ProtocolItem>) unclosed))
        {
            throw unclosed.Words.Error(0, "this repeat has no end.", "'End' behind the last step of the repeat", "Add a line 'End'.");
        }

        return Protocol.Of([.. items]);
    }

    /// <summary>Opens a block.</summary>
    internal void Open(RepeatHead head, StepWords words)
    {
        if (open.Count == DeepestRepeat)
        {
            throw words.Error(0, "the repeats are nested too deeply.", FormattableString.Invariant($"at most {DeepestRepeat} repeats inside each other"), "Write the inner steps out.");
        }

        open.Push((head, words, items));
        items = [];
    }

    /// <summary>Closes the innermost block.</summary>
    internal void Close(StepWords words)
    {
        if (!open.TryPop(out (RepeatHead Head, StepWords Words, List<ProtocolItem> Outside) block))
        {
            throw words.Error(0, "there is no repeat to end.", "'End' behind 'Repeat N times:' and its steps", "Remove the line, or add the beginning of the repeat.");
        }

        if (items.Count == 0)
        {
            throw block.Words.Error(0, "there is nothing to repeat.", "steps between 'Repeat N times:' and 'End'", "Write the steps into the repeat.");
        }

        block.Outside.Add(new ProtocolRepeat([.. items], block.Head.Times, block.Head.Name, block.Head.StopsEarly));
        items = block.Outside;
        RequireBounded(words);
    }

    private void Repeat(StepWords words)
    {
        if (lines == 0 && !words[words.Count - 1].EndsWith(':'))
        {
            throw words.Error(0, "there is nothing to repeat.", "'Repeat N times' behind the steps that it repeats", "Write the steps first, then 'Repeat' as the last line.");
        }

        RepeatHead head = RepeatLine.Read(words);
        if (head.OpensBlock)
        {
            Open(head, words);
            return;
        }

        if (open.Count > 0)
        {
            throw words.Error(0, "inside a repeat, a repeat needs its own end.", "'Repeat N times:', the steps, then 'End'", "Add a colon, and 'End' behind the steps.");
        }

        items = [new ProtocolRepeat([.. items], head.Times, string.Empty, head.StopsEarly)];
        last = words;
        RequireBounded(words);
    }

    private void AddStep(StepWords words, LineContext context)
    {
        if (lines++ >= MostLines)
        {
            throw words.Error(0, "the protocol has too many steps.", FormattableString.Invariant($"at most {MostLines} steps"), "Use 'Repeat N times'.");
        }

        items.Add(StepLine.Read(words, context));
    }

    private void RequireBounded(StepWords words)
    {
        if (Protocol.Of([.. items]).Count() > MostSteps)
        {
            throw words.Error(0, "the repeats make too many steps.", FormattableString.Invariant($"at most {MostSteps} steps in the whole run"), "Repeat less often.");
        }
    }
}
