using Lamella.Analysis.Techniques;

namespace Lamella.Analysis.Tests.Techniques;

/// <summary>What every technique must offer, present or future.</summary>
[Trait("Level", "contract")]
public sealed class TechniqueContractTests
{
    public static TheoryData<string> Names() => new(AnalysisTechniques.All.Select(technique => technique.Name));

    [Fact]
    public void All_Names_AreDistinctWordsOfTheCommandLine()
    {
        string[] names = [.. AnalysisTechniques.All.Select(technique => technique.Name)];

        names.ShouldBeUnique();
        names.ShouldAllBe(name => name.All(letter => char.IsAsciiLetterLower(letter) || letter == '-'));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Technique_Description_IsComplete(string name)
    {
        IAnalysisTechnique technique = AnalysisTechniques.Find(name);

        technique.Summary.ShouldEndWith(".");
        technique.Accepts.ShouldNotBeEmpty();
        technique.Examples.ShouldNotBeEmpty();
        technique.Options.Select(option => option.Name).ShouldBeUnique();
        technique.Options.ShouldAllBe(option => option.Meaning.Length > 0 && !option.Meaning.EndsWith('.'));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Technique_Defaults_AreAllowed(string name)
    {
        IAnalysisTechnique technique = AnalysisTechniques.Find(name);
        (string, string)[] defaults = [.. technique.Options.Where(option => option.Default is not null).Select(option => (option.Name, option.Default!))];

        TechniqueSettings.For(technique, defaults).Given.Length.ShouldBe(defaults.Length);
    }
}
