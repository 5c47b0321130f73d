using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Core.Errors;

namespace Lamella.Cells.Protocols;

/// <summary>Reads protocols in the words of the field, one step a line.</summary>
/// <remarks>
/// <code>
/// Charge at 0.2C until 4.35 V
/// Hold at 4.35 V until C/50
/// Rest for 20 min
/// Discharge at 1 mA/cm2 for 30 min or until 2.5 V
/// Repeat 3 times
/// </code>
/// A charge or discharge without 'until' ends at the cell's own cut-off, which guards every step. Blank lines and lines that
/// start with # are skipped; 'Repeat' stands last and repeats everything above it.
/// </remarks>
public static class ProtocolText
{
    /// <summary>Most steps of one protocol.</summary>
    internal const int MostSteps = 1000;

    /// <summary>Reads a protocol for one cell.</summary>
    /// <param name="text">The steps, one a line.</param>
    /// <param name="cell">The cell; gives C-rates and cut-offs their meaning.</param>
    /// <param name="name">Name of the text in messages, such as a file name.</param>
    /// <returns>The protocol.</returns>
    /// <exception cref="InputException">A line is no step of this cell; the message shows where and what is allowed.</exception>
    public static Protocol Parse(string text, CellDescription cell, string name = "protocol")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(cell);
        var steps = ImmutableArray.CreateBuilder<ProtocolStep>();
        int repetitions = 0;
        string[] lines = text.Split('\n');
        for (int index = 0; index < lines.Length; index++)
        {
            string line = lines[index].TrimEnd();
            if (string.IsNullOrWhiteSpace(line) || line.TrimStart().StartsWith('#'))
            {
                continue;
            }

            var words = new StepWords(name, index + 1, line);
            if (repetitions > 0 || steps.Count >= MostSteps)
            {
                throw repetitions > 0
                    ? words.Error(0, "a line follows 'Repeat'.", "'Repeat N times' as the last line", "Move 'Repeat' to the end; it repeats all steps above it.")
                    : words.Error(0, "the protocol has too many steps.", FormattableString.Invariant($"at most {MostSteps} steps"), "Use 'Repeat N times'.");
            }

            repetitions = RepeatLine.Read(words, steps.Count);
            if (repetitions == 0)
            {
                steps.Add(StepLine.Read(words, cell));
            }
        }

        return steps.Count > 0 ? new Protocol(steps.ToImmutable(), Math.Max(repetitions, 1)) : throw new InputException(
            new InputPlace(name, 1, 1, lines[0].TrimEnd()),
            "the protocol has no step.",
            StepLine.Examples,
            "Write one step a line.");
    }
}
