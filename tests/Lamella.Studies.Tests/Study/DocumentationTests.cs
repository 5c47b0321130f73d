using Lamella.Materials.Records;
using Lamella.Studies.Calibration;
using Lamella.Studies.Experiments;
using Lamella.Studies.Whole;

namespace Lamella.Studies.Tests.StudyFiles;

/// <summary>The examples in docs/study-files.md can be read, and the page names every kind and key.</summary>
[Trait("Level", "contract")]
public sealed class DocumentationTests
{
    [Fact]
    public void StudyFilesPage_Examples_AreRead()
    {
        string[] blocks = [.. Page().Split("```yaml\n").Skip(1).Select(block => block[..block.IndexOf("```", StringComparison.Ordinal)])];
        FactLibrary facts = FactLibrary.LoadShipped();

        ExperimentPlan plan = ExperimentPlan.ReadText("docs/study-files.md", blocks[0], facts, 298.15);
        CalibrationPlan calibration = CalibrationPlan.ReadText("docs/study-files.md", blocks[1], facts);

        plan.Points.Length.ShouldBe(2);
        plan.WholeExperiments.Length.ShouldBe(2);
        calibration.Parameters.ShouldHaveSingleItem().UsesAssumedRange.ShouldBeTrue();
        blocks.Length.ShouldBe(2);
    }

    [Fact]
    public void StudyFilesPage_Text_NamesEveryKindAndKey()
    {
        string page = Page();
        foreach (ExperimentKind kind in Enum.GetValues<ExperimentKind>())
        {
            page.ShouldContain($"`{ExperimentKeys.Word(kind)}`");
            ExperimentKeys.PointKeys(kind).ShouldAllBe(key => page.Contains(key, StringComparison.Ordinal));
        }

        WholeExperimentReader.Keys.ShouldAllBe(key => page.Contains($"`{key}`", StringComparison.Ordinal));
    }

    private static string Page()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Lamella.slnx")))
        {
            folder = folder.Parent.ShouldNotBeNull();
        }

        return File.ReadAllText(Path.Combine(folder.FullName, "docs", "study-files.md")).ReplaceLineEndings("\n");
    }
}
