namespace Lamella.Tests;

/// <summary>Finds the reference data that stay beside the repository. Other test projects link this file.</summary>
internal static class SharedFolder
{
    /// <summary>Returns the path of a shared file or folder, or skips the test with a message.</summary>
    /// <param name="relative">Path below the shared folder.</param>
    internal static string Require(string relative)
    {
        string? root = Environment.GetEnvironmentVariable("LAMELLA_SHARED");
        root = string.IsNullOrEmpty(root) ? null : root;
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); root is null && folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "shared");
            root = File.Exists(Path.Combine(candidate, "PHYSICS.md")) ? candidate : null;
        }

        string path = Path.Combine(root ?? "shared", relative);
        if (!Path.Exists(path))
        {
            Assert.Skip($"shared/{relative} not found: set LAMELLA_SHARED to the folder that holds PHYSICS.md.");
        }

        return path;
    }
}
