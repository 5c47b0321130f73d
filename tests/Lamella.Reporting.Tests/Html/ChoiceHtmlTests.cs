using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lamella.Reporting.Dossiers;
using Lamella.Reporting.Tests.Samples;

namespace Lamella.Reporting.Tests.Html;

[Trait("Level", "unit")]
public sealed class ChoiceHtmlTests
{
    [Fact]
    public void Write_WithoutScripts_ShowsWhatEachChoiceAloneDoes()
    {
        string page = DossierHtmlTests.Page(SampleChoices.Create(), false);

        page.ShouldNotContain("class=\"choices\"");
        Cells(page).ShouldBe(
        [
            ["All standard", "–", "500", "700"], ["foil from 12 µm", "10 µm", "510", "700"], ["foil from 12 µm", "8 µm", "520", "700"], ["seal from wide", "narrow", "530", "705"],
        ]);
    }

    [Fact]
    public void Write_WithScripts_CarriesEveryValueOnItsSideOfTheGoal()
    {
        ChoiceBlock block = SampleChoices.Block();
        string page = DossierHtmlTests.Page(SampleChoices.Create(), true);
        using var data = JsonDocument.Parse(Regex.Match(page, "class=\"choice-data\">(.*?)</script>").Groups[1].Value);
        JsonElement[] outcomes = [.. data.RootElement.GetProperty("outcomes").EnumerateArray()];

        for (int i = 0; i < block.Outcomes.Length; i++)
        {
            ChoiceOutcome outcome = block.Outcomes[i];
            double[] carried = [.. outcomes[i].GetProperty("tenths").EnumerateArray().Select(tenth => tenth.GetInt32() / 10.0)];
            outcomes[i].GetProperty("depends").EnumerateArray().Select(choice => choice.GetInt32()).ShouldBe(outcome.Depends);
            carried.Zip(outcome.Values).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) <= 0.1 + 1e-9 && (pair.First >= outcome.Goal) == (pair.Second >= outcome.Goal));
        }

        Regex.Count(page, "<input type=\"range\"").ShouldBe(2);
        page.ShouldContain("<div class=\"choices\" role=\"group\" aria-label=\"Energy with one choice\" hidden>", customMessage: "it is shown by its script alone");
    }

    [Fact]
    public void At_EveryCombination_RunsTheFirstChoiceFastest()
    {
        ChoiceBlock block = SampleChoices.Block();

        block.Outcomes[0].At(block.Choices, [2, 1]).ShouldBe(550.04);
        block.Outcomes[0].At(block.Choices, [1, 0]).ShouldBe(510.0);
        block.Outcomes[1].At(block.Choices, [2, 1]).ShouldBe(705.0);
    }

    [Theory]
    [InlineData("fewer than two", "two stops")]
    [InlineData("too few values", "one finite value for each combination")]
    [InlineData("falling", "which rise")]
    [InlineData("not finite", "finite")]
    public void Create_Faulty_SaysWhatIsNeeded(string fault, string expected)
    {
        Choice foil = new("foil", ["12 µm", "8 µm"]), seal = new("seal", fault == "fewer than two" ? ["wide"] : ["wide", "narrow"]);
        ImmutableArray<int> depends = fault == "falling" ? [1, 0] : [0, 1];
        ImmutableArray<double> values = fault switch { "too few values" => [1, 2, 3], "not finite" => [1, 2, 3, double.NaN], _ => [1, 2, 3, 4] };

        Should.Throw<ArgumentException>(() => new ChoiceBlock("c", "o", "g", "W", [foil, seal], [new ChoiceOutcome("n", 1.0, depends, values)])).Message.ShouldContain(expected);
    }

    private static string[][] Cells(string page) =>
        [.. Regex.Matches(page, "<tr><th scope=\"row\"[^>]*>(.*?)</th>(.*?)</tr>").Select(row =>
            (string[])[row.Groups[1].Value, .. Regex.Matches(row.Groups[2].Value, "<td[^>]*>(.*?)</td>").Select(cell => cell.Groups[1].Value)])];
}
