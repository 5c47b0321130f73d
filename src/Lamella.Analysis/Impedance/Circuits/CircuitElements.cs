using System.Collections.Immutable;
using Lamella.Analysis.Impedance.Elements;

namespace Lamella.Analysis.Impedance.Circuits;

/// <summary>Every element and block that a circuit may use. A new element is one file and one line here.</summary>
public static class CircuitElements
{
    /// <summary>Gets the elements.</summary>
    public static ImmutableArray<CircuitElement> All { get; } =
    [
        new Resistor(), new Capacitor(), new Inductor(), new ConstantPhaseInductor(), new ConstantPhase(),
        new Warburg(), new OpenWarburg(), new ShortWarburg(), new Gerischer(), new Zarc(), new HavriliakNegami(),
        new BlockedLine(), new ReactiveLine(), new TwoRailLine(), new BrickLayer(),
    ];

    /// <summary>Gets the blocks.</summary>
    public static ImmutableArray<CircuitBlock> Blocks { get; } =
    [
        new("RND", "Randles block, half-space diffusion", "p(CPE,R-W)", "Randles, Discuss. Faraday Soc. 1 (1947) 11, doi 10.1039/DF9470100011"),
        new("RNDo", "Randles block, diffusion to a blocked end", "p(CPE,R-Wo)", "Song and Bazant, J. Electrochem. Soc. 160 (2013) A15, doi 10.1149/2.023301jes"),
        new("RNDs", "Randles block, diffusion to a permeable end", "p(CPE,R-Ws)", "Franceschetti, Macdonald and Buck, J. Electrochem. Soc. 138 (1991) 1368"),
    ];

    /// <summary>Other spellings that the field uses, and the code each stands for.</summary>
    internal static ImmutableDictionary<string, string> Aliases { get; } = new Dictionary<string, string>
    {
        ["Q"] = "CPE", ["Zarc"] = "ZARC", ["Ha"] = "HN", ["TLM"] = "TL",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>Gets every code, for messages.</summary>
    internal static IEnumerable<string> Codes => All.Select(element => element.Code).Concat(Blocks.Select(block => block.Code));

    /// <summary>Finds an element by its code or alias; null where there is none.</summary>
    internal static CircuitElement? Find(string code) =>
        All.FirstOrDefault(element => element.Code == Aliases.GetValueOrDefault(code, code));

    /// <summary>Finds a block by its code; null where there is none.</summary>
    internal static CircuitBlock? FindBlock(string code) => Blocks.FirstOrDefault(block => block.Code == code);
}
