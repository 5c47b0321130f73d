namespace Lamella.Cells.Tests;

/// <summary>Finds the data that stays beside the project.</summary>
internal static class SharedData
{
    /// <summary>Returns the path of a shared file, or skips the test with a message.</summary>
    internal static string Require(string relative)
    {
        string? root = Environment.GetEnvironmentVariable("LAMELLA_SHARED");
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); root is null && at is not null; at = at.Parent)
        {
            string candidate = Path.Combine(at.FullName, "shared");
            root = File.Exists(Path.Combine(candidate, "PHYSICS.md")) ? candidate : null;
        }

        string path = Path.Combine(root ?? "shared", relative);
        if (!File.Exists(path))
        {
            Assert.Skip($"needs shared/{relative}; set LAMELLA_SHARED to the folder that holds it.");
        }

        return path;
    }
}
