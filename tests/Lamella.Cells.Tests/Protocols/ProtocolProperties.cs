using FsCheck;
using FsCheck.Fluent;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Tests.Continuum;
using Lamella.Core.Errors;

namespace Lamella.Cells.Tests.Protocols;

public sealed class ProtocolProperties
{
    private static readonly CellDescription Cell = ReferenceCells.Xu2019;

    private static readonly Config Many = Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithReplay(20261121UL, 1UL);

    private static readonly string[] Pieces =
    [
        "Charge", "Discharge", "Hold", "Rest", "Repeat", "at", "until", "for", "or", "0.2C", "C/50", "4.1 V", "4.1", "V", "1 mA/cm2",
        "20 min", "0", "-1", "1e400", "C/", "\n", "\t", "#", "times", "3", "°", "\u00A0", "20", "mA/g", "±", "(1)", ",", "'", "1C until 4.1 V",
        "Sweep", "from", "to", "open circuit", "1 mV/s", "Measure", "impedance", "1 MHz", "10 mHz", "with", "points per decade", "over", "100 ohm",
        "5 mW/cm2", "1 mAh/cm2", "at 45 degC", "Repeat 2 times:", "as x:", "End", "Follow", "\"a b", "Discharge over 100 ohm", "Rest for 1 s",
    ];

    /// <summary>Any sequence of words and scraps is a protocol or an input error, never another exception.</summary>
    [Fact]
    [Trait("Level", "property")]
    public void Parse_AnyText_GivesAProtocolOrAnInputError()
    {
        int read = 0;
        Gen<string> scraps = Gen.Elements(Pieces).ListOf().Select(pieces => string.Join(' ', pieces));
        Gen<string> lines =
            from start in Gen.Elements("Charge at", "Discharge at", "Hold at", "Rest", "Discharge over", "Sweep to 4 V at", "Measure impedance from 1 MHz to")
            from load in Gen.OneOf(Gen.Elements("0.2C", "1 mA/cm2", "4.1 V", "20 mA/g", "5 mW", "10 ohm", "1 mV/s", "1 Hz"), Gen.Elements(Pieces))
            from word in Gen.Elements("until", "for", "or", "at")
            from limit in Gen.OneOf(Gen.Elements("C/50", "4 V", "20 min", "1 mAh/cm2", "45 degC"), Gen.Elements(Pieces))
            select $"{start} {load} {word} {limit}";
        Prop.ForAll(Arb.From(Gen.OneOf(scraps, lines)), Accepts).Check(Many.WithMaxTest(4000));
        Prop.ForAll(Arb.From(ArbMap.Default.GeneratorFor<string>()), garbage => Accepts(garbage ?? string.Empty)).Check(Many.WithMaxTest(1000));
        read.ShouldBeGreaterThan(20, "some of the texts must be protocols");

        void Accepts(string candidate)
        {
            try
            {
                Protocol protocol = ProtocolText.Parse(candidate, Cell);
                protocol.Steps.ShouldAllBe(step => step.MaximumDuration > 0.0 && double.IsFinite(step.Value.Start));
                read++;
            }
            catch (InputException error)
            {
                error.Message.ShouldNotBeEmpty();
            }
        }
    }

