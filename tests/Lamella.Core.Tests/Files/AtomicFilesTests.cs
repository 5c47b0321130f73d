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

    [Fact]
    public void WriteFolder_AfterAKilledWriter_RemovesItsDraft()
    {
        string path = Path.Combine(_folder, "results");
        Leave(".results.abcdefgh.xyz");
        File.WriteAllText(Path.Combine(_folder, ".results.abcdefgh.xyz.lock"), string.Empty); // nobody holds it any more

        AtomicFolder.Write(path, draft => File.WriteAllText(Path.Combine(draft, "a.csv"), "1"));

        Directory.GetFileSystemEntries(_folder).ShouldBe([path]);
    }

    [Fact]
    public void WriteFolder_AfterAKillBetweenTheRenames_PutsTheOldFolderBack()
    {
        string path = Path.Combine(_folder, "results");
        Leave(".results.abcdefgh.xyz");
        Leave(".results.abcdefgh.xyz.old");

        Should.Throw<OperationCanceledException>(() => AtomicFolder.Write(path, _ => throw new OperationCanceledException()));

        Directory.GetFileSystemEntries(_folder).ShouldBe([path]);
        File.ReadAllText(Path.Combine(path, "content.csv")).ShouldBe(".results.abcdefgh.xyz.old");
    }

    [Fact]
    public void WriteFolder_OtherFoldersAndLivingWriters_AreLeftAlone()
    {
        string path = Path.Combine(_folder, "results");
        string[] others = [".results.mine", ".results.v2.abcdefgh.xyz", ".other.abcdefgh.xyz"];
        others.ToList().ForEach(Leave);

        AtomicFolder.Write(path, outer =>
        {
            File.WriteAllText(Path.Combine(outer, "outer.csv"), "1");
            AtomicFolder.Write(path, inner => File.WriteAllText(Path.Combine(inner, "inner.csv"), "2"));
            File.Exists(Path.Combine(outer, "outer.csv")).ShouldBeTrue();
        });

        Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName).ShouldBe([.. others, "results"], ignoreOrder: true);
        Directory.GetFileSystemEntries(path).ShouldBe([Path.Combine(path, "outer.csv")]);
    }

    private void Leave(string name)
    {
        string left = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        File.WriteAllText(Path.Combine(left, "content.csv"), name);
    }
}
