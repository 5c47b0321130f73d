using Lamella.TestRunner;

namespace Lamella.Architecture.Tests.Runner;

[Trait("Level", "unit")]
public sealed class RunnerOptionsTests
{
    [Fact]
    public void Parse_WordsAndFilters_SplitsThemForXunit()
    {
        var options = RunnerOptions.Parse(["Cells", "--trait", "Level=unit", "--method", "*Robertson*", "--no-skips", "--may-skip", "shared"]);

        options.Projects.ShouldBe(["Cells"]);
        options.Filters.ShouldBe(["-trait", "Level=unit", "-method", "*Robertson*"]);
        options.SkippedIsFailure.ShouldBeTrue();
        options.AllowedReason.ShouldBe("shared");
        options.IsFiltered.ShouldBeTrue();
    }

    [Theory]
    [InlineData("--trait", "needs a value")]
    [InlineData("--filter", "is not an option")]
    public void Parse_WrongOption_SaysWhatIsWrongAndHowToCallIt(string argument, string problem)
    {
        var error = Should.Throw<FormatException>(() => RunnerOptions.Parse([argument]));

        error.Message.ShouldContain(argument);
        error.Message.ShouldContain(problem);
        error.Message.ShouldContain("./test [WORD...]");
    }
}
