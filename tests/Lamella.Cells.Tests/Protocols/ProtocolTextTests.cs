using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Tests.HalfCell;
using Lamella.Core.Errors;

namespace Lamella.Cells.Tests.Protocols;

/// <summary>The words of protocols, on the half cell Xu2019 (3.5 V to 4.2 V, 1C = 1.558 mA/cm2).</summary>
public sealed class ProtocolTextTests
{
    private static readonly CellDescription Cell = ReferenceCells.Xu2019;
    private static readonly double OneC = Cell.OneCCurrentDensity;

    [Fact]
    [Trait("Level", "unit")]
    public void Parse_WholeProtocol_GivesStepsInSi()
    {
        const string text = """
            # formation
            Charge at 0.2C until 4.1 V
            Hold at 4.1 V for 2 h or until C/50

              rest for 20 min
            Discharge at 1 mA/cm2 for 30 min or until 3.6 V
            Discharge at C/5
            Repeat 3 times
            """;

        Protocol protocol = ProtocolText.Parse(text, Cell);

        protocol.Repetitions.ShouldBe(3);
        protocol.Steps.Length.ShouldBe(5);
        ProtocolStep charge = protocol.Steps[0], hold = protocol.Steps[1], rest = protocol.Steps[2];
        (charge.Control, charge.Value, charge.UpperVoltage).ShouldBe((StepControl.Current, 0.2 * OneC, 4.1));
        charge.LowerVoltage.ShouldBe(double.NaN);
        (hold.Control, hold.Value, hold.MaximumDuration).ShouldBe((StepControl.Voltage, 4.1, 7200.0));
        hold.CurrentCutOff.ShouldBe(OneC / 50.0, 1e-12);
        (rest.Value, rest.MaximumDuration).ShouldBe((0.0, 1200.0));
        (protocol.Steps[3].Value, protocol.Steps[3].MaximumDuration, protocol.Steps[3].LowerVoltage).ShouldBe((-10.0, 1800.0, 3.6));
        protocol.Steps[4].Value.ShouldBe(-0.2 * OneC, 1e-12);
        protocol.Steps[4].LowerVoltage.ShouldBe(3.5, "the cell's own cut-off");
    }

    [Theory]
    [InlineData("Charge at 15.5844155844155845 A/m2")]
    [InlineData("Charge at 2.4 mA")]
    [InlineData("charge AT 1 C Until 4.2 V")]
    [Trait("Level", "unit")]
    public void Parse_OneCInEveryUnit_MeansTheSameCurrent(string text) =>
        ProtocolText.Parse(text, Cell).Steps[0].Value.ShouldBe(OneC, 1e-9);

    [Fact]
    [Trait("Level", "unit")]
    public void Parse_CurrentPerMass_UsesTheActiveLoading() => ProtocolText.Parse("Discharge at 20 mA/g", Cell).Steps[0].Value
        .ShouldBe(-20.0 * Cell.Cathode!.ActiveLoading, 1e-12);

    public static TheoryData<string, int, string, string> BadLines() => new()
    {
        { "Charge at 0C", 11, "neither charges nor discharges", "Rest for 20 min" },
        { "Discharge at -1C", 14, "has a sign", "without sign" },
        { "Discharge at 1C until 2.5 V", 23, "outside the cut-offs", "3.5 V to 4.2 V" },
        { "Charge at 1C until 4.35 V", 20, "outside the cut-offs", "3.5 V to 4.2 V" },
        { "Hold at 4.3 V until C/50", 9, "outside the cut-offs", "3.5 V to 4.2 V" },
        { "Charge at 1 V", 11, "voltage, not a current", "C-rate" },
        { "Charge at 1c", 12, "no quantity", "mA/cm2" },
        { "Charge at 1C until 20 min", 20, "cannot end this step", "for 20 min" },
        { "Charge at 1C until C/50", 20, "cannot end this step", "as the next line" },
        { "Hold at 4.1 V until 4 V", 21, "cannot end this step", "until C/50" },
        { "Hold at 4.1 V", 14, "the hold has no end", "until C/50" },
        { "Hold at 1C until C/50", 9, "not a voltage", "Hold at 4.35 V" },
        { "Hold at 4.1 V until 0C", 21, "neither charges", "Rest for 20 min" },
        { "Rest", 5, "no duration", "Rest for 20 min" },
        { "Rest for 0 min", 10, "cannot be a duration", "a time above 0" },
        { "Rest until 4 V", 6, "after a time only", "Rest for 20 min" },
        { "Dischage at 1C", 1, "starts no step", "Did you mean 'Discharge'?" },
        { "Charge 1C", 8, "'at' is missing", "Charge at" },
        { "Charge at", 10, "ends before the value", "C-rate" },
        { "Charge at until 4 V", 11, "missing before 'until'", "C-rate" },
        { "Charge at 1C for 5 min until 4 V", 24, "does not belong here", "or" },
        { "Charge at 1C for 5 min or for 6 min", 27, "stands twice", "Keep one" },
        { "Charge at 1C for 5 min or", 26, "after 'or'", "until" },
        { "Charge at 1C for 4 V", 18, "not a time", "time" },
        { "Charge at 100000C", 11, "outside", "power of ten" },
        { "Repeat 3 times", 1, "nothing to repeat", "Write the steps first" },
        { "Rest for 1 s\nRepeat x times", 8, "no number of repetitions", "from 1 to" },
        { "Rest for 1 s\nRepeat 2 times\nRest for 1 s", 1, "follows 'Repeat'", "last line" },
        { "", 1, "no step", "Charge at 0.2C until 4.35 V" },
        { "# only a remark", 1, "no step", "Charge at 0.2C until 4.35 V" },
    };

    [Theory]
    [MemberData(nameof(BadLines))]
    [Trait("Level", "unit")]
    public void Parse_BadLine_SaysWhereWhatAndWhatToDo(string text, int column, string problem, string advice)
    {
        InputException error = Should.Throw<InputException>(() => ProtocolText.Parse(text, Cell, "steps.txt"));

        error.Problem.ShouldContain(problem);
        $"{error.Problem} {error.Allowed} {error.Remedy}".ShouldContain(advice);
        error.Place.Column.ShouldBe(column);
        error.Message.ShouldStartWith("steps.txt(");
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Parse_CRateOfSymmetricCell_ExplainsThatItHasNone()
    {
        CellDescription symmetric = HalfCellJacobianTests.Cell("ceramic");

        InputException error = Should.Throw<InputException>(() => ProtocolText.Parse("Charge at 1C", symmetric));

        error.Problem.ShouldContain("C-rate has no meaning for 'Li | Li'");
        ProtocolText.Parse("Charge at 0.1 mA/cm2 for 30 min", symmetric).Steps[0].Value.ShouldBe(1.0);
    }

    [Fact]
    [Trait("Level", "snapshot")]
    public void Parse_BadWord_PrintsTheLineWithACaret()
    {
        InputException error = Should.Throw<InputException>(() => ProtocolText.Parse("Charge at 0.2C until 4.1 mV", Cell));

        error.Message.ReplaceLineEndings("\n").ShouldBe(
            "protocol(1,22): 4.1 mV is outside the cut-offs of 'Xu2019'.\n"
            + "    Charge at 0.2C until 4.1 mV\n"
            + "                         ^\n"
            + "Allowed: 3.5 V to 4.2 V\n"
            + "Correct the voltage, or the cut-offs in the description of the cell.");
    }
}
