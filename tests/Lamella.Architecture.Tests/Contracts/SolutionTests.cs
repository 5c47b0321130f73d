using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Lamella.Architecture.Tests.Contracts;

/// <summary>The solution is complete: nothing lies about that is not built, tested, locked or written down.</summary>
[Trait("Level", "contract")]
public sealed partial class SolutionTests
{
    [Fact]
    public void Solution_Projects_AreThoseOnDisk()
    {
        var listed = XDocument.Parse(Repository.Text("Lamella.slnx")).Descendants("Project").Select(project => (string)project.Attribute("Path")!);

        listed.Order().ShouldBe(Repository.Projects.Select(project => project.Path).Order());
    }

    [Fact]
    public void Project_Name_IsThatOfItsFolder()
    {
        foreach (ProjectFile project in Repository.Projects)
        {
            project.Folder.ShouldEndWith("/" + project.Name);
        }
    }

    [Fact]
    public void Project_InSrcOrApps_HasATestProject()
    {
        var tested = Repository.Projects.Where(project => project.Name.EndsWith(".Tests", StringComparison.Ordinal))
            .Select(project => project.Name[..^".Tests".Length]);
        var written = Repository.Projects.Where(project => project.Path.StartsWith("src/", StringComparison.Ordinal)
            || project.Path.StartsWith("apps/", StringComparison.Ordinal));

        written.Select(project => project.Name).Except(tested).ShouldBeEmpty();
    }

    [Fact]
    public void Project_InTheSolution_HasContent() =>
        Repository.Projects.Where(project => !Repository.Files(project.Folder, ".cs").Any())
            .Select(project => project.Name)
            .ShouldBeEmpty("A project is created with its first code and its first test (docs/decisions/0001), never before.");

    [Fact]
    public void Project_Dependencies_AreLockedAndVersionedCentrally()
    {
        foreach (ProjectFile project in Repository.Projects)
        {
            File.Exists(Path.Combine(Repository.Root, project.Folder, "packages.lock.json")).ShouldBeTrue($"{project.Name} has no lock file.");
            project.Packages.ShouldAllBe(package => package.Attribute("Version") == null && package.Element("Version") == null);
        }
    }

    [Fact]
    public void Changelog_Unreleased_HasAnEntry() =>
        Unreleased().IsMatch(Repository.Text("CHANGELOG.md").ReplaceLineEndings("\n")).ShouldBeTrue(
            "CHANGELOG.md needs a section '## [Unreleased]' with at least one line that begins with '- '.");

    [GeneratedRegex(@"^## \[Unreleased\]\n(?:(?!## \[).*\n)*- ", RegexOptions.Multiline)]
    private static partial Regex Unreleased();
}
