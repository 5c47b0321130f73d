using System.Collections.Immutable;
using Lamella.Core.Errors;

namespace Lamella.UseCases.Importing;

/// <summary>A file to import.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Shown">What the user knows it by.</param>
/// <param name="IsNamed">Whether the user named the file itself and not a folder above it.</param>
internal sealed record ImportSource(string Path, string Shown, bool IsNamed)
{
    /// <summary>Lists the files of paths; those of folders in the order of their names.</summary>
    internal static ImmutableArray<ImportSource> Expand(IReadOnlyList<string> paths)
    {
        var sources = ImmutableArray.CreateBuilder<ImportSource>();
        foreach (string path in paths)
        {
            if (Directory.Exists(path))
            {
                string[] inside = [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                    .Where(file => !System.IO.Path.GetFileName(file).StartsWith('.')).Order(StringComparer.Ordinal)];
                sources.AddRange(inside.Select(file => new ImportSource(file, file, IsNamed: false)));
            }
            else
            {
                sources.Add(new ImportSource(path, path, IsNamed: true));
            }
        }

        return sources.Count > 0 ? sources.ToImmutable() : throw new InputException(
            InputPlace.Whole(paths.Count > 0 ? paths[0] : "import"), "the folder holds no file.", "files of instruments.", "Name files, or a folder that holds some.");
    }
}
