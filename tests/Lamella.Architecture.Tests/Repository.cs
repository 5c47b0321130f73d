using System.Collections.Immutable;
using System.Xml.Linq;

namespace Lamella.Architecture.Tests;

/// <summary>A project file.</summary>
/// <param name="Name">Its name, without extension.</param>
/// <param name="Path">Its path from the root, with forward slashes.</param>
/// <param name="Assembly">Name of its assembly.</param>
/// <param name="References">Names of the projects that it refers to itself.</param>
/// <param name="Packages">Its package references as they stand.</param>
internal sealed record ProjectFile(
    string Name, string Path, string Assembly, ImmutableArray<string> References, ImmutableArray<XElement> Packages)
{
    /// <summary>Gets the folder of the project from the root.</summary>
    internal string Folder => Path[..Path.LastIndexOf('/')];
}

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] NotSources = ["bin", "obj", "artifacts", "node_modules", "TestResults", ".git"];

    /// <summary>Gets the folder of the solution.</summary>
    internal static string Root { get; } = FindRoot();

    /// <summary>Gets every project below src, apps, tests and bench.</summary>
    internal static ImmutableArray<ProjectFile> Projects { get; } =
        [.. Files("src", ".csproj").Concat(Files("apps", ".csproj")).Concat(Files("tests", ".csproj")).Concat(Files("bench", ".csproj")).Select(Read)];

    /// <summary>Gets every C# file below src, apps, tests and bench.</summary>
    internal static ImmutableArray<string> Sources { get; } =
        [.. Files("src", ".cs").Concat(Files("apps", ".cs")).Concat(Files("tests", ".cs")).Concat(Files("bench", ".cs"))];

    /// <summary>Lists the files of a folder with one extension.</summary>
    /// <param name="folder">Folder from the root; a missing one has no files.</param>
    /// <param name="extension">Extension with its dot.</param>
    /// <returns>Paths from the root, with forward slashes, sorted; build outputs left out.</returns>
    internal static IEnumerable<string> Files(string folder, string extension)
    {
        string start = Path.Combine(Root, folder);
        return !Directory.Exists(start) ? [] : Directory.EnumerateFiles(start, "*" + extension, SearchOption.AllDirectories)
            .Where(file => file.EndsWith(extension, StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Intersect(NotSources).Any())
            .Order(StringComparer.Ordinal);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path from the root.</param>
    /// <returns>Its text.</returns>
    internal static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static ProjectFile Read(string path)
    {
        XDocument document = XDocument.Load(Path.Combine(Root, path));
        string folder = Path.Combine(Root, Path.GetDirectoryName(path)!);
        var references = document.Descendants("ProjectReference").SelectMany(item => Expand(folder, (string)item.Attribute("Include")!));
        string name = Path.GetFileNameWithoutExtension(path);
        return new ProjectFile(
            name,
            path,
            (string?)document.Descendants("AssemblyName").SingleOrDefault() ?? name,
            [.. references.Select(reference => Path.GetFileNameWithoutExtension(reference))],
            [.. document.Descendants("PackageReference")]);
    }

    // MSBuild takes a star in a folder name; so does this test, or it would not see what the project refers to.
    private static IEnumerable<string> Expand(string folder, string include)
    {
        string[] parts = include.Replace('\\', '/').Split('/');
        int star = Array.FindIndex(parts, part => part.Contains('*', StringComparison.Ordinal));
        if (star < 0)
        {
            return [include.Replace('\\', '/')];
        }

        string above = Path.GetFullPath(Path.Combine([folder, .. parts[..star]]));
        return Directory.EnumerateFiles(above, "*.csproj", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(above, file).Split(Path.DirectorySeparatorChar).Length == parts.Length - star);
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? above = new(AppContext.BaseDirectory); above is not null; above = above.Parent)
        {
            if (File.Exists(Path.Combine(above.FullName, "Lamella.slnx")))
            {
                return above.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Lamella.slnx.");
    }
}
