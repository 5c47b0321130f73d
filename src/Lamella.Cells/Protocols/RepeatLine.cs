using System.Globalization;

namespace Lamella.Cells.Protocols;

/// <summary>Reads 'Repeat 3 times'.</summary>
internal static class RepeatLine
{
    private const int MostRepetitions = 100_000;

    /// <summary>Returns the number of repetitions, or 0 where the line is a step.</summary>
    internal static int Read(StepWords words, int stepsBefore)
    {
        if (!words.Is(0, "repeat"))
        {
            return 0;
        }

        string allowed = string.Create(CultureInfo.InvariantCulture, $"'Repeat N times' with N from 1 to {MostRepetitions}");
        if (stepsBefore == 0)
        {
            throw words.Error(0, "there is nothing to repeat.", allowed, "Write the steps first, then 'Repeat' as the last line.");
        }

        bool number = int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out int count);
        if (!number || count < 1 || count > MostRepetitions)
        {
            throw words.Error(1, $"'{StepWords.Short(words[1])}' is no number of repetitions.", allowed, "Write a whole number, as in 'Repeat 3 times'.");
        }

        bool ends = words.Count == 2 || (words.Count == 3 && (words.Is(2, "times") || words.Is(2, "time")));
        return ends ? count : throw words.Error(2, $"'{StepWords.Short(words[2])}' does not belong here.", allowed, "Write 'Repeat 3 times'.");
    }
}
