using Lamella.Core.Provenance;
using Lamella.Core.Quantities;

namespace Lamella.Core.Tests.Quantities;

[Trait("Level", "unit")]
public sealed class QuantityTests
{
    [Theory]
    [InlineData("0.58 mS/cm", 0.58, 0.0, "mS/cm")]
    [InlineData("-20 degC", -20.0, 0.0, "degC")]
    [InlineData("\u221220 °C", -20.0, 0.0, "degC")]
    [InlineData("1.9(1) mg/cm2", 1.9, 0.1, "mg/cm2")]
    [InlineData("1.90(12) mg/cm2", 1.9, 0.12, "mg/cm2")]
    [InlineData("19(2) um", 19.0, 2.0, "um")]
    [InlineData("1.9(1)e-10 m2/s", 1.9e-10, 0.1e-10, "m2/s")]
    [InlineData("1.9 ± 0.1 mg/cm2", 1.9, 0.1, "mg/cm2")]
    [InlineData("1.9 mg/cm2 ± 100 ug/cm2", 1.9, 0.1, "mg/cm2")]
    [InlineData("25 degC +- 0.5 K", 25.0, 0.5, "degC")]
    [InlineData("1.9±0.1 mg/cm2", 1.9, 0.1, "mg/cm2")]
    [InlineData("1.9 +/- 0.1 mg/cm2", 1.9, 0.1, "mg/cm2")]
    [InlineData("(1.9 ± 0.1) mg cm-2", 1.9, 0.1, "mg/cm2")]
    [InlineData("1e-10 m2/s", 1e-10, 0.0, "m2/s")]
    [InlineData("0.24eV", 0.24, 0.0, "eV")]
    [InlineData("1 eV", 1.0, 0.0, "eV")]
    [InlineData("0.2C", 0.2, 0.0, "C")]
    [InlineData("0.2 C", 0.2, 0.0, "C")]
    [InlineData("C/5", 0.2, 0.0, "C")]
    [InlineData("40 vol%", 40.0, 0.0, "vol%")]
    [InlineData("0.4", 0.4, 0.0, "1")]
    [InlineData(".5 V", 0.5, 0.0, "V")]
    [InlineData("300um", 300.0, 0.0, "um")]
    public void Parse_QuantityAsWritten_GivesValueUncertaintyUnit(string text, double value, double uncertainty, string unit)
    {
        Quantity quantity = Quantity.Parse(text);

        quantity.Value.ShouldBe(value);
        quantity.Uncertainty.ShouldBe(uncertainty, 1e-15 * Math.Abs(value));
        quantity.Unit.Symbol.ShouldBe(unit);
    }

    [Theory]
    [InlineData("", "the value is missing")]
    [InlineData("mS/cm", "starts with a number")]
    [InlineData("0,58 mS/cm", "decimal point")]
    [InlineData("1.9(1) ± 0.2 um", "given twice")]
    [InlineData("1.9 ± -0.2 um", "not negative")]
    [InlineData("(1.9 ± 0.1 um", "')' is missing")]
    [InlineData("1e999 um", "too large")]
    [InlineData("1e308 km", "too large")]
    [InlineData("1.9 mg/cm²x", "cannot stand")]
    [InlineData("NaN V", "starts with a number")]
    public void Parse_NoQuantity_SaysWhatIsWrong(string text, string problem) =>
        Should.Throw<QuantityFormatException>(() => Quantity.Parse(text)).Message.ShouldContain(problem);

    [Fact]
    public void In_ActivationEnergy_ElectronvoltAndJoulePerMoleInterchange()
    {
        Quantity.Parse("0.24 eV").In("kJ/mol").Value.ShouldBe(23.1564797, 1e-6);
        Quantity.Parse("23.1564797 kJ/mol").CompareTo(Quantity.Parse("0.24 eV")).ShouldBe(-1);
    }

    [Fact]
    public void In_WithUncertainty_ScalesBothAndKeepsTheRest()
    {
        Quantity converted = (Quantity.Parse("0.58(2) mS/cm") with
        {
            State = ReferenceState.EffectiveInHost,
            Temperature = 298.15,
            Source = Source.Assumption("test"),
        }).In("S/m");

        converted.Value.ShouldBe(0.058, 1e-17);
        converted.Uncertainty.ShouldBe(0.002, 1e-16);
        (converted.State, converted.Temperature).ShouldBe((ReferenceState.EffectiveInHost, 298.15));
        converted.Source.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("1 um", "1 V")]
    [InlineData("10 wt%", "10 vol%")]
    [InlineData("10 wt%", "0.1")]
    [InlineData("0.2C", "0.2 1/h")]
    [InlineData("1 eV", "1 J")]
    public void AddCompareMean_DifferentDimensionOrKind_AreErrors(string left, string right)
    {
        (Quantity a, Quantity b) = (Quantity.Parse(left), Quantity.Parse(right));

        Should.Throw<QuantityMismatchException>(() => a + b).Message.ShouldContain("cannot be added");
        Should.Throw<QuantityMismatchException>(() => a - b).Message.ShouldContain("cannot be subtracted");
        Should.Throw<QuantityMismatchException>(() => a < b).Message.ShouldContain("cannot be compared");
        Should.Throw<QuantityMismatchException>(() => Quantity.Mean(a, b)).Message.ShouldContain("cannot be averaged");
        Should.Throw<QuantityMismatchException>(() => a.In(b.Unit)).Message.ShouldContain(b.Dimension.Name);
    }

