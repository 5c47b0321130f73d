using Lamella.UseCases.Records;

namespace Lamella.UseCases.Tests.Records;

[Trait("Level", "unit")]
public sealed class RecordFilesTests
{
    [Fact]
    public void CacheFolder_OfAUser_IsAWholePathOfItsOwn()
    {
        string folder = RecordFiles.CacheFolder.ShouldNotBeNull();

        Path.IsPathFullyQualified(folder).ShouldBeTrue();
        folder.ShouldEndWith(Path.Combine("lamella", "records"));
        folder.ShouldNotBe(RecordFiles.UserFolder, "what may be deleted does not lie among what a user wrote");
    }

    [Fact]
    public void Load_NamedFile_ReportsEveryFile()
    {
        string file = Path.Combine(Path.GetTempPath(), $"lamella-own-{Guid.NewGuid():N}.yaml");
        File.WriteAllText(file, "source: me\nrecords:\n  - { id: mine, system: s, quantity: porosity, value: 10 % }\n");
        var seen = new List<RunProgress>();
        var progress = new Collected(seen);
        var library = RecordFiles.Load([file], "no/such/folder", progress);
        File.Delete(file);

        library.Records[^1].Id.ShouldBe("mine");
        seen.Max(report => report.Fraction).ShouldBe(1.0);
        seen.ShouldContain(report => report.Step == "reading records, 6 of 6 files");
    }

    private sealed class Collected(List<RunProgress> seen) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            lock (seen)
            {
                seen.Add(value);
            }
        }
    }
}
