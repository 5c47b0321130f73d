using Lamella.Core.Files;

namespace Lamella.Core.Tests.Files;

[Trait("Level", "unit")]
public sealed class AtomicFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lamella-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void WriteFile_Success_ReplacesAndLeavesNothingElse()
    {
        string path = Path.Combine(_folder, "below", "result.json");

        AtomicFile.WriteText(path, writer => writer.WriteLine("old"));
        AtomicFile.WriteText(path, writer => writer.WriteLine("new µ"));

        File.ReadAllBytes(path).ShouldBe("new µ\n"u8.ToArray());
        Directory.GetFileSystemEntries(Path.GetDirectoryName(path)!).ShouldBe([path]);
    }

    [Fact]
    public void WriteFile_Interrupted_KeepsWhatWasThere()
    {
        string path = Path.Combine(_folder, "result.json");
        AtomicFile.WriteText(path, writer => writer.Write("old"));

        Should.Throw<OperationCanceledException>(() => AtomicFile.WriteText(path, writer =>
        {
            writer.Write("half");
            writer.Flush();
            File.ReadAllText(path).ShouldBe("old"); // also while writing, which is all a kill would leave
            throw new OperationCanceledException();
        }));

        File.ReadAllText(path).ShouldBe("old");
        Directory.GetFileSystemEntries(_folder).ShouldBe([path]);
    }

    [Fact]
    public void WriteFolder_Success_ReplacesAsAWhole()
    {
        string path = Path.Combine(_folder, "results");
        AtomicFolder.Write(path, draft => File.WriteAllText(Path.Combine(draft, "a.csv"), "1"));
        AtomicFolder.Write(path + "/", draft => File.WriteAllText(Path.Combine(draft, "b.csv"), "2"));

        Directory.GetFileSystemEntries(_folder).ShouldBe([path]);
        Directory.GetFileSystemEntries(path).ShouldBe([Path.Combine(path, "b.csv")]);
    }

    [Fact]
    public void WriteFolder_Interrupted_LeavesNoneOrTheOldOne()
    {
        string path = Path.Combine(_folder, "results");
        Action<string> interrupted = draft =>
        {
            File.WriteAllText(Path.Combine(draft, "half.csv"), "1");
            throw new OperationCanceledException();
        };

        Should.Throw<OperationCanceledException>(() => AtomicFolder.Write(path, interrupted));
        Directory.GetFileSystemEntries(_folder).ShouldBeEmpty();

        AtomicFolder.Write(path, draft => File.WriteAllText(Path.Combine(draft, "a.csv"), "1"));
        Should.Throw<OperationCanceledException>(() => AtomicFolder.Write(path, interrupted));
        Directory.GetFileSystemEntries(path).ShouldBe([Path.Combine(path, "a.csv")]);
        Directory.GetFileSystemEntries(_folder).ShouldBe([path]);
    }
}
