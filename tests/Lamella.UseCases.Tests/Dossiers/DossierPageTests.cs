using System.Text.RegularExpressions;

namespace Lamella.UseCases.Tests.Dossiers;

/// <summary>The page of each shipped example.</summary>
[Trait("Level", "contract")]
public sealed partial class DossierPageTests(ShippedStudies studies)
{
    private static readonly string[] Before =
    [
        "Prediction and measurement", "Rates, temperatures, currents", "The cells", "Calibration", "Discharge curves", "Where the voltage goes",
    ];

    private static readonly string[] After = ["Inputs and their sources", "Balances and solver", "Warnings"];

    [Theory]
    [MemberData(nameof(ShippedStudies.All), MemberType = typeof(ShippedStudies))]
    public void Write_Example_LoadsNothingFromAnywhere(string example)
    {
        string page = studies.Get(example).Page;
        string document = Script().Replace(page, string.Empty);

        page.ShouldContain("content=\"default-src 'none';");
        Loading().Matches(document).Select(match => match.Value).ShouldBeEmpty();
        string[] links = [.. Link().Matches(document).Select(match => match.Groups[1].Value)];
        links.Where(link => !link.StartsWith('#') && !link.StartsWith("https://doi.org/", StringComparison.Ordinal)).ShouldBeEmpty();
        links.ShouldContain(link => link.StartsWith("https://doi.org/", StringComparison.Ordinal));
        Data().Matches(page).Select(match => match.Groups[1].Value).ShouldAllBe(data => !data.Contains("://"));
    }

    [Theory]
    [MemberData(nameof(ShippedStudies.All), MemberType = typeof(ShippedStudies))]
    public void Write_Example_HasEverySectionWithContent(string example)
    {
        ShippedStudy study = studies.Get(example);
        MatchCollection sections = Section().Matches(study.Page);

        IEnumerable<string> whole = study.Result.WholeExperiments.Select(experiment => experiment.Description.Name);
        sections.Select(section => section.Groups[1].Value).ShouldBe([.. Before, .. whole, .. After]);
        foreach (Match section in sections)
        {
            section.Groups[2].Value.ShouldMatch("<(table|svg|li|dl)\\b", section.Groups[1].Value);
        }
    }

    [Theory]
    [MemberData(nameof(ShippedStudies.All), MemberType = typeof(ShippedStudies))]
    public void Write_Example_HasOneRowPerPointAndHidesSealedValues(string example)
    {
        ShippedStudy study = studies.Get(example);
        string predictions = Section().Match(study.Page).Groups[2].Value;
        Dictionary<string, string> rows = Row().Matches(predictions).ToDictionary(match => match.Groups[1].Value, match => match.Value);

        rows.Keys.ShouldBe(Workspace.FactsAfter("fact", Path.Combine(study.Source, "experiments.yaml")), ignoreOrder: true);
        foreach (var point in study.Result.Points)
        {
            string measured = Measured().Match(rows[point.Point.Fact.Id]).Groups[1].Value;
            (measured == "sealed").ShouldBe(point.Point.Fact.IsSealed, point.Point.Fact.Id);
            rows[point.Point.Fact.Id].Contains("no measured value", StringComparison.Ordinal).ShouldBe(point.Point.Fact.IsSealed);
        }
    }

    [GeneratedRegex("<script.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex(@"<(?:link|img|iframe|object|embed|source|audio|video|base)\b[^>]*|\bsrc\s*=[^>]*|@import[^;]*|url\(\s*['""]?(?!data:|#)[^)]*")]
    private static partial Regex Loading();

    [GeneratedRegex(@"\bhref=""([^""]*)""")]
    private static partial Regex Link();

    [GeneratedRegex("<script type=\"application/json\"[^>]*>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Data();

    [GeneratedRegex("<h2 id=\"[^\"]*\">([^<]*)</h2>(.*?)</section>", RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex(@"<tr><th scope=""row"">[^\n]*?<small>(F\d{3}-\d{4})[,<][^\n]*")]
    private static partial Regex Row();

    [GeneratedRegex("data-label=\"Measured\">([^<]*)<")]
    private static partial Regex Measured();
}
