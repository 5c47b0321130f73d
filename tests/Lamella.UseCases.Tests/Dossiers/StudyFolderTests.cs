using Lamella.UseCases.Dossiers;

namespace Lamella.UseCases.Tests.Dossiers;

/// <summary>What counts as a study.</summary>
[Trait("Level", "unit")]
public sealed class StudyFolderTests
{
    [Fact]
    public void IsStudy_NeededFilesPresent_IsTrueAndRequireAgrees()
    {
        using var work = new Workspace();
        string study = work.Study("study", ("cell.yaml", string.Empty), ("experiments.yaml", string.Empty));

        StudyFolder.IsStudy(study).ShouldBeTrue();
        Should.NotThrow(() => StudyFolder.Require(study));
    }

    [Theory]
    [InlineData("cell.yaml")]
    [InlineData("experiments.yaml")]
    [InlineData("spectrum.csv")]
    public void IsStudy_NeededFileMissing_IsFalse(string only)
    {
        using var work = new Workspace();

        StudyFolder.IsStudy(work.Study("other", (only, string.Empty))).ShouldBeFalse();
    }

    [Fact]
    public void IsStudy_ShippedExamples_AreThePublishedSystems() =>
        ShippedStudies.All.Select(row => row.Data).ShouldBe(["li2024-qcpe", "yang2026-pgpe", "zheng2025-aiose"]);
}
