using Lamella.Analysis.Impedance.Circuits;
using Lamella.Analysis.Impedance.Fitting;
using Lamella.Core.Errors;

namespace Lamella.Analysis.Tests.Impedance.Fitting;

[Trait("Level", "unit")]
public sealed class ParameterTextTests
{
    private static readonly Circuit Cell = Circuit.Parse("R0-p(R1,CPE1)-p(R2,CPE2)-W1");

    [Fact]
    public void Read_GuessesBoundsAndShares_JoinsThemToSettings()
    {
        var settings = ParameterText.Read(
            Cell, ["R1=2 kohm", "CPE1.Q = 1e-6 S s^n", "W1=5"], ["CPE1.n=0.9"], ["R1 = 100 ohm .. 1 Mohm", "R2=..5 ohm"], ["CPE2.n=CPE1.n"]).ToDictionary(one => one.Name);

        settings["R1"].ShouldBe(new ParameterSetting("R1") { Start = 2000.0, Lower = 100.0, Upper = 1e6 });
        settings["R2"].ShouldBe(new ParameterSetting("R2") { Upper = 5.0 });
        settings["CPE1.Q"].Start.ShouldBe(1e-6);
        settings["W1"].Start.ShouldBe(5.0);
        settings["CPE1.n"].Fixed.ShouldBe(0.9);
        settings["CPE2.n"].SharedWith.ShouldBe("CPE1.n");
    }

    [Theory]
    [InlineData("R1", "has no '='")]
    [InlineData("R1=5", "has no unit")]
    [InlineData("R1=5 V", "is a")]
    [InlineData("R1=lots", "is no quantity")]
    [InlineData("R7=5 ohm", "names no parameter")]
    [InlineData("CPE1.n=high", "is no value of that parameter")]
    [InlineData("CPE1.Q=1e-6 F", "is no value of that parameter")]
    public void Read_GuessThatCannotBeRead_SaysWhatIsAllowed(string text, string problem) =>
        Should.Throw<InputException>(() => ParameterText.Read(Cell, [text], [], [], [])).Message.ShouldContain(problem);

    [Theory]
    [InlineData("R1=5 ohm")]
    [InlineData("R1=..")]
    public void Read_BoundsWithoutTwoEnds_AreRefused(string text) =>
        Should.Throw<InputException>(() => ParameterText.Read(Cell, [], [], [text], [])).Message.ShouldContain("has no two ends");
}
