using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Tests.Continuum;
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

        protocol.Count().ShouldBe(15);
        protocol.Schedule().Select(step => step.Cycle).Distinct().ShouldBe([1, 2, 3]);
        protocol.Steps.Length.ShouldBe(5);
        ProtocolStep charge = protocol.Steps[0], hold = protocol.Steps[1], rest = protocol.Steps[2];
        (charge.Control, charge.Value, charge.UpperVoltage).ShouldBe((StepControl.Current, 0.2 * OneC, 4.1));
        charge.LowerVoltage.ShouldBe(double.NaN);
        (hold.Control, hold.Value, hold.MaximumDuration).ShouldBe((StepControl.Voltage, 4.1, 7200.0));
        hold.CurrentCutOff.ShouldBe(OneC / 50.0, 1e-12);
        (rest.Value, rest.MaximumDuration).ShouldBe((0.0, 1200.0));
        (protocol.Steps[3].Value, protocol.Steps[3].MaximumDuration, protocol.Steps[3].LowerVoltage).ShouldBe((-10.0, 1800.0, 3.6));
        protocol.Steps[4].Value.Start.ShouldBe(-0.2 * OneC, 1e-12);
        protocol.Steps[4].LowerVoltage.ShouldBe(3.5, "the cell's own cut-off");
    }

    [Theory]
    [InlineData("Charge at 15.5844155844155845 A/m2")]
    [InlineData("Charge at 2.4 mA")]
    [InlineData("charge AT 1 C Until 4.2 V")]
    [Trait("Level", "unit")]
    public void Parse_OneCInEveryUnit_MeansTheSameCurrent(string text) =>
        ProtocolText.Parse(text, Cell).Steps[0].Value.Start.ShouldBe(OneC, 1e-9);

    [Fact]
    [Trait("Level", "unit")]
    public void Parse_CurrentPerMass_UsesTheActiveLoading() => ProtocolText.Parse("Discharge at 20 mA/g", Cell).Steps[0].Value.Start
        .ShouldBe(-20.0 * Cell.PorousPositive!.ActiveLoading, 1e-12);

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
        { "Charge at 1C for 4 V", 18, "not a time or a charge", "time" },
        { "Charge at 100000C", 11, "outside", "power of ten" },
        { "Repeat 3 times", 1, "nothing to repeat", "Write the steps first" },
        { "Rest for 1 s\nRepeat x times", 8, "no number of repetitions", "from 1 to" },
        { "Rest for 1 s\nRepeat 2 times\nRest for 1 s", 1, "follows 'Repeat'", "last line" },
        { "Repeat 2 times:\nRest for 1 s", 1, "has no end", "Add a line 'End'" },
        { "Repeat 2 times:\nEnd", 1, "nothing to repeat", "into the repeat" },
        { "Rest for 1 s\nEnd", 1, "no repeat to end", "Remove the line" },
        { "Repeat 2 times:\nRest for 1 s\nRepeat 3 times", 1, "needs its own end", "Add a colon" },
        { "Repeat 2 times as:\nRest for 1 s\nEnd", 16, "does not belong here", "as ageing:" },
        { "Repeat 90000 times:\nRepeat 90000 times:\nRest for 1 s\nEnd\nEnd", 1, "too many steps", "Repeat less often" },
        { "Charge at 1C for 1 mAh/cm2 or for 2 mAh", 31, "stands twice", "Keep one" },
        { "Charge at 1C until 20 mAh/g", 20, "cannot end this step", "for 20 mAh/g" },
        { "Charge at 1C for 0 mAh", 18, "the charge 0 mAh", "power of ten" },
        { "Rest for 5 mAh", 10, "not a time", "20 min" },
        { "Charge at 1C at 45", 17, "not a temperature", "45 degC" },
        { "Charge at 1C at 45 degC at 30 degC", 25, "stands twice", "Keep one temperature" },
        { "Rest for 1 h at 900 degC", 17, "no temperature for a cell", "300 degC" },
        { "Discharge at 0 W", 14, "not above 0", "W/kg" },
        { "Discharge at 1000 MW", 14, "power of ten", "mW/cm2" },
        { "Charge over 100 ohm", 8, "cannot charge", "Discharge over 100 ohm" },
        { "Discharge over 1 V", 16, "not a resistance", "100 ohm" },
        { "Discharge over -3 ohm", 16, "check its sign", "100 ohm" },
        { "Sweep from 3.6 V at 1 mV/s", 18, "where it goes to", "open circuit" },
        { "Sweep to 4 V", 13, "has no rate", "0.1 mV/s" },
        { "Sweep to 4 V at 1 mV", 17, "not a voltage rate", "mV/s" },
        { "Sweep to 4 V at -1 mV/s", 17, "cannot move", "without sign" },
        { "Sweep from 4 V to 4 V at 1 mV/s", 19, "ends where it begins", "write a hold" },
        { "Sweep to 5.5 V at 1 mV/s", 10, "outside the cut-offs", "3.5 V to 4.2 V" },
        { "Measure voltage", 9, "cannot be measured", "always recorded" },
        { "Measure impedance from 1 MHz", 29, "last frequency", "Add 'to'" },
        { "Measure impedance from 1 MHz to 10 mV", 33, "not a frequency", "mHz" },
        { "Measure impedance from 1 MHz to 1 Hz with 0 points per decade", 43, "number of points", "10 points per decade" },
        { "Measure impedance from 1 MHz to 1 Hz for 5 s", 38, "no duration", "rest before it" },
        { "Follow", 7, "no file", "CSV" },
        { "Follow nowhere.csv", 8, "does not exist", "folder of the protocol" },
        { "Swep to 4 V at 1 mV/s", 1, "starts no step", "Did you mean 'Sweep'?" },
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
    public void Parse_EveryOtherKindOfStep_GivesSiValues()
    {
        Protocol protocol = ProtocolText.Parse(
            """
            Discharge at 5 mW/cm2 for 1 mAh/cm2 at 45 degC
            Charge at 7.7 mW
            Discharge over 100 ohm until 3.6 V
            Hold at 4 V for 0.1 mAh/cm2
            Sweep from open circuit to 4.2 V at 0.1 mV/s until 50 uA/cm2
            Sweep from 4 V to 3.6 V at 1 mV/s
            Measure impedance from 1 MHz to 10 mHz
            Measure impedance from 1 Hz to 1 kHz with 5 points per decade at -20 degC
            """,
            Cell);

        ProtocolStep power = protocol.Steps[0], resistance = protocol.Steps[2], sweep = protocol.Steps[4], back = protocol.Steps[5];
        (power.Control, power.LowerVoltage).ShouldBe((StepControl.Power, 3.5));
        power.Value.Start.ShouldBe(-50.0, 1e-12);
        power.ChargeCutOff.ShouldBe(36000.0, 1e-9);
        power.Temperature!.Start.ShouldBe(318.15, 1e-9);
        protocol.Steps[1].Value.Start.ShouldBe(7.7e-3 / Cell.Area, 1e-9);
        (resistance.Control, resistance.LowerVoltage).ShouldBe((StepControl.Resistance, 3.6));
        resistance.Value.Start.ShouldBe(100.0 * Cell.Area, 1e-12);
        protocol.Steps[3].ChargeCutOff.ShouldBe(3600.0, 1e-9);
        (sweep.Control, sweep.Value, sweep.Sweep!.From).ShouldBe((StepControl.Voltage, 4.2, double.NaN));
        sweep.Sweep.Rate.ShouldBe(1e-4, 1e-16);
        sweep.CurrentCutOff.ShouldBe(0.5, 1e-12);
        (back.Value, back.Sweep!.From).ShouldBe((3.6, 4.0));
        back.MaximumDuration.ShouldBe(400.0, 1e-9);
        protocol.Steps[6].Impedance!.Frequencies().Length.ShouldBe(81);
        protocol.Steps[7].Impedance!.Frequencies().Length.ShouldBe(16);
        protocol.Steps[7].Temperature!.Start.ShouldBe(253.15, 1e-9);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Parse_RepeatsInsideRepeats_CountStepsAndCycles()
    {
        Protocol protocol = ProtocolText.Parse(
            """
            Charge at 0.1C
            Repeat 2 times as ageing:
                Repeat 3 times as "rate test":
                    Discharge at 1C
                    Charge at 1C
                End
                Rest for 1 h
            End
            Discharge at 0.1C
            """,
            Cell);

        ScheduledStep[] run = [.. protocol.Schedule()];

        protocol.Count().ShouldBe(16);
        run.Length.ShouldBe(16);
        run.Select(step => step.Cycle).ShouldBe([1, 2, 2, 3, 3, 4, 4, 4, 5, 5, 6, 6, 7, 7, 7, 7]);
        run[1].Block.ShouldBe("rate test");
        run[7].Block.ShouldBe("ageing");
        run[15].Block.ShouldBeEmpty();
        ProtocolText.Format(protocol).ReplaceLineEndings("\n").ShouldContain("    Repeat 3 times as \"rate test\":\n        Discharge at 1C until 3.5 V\n");
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Parse_CRateOfSymmetricCell_ExplainsThatItHasNone()
    {
        CellDescription symmetric = CellKinds.Of("ceramic");

        InputException error = Should.Throw<InputException>(() => ProtocolText.Parse("Charge at 1C", symmetric));

        error.Problem.ShouldContain("C-rate has no meaning for 'Li | Li'");
        ProtocolText.Parse("Charge at 0.1 mA/cm2 for 30 min", symmetric).Steps[0].Value.Start.ShouldBe(1.0);
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
