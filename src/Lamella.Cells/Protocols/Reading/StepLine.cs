using Lamella.Cells.Description;
using Lamella.Core.Errors;

namespace Lamella.Cells.Protocols.Reading;

/// <summary>What a line is read for: the cell, and the folder from which its files are named.</summary>
/// <param name="Cell">The cell; gives C-rates and cut-offs their meaning.</param>
/// <param name="Folder">Folder of the protocol; drive cycles are looked up from there.</param>
internal sealed record LineContext(CellDescription Cell, string Folder);

/// <summary>Reads one step of a protocol. A new kind of step is one reader and one line here.</summary>
internal static class StepLine
{
    /// <summary>Good lines, for messages.</summary>
    internal const string Examples =
        "'Charge at 0.2C until 4.35 V', 'Discharge at 1 mA/cm2 for 30 min', 'Hold at 4.35 V until C/50', 'Rest for 20 min', 'Repeat 3 times', 'Sweep from open circuit to 5.5 V at 0.1 mV/s', 'Follow us06.csv', 'Measure impedance from 1 MHz to 10 mHz'";

    private static readonly (string Verb, Func<StepWords, LineContext, ProtocolStep> Read)[] Readers =
    [
        ("Charge", (words, context) => LoadLine.Read(words, context.Cell, charge: true)),
        ("Discharge", (words, context) => LoadLine.Read(words, context.Cell, charge: false)),
        ("Hold", (words, context) => HoldLine.Hold(words, context.Cell)),
        ("Rest", (words, context) => HoldLine.Rest(words, context.Cell)),
        ("Sweep", (words, context) => SweepLine.Read(words, context.Cell)),
        ("Follow", FollowLine.Read),
        ("Measure", (words, context) => ImpedanceLine.Read(words, context.Cell)),
    ];

    internal static ProtocolStep Read(StepWords words, LineContext context)
    {
        foreach ((string verb, Func<StepWords, LineContext, ProtocolStep> read) in Readers)
        {
            if (words.Is(0, verb))
            {
                return read(words, context);
            }
        }

        string[] verbs = [.. Readers.Select(reader => reader.Verb), "Repeat", "End"];
        string hint = Suggestion.Nearest(words[0], verbs) is { } nearest ? $"Did you mean '{nearest}'?" : "Start the line with one of these words.";
        throw words.Error(0, $"'{StepWords.Short(words[0])}' starts no step.", Examples, hint);
    }

    /// <summary>Refuses a line whose second word is another than expected.</summary>
    internal static void RequireWord(StepWords words, int at, string word, string allowed)
    {
        if (!words.Is(at, word))
        {
            throw words.Error(at, $"'{word}' is missing after '{words[at - 1]}'.", $"'{word}' and {allowed}", $"Write '{words[at - 1]} {word} …'.");
        }
    }
}
