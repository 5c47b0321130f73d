using System.Collections.Immutable;

namespace Lamella.Architecture.Tests.Rooms;

/// <summary>The rooms of the house and the arrows between them. A room may refer to what its arrows reach, and to nothing else.</summary>
/// <remarks>
/// The rooms that are not built yet stand here too: whoever builds one finds its arrows decided. A change of this table is
/// a decision; write down why in <c>docs/decisions/</c> and keep <c>docs/architecture.md</c> true.
/// </remarks>
internal static class RoomTable
{
    private static readonly ImmutableDictionary<string, string[]> Arrows = new Dictionary<string, string[]>
    {
        ["Core"] = [],
        ["Numerics"] = ["Core"],
        ["Materials"] = ["Core", "Numerics"],
        ["Structures"] = ["Core", "Numerics"],
        ["Transport"] = ["Materials", "Structures"],
        ["Interfaces"] = ["Materials"],
        ["Cells"] = ["Transport", "Interfaces"],
        ["Fields"] = ["Transport", "Interfaces"],
        ["Instruments"] = ["Core"],
        ["Analysis"] = ["Core", "Numerics"],
        ["Energy"] = ["Materials"],
        ["Audit"] = ["Transport", "Energy", "Analysis"],
        ["Studies"] = ["Cells"],
        ["Reporting"] = ["Core"],
        ["UseCases"] =
        [
            "Core", "Numerics", "Materials", "Structures", "Transport", "Interfaces", "Cells", "Fields", "Instruments",
            "Analysis", "Energy", "Audit", "Studies", "Reporting",
        ],
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>Gets the names of all rooms, without the prefix <c>Lamella.</c>.</summary>
    internal static IEnumerable<string> Rooms => Arrows.Keys;

    /// <summary>Finds what a room may refer to, directly or through others.</summary>
    /// <param name="room">Name of the room, without prefix.</param>
    /// <returns>The rooms that its arrows reach; the room itself is not among them.</returns>
    internal static ImmutableHashSet<string> Reachable(string room) =>
        [.. Arrows[room].SelectMany(next => Reachable(next).Add(next))];
}
