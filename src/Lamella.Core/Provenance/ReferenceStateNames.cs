using System.Diagnostics.CodeAnalysis;

namespace Lamella.Core.Provenance;

/// <summary>The words by which files and reports call the reference states.</summary>
public static class ReferenceStateNames
{
    /// <summary>Gets the words that a file may use.</summary>
    public static IReadOnlyList<string> All { get; } = ["bulk phase", "pellet", "effective in host", "cell"];

    /// <summary>Returns the word for a state.</summary>
    /// <param name="state">The state.</param>
    /// <returns>For example <c>effective in host</c>; <c>no state</c> for <see cref="ReferenceState.None"/>.</returns>
    public static string Text(this ReferenceState state) => state switch
    {
        ReferenceState.BulkPhase => "bulk phase",
        ReferenceState.Pellet => "pellet",
        ReferenceState.EffectiveInHost => "effective in host",
        ReferenceState.Cell => "cell",
        _ => "no state",
    };

    /// <summary>Reads a state.</summary>
    /// <param name="text">One of <see cref="All"/>.</param>
    /// <param name="state">Receives the state.</param>
    /// <returns>Whether the word names a state.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ReferenceState state)
    {
        state = text switch
        {
            "bulk phase" => ReferenceState.BulkPhase,
            "pellet" => ReferenceState.Pellet,
            "effective in host" => ReferenceState.EffectiveInHost,
            "cell" => ReferenceState.Cell,
            _ => ReferenceState.None,
        };
        return state != ReferenceState.None;
    }
}
