using System.Globalization;

namespace Lamella.Cells.Protocols.Reading;

/// <summary>The first line of a repeat: how often, its name, and whether it opens a block that 'End' closes.</summary>
internal readonly record struct RepeatHead(int Times, string Name, bool OpensBlock, bool StopsEarly);

/// <summary>Reads 'Repeat 3 times', which repeats everything above, and 'Repeat 3 times as ageing:', which opens a block.</summary>
internal static class RepeatLine
{
    internal const int MostRepetitions = 100_000;

    private const string Form = "'Repeat N times:', the steps, then 'End'; or 'Repeat N times' as the last line";

    internal static bool Is(StepWords words) => words.Is(0, "repeat");

    internal static bool IsEnd(StepWords words) => words.Is(0, "end");

    internal static RepeatHead Read(StepWords words)
    {
        string allowed = string.Create(CultureInfo.InvariantCulture, $"{Form}, with N from 1 to {MostRepetitions}");
        int last = words.Count - 1;
        bool opens = words[last].EndsWith(':');
        string Word(int index) => opens && index == last ? words[index][..^1] : words[index];
        bool bounded = words.Is(1, "up") && words.Is(2, "to");
        int first = bounded ? 3 : 1;
        bool number = int.TryParse(Word(first), NumberStyles.None, CultureInfo.InvariantCulture, out int count);
        if (!number || count < 1 || count > MostRepetitions)
        {
            throw words.Error(first, $"'{StepWords.Short(words[first])}' is no number of repetitions.", allowed, "Write a whole number, as in 'Repeat 3 times'.");
        }

        string times = Word(first + 1);
        bool said = times.Equals("times", StringComparison.OrdinalIgnoreCase) || times.Equals("time", StringComparison.OrdinalIgnoreCase);
        int at = first + (said ? 2 : 1);
        string name = string.Empty;
        if (opens && words.Is(at, "as") && at + 1 == last)
        {
            name = Word(last).Trim('"', '\'');
            at += 2;
        }

        bool nothing = at > last || (at == last && Word(last).Length == 0);
        return nothing && (name.Length > 0 || !words.Is(at - 2, "as"))
            ? new RepeatHead(count, name, opens, bounded)
            : throw words.Error(at, $"'{StepWords.Short(words[at])}' does not belong here.", allowed, "Write 'Repeat 3 times', or 'Repeat 3 times as ageing:'.");
    }

    internal static void ReadEnd(StepWords words) =>
        words.RequireEnd(words.Is(1, "repeat") ? 2 : 1, "'End' or 'End repeat'", "Write the next step on its own line.");
}
