using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Tests.Text;

/// <summary>Trap: decimal comma, thousands comma, mixed marks. Decided per file from the data, reported, and overridable.</summary>
[Trait("Level", "unit")]
public sealed class DecimalMarkTests
{
    [Theory]
    [InlineData("1.5\t2.25\n3.5\t4\n", '.', '\0', "decimal point")]
    [InlineData("1,5\t2,25\n3,5\t4\n", ',', '\0', "decimal comma")]
    [InlineData("1,234.5\t0.25\n12,345.75\t1\n", '.', ',', "decimal point")]
    [InlineData("1.234,5\t0,25\n12.345,75\t1\n", ',', '.', "decimal comma")]
    [InlineData("1.234,5\t1.234,6\n", ',', '.', "decimal comma")]
    [InlineData("1,234\t0.25\n999\t1.5\n", '.', ',', "decimal point")]
    [InlineData("1\t2\n3\t4\n", '.', '\0', "decimal point")]
    public void Decide_FromTheCells_FindsMarkAndGroups(string text, char mark, char group, string choice)
    {
        (NumberStyle style, Decision decision) = Decide(text, ImportOptions.Default);

        style.ShouldBe(new NumberStyle(mark, group));
        decision.Choice.ShouldBe(choice);
        decision.Overridden.ShouldBeFalse();
    }

    [Fact]
    public void Decide_GroupsOfThreeOnly_SaysThatItIsOpen() =>
        Decide("1,234\t5,678\n", ImportOptions.Default).Decision.Evidence.ShouldContain("could also separate thousands");

    [Fact]
    public void Decide_MixedMarks_AreRefusedWithThePlace()
    {
        var error = Should.Throw<InputException>(() => Decide("1.5\t2.5\n1.5\t2,5\n", ImportOptions.Default));

        error.Place.Line.ShouldBe(2);
        error.Problem.ShouldContain("3 numbers have a point and 1 a comma");
        error.Remedy.ShouldContain("--decimal");
    }

    [Fact]
    public void Decide_MixedMarksWithOption_KeepsTheOtherOnesAsText()
    {
        TextContent text = TextContent.FromString("x", "1.5\t2.5\n1.5\t2,5\n");
        DelimitedLayout layout = Layout with { Numbers = Decide("1.5\t2.5\n1.5\t2,5\n", new ImportOptions { DecimalMark = '.' }).Style };

        DelimitedRows rows = DelimitedTableReader.Read(text, layout, new ImportLimits());

        rows.Columns[1].Number(0).ShouldBe(2.5);
        rows.Columns[1].Number(1).ShouldBe(double.NaN);
        rows.Columns[1].Text(1).ShouldBe("2,5");
    }

    private static DelimitedLayout Layout { get; } = new() { Names = ImmutableArray.Create("a", "b"), FirstLine = 0 };

    private static (NumberStyle Style, Decision Decision) Decide(string text, ImportOptions options) =>
        NumberStyleDetector.Decide(TextContent.FromString("x", text), Layout, options);
}
