using Lamella.Core.Errors;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Tests.Writing;

/// <summary>Results replace an older result and nothing else.</summary>
[Trait("Level", "contract")]
public sealed class ResultFolderTests
{
    [Theory]
    [InlineData]
    [InlineData("result.json")]
    [InlineData("result.json", "series.bdf.csv")]
    [InlineData("result.json", "dossier.html", "series/F003-0001.bdf.csv", ".DS_Store", "series/Thumbs.db")]
    public void Write_EmptyOrOlderResult_IsReplacedAsAWhole(params string[] files)
    {
        using var work = new Workspace();
        Fill(work, files);

        ResultFolder.Write(work.At("out"), folder => File.WriteAllText(Path.Combine(folder, "result.json"), "new"));

        Workspace.Contents(work.At("out")).Keys.ShouldBe(["result.json"]);
        File.ReadAllText(work.At("out", "result.json")).ShouldBe("new");
        work.Entries.ShouldBe(["out"]);
    }

    [Theory]
    [InlineData("thesis.tex", "thesis.tex")]
    [InlineData("thesis.tex", "result.json", "series.bdf.csv", "thesis.tex")]
    [InlineData(".git", "result.json", ".git/config")]
    [InlineData("series/measured.xlsx", "result.json", "series/F003-0001.bdf.csv", "series/measured.xlsx")]
    [InlineData("series", "series/mine.bdf.csv")]
    [InlineData("series.bdf.csv", "series.bdf.csv")]
    public void Write_FilesOfTheUser_AreNamedAndKept(string named, params string[] files)
    {
        using var work = new Workspace();
        Fill(work, files);

        var error = Should.Throw<InputException>(() => ResultFolder.Write(work.At("out"), _ => throw new InvalidOperationException("must not be reached")));

        error.Message.ShouldContain($"'{named.Replace('/', Path.DirectorySeparatorChar)}', which is no result");
        error.Allowed.ShouldContain("an earlier result");
        Workspace.Contents(work.At("out")).Keys.Select(file => file.Replace('\\', '/')).ShouldBe(files, ignoreOrder: true);
        work.Entries.ShouldBe(["out"]);
    }

    [Fact]
    public void Write_FailureInTheMiddle_LeavesTheOlderResult()
    {
        using var work = new Workspace();
        Fill(work, "result.json", "series.bdf.csv");

        Should.Throw<IOException>(() => ResultFolder.Write(work.At("out"), folder =>
        {
            File.WriteAllText(Path.Combine(folder, "result.json"), "half");
            throw new IOException("the disk is full");
        }));

        work.Entries.ShouldBe(["out"]);
        File.ReadAllText(work.At("out", "result.json")).ShouldBe("result.json");
        Workspace.Contents(work.At("out")).Count.ShouldBe(2);
    }

    [Fact]
    public void RequireReplaceable_NotThereYet_MakesNothing()
    {
        using var work = new Workspace();

        ResultFolder.RequireReplaceable(work.At("a", "b", "c"));

        work.Entries.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "its name is empty")]
    [InlineData("  ", "its name is empty")]
    [InlineData("/", "which this one cannot be")]
    [InlineData(".", "which this one cannot be")]
    public void RequireReplaceable_NoFolderToReplace_SaysWhatToName(string path, string problem)
    {
        var error = Should.Throw<InputException>(() => ResultFolder.RequireReplaceable(path));

        error.Problem.ShouldContain(problem);
        error.Remedy.ShouldContain("results/my-cell");
    }

    [Theory]
    [InlineData]
    [InlineData("below")]
    [InlineData("far", "below")]
    public void RequireReplaceable_FileOnTheWay_IsNamed(params string[] below)
    {
        using var work = new Workspace();
        File.WriteAllText(work.At("file"), "text");

        Should.Throw<InputException>(() => ResultFolder.RequireReplaceable(work.At(["file", .. below])))
            .Problem.ShouldContain($"'{work.At("file")}' is a file");
    }

    private static void Fill(Workspace work, params string[] files)
    {
        Directory.CreateDirectory(work.At("out"));
        foreach (string file in files)
        {
            string path = work.At("out", file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file);
        }
    }
}
