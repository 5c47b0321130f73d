using System.Collections.Immutable;

namespace Lamella.Architecture.Tests.Rooms;

/// <summary>What each kind of project may refer to.</summary>
internal static class ProjectRules
{
    private const string Prefix = "Lamella.";

    /// <summary>Finds the projects that a project may refer to.</summary>
    /// <param name="project">The project.</param>
    /// <returns>Names of projects.</returns>
    /// <remarks>Rooms follow the table; apps and bench use every room; tests of a project reach what the project reaches.</remarks>
    internal static ImmutableHashSet<string> Allowed(ProjectFile project)
    {
        ImmutableHashSet<string> rooms = [.. RoomTable.Rooms.Select(room => Prefix + room)];
        return project.Path.Split('/')[0] switch
        {
            "src" => [.. RoomTable.Reachable(project.Name[Prefix.Length..]).Select(room => Prefix + room)],
            "apps" or "bench" => rooms,
            _ => AllowedInTests(project, rooms),
        };
    }

    private static ImmutableHashSet<string> AllowedInTests(ProjectFile project, ImmutableHashSet<string> rooms)
    {
        string tested = project.Name.EndsWith(".Tests", StringComparison.Ordinal) ? project.Name[..^".Tests".Length] : string.Empty;
        return (tested, rooms.Contains(tested)) switch
        {
            (_, true) => RoomTable.Reachable(tested[Prefix.Length..]).Select(room => Prefix + room).Append(tested).ToImmutableHashSet(),
            ("Lamella.Architecture", _) => rooms.Union(["Lamella.TestRunner", .. Apps()]),
            ("", _) => [], // the test runner stands alone
            _ => rooms.Add(tested), // tests of an app
        };
    }

    private static IEnumerable<string> Apps() =>
        Repository.Projects.Where(project => project.Path.StartsWith("apps/", StringComparison.Ordinal)).Select(project => project.Name);
}
