using Lamella.Cells.Description;
using Lamella.Cells.Protocols.Reading;
using Lamella.Core.Errors;
using Lamella.Core.Yaml;

namespace Lamella.Cells.Protocols;

/// <summary>Reads the steps of a protocol from a list of a YAML file.</summary>
/// <remarks>
/// <code>
/// steps:
///   - Charge at 0.2C until 4.35 V
///   - repeat: 10            # or 'repeat up to'
///     name: ageing          # optional
///     steps:
///       - Discharge at 1C
///       - Charge at 1C
/// </code>
/// </remarks>
public static class ProtocolYaml
{
    /// <summary>Reads a list of steps.</summary>
    /// <param name="steps">The list.</param>
    /// <param name="cell">The cell; gives C-rates and cut-offs their meaning.</param>
    /// <param name="folder">Folder from which drive cycles are looked up.</param>
    /// <returns>The protocol.</returns>
    /// <exception cref="InputException">An item is no step of this cell; the message shows where and what is allowed.</exception>
    public static Protocol Read(YamlSequence steps, CellDescription cell, string folder)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(cell);
        var builder = new ProtocolBuilder();
        AddAll(builder, steps, new LineContext(cell, folder));
        Protocol protocol = builder.Build();
        return !builder.IsEmpty ? protocol : throw steps.Error("the protocol has no step.", StepLine.Examples, "Write one step an item.");
    }

    private static void AddAll(ProtocolBuilder builder, YamlSequence steps, LineContext context)
    {
        foreach (YamlNode item in steps.Items)
        {
            if (item is YamlMapping repeat)
            {
                AddRepeat(builder, repeat, context);
            }
            else
            {
                builder.Add(StepWords.Inside(item.Place, item.AsText()), context);
            }
        }
    }

    private static void AddRepeat(ProtocolBuilder builder, YamlMapping repeat, LineContext context)
    {
        repeat.AllowOnly("repeat", "repeat up to", "name", "steps");
        bool bounded = repeat.Optional("repeat up to") is not null;
        YamlNode times = repeat.Required(bounded ? "repeat up to" : "repeat", "3");
        var head = new RepeatHead(
            times.AsInteger(1, RepeatLine.MostRepetitions), repeat.Optional("name")?.AsText() ?? string.Empty, OpensBlock: true, bounded);
        StepWords words = StepWords.Inside(times.Place, times.AsText());
        builder.Open(head, words);
        AddAll(builder, repeat.Required("steps", "[Rest for 20 min]").AsSequence(), context);
        builder.Close(words);
    }
}
