using System.Text.RegularExpressions;

namespace Lamella.Core.Files;

/// <summary>A hidden neighbour of a folder that takes its place once it is complete.</summary>
/// <remarks>
/// Beside the draft lies a file that its writer keeps locked. The operating system drops the lock of a killed process,
/// which tells an abandoned draft from one that another process is writing.
/// </remarks>
internal sealed partial class FolderDraft : IDisposable
{
    private const string LockEnding = ".lock", OldEnding = ".old";

    private readonly string target;
    private readonly string old;
    private readonly FileStream held;

    internal FolderDraft(string target)
    {
        this.target = target;
        Path = System.IO.Path.Combine(Above(target), Prefix(target) + System.IO.Path.GetRandomFileName());
        old = Path + OldEnding;
        held = new FileStream(
            Path + LockEnding, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        try
        {
            Directory.CreateDirectory(Path);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Gets the folder to write into.</summary>
    internal string Path { get; }

    /// <summary>Puts the draft in the place of the folder.</summary>
    internal void Commit()
    {
        if (Directory.Exists(target))
        {
            Directory.Move(target, old);
        }

        Directory.Move(Path, target);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Remove(Path, old, target);
        }
        finally
        {
            held.Dispose();
        }
    }

    /// <summary>Removes what killed writers of a folder left; puts back the folder that one of them had moved away.</summary>
    internal static void RemoveAbandoned(string target)
    {
        string prefix = Prefix(target);
        HashSet<string> drafts = [.. Directory.EnumerateFileSystemEntries(Above(target))
            .Where(entry => System.IO.Path.GetFileName(entry).StartsWith(prefix, StringComparison.Ordinal))
            .Select(entry => Draft().Match(System.IO.Path.GetFileName(entry)[prefix.Length..]))
            .Where(match => match.Success)
            .Select(match => System.IO.Path.Combine(Above(target), prefix + match.Groups["name"].Value))];
        foreach (string draft in drafts.Order(StringComparer.Ordinal))
        {
            if (TryLock(draft + LockEnding) is { } held)
            {
                using (held)
                {
                    Remove(draft, draft + OldEnding, target);
                }
            }
        }
    }

    /// <summary>Takes the lock of an abandoned draft; null where its writer lives.</summary>
    private static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Remove(string draft, string old, string target)
    {
        if (Directory.Exists(draft))
        {
            Directory.Delete(draft, recursive: true);
        }

        if (Directory.Exists(old) && !Directory.Exists(target))
        {
            Directory.Move(old, target); // the second rename did not happen: put back what was there
        }
        else if (Directory.Exists(old))
        {
            Directory.Delete(old, recursive: true);
        }
    }

    private static string Above(string target) => System.IO.Path.GetDirectoryName(target)!;

    private static string Prefix(string target) => $".{System.IO.Path.GetFileName(target)}.";

    [GeneratedRegex(@"^(?<name>[a-z0-9]{8}\.[a-z0-9]{3})(\.lock|\.old)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Draft();
}