    [Fact]
    public void AddCompareMean_DifferentState_AreErrorsThatNameBoth()
    {
        Quantity bulk = Quantity.Parse("1 mS/cm") with { State = ReferenceState.BulkPhase };
        Quantity effective = Quantity.Parse("0.5 mS/cm") with { State = ReferenceState.EffectiveInHost };

        foreach (Action act in new Action[]
        {
            () => _ = bulk + effective, () => _ = bulk - effective, () => _ = bulk > effective,
            () => bulk.CompareTo(effective), () => Quantity.Mean(bulk, effective),
        })
        {
            string message = Should.Throw<QuantityMismatchException>(act).Message;
            message.ShouldContain("bulk phase");
            message.ShouldContain("effective in host");
            message.ShouldContain("Convert one");
        }
    }

    [Fact]
    public void Arithmetic_States_SurviveScalingOnly()
    {
        Quantity sigma = Quantity.Parse("1 mS/cm") with { State = ReferenceState.BulkPhase };

        (sigma * Quantity.Parse("0.5")).State.ShouldBe(ReferenceState.BulkPhase);
        (sigma / Quantity.Parse("50 %")).State.ShouldBe(ReferenceState.BulkPhase);
        (sigma * Quantity.Parse("1 um")).State.ShouldBe(ReferenceState.None);
        (sigma / sigma).State.ShouldBe(ReferenceState.None);
    }

    [Fact]
    public void CelsiusArithmetic_PointsAndDifferences_AreKeptApart()
    {
        (Quantity cold, Quantity warm, Quantity step) =
            (Quantity.Parse("-20 degC"), Quantity.Parse("25 degC"), Quantity.Parse("10 K"));

        Should.Throw<QuantityMismatchException>(() => cold + warm).Message.ShouldContain("difference in K");
        Should.Throw<QuantityMismatchException>(() => step - cold).Message.ShouldContain("Convert");
        Should.Throw<QuantityMismatchException>(() => warm * Quantity.Parse("2")).Message.ShouldContain("Celsius");
        (warm - cold).ShouldBe(Quantity.Parse("45 K"));
        (warm + step).ShouldBe(Quantity.Parse("35 degC"));
        (step + warm).ShouldBe(Quantity.Parse("35 degC"));
        (warm - step).ShouldBe(Quantity.Parse("15 degC"));
        Quantity.Mean(cold, warm).ShouldBe(Quantity.Parse("2.5 degC"));
        (cold < warm && warm < Quantity.Parse("300 K")).ShouldBeTrue();
    }

    [Fact]
    public void Arithmetic_Uncertainty_PropagatesToFirstOrder()
    {
        (Quantity a, Quantity b) = (Quantity.Parse("3.0 ± 0.3 um"), Quantity.Parse("4.0 ± 0.4 um"));

        (a + b).Uncertainty.ShouldBe(0.5, 1e-15);
        (a - b).Uncertainty.ShouldBe(0.5, 1e-15);
        (a * b).Uncertainty.ShouldBe(12.0 * Math.Sqrt(0.02), 1e-14);
        (a / b).Uncertainty.ShouldBe(0.75 * Math.Sqrt(0.02), 1e-15);
        Quantity.Mean(a, b).Uncertainty.ShouldBe(0.25, 1e-15);
    }

    [Fact]
    public void Arithmetic_Units_CombineAndCancel()
    {
        (Quantity.Parse("0.2 mA/cm2") * Quantity.Parse("450 ohm cm2")).ShouldBe(Quantity.Parse("90 mA ohm"));
        (Quantity.Parse("90 mA ohm")).In("mV").Value.ShouldBe(90.0, 1e-13);
        (Quantity.Parse("2 mAh") / Quantity.Parse("4 mAh")).ShouldBe(Quantity.Parse("0.5"));
        (Quantity.Parse("80 wt%") * Quantity.Parse("2 mg/cm2")).In("mg/cm2").Value.ShouldBe(1.6, 1e-15);
        (Quantity.Parse("80 wt%") * Quantity.Parse("50 %")).ShouldBe(Quantity.Parse("40 wt%"));
        (Quantity.Parse("2 C") * Quantity.Parse("3 mA")).In("mA").Value.ShouldBe(6.0);
        Should.Throw<QuantityMismatchException>(() => Quantity.Parse("1 V") / Quantity.Parse("0 V")).Message.ShouldContain("finite");
    }

    [Fact]
    public void Constructor_NotFinite_Throws()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new Quantity(double.NaN, Unit.One));
        Should.Throw<ArgumentOutOfRangeException>(() => new Quantity(1.0, Unit.One, -1.0));
    }
}
