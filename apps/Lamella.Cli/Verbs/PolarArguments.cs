using System.Collections.Immutable;
using System.Globalization;
using Lamella.Core.Errors;
using Lamella.Core.Yaml;
using Lamella.Structures.Conduction;

namespace Lamella.Cli.Verbs;

/// <summary>Reads what phases and boundaries need for impedance beside what conduction needs.</summary>
internal static class PolarArguments
{
    private static readonly QuantityRule Capacitances = QuantityRule.Like("1 uF/cm2").AtLeast("0 F/m2");

    /// <summary>Reads the one direction of the field.</summary>
    internal static int Axis(string word) => StructureArguments.Axes(word) is [var only]
        ? only
        : throw Wrong("--direction", $"'{word}' names several directions.", "Write x, y or z.");

    /// <summary>Gives phases their permittivity and the capacitance of their grain boundaries.</summary>
    internal static ImmutableArray<ConductingPhase> Phases(ImmutableArray<ConductingPhase> phases, IReadOnlyList<string> permittivities, IReadOnlyList<string> grains)
    {
        ConductingPhase[] read = [.. phases];
        var seen = new HashSet<(string, int)>();
        foreach (string text in permittivities)
        {
            (int index, string value) = Phase("--permittivity", text, "1=60", phases);
            StructureArguments.RequireOnce(seen, "--permittivity", index, text);
            read[index] = read[index] with
            {
                RelativePermittivity = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) && number >= 0.0
                    ? number
                    : throw Wrong("--permittivity", $"'{value}' is no relative permittivity.", "Write a number of 0 or more, such as --permittivity 1=60."),
            };
        }

        foreach (string text in grains)
        {
            (int index, string value) = Phase("--grain-capacitance", text, "5-9=\"0.2 uF/cm2\"", phases);
            StructureArguments.RequireOnce(seen, "--grain-capacitance", index, text);
            read[index] = read[index] with { GrainBoundaryCapacitance = StructureArguments.Number("--grain-capacitance", value, Capacitances) };
        }

        return [.. read];
    }

    /// <summary>Gives interfaces their capacitance.</summary>
    internal static ImmutableArray<PhaseInterface> Interfaces(ImmutableArray<PhaseInterface> interfaces, IReadOnlyList<string> capacitances)
    {
        PhaseInterface[] read = [.. interfaces];
        var seen = new HashSet<(string, int)>();
        foreach (string text in capacitances)
        {
            (string pair, string value) = StructureArguments.Halves("--capacitance", text, "1,2=\"1 uF/cm2\"");
            string[] names = [.. pair.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
            int index = Array.FindIndex(read, between => names is [var first, var second] && between.First == first && between.Second == second && between.Resistance > 0.0);
            if (index < 0)
            {
                throw Wrong("--capacitance", $"the interface {pair} has no resistance.", $"Name the pair of an --interface, such as --interface {pair}=\"0.8 ohm cm2\".");
            }

            StructureArguments.RequireOnce(seen, "--capacitance", index, pair);
            read[index] = read[index] with { Capacitance = StructureArguments.Number("--capacitance", value, Capacitances) };
        }

        return [.. read];
    }

    private static (int Index, string Value) Phase(string option, string text, string example, ImmutableArray<ConductingPhase> phases)
    {
        (string labels, string value) = StructureArguments.Halves(option, text, example);
        return (StructureArguments.Find(phases, option, labels), value);
    }

    private static InputException Wrong(string place, string problem, string remedy) => new(InputPlace.Whole(place), problem, string.Empty, remedy);
}
