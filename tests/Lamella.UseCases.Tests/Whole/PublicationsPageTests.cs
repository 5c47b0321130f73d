using System.Text.RegularExpressions;
using Lamella.Materials.Parameters;
using Lamella.Materials.Records;
using Lamella.Studies;
using Lamella.Studies.Whole;

namespace Lamella.UseCases.Tests.Whole;

/// <summary>docs/publications.md: its commands are those of the studies, and no whole experiment is missing from it.</summary>
[Trait("Level", "contract")]
public sealed partial class PublicationsPageTests
{
    [Theory]
    [MemberData(nameof(ShippedStudies.All), MemberType = typeof(ShippedStudies))]
    public void PublicationsPage_Study_NamesEveryWholeExperimentWithItsCommand(string example)
    {
        WholeExperiment[] described = [.. Read(example).Experiments.WholeExperiments];
        string part = Page().Split("\n## ").Single(section => section.Contains($"`examples/{example}`", StringComparison.Ordinal));
        (string? Variant, string? Experiment)[] commands = [.. Command().Matches(part).Select(match => (Option(match.Value, "variant"), Option(match.Value, "experiment")))];

        commands.ShouldNotBeEmpty();
        foreach ((string? variant, string? experiment) in commands)
        {
            described.Any(whole => whole.Variant == variant && whole.Experiment?.Name == experiment).ShouldBeTrue($"{variant}: {experiment}");
        }

        described.Select(whole => whole.Experiment?.Name).Distinct()
            .ShouldBe(commands.Select(command => command.Experiment).Distinct(), ignoreOrder: true);
    }

    /// <summary>A section in italics, with … for the cells of several, is one of the dossier.</summary>
    [Theory]
    [MemberData(nameof(ShippedStudies.All), MemberType = typeof(ShippedStudies))]
    public void PublicationsPage_Sections_AreThoseOfTheDossier(string example)
    {
        string[] sections =
        [
            .. Read(example).Experiments.WholeExperiments.Select(whole => whole.Name), "Rates, temperatures, currents", "Discharge curves",
        ];
        string part = Page().Split("\n## ").Single(section => section.Contains($"`examples/{example}`", StringComparison.Ordinal));

        foreach (string named in Italic().Matches(part).Select(match => match.Groups[1].Value.Replace("\\|", "|", StringComparison.Ordinal)))
        {
            string pattern = $"^{Regex.Escape(named).Replace("…", ".*", StringComparison.Ordinal)}$";
            sections.ShouldContain(section => Regex.IsMatch(section, pattern), named);
        }
    }

    [Fact]
    public void PublicationsPage_Text_NamesEveryPublication()
    {
        string page = Page();

        FactLibrary.LoadShipped().Papers.Select(paper => paper.Key).Union(["guo2025", "ruan2026"])
            .ShouldAllBe(key => page.Contains($"## {key}", StringComparison.Ordinal) || page.Contains($"and {key}:", StringComparison.Ordinal));
    }

    private static Study Read(string example) => Study.Read(
        Path.Combine(Workspace.Examples, example), MaterialLibrary.LoadShipped(), FactLibrary.LoadShipped());

    private static string? Option(string command, string name)
    {
        Match match = Regex.Match(command, $"--{name} (?:\"([^\"]+)\"|([^ \"]+))");
        return !match.Success ? null : match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value;
    }

    private static string Page() =>
        File.ReadAllText(Path.Combine(Workspace.Examples, "..", "docs", "publications.md")).ReplaceLineEndings("\n");

    [GeneratedRegex("lamella run cell.yaml [^`]*")]
    private static partial Regex Command();

    [GeneratedRegex(@"(?<!\*)\*([A-Z][^*\n]+)\*(?!\*)")]
    private static partial Regex Italic();
}
