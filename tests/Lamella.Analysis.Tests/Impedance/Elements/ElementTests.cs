using System.Collections.Immutable;
using System.Numerics;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Tests.Impedance.Elements;

/// <summary>What holds for every element, whichever is added.</summary>
[Trait("Level", "contract")]
public sealed class ElementTests
{
    private static readonly double[] Frequencies = [1e-3, 0.1, 3.0, 200.0, 1e4, 1e6];

    public static TheoryData<string> Codes() => new(CircuitElements.All.Select(element => element.Code));

    [Fact]
    public void Codes_OfElementsAndBlocks_AreUnique() =>
        CircuitElements.Codes.Concat(CircuitElements.Aliases.Keys).ShouldBeUnique();

    [Fact]
    public void Blocks_Circuits_CanBeRead() => CircuitElements.Blocks.ShouldAllBe(block => Circuit.Parse(block.Circuit).Components.Length > 1);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Element_Description_IsComplete(string code)
    {
        CircuitElement element = CircuitElements.Find(code)!;

        new[] { element.Title, element.Formula, element.Source }.ShouldAllBe(text => text.Length > 0);
        element.Parameters.Select(kind => kind.Symbol).ShouldBeUnique();
        element.Parameters.ShouldAllBe(kind => kind.Meaning.Length > 0 && element.Formula.Contains(kind.Symbol == "tau" ? "τ" : kind.Symbol));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Derivatives_OfEveryElement_AgreeWithCentralDifferences(string code)
    {
        Circuit circuit = Nested(code);
        var random = new SeededGenerator(5);
        for (int round = 0; round < 40; round++)
        {
            double[] values = Draw(circuit, random);
            var grid = new FrequencyGrid(Frequencies);
            var evaluator = new CircuitEvaluator(circuit, grid);
            evaluator.Evaluate(values);
            evaluator.Differentiate();
            for (int p = 0; p < values.Length; p++)
            {
                evaluator.Slope(p, out ReadOnlySpan<double> real, out ReadOnlySpan<double> imaginary);
                (Complex[] expected, double[] scale) = Difference(circuit, values, p);
                for (int i = 0; i < Frequencies.Length; i++)
                {
                    double error = Complex.Abs(new Complex(real[i], imaginary[i]) - expected[i]);
                    error.ShouldBeLessThan(2e-7 * scale[i], $"{code}, {circuit.Parameters[p].Name}, {Frequencies[i]} Hz, {string.Join(' ', values)}");
                }
            }
        }
    }

    /// <summary>A passive element has Re Z ≥ 0 and, without inductance, Im Z ≤ 0; extreme parameters give finite numbers.</summary>
    [Theory]
    [MemberData(nameof(Codes))]
    public void Impedance_ExtremeParameters_StaysPassiveAndFinite(string code)
    {
        var circuit = Circuit.Parse(code);
        var random = new SeededGenerator(11);
        bool isInductive = code is "L" or "La";
        for (int round = 0; round < 300; round++)
        {
            double[] values = new double[circuit.Parameters.Length];
            double size = Math.Exp(40.0 * (random.NextUniform() - 0.5)), omega = Math.Exp(60.0 * (random.NextUniform() - 0.5));
            circuit.Components[0].Element.Draw(size, omega, random, values);
            foreach (Complex z in circuit.Impedance([.. Frequencies], [.. values]))
            {
                double modulus = Complex.Abs(z);
                double.IsFinite(modulus).ShouldBeTrue($"{code} at {string.Join(' ', values)}");
                z.Real.ShouldBeGreaterThanOrEqualTo(-1e-9 * modulus);
                (isInductive ? -z.Imaginary : z.Imaginary).ShouldBeLessThanOrEqualTo(1e-9 * modulus, $"{code} at {string.Join(' ', values)}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void ImpedancePower_OfEveryElement_ScalesTheImpedance(string code)
    {
        var circuit = Circuit.Parse(code);
        double[] values = new double[circuit.Parameters.Length];
        circuit.Components[0].Element.Draw(10.0, 100.0, new SeededGenerator(3), values);

        ImmutableArray<double> scaled = [.. values.Select((value, p) => value * Math.Pow(1e3, circuit.Parameters[p].Kind.ImpedancePower))];

        Complex[] once = [.. circuit.Impedance([.. Frequencies], [.. values])], thousandfold = [.. circuit.Impedance([.. Frequencies], scaled)];
        once.Zip(thousandfold).ShouldAllBe(pair => Complex.Abs(pair.Second - (1e3 * pair.First)) < 1e-9 * Complex.Abs(pair.Second));
    }

    /// <summary>Limits in which one element becomes another.</summary>
    [Theory]
    [InlineData("CPE1", new[] { 1e-6, 1.0 }, "C1", new[] { 1e-6 })]
    [InlineData("La1", new[] { 1e-6, 1.0 }, "L1", new[] { 1e-6 })]
    [InlineData("ZARC1", new[] { 100.0, 1e-3, 0.8 }, "p(R1,CPE1)", new[] { 100.0, 3.9810717055349725e-5, 0.8 })]
    [InlineData("HN1", new[] { 100.0, 1e-3, 0.8, 1.0 }, "ZARC1", new[] { 100.0, 1e-3, 0.8 })]
    [InlineData("HN1", new[] { 100.0, 1e-3, 1.0, 0.5 }, "G1", new[] { 100.0, 1e-3 })]
    [InlineData("TL1", new[] { 100.0, 1e-5, 1.0 }, "Wo1", new[] { 100.0, 1e-3 })]
    [InlineData("TLR1", new[] { 100.0, 1e22, 1e-5, 0.9 }, "TL1", new[] { 100.0, 1e-5, 0.9 })]
    [InlineData("TL2", new[] { 100.0, 1e-13, 1e-5, 0.9 }, "TL1", new[] { 100.0, 1e-5, 0.9 })]
    [InlineData("BL1", new[] { 100.0, 1e-9, 300.0, 1e-6, 0.0 }, "p(R1,C1)-p(R2,C2)", new[] { 100.0, 1e-9, 300.0, 1e-6 })]
    [InlineData("BL1", new[] { 100.0, 1e-9, 10.0, 1e-8, 0.1 }, "p(R1,C1)", new[] { 100.0, 1e-9 })] // boundaries of the grains' own conductivity
    public void Impedance_Limit_IsThatOfTheOtherElement(string text, double[] values, string other, double[] otherValues)
    {
        Complex[] one = [.. Circuit.Parse(text).Impedance([.. Frequencies], [.. values])];
        Complex[] two = [.. Circuit.Parse(other).Impedance([.. Frequencies], [.. otherValues])];

        double tolerance = text == "BL1" && values[4] > 0.0 ? 0.11 : 1e-9;
        one.Zip(two).ShouldAllBe(pair => Complex.Abs(pair.First - pair.Second) <= tolerance * Complex.Abs(pair.Second));
    }

    private static Circuit Nested(string code) => Circuit.Parse($"R9-p({code}_t,R8-p(C9,R7))");

    private static double[] Draw(Circuit circuit, SeededGenerator random)
    {
        double[] values = new double[circuit.Parameters.Length];
        foreach (CircuitComponent component in circuit.Components)
        {
            double omega = Math.Exp((8.0 * random.NextUniform()) - 1.0);
            component.Element.Draw(100.0 * Math.Exp(random.NextNormal()), omega, random, values.AsSpan(component.FirstParameter, component.Element.Parameters.Length));
        }

        for (int p = 0; p < values.Length; p++)
        {
            ElementParameter kind = circuit.Parameters[p].Kind;
            values[p] = kind.IsLogarithmic ? values[p] : Math.Clamp(values[p], kind.Least + 1e-3, kind.Greatest - 1e-3); // room for the difference
        }

        return values;
    }

    private static (Complex[] Slope, double[] Scale) Difference(Circuit circuit, double[] values, int p)
    {
        const double step = 1e-5;
        bool isLogarithmic = circuit.Parameters[p].Kind.IsLogarithmic;
        Complex[] At(double by)
        {
            double[] moved = [.. values];
            moved[p] = isLogarithmic ? moved[p] * Math.Exp(by) : moved[p] + by;
            return [.. circuit.Impedance([.. Frequencies], [.. moved])];
        }

        Complex[] up = At(step), down = At(-step), middle = At(0.0);
        Complex[] slope = [.. up.Zip(down, (a, b) => (a - b) / (2.0 * step))];
        return (slope, [.. middle.Select((z, i) => Complex.Abs(z) + (10.0 * Complex.Abs(slope[i])))]);
    }
}
