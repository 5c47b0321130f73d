using System.Collections.Immutable;

namespace Lamella.Instruments.Neware;

/// <summary>What kinds of step Neware's programs have.</summary>
internal static class StepTypes
{
    /// <summary>Discharging and charging pulses; the software shows their capacity with its sign.</summary>
    internal const byte Pulse = 16;

    /// <summary>A simulated load from a list; the software shows its capacity with its sign.</summary>
    internal const byte Simulation = 17;

    private static readonly ImmutableDictionary<int, string> Known = new Dictionary<int, string>
    {
        [1] = "CC Chg", [2] = "CC DChg", [3] = "CV Chg", [4] = "Rest", [5] = "Cycle", [6] = "End", [7] = "CCCV Chg", [8] = "CP DChg",
        [9] = "CP Chg", [10] = "CR DChg", [13] = "Pause", [16] = "Pulse", [17] = "SIM", [18] = "PCCCV Chg", [19] = "CV DChg",
        [20] = "CCCV DChg", [21] = "Control", [22] = "OCV", [25] = "Ramp", [26] = "CPCV DChg", [27] = "CPCV Chg",
    }.ToImmutableDictionary();

    /// <summary>Names every code; an unknown one keeps its number.</summary>
    /// <returns>Shape (256).</returns>
    internal static string[] Names() => [.. Enumerable.Range(0, 256).Select(Name)];

    /// <summary>Names a kind of step as the software prints it.</summary>
    /// <param name="code">The stored number.</param>
    /// <returns>The name; <c>type 42</c> for an unknown one.</returns>
    internal static string Name(int code) =>
        Known.TryGetValue(code, out string? name) ? name : FormattableString.Invariant($"type {code}");
}
