namespace Lamella.Instruments.Tests.Corpus;

/// <summary>Where the real instrument files lie.</summary>
internal static class CorpusFolder
{
    /// <summary>Gets the folder; null where it is absent.</summary>
    internal static string? Path { get; } = Find();

    /// <summary>Returns the path of a real file, or skips the test with a message.</summary>
    internal static string Require(string file) => Lamella.Tests.SharedFolder.Require(System.IO.Path.Combine("data", "instruments", file));

    private static string? Find()
    {
        string? root = Environment.GetEnvironmentVariable("LAMELLA_SHARED");
        if (!string.IsNullOrEmpty(root))
        {
            return Manifest(root);
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Manifest(System.IO.Path.Combine(folder.FullName, "shared")) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string? Manifest(string root)
    {
        string folder = System.IO.Path.Combine(root, "data", "instruments");
        return File.Exists(System.IO.Path.Combine(folder, "manifest.json")) ? folder : null;
    }
}
