using Lamella.Analysis.Arrhenius;

namespace Lamella.Analysis.Tests.Arrhenius;

[Trait("Level", "unit")]
public sealed class TemperatureTextTests
{
    [Theory]
    [InlineData("pellet-20degC.csv", 20.0)]
    [InlineData("s04147-140deg.txt", 140.0)]
    [InlineData("PEIS_LPSCl_IonBlocking_-25C.txt", -25.0)]
    [InlineData("-10degC.mpr", -10.0)]
    [InlineData("cell (-5 degC).z", -5.0)]
    [InlineData("LPSCl_m25C.mpt", -25.0)]
    [InlineData("minus40C", -40.0)]
    [InlineData("run 353K", 79.85)]
    [InlineData("T=60°C", 60.0)]
    [InlineData("27.5C", 27.5)]
    [InlineData("27p5C_a", 27.5)]
    [InlineData("cell 3_80C_EIS 2", 80.0)]
    [InlineData("25C-25C", 25.0)]
    public void Find_NameWithATemperature_GivesIt(string name, double celsius) =>
        TemperatureText.Find(name)!.Value.ShouldBe(celsius + 273.15, 1e-9);

    [Theory]
    [InlineData("spectrum.csv")]
    [InlineData("25C to 60C.csv")] // two temperatures
    [InlineData("NMC811 C20")]
    [InlineData("cell25Cu")]
    [InlineData("_-300C")]
    [InlineData("0K")]
    public void Find_NameWithoutOneTemperature_GivesNone(string name) => TemperatureText.Find(name).ShouldBeNull();

    [Theory]
    [InlineData("20 degC", 293.15)]
    [InlineData(" 300 K ", 300.0)]
    public void Read_Temperature_IsInKelvin(string text, double kelvin) => TemperatureText.Read(text)!.Value.ShouldBe(kelvin, 1e-9);

    [Theory]
    [InlineData("20")]
    [InlineData("20 mV")]
    [InlineData("-300 degC")]
    [InlineData("warm")]
    public void Read_AnythingElse_IsNone(string text) => TemperatureText.Read(text).ShouldBeNull();
}
