using Lamella.Core.Errors;

namespace Lamella.Core.Tests.Errors;

[Trait("Level", "unit")]
public sealed class SuggestionTests
{
    private static readonly string[] Keys = ["thickness", "porosity", "loading", "salt concentration"];

    [Theory]
    [InlineData("thicknes", "thickness")]
    [InlineData("thikcness", "thickness")]
    [InlineData("Porosity", "porosity")]
    [InlineData("salt_concentration", "salt concentration")]
    [InlineData("xyz", null)]
    [InlineData("", null)]
    public void Nearest_Word_IsTheKnownOneWithFewestEdits(string given, string? expected) =>
        Suggestion.Nearest(given, Keys).ShouldBe(expected);

    [Theory]
    [InlineData("", "abc", 6)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "acb", 2)]
    [InlineData("abc", "aBc", 1)]
    [InlineData("kitten", "sitting", 6)]
    public void HalfEdits_TwoWords_CountsInsertionsDeletionsChangesAndSwaps(string from, string to, int expected)
    {
        Suggestion.HalfEdits(from, to).ShouldBe(expected);
        Suggestion.HalfEdits(to, from).ShouldBe(expected);
    }
}
