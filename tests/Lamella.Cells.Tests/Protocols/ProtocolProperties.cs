using FsCheck;
using FsCheck.Fluent;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Tests.HalfCell;
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
    ];

    /// <summary>Any sequence of words and scraps is a protocol or an input error, never another exception.</summary>
    [Fact]
    [Trait("Level", "property")]
    public void Parse_AnyText_GivesAProtocolOrAnInputError()
    {
        int read = 0;
        Gen<string> scraps = Gen.Elements(Pieces).ListOf().Select(pieces => string.Join(' ', pieces));
        Gen<string> lines =
            from start in Gen.Elements("Charge at", "Discharge at", "Hold at", "Rest")
            from load in Gen.OneOf(Gen.Elements("0.2C", "1 mA/cm2", "4.1 V", "20 mA/g"), Gen.Elements(Pieces))
            from word in Gen.Elements("until", "for", "or")
            from limit in Gen.OneOf(Gen.Elements("C/50", "4 V", "20 min"), Gen.Elements(Pieces))
            select $"{start} {load} {word} {limit}";
        Prop.ForAll(Arb.From(Gen.OneOf(scraps, lines)), Accepts).Check(Many.WithMaxTest(4000));
        Prop.ForAll(Arb.From(ArbMap.Default.GeneratorFor<string>()), garbage => Accepts(garbage ?? string.Empty)).Check(Many.WithMaxTest(1000));
        read.ShouldBeGreaterThan(20, "some of the texts must be protocols");

        void Accepts(string candidate)
        {
            try
            {
                Protocol protocol = ProtocolText.Parse(candidate, Cell);
                protocol.Steps.ShouldAllBe(step => step.MaximumDuration > 0.0 && double.IsFinite(step.Value));
                read++;
            }
            catch (InputException error)
            {
                error.Message.ShouldNotBeEmpty();
            }
        }
    }

    /// <summary>The label of a step made in code reads back to the same step.</summary>
    [Fact]
    [Trait("Level", "property")]
    public void Label_OfEveryStep_ReadsBackToTheStep()
    {
        Gen<ProtocolStep> steps =
            from kind in Gen.Choose(0, 4)
            from digits in Gen.Choose(1, 4000)
            from hundredths in Gen.Choose(350, 420)
            from seconds in Gen.Choose(1, 100_000)
            select Step(kind, digits, hundredths / 100.0, seconds);
        Prop.ForAll(Arb.From(steps), ReadsBack).Check(Many.WithMaxTest(500));

        static void ReadsBack(ProtocolStep step)
        {
            ProtocolStep again = ProtocolText.Parse(step.Label, Cell).Steps[0];
            again.Label.ShouldBe(step.Label);
            again.Value.ShouldBe(step.Value, 1e-12 * (1.0 + Math.Abs(step.Value)));
            again.MaximumDuration.ShouldBe(step.MaximumDuration, 1e-12 * step.MaximumDuration);
            (again.Control, again.LowerVoltage, again.UpperVoltage).ShouldBe((step.Control, step.LowerVoltage, step.UpperVoltage));
            again.CurrentCutOff.Equals(step.CurrentCutOff).ShouldBeTrue();
        }
    }

    private static ProtocolStep Step(int kind, int digits, double voltage, double seconds) => kind switch
    {
        0 => ProtocolSteps.Charge(Cell, CurrentLoad.OfRate(digits / 100.0), voltage),
        1 => ProtocolSteps.Discharge(Cell, CurrentLoad.OfDensity(digits / 10.0), voltage, seconds),
        2 => ProtocolSteps.Hold(Cell, voltage, CurrentLoad.OfRate(1.0 / digits)),
        3 => ProtocolSteps.Hold(Cell, voltage, CurrentLoad.OfRate(digits / 1000.0), seconds),
        _ => ProtocolSteps.Rest(seconds),
    };
}
