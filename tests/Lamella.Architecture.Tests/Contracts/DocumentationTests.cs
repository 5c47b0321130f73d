using System.Text.RegularExpressions;

namespace Lamella.Architecture.Tests.Contracts;

/// <summary>The documents tell the truth about what is there.</summary>
[Trait("Level", "contract")]
public sealed partial class DocumentationTests
{
    public static TheoryData<string> Documents() =>
        new(Repository.Files("docs", ".md").Concat(Directory.EnumerateFiles(Repository.Root, "*.md").Select(file => Path.GetFileName(file))));

    [Fact]
    public void Architecture_Rooms_AreNamedWhereTheyExist()
    {
        string text = Repository.Text("docs/architecture.md");
        var written = Repository.Projects.Where(project => !project.Path.StartsWith("tests/", StringComparison.Ordinal)
            || project.Name == "Lamella.TestRunner");

        written.Where(project => !text.Contains($"`{project.Name}`", StringComparison.Ordinal))
            .Select(project => project.Name)
            .ShouldBeEmpty("docs/architecture.md does not name these projects.");
    }

    [Fact]
    public void Architecture_NamedProjects_Exist()
    {
        // The section on rooms to come is the one place that may name what is not there.
        string text = Repository.Text("docs/architecture.md").Split("## Rooms to come")[0];
        var named = ProjectName().Matches(text).Select(match => match.Groups[1].Value).Distinct();

        named.Except(Repository.Projects.Select(project => project.Name)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Link_InDocument_LeadsToAFile(string document)
    {
        string folder = Path.GetDirectoryName(Path.Combine(Repository.Root, document))!;
        var targets = Link().Matches(Repository.Text(document)).Select(match => match.Groups[1].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'));

        targets.Where(target => !Path.Exists(Path.Combine(folder, target.Split('#')[0]))).ShouldBeEmpty($"{document} has broken links.");
    }

    [Fact]
    public void Decisions_Numbers_AreConsecutiveFromOne()
    {
        var numbers = Repository.Files("docs/decisions", ".md").Select(file => Path.GetFileName(file)[..4]).ToList();

        numbers.ShouldBe(Enumerable.Range(1, numbers.Count).Select(number => number.ToString("0000", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [GeneratedRegex(@"`(Lamella\.(?!slnx)\w+(?:\.Tests)?)`")]
    private static partial Regex ProjectName();

    [GeneratedRegex(@"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
