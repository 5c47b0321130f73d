namespace Lamella.Core.Tests;

/// <summary>Finds the reference data that stay outside the repository.</summary>
internal static class SharedData
{
    /// <summary>Returns a path below the shared folder, or skips the test where the folder is absent.</summary>
    internal static string Path(string relative)
    {
        string? root = Environment.GetEnvironmentVariable("LAMELLA_SHARED");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); root is null && folder is not null; folder = folder.Parent)
        {
            string candidate = System.IO.Path.Combine(folder.FullName, "shared");
            root = File.Exists(System.IO.Path.Combine(candidate, "PHYSICS.md")) ? candidate : null;
        }

        Assert.SkipWhen(root is null, "The folder 'shared' was not found; set LAMELLA_SHARED to its path to run this test.");
        return System.IO.Path.Combine(root!, relative);
    }
}
