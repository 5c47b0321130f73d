using Lamella.Core.Quantities;

namespace Lamella.Core.Tests.Quantities;

[Trait("Level", "unit")]
public sealed class UnitTests
{
    [Theory]
    [InlineData("mS/cm", "conductivity", 0.1)]
    [InlineData("mS cm-1", "conductivity", 0.1)]
    [InlineData("mS·cm⁻¹", "conductivity", 0.1)]
    [InlineData("S/m", "conductivity", 1.0)]
    [InlineData("ohm cm2", "area resistance", 1e-4)]
    [InlineData("ohm*cm^2", "area resistance", 1e-4)]
    [InlineData("Ω·cm²", "area resistance", 1e-4)]
    [InlineData("Ω cm²", "area resistance", 1e-4)]
    [InlineData("mAh/g", "capacity per mass", 3600.0)]
    [InlineData("mAh g-1", "capacity per mass", 3600.0)]
    [InlineData("mAh g^-1", "capacity per mass", 3600.0)]
    [InlineData("mAh·g⁻¹", "capacity per mass", 3600.0)]
    [InlineData("mg/cm2", "mass per area", 0.01)]
    [InlineData("g/cm2", "mass per area", 10.0)]
    [InlineData("mA/cm2", "current density", 10.0)]
    [InlineData("mA/g", "current per mass", 1.0)]
    [InlineData("eV", "molar energy", 96485.33212331001)]
    [InlineData("meV", "molar energy", 96.48533212331001)]
    [InlineData("kJ/mol", "molar energy", 1000.0)]
    [InlineData("um", "length", 1e-6)]
    [InlineData("µm", "length", 1e-6)]
    [InlineData("μm", "length", 1e-6)]
    [InlineData("nm", "length", 1e-9)]
    [InlineData("angstrom", "length", 1e-10)]
    [InlineData("Å", "length", 1e-10)]
    [InlineData("cm2", "area", 1e-4)]
    [InlineData("m2/s", "diffusivity", 1.0)]
    [InlineData("cm2/s", "diffusivity", 1e-4)]
    [InlineData("m2.s-1", "diffusivity", 1.0)]
    [InlineData("mol/L", "concentration", 1000.0)]
    [InlineData("M", "concentration", 1000.0)]
    [InlineData("mol/m3", "concentration", 1.0)]
    [InlineData("g/cm3", "density", 1000.0)]
    [InlineData("wt%", "mass fraction", 0.01)]
    [InlineData("vol%", "volume fraction", 0.01)]
    [InlineData("%", "plain number", 0.01)]
    [InlineData("1", "plain number", 1.0)]
    [InlineData("C", "C-rate", 1.0)]
    [InlineData("h", "time", 3600.0)]
    [InlineData("mV", "voltage", 1e-3)]
    [InlineData("Wh/kg", "energy per mass", 3600.0)]
    [InlineData("Wh/L", "pressure", 3.6e6)]
    [InlineData("GPa", "pressure", 1e9)]
    [InlineData("MPa m^0.5", "fracture toughness", 1e6)]
    [InlineData("Hz", "frequency", 1.0)]
    [InlineData("1/s", "frequency", 1.0)]
    [InlineData("J/(mol K)", "molar entropy", 1.0)]
    [InlineData("J/mol/K", "molar entropy", 1.0)]
    [InlineData("A s", "charge", 1.0)]
    [InlineData("coulomb", "charge", 1.0)]
    [InlineData("degC/min", "heating rate", 1.0 / 60.0)]
    [InlineData("g Ah-1", "mass per charge", 1e-3 / 3600.0)]
    public void Parse_UnitAsTheFieldWritesIt_GivesDimensionAndFactor(string text, string dimension, double factor)
    {
        Unit unit = Unit.Parse(text);

        unit.Dimension.Name.ShouldBe(dimension);
        unit.Factor.ShouldBe(factor, factor * 1e-15);
    }

    [Theory]
    [InlineData("mS cm-1", "mS/cm")]
    [InlineData("Ω·cm²", "ohm cm2")]
    [InlineData("J/mol/K", "J/(mol K)")]
    [InlineData("s-1", "1/s")]
    [InlineData("°C", "degC")]
    [InlineData("m^0.5 MPa", "m^0.5 MPa")]
    public void Symbol_OfAnySpelling_IsTheOnePrintedForm(string text, string symbol)
    {
        Unit.Parse(text).Symbol.ShouldBe(symbol);
        Unit.Parse(symbol).ShouldBe(Unit.Parse(text));
    }

    [Theory]
    [InlineData("mS/cmm", "did you mean 'cm'?")]
    [InlineData("Mpa", "did you mean 'MPa'?")]
    [InlineData("volt", "is no known unit")]
    [InlineData("J/mol K", "two ways")]
    [InlineData("mA/C", "C stands alone")]
    [InlineData("C/mol", "C alone is the C-rate")]
    [InlineData("wt%/h", "wt% stands alone")]
    [InlineData("m^", "no exponent")]
    [InlineData("m^0", "no exponent")]
    [InlineData("m^0.3", "no exponent")]
    [InlineData("m^99", "no exponent")]
    [InlineData("m/", "the unit is missing")]
    [InlineData("m*", "missing after the product sign")]
    [InlineData("J/(mol K", "')' is missing")]
    [InlineData("m 1", "'1' may only be")]
    [InlineData("$", "cannot stand in a unit")]
    public void Parse_NoUnit_SaysWhatIsWrong(string text, string problem)
    {
        var error = Should.Throw<QuantityFormatException>(() => Unit.Parse(text));

        error.Message.ShouldContain(problem);
        error.Message.ShouldContain(text);
    }

    [Fact]
    public void Symbols_WholeRegistry_EachParsesAndPrintsItself()
    {
        foreach (string symbol in Unit.Symbols)
        {
            Unit unit = Unit.Parse(symbol);
            Unit.Parse(unit.Symbol).ShouldBe(unit);
            unit.FromSi(unit.ToSi(1.0)).ShouldBe(1.0, 1e-12, symbol);
        }
    }

    [Fact]
    public void ToSi_PowerOfTenUnits_RoundsOnce()
    {
        Unit.Parse("mS/cm").ToSi(0.58).ShouldBe(0.58 / 10.0);
        Unit.Parse("um").ToSi(300.0).ShouldBe(300e-6);
        Unit.Parse("degC").ToSi(25.0).ShouldBe(298.15);
    }

    [Fact]
    public void Electronvolt_MolarRule_IsFaradayTimesOneVolt() =>
        Unit.Parse("eV").Factor.ShouldBe(1.602176634e-19 * 6.02214076e23, 1e-9);
}