    /// <summary>The text of a protocol made in code, repeats and all, reads back to the same steps in the same order.</summary>
    [Fact]
    [Trait("Level", "property")]
    public void Format_OfAnyProtocol_ReadsBackToTheSameSteps()
    {
        Gen<ProtocolStep> steps =
            from kind in Gen.Choose(0, 11)
            from digits in Gen.Choose(1, 4000)
            from hundredths in Gen.Choose(355, 419)
            from seconds in Gen.Choose(1, 100_000)
            from degrees in Gen.Choose(-40, 81)
            select Step(kind, digits, hundredths / 100.0, seconds, degrees > 80 ? double.NaN : degrees + 273.15);
        Gen<ProtocolRepeat> inner = from some in steps.NonEmptyListOf()
                                    from times in Gen.Choose(1, 4)
                                    from name in Gen.Elements("", "ageing", "a b", "it's")
                                    from bounded in Gen.Elements(true, false)
                                    select new ProtocolRepeat([.. some.Take(3)], times, name, bounded);
        Gen<Protocol> protocols =
            from before in steps.ListOf()
            from repeat in inner
            from times in Gen.Choose(1, 3)
            from nested in steps.ListOf()
            select Protocol.Of([.. before.Take(3), repeat, new ProtocolRepeat([repeat, .. nested.Take(2)], times)]);
        Prop.ForAll(Arb.From(protocols), ReadsBack).Check(Many.WithMaxTest(300));

        static void ReadsBack(Protocol protocol)
        {
            ScheduledStep[] expected = [.. protocol.Schedule()];
            ScheduledStep[] given = [.. ProtocolText.Parse(ProtocolText.Format(protocol), Cell).Schedule()];
            ProtocolText.Format(ProtocolText.Parse(ProtocolText.Format(protocol), Cell)).ShouldBe(ProtocolText.Format(protocol));
            given.Select(step => (step.Cycle, step.Block)).ShouldBe(expected.Select(step => (step.Cycle, step.Block)));
            for (int i = 0; i < given.Length; i++)
            {
                ShouldBeTheSame(given[i].Step, expected[i].Step);
            }
        }

        static void ShouldBeTheSame(ProtocolStep again, ProtocolStep step)
        {
            again.Label.ShouldBe(step.Label);
            again.Control.ShouldBe(step.Control, step.Label);
            again.Impedance.ShouldBe(step.Impedance, step.Label);
            (double, double)[] pairs =
            [
                (again.Value.Start, step.Value.Start), (again.MaximumDuration, step.MaximumDuration), (again.LowerVoltage, step.LowerVoltage),
                (again.UpperVoltage, step.UpperVoltage), (again.CurrentCutOff, step.CurrentCutOff), (again.ChargeCutOff, step.ChargeCutOff),
                (again.Temperature?.Start ?? 0.0, step.Temperature?.Start ?? 0.0), (again.Sweep?.From ?? 0.0, step.Sweep?.From ?? 0.0), (again.Sweep?.Rate ?? 0.0, step.Sweep?.Rate ?? 0.0),
            ];
            pairs.ShouldAllBe(pair => pair.Item1.Equals(pair.Item2) || Math.Abs(pair.Item1 - pair.Item2) <= 1e-12 * Math.Abs(pair.Item2), step.Label);
        }
    }

    private static ProtocolStep Step(int kind, int digits, double voltage, double seconds, double temperature)
    {
        var terms = new StepTerms { Temperature = temperature };
        var charge = ChargeAmount.OfDensity(digits);
        return kind switch
        {
            0 => ProtocolSteps.Charge(Cell, CurrentLoad.OfRate(digits / 100.0), voltage),
            1 => ProtocolSteps.Discharge(Cell, CurrentLoad.OfDensity(digits / 10.0), voltage, seconds),
            2 => ProtocolSteps.Hold(Cell, voltage, CurrentLoad.OfRate(1.0 / digits)),
            3 => ProtocolSteps.Hold(Cell, voltage, terms with { Current = CurrentLoad.OfRate(digits / 1000.0), Duration = seconds, Charge = charge }),
            4 => ProtocolSteps.Charge(Cell, CurrentLoad.OfDensity(digits / 7.0), terms with { Duration = seconds, Charge = charge, Voltage = voltage }),
            5 => ProtocolSteps.Discharge(Cell, Power(digits), terms with { Charge = charge }),
            6 => ProtocolSteps.Charge(Cell, Power(digits), terms with { Voltage = voltage, Duration = seconds }),
            7 => ProtocolSteps.Discharge(Cell, ResistanceLoad.From(Core.Quantities.Quantity.Parse(FormattableString.Invariant($"{digits} ohm cm2")))!, terms),
            8 => ProtocolSteps.Sweep(Cell, double.NaN, voltage, digits * 1e-6, terms with { Current = CurrentLoad.OfDensity(digits) }),
            9 => ProtocolSteps.Sweep(Cell, 3.51, voltage, digits * 1e-6, terms),
            10 => ProtocolSteps.MeasureImpedance(new ImpedanceRequest { From = seconds, To = digits * 1e-3, PointsPerDecade = 1 + (digits % 20) }, temperature),
            _ => ProtocolSteps.Rest(seconds, temperature),
        };
    }

    private static PowerLoad Power(int digits) => PowerLoad.From(Core.Quantities.Quantity.Parse(FormattableString.Invariant($"{digits / 10.0} mW/cm2")))!;
}
