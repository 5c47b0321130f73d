using System.Globalization;

namespace Lamella.Cli.Tests;

/// <summary>A copy of a shipped example that a test may spoil, in a folder that goes with the test.</summary>
internal sealed class StudyCopy : IDisposable
{
    private readonly string above = Directory.CreateTempSubdirectory("lamella-").FullName;

    /// <summary>Initializes a new instance of the <see cref="StudyCopy"/> class.</summary>
    internal StudyCopy(string example = "zheng2025-aiose")
    {
        Directory.CreateDirectory(Folder);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(CommandLineRunner.Root, "examples", example), "*.yaml"))
        {
            File.Copy(file, At(Path.GetFileName(file)));
        }
    }

    /// <summary>Gets the folder of the study.</summary>
    internal string Folder => Path.Combine(above, "study");

    /// <summary>Gets a folder for results; nothing makes it beforehand.</summary>
    internal string Output => Path.Combine(above, "output");

    /// <summary>Gets the path of the description of the cell.</summary>
    internal string Cell => At("cell.yaml");

    /// <summary>Gets the names beside the study, hidden ones too: empty while nothing was written.</summary>
    internal string[] Written => [.. Directory.EnumerateFileSystemEntries(above).Select(entry => Path.GetFileName(entry)).Where(name => name != "study")];

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(above, recursive: true);

    /// <summary>Returns the path of a file of the study.</summary>
    internal string At(string file) => Path.Combine(Folder, file);

    /// <summary>Replaces the first place of a text in a file, which must be there.</summary>
    internal void Change(string file, string old, string replacement)
    {
        string text = File.ReadAllText(At(file)).ReplaceLineEndings("\n");
        int at = text.IndexOf(old, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, $"{file} no longer holds '{old}'");
        File.WriteAllText(At(file), string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + old.Length)));
    }

    /// <summary>Returns how a message begins that points at the first line with a text.</summary>
    internal string PlaceOf(string file, string text)
    {
        int line = 1 + Array.FindIndex(File.ReadAllLines(At(file)), candidate => candidate.Contains(text, StringComparison.Ordinal));
        line.ShouldBeGreaterThan(0, $"{file} does not hold '{text}'");
        return string.Create(CultureInfo.InvariantCulture, $"error: {At(file)}({line},");
    }
}
