using Lamella.Core.Quantities;
using Lamella.UseCases.Dossiers;

namespace Lamella.UseCases.Tests.Dossiers;

/// <summary>Units and numbers on a page against how they stand in input files.</summary>
[Trait("Level", "unit")]
public sealed class TypesetTests
{
    [Theory]
    [InlineData("degC", "°C")]
    [InlineData("ohm cm2", "Ω·cm²")]
    [InlineData("kohm", "kΩ")]
    [InlineData("um", "µm")]
    [InlineData("mAh g-1", "mAh·g⁻¹")]
    [InlineData("m2/s", "m²/s")]
    [InlineData("vol%", "vol%")]
    [InlineData("1", "")]
    [InlineData("1/h", "1/h")]
    [InlineData("V/(mAh/cm2)", "V/(mAh/cm²)")]
    public void Unit_PlainSpelling_IsSetAsOnAPage(string symbol, string expected) => Typeset.Unit(symbol).ShouldBe(expected);

    [Theory]
    [InlineData("Capacity from -20 to 60 degC", "Capacity from −20 to 60 °C")]
    [InlineData("about 4.7e-12 m2/s (1 to 2.6)", "about 4.7×10⁻¹² m²/s (1 to 2.6)")]
    [InlineData("a disc of 300 um on P-LATP10, F003-0105", "a disc of 300 µm on P-LATP10, F003-0105")]
    [InlineData("PyBaMM Xu2019, 3.5e-8 F c_Li^0.7", "PyBaMM Xu2019, 3.5×10⁻⁸ F c_Li^0.7")]
    public void Text_UnitsBehindNumbers_AreSetAndNothingElse(string text, string expected) => Typeset.Text(text).ShouldBe(expected);

    [Theory]
    [InlineData("182.9 ± 1.8290000000000002 mAh/g", "182.9 ± 1.8 mAh/g")]
    [InlineData("0.64 ± 0.0482", "0.640 ± 0.048")]
    [InlineData("13.11833012 um", "13.118 µm")]
    [InlineData("12 mm", "12 mm")]
    public void Measured_Quantity_HasTheDigitsItDeserves(string quantity, string expected) =>
        Typeset.Measured(Quantity.Parse(quantity)).ShouldBe(expected);
}
