namespace Lamella.Instruments.Tests.Documents;

/// <summary>The folder of the project, for tests of its documents.</summary>
internal static class ProjectRoot
{
    /// <summary>Gets the folder.</summary>
    internal static string Folder { get; } = Find();

    /// <summary>Reads a file with LF line ends.</summary>
    internal static string Text(string path) => File.ReadAllText(Path.Combine(Folder, path)).ReplaceLineEndings("\n");

    private static string Find()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Lamella.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
