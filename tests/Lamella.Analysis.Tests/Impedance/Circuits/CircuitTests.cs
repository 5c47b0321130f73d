using System.Numerics;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Core.Errors;

namespace Lamella.Analysis.Tests.Impedance.Circuits;

[Trait("Level", "unit")]
public sealed class CircuitTests
{
    [Theory]
    [InlineData("R0", "R0")]
    [InlineData("R0-p(R1,CPE1)-W1", "R0,R1,CPE1.Q,CPE1.n,W1")]
    [InlineData(" R0 - p ( R1 , Q1 ) ", "R0,R1,Q1.Q,Q1.n")]
    [InlineData("p(C1,R1-p(CPE1,R2-Ws1))", "C1,R1,CPE1.Q,CPE1.n,R2,Ws1.R,Ws1.tau")]
    [InlineData("(R0-(L1))-G", "R0,L1,G.R,G.tau")]
    [InlineData("R_gb-TL2-TLR1", "R_gb,TL2.R,TL2.Re,TL2.Q,TL2.n,TLR1.R,TLR1.Rct,TLR1.Q,TLR1.n")]
    [InlineData("R0-RND1", "R0,RND1.CPE.Q,RND1.CPE.n,RND1.R,RND1.W")]
    public void Parse_Circuit_NamesItsParameters(string text, string names) =>
        string.Join(',', Circuit.Parse(text).Parameters.Select(parameter => parameter.Name)).ShouldBe(names);

    [Theory]
    [InlineData("", 1, "ends where an element should stand")]
    [InlineData("R0-", 4, "ends where an element should stand")]
    [InlineData("R0--R1", 4, "An element should stand here, not '-'")]
    [InlineData("R0-X1", 4, "'X' is no element")]
    [InlineData("R0-p(R1,CPE1", 4, "This bracket is not closed")]
    [InlineData("R0-p(R1)", 4, "one branch only")]
    [InlineData("R0)", 3, "')' closes nothing")]
    [InlineData("R0-R0", 4, "The name 'R0' stands twice")]
    [InlineData("R0+R1", 3, "'+' has no meaning here")]
    [InlineData("R0-(R1,R2)", 7, "',' has no meaning here")]
    [InlineData("R0-p(R1,)", 9, "An element should stand here, not ')'")]
    [InlineData("R0 R1", 4, "'R' has no meaning here")]
    public void Parse_Fault_IsShownWithACaret(string text, int column, string problem)
    {
        InputException fault = Should.Throw<InputException>(() => Circuit.Parse(text));

        fault.Place.Column.ShouldBe(column);
        fault.Message.ShouldContain(problem);
        fault.Message.ShouldContain("\n    " + new string(' ', column - 1) + "^");
    }

    [Fact]
    public void Parse_MisspeltElement_NamesTheNearest() =>
        Should.Throw<InputException>(() => Circuit.Parse("R0-p(R1,CEP1)")).Message.ShouldContain("Did you mean 'CPE'?");

    [Fact]
    public void Parse_TooDeepOrTooLong_IsRefused()
    {
        Should.Throw<InputException>(() => Circuit.Parse(string.Concat(Enumerable.Repeat("(", 500)))).Message.ShouldContain("nested too deeply");
        Should.Throw<InputException>(() => Circuit.Parse(string.Join('-', Enumerable.Range(0, 100).Select(i => $"R{i}")))).Message.ShouldContain("at most 64");
    }

    [Fact]
    public void Impedance_Randles_EqualsTheFormula()
    {
        var circuit = Circuit.Parse("R0-p(CPE1,R1-W1)");
        double omega = 2.0 * Math.PI * 50.0;

        Complex z = circuit.Impedance([50.0], [20.0, 2.5e-5, 0.89, 100.0, 300.0])[0];

        Complex faradaic = 100.0 + (300.0 * new Complex(1.0, -1.0) / Math.Sqrt(omega));
        Complex admittance = (2.5e-5 * Complex.Pow(new Complex(0.0, omega), 0.89)) + (1.0 / faradaic);
        Complex.Abs(z - (20.0 + (1.0 / admittance))).ShouldBeLessThan(1e-12);
    }

    [Fact]
    public void Impedance_Block_IsThatOfItsCircuit()
    {
        double[] values = [20.0, 2.5e-5, 0.89, 100.0, 300.0];

        Circuit.Parse("R0-RND1").Impedance([1.0, 1e3], [.. values])
            .ShouldBe(Circuit.Parse("R0-p(CPE,R-W)").Impedance([1.0, 1e3], [.. values]));
    }

    [Theory]
    [InlineData(-1.0, "must be finite and above 0 Hz")]
    [InlineData(0.0, "must be finite and above 0 Hz")]
    [InlineData(double.NaN, "must be finite and above 0 Hz")]
    public void Impedance_FrequencyOutOfRange_IsRefused(double frequency, string problem) =>
        Should.Throw<ArgumentException>(() => Circuit.Parse("R0").Impedance([frequency], [1.0])).Message.ShouldContain(problem);

    [Fact]
    public void Impedance_ValueOutOfRange_SaysWhatIsAllowed()
    {
        Circuit circuit = Circuit.Parse("R0-CPE1");

        Should.Throw<ArgumentException>(() => circuit.Impedance([1.0], [1.0, 1e-6, 1.2])).Message.ShouldContain("CPE1.n = 1.2 – must be finite and from 0 to 1");
        Should.Throw<ArgumentException>(() => circuit.Impedance([1.0], [0.0, 1e-6, 0.9])).Message.ShouldContain("above 0");
        Should.Throw<ArgumentException>(() => circuit.Impedance([1.0], [1.0])).Message.ShouldContain("3 parameters");
    }

    [Fact]
    public void IndexOf_UnknownParameter_NamesTheNearest() =>
        Should.Throw<ArgumentException>(() => Circuit.Parse("R0-CPE1").IndexOf("CPE1.q")).Message.ShouldContain("Did you mean 'CPE1.Q'?");
}
