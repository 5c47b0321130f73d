using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Lamella.Architecture.Tests.Rooms;

/// <summary>Arrows between rooms are one-way and stand in <see cref="RoomTable"/>.</summary>
[Trait("Level", "contract")]
public sealed class RoomTests
{
    public static TheoryData<string> Projects() => new(Repository.Projects.Select(project => project.Name));

    public static TheoryData<string> RoomProjects() => new(Under("src/").Select(project => project.Name));

    [Fact]
    public void Reachable_EveryRoom_NeverReachesItself()
    {
        foreach (string room in RoomTable.Rooms)
        {
            RoomTable.Reachable(room).ShouldNotContain(room);
        }
    }

    [Fact]
    public void Reachable_Cells_IsWhatTheDesignSays() =>
        RoomTable.Reachable("Cells").Order().ShouldBe(["Core", "Interfaces", "Materials", "Numerics", "Structures", "Transport"]);

    [Theory]
    [MemberData(nameof(RoomProjects))]
    public void Room_InTheSolution_StandsInTheTable(string project) =>
        RoomTable.Rooms.Select(room => "Lamella." + room).ShouldContain(project);

    [Theory]
    [MemberData(nameof(Projects))]
    public void ProjectReference_DirectOrThroughOthers_FollowsTheArrows(string name)
    {
        ProjectFile project = Repository.Projects.Single(candidate => candidate.Name == name);

        Closure(project).Except(ProjectRules.Allowed(project)).ShouldBeEmpty(
            $"{project.Path} refers to projects that its arrows do not reach (tests/Lamella.Architecture.Tests/Rooms/RoomTable.cs).");
    }

    [Theory]
    [MemberData(nameof(RoomProjects))]
    public void AssemblyReference_OfRoom_FollowsTheArrows(string name)
    {
        ProjectFile project = Repository.Projects.Single(candidate => candidate.Name == name);
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, project.Assembly + ".dll")));
        MetadataReader metadata = file.GetMetadataReader();
        var used = metadata.AssemblyReferences
            .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
            .Where(assembly => assembly.StartsWith("Lamella.", StringComparison.Ordinal));

        used.Except(ProjectRules.Allowed(project)).ShouldBeEmpty();
    }

    private static IEnumerable<ProjectFile> Under(string folder) =>
        Repository.Projects.Where(project => project.Path.StartsWith(folder, StringComparison.Ordinal));

    private static ImmutableHashSet<string> Closure(ProjectFile project) =>
        [.. project.References.SelectMany(name => Closure(Repository.Projects.Single(next => next.Name == name)).Add(name))];
}
