using Lamella.Core.Errors;
using Lamella.Instruments.Operations;

namespace Lamella.Instruments.Tests.Operations;

/// <summary>Operations are written in the field's words; what is no operation is refused with its place.</summary>
[Trait("Level", "unit")]
public sealed class OperationParserTests
{
    private const int FuzzedTexts = 20_000;

    [Theory]
    [InlineData("keep step 3..5", "keep step 3..5")]
    [InlineData("  KEEP   Steps 3 .. 5 ", "keep step 3..5")]
    [InlineData("drop cycle 1,3,7..", "drop cycle 1,3,7..")]
    [InlineData("keep program step ..2", "keep program step ..2")]
    [InlineData("keep voltage 2.8..4.2 V", "keep voltage 2.8 V..4.2 V")]
    [InlineData("keep voltage 2800 mV..4.2 V", "keep voltage 2800 mV..4.2 V")]
    [InlineData("drop current ..-1 mA", "drop current ..-1 mA")]
    [InlineData("keep frequency 1 Hz..", "keep frequency 1 Hz..")]
    [InlineData("keep time 1 h..2 h", "keep time 1 h..2 h")]
    [InlineData("keep every 10th row", "keep every 10 rows")]
    [InlineData("keep every 7", "keep every 7 rows")]
    [InlineData("resample every 10 s", "resample every 10 s")]
    [InlineData("resample every 5 mV", "resample every 5 mV")]
    public void Parse_Operation_WritesItselfAndReadsBack(string text, string canonical)
    {
        RowOperation operation = OperationParser.Parse(text, "--apply");

        operation.ToString().ShouldBe(canonical);
        OperationParser.Parse(canonical, "--apply").ToString().ShouldBe(canonical);
    }

    [Theory]
    [InlineData("", 1, "the operation is empty")]
    [InlineData("kep step 3", 1, "Did you mean 'keep step 3..5'?")]
    [InlineData("keep stp 3", 6, "Did you mean 'keep step 3..5'?")]
    [InlineData("keep step", 10, "a number is missing")]
    [InlineData("keep step 3..x", 14, "'x' is no whole number")]
    [InlineData("keep step 9..2", 11, "ends before it begins")]
    [InlineData("keep step ..", 11, "the range has no end")]
    [InlineData("keep step 1,,2", 13, "a number is missing")]
    [InlineData("keep voltage 3..4", 17, "'4' is a plain number")]
    [InlineData("keep voltage 3 V", 14, "a range is missing")]
    [InlineData("keep voltage 4..3 V", 14, "ends before it begins")]
    [InlineData("keep current 2 V..3 V", 19, "'3 V' is a voltage")]
    [InlineData("keep time 1,5 h..2 h", 12, "decimal point")]
    [InlineData("keep every 0", 12, "no number of rows")]
    [InlineData("resample every 0 s", 16, "no distance to resample by")]
    [InlineData("resample every -5 mV", 16, "no distance to resample by")]
    [InlineData("resample every 10 A", 16, "a time above 0 s, such as 10 s, or a voltage above 0 V")]
    public void Parse_NoOperation_IsRefusedWithPlaceAndWayOut(string text, int column, string problem)
    {
        InputException refusal = Should.Throw<InputException>(() => OperationParser.Parse(text, "--apply"));

        refusal.Message.ShouldContain(problem);
        refusal.Place.Column.ShouldBe(column);
        refusal.Allowed.ShouldNotBeEmpty();
        refusal.Remedy.ShouldNotBeEmpty();
    }

    [Fact]
    public void Parse_TextOfAnyLength_IsRefusedByALimit() =>
        Should.Throw<InputException>(() => OperationParser.Parse(new string('9', 100_000), "--apply")).Message.ShouldContain("at most 200 characters");

    [Fact]
    public void Lines_OfRegistry_CanBeUsedAsTheyStand()
    {
        OperationRegistry.Lines.Length.ShouldBe(18);
        foreach ((string example, string description) in OperationRegistry.Lines)
        {
            Should.NotThrow(() => OperationParser.Parse(example, "--apply"));
            description.ShouldEndWith(".");
        }
    }

    [Fact]
    [Trait("Level", "property")]
    public void Parse_FuzzedText_IsAnOperationThatReadsBackOrARefusal()
    {
        string[] pieces = ["keep", "drop", "resample", "every", "step", "program", "cycle", "row", "time", "voltage", "current", "frequency",
            "..", ",", " ", " ", " ", "3", "-1", "4.2", "1e9", "99999999999999999999", "V", "mV", "s", "h", "Hz", "A", "nan", "\t", "\u2212", "\0", "é", "("];
        var random = new Random(20261121);
        int operations = 0;
        for (int round = 0; round < FuzzedTexts; round++)
        {
            string text = round % 2 == 0
                ? string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)] + (random.Next(3) == 0 ? " " : string.Empty)))
                : Mutated(OperationRegistry.Lines[random.Next(OperationRegistry.Lines.Length)].Example, pieces, random);
            try
            {
                string canonical = OperationParser.Parse(text, "--apply").ToString();
                OperationParser.Parse(canonical, "--apply").ToString().ShouldBe(canonical, text);
                operations++;
            }
            catch (InputException refusal)
            {
                refusal.Remedy.ShouldNotBeEmpty(text);
            }
        }

        operations.ShouldBeGreaterThan(FuzzedTexts / 50); // the texts are near enough to operations to mean something
    }

    private static string Mutated(string text, string[] pieces, Random random)
    {
        int at = random.Next(text.Length + 1), length = Math.Min(random.Next(3), text.Length - at);
        return text[..at] + (random.Next(2) == 0 ? pieces[random.Next(pieces.Length)] : string.Empty) + text[(at + length)..];
    }
}
