using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols.Reading;
using Lamella.Core.Errors;

namespace Lamella.Cells.Protocols;

/// <summary>Reads and writes protocols in the words of the field, one step a line.</summary>
/// <remarks>
/// <code>
/// Charge at 0.2C until 4.35 V
/// Hold at 4.35 V until C/50
/// Rest for 20 min
/// Repeat 10 times as ageing:
///     Discharge at 1 mA/cm2 for 30 min or until 2.5 V at 45 degC
///     Charge at 1C
/// End
/// </code>
/// A charge or discharge without 'until' ends at the cell's own cut-off, which guards every step. Blank lines and lines that
/// start with # are skipped. 'Repeat 3 times' without colon stands last and repeats everything above it. All words are in
/// docs/protocols.md.
/// </remarks>
public static class ProtocolText
{
    /// <summary>Reads a protocol for one cell.</summary>
    /// <param name="text">The steps, one a line.</param>
    /// <param name="cell">The cell; gives C-rates and cut-offs their meaning.</param>
    /// <param name="name">Name of the text in messages, such as a file name.</param>
    /// <param name="folder">Folder from which drive cycles are looked up; empty for the current one.</param>
    /// <returns>The protocol.</returns>
    /// <exception cref="InputException">A line is no step of this cell; the message shows where and what is allowed.</exception>
    public static Protocol Parse(string text, CellDescription cell, string name = "protocol", string folder = "")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(cell);
        var builder = new ProtocolBuilder();
        var context = new LineContext(cell, folder);
        string[] lines = text.Split('\n');
        for (int index = 0; index < lines.Length; index++)
        {
            string line = lines[index].TrimEnd();
            if (!string.IsNullOrWhiteSpace(line) && !line.TrimStart().StartsWith('#'))
            {
                builder.Add(new StepWords(name, index + 1, line), context);
            }
        }

        Protocol protocol = builder.Build();
        return !builder.IsEmpty ? protocol : throw new InputException(
            new InputPlace(name, 1, 1, lines[0].TrimEnd()),
            "the protocol has no step.",
            StepLine.Examples,
            "Write one step a line.");
    }

    /// <summary>Writes a protocol so that <see cref="Parse"/> reads the same steps back.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <returns>The text, one step a line.</returns>
    public static string Format(Protocol protocol)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        var text = new StringBuilder();
        Append(text, protocol.Items, string.Empty);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ImmutableArray<ProtocolItem> items, string indent)
    {
        foreach (ProtocolItem item in items)
        {
            if (item is ProtocolStep step)
            {
                text.Append(indent).Append(step.Label).Append('\n');
            }
            else if (item is ProtocolRepeat repeat)
            {
                string name = repeat.Name.Length > 0 ? $" as {StepWords.Quoted(repeat.Name)}" : string.Empty;
                text.Append(CultureInfo.InvariantCulture, $"{indent}Repeat {(repeat.StopsEarly ? "up to " : string.Empty)}{repeat.Times} times{name}:\n");
                Append(text, repeat.Items, indent + "    ");
                text.Append(indent).Append("End\n");
            }
        }
    }
}
