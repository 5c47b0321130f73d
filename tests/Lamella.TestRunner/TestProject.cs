using System.Collections.Immutable;

namespace Lamella.TestRunner;

/// <summary>A test project and what its Release build made of it.</summary>
/// <param name="Name">Name of the project and of its assembly.</param>
/// <param name="Assembly">Full path of the built assembly, which need not exist.</param>
/// <param name="HasSources">Whether the project holds source files of its own.</param>
internal sealed record TestProject(string Name, string Assembly, bool HasSources)
{
    /// <summary>Lists the test projects of a checkout, by name.</summary>
    /// <param name="root">Folder of the solution.</param>
    /// <param name="words">Words of which a name must contain one; empty for all projects.</param>
    /// <returns>The projects, sorted by name.</returns>
    internal static ImmutableArray<TestProject> Find(string root, ImmutableArray<string> words)
    {
        return [.. Directory.EnumerateDirectories(Path.Combine(root, "tests"), "*.Tests")
            .Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any())
            .Select(folder => Describe(folder))
            .Where(project => words.IsEmpty || words.Any(word => project.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(project => project.Name, StringComparer.Ordinal)];
    }

    private static TestProject Describe(string folder)
    {
        string name = Path.GetFileName(folder);
        string output = Path.Combine(folder, "bin", "Release", "net10.0", name + ".dll");
        bool hasSources = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Any(file => !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal));
        return new TestProject(name, output, hasSources);
    }
}
