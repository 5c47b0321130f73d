using Lamella.Analysis.Cycling;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Tests.Cycling;

public sealed class ConservedDerivativeTests
{
    [Theory]
    [Trait("Level", "identity")]
    [InlineData(1e-3)]
    [InlineData(0.03)]
    [InlineData(0.5)]
    [InlineData(double.NaN)]
    public void Of_NoisyRecord_KeepsTheIntegralForEveryWidth(double halfWidth)
    {
        var generator = new SeededGenerator(11);
        double[] y = [.. Enumerable.Range(0, 500).Select(i => i / 499.0)], x = [.. y.Select(q => 3.0 + q + (0.1 * Math.Tanh((q - 0.5) / 0.05)) + (2e-3 * generator.NextNormal()))];

        ConservedDerivative derivative = ConservedDerivative.Of(x, y, halfWidth);

        derivative.Integral.ShouldBe(1.0, 1e-12);
        derivative.Slope.ShouldAllBe(slope => slope >= -1e-9);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Of_FallingAbscissa_IsTheSameWithTheOtherSign()
    {
        double[] y = [.. Enumerable.Range(0, 200).Select(i => i / 199.0)], x = [.. y.Select(q => 4.0 - q - (0.2 * q * q))];

        ConservedDerivative falling = ConservedDerivative.Of(x, y, 0.05);
        ConservedDerivative rising = ConservedDerivative.Of([.. x.Reverse()], [.. y.Select(q => q)], 0.05);

        falling.Integral.ShouldBe(-1.0, 1e-12);
        rising.Integral.ShouldBe(1.0, 1e-12);
        falling.Slope.ShouldAllBe(slope => slope < 0.0);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Of_StraightLine_IsConstantUpToTheEnds()
    {
        double[] x = [.. Enumerable.Range(0, 301).Select(i => i / 100.0)], y = [.. x.Select(at => 2.0 * at)];

        ConservedDerivative.Of(x, y, 0.2).Slope.ShouldAllBe(slope => Math.Abs(slope - 2.0) < 1e-9);
    }

    [Fact]
    [Trait("Level", "order")]
    public void Of_NarrowerKernel_ApproachesThePeakAsTheSquareOfItsWidth()
    {
        double[] x = [.. Enumerable.Range(0, 40_001).Select(i => -2.0 + (i * 1e-4))], y = [.. x.Select(at => Math.Tanh(at / 0.2))];
        double[] errors = [.. new[] { 0.08, 0.04, 0.02 }.Select(width => 5.0 - ConservedDerivative.Of(x, y, width).Peaks().Single().Slope)];

        Math.Log2(errors[0] / errors[1]).ShouldBe(2.0, 0.1);
        Math.Log2(errors[1] / errors[2]).ShouldBe(2.0, 0.1);
    }

    [Fact]
    [Trait("Level", "reference")]
    public void Of_WorkedExample_FindsPeaksAndChargeWithinTheirTargets()
    {
        System.Text.Json.JsonElement expected = FormulaCases.Expected("dQdV");
        double[][] columns = FormulaCases.Columns("dqdv_charge.csv", 2);

        ConservedDerivative derivative = ConservedDerivative.Of(columns[1], columns[0]);
        (double X, double Slope)[] peaks = [.. derivative.Peaks()];

        derivative.Integral.ShouldBe(expected.Number("total_mAh"), 0.002 * expected.Number("total_mAh"));
        System.Text.Json.JsonElement[] exact = [.. expected.GetProperty("exact_peaks_(V, dQ/dV mAh/V)").EnumerateArray()];
        peaks.Length.ShouldBe(exact.Length);
        for (int k = 0; k < exact.Length; k++)
        {
            peaks[k].X.ShouldBe(exact[k][0].GetDouble(), 2e-3);
            peaks[k].Slope.ShouldBe(exact[k][1].GetDouble(), 0.05 * exact[k][1].GetDouble());
        }
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Of_BadInput_SaysWhatIsWrong()
    {
        double[] ten = [.. Enumerable.Range(0, 10).Select(i => (double)i)];

        Should.Throw<ArgumentException>(() => ConservedDerivative.Of(ten.AsSpan(0, 5), ten.AsSpan(0, 5))).Message.ShouldContain("at least 8 samples");
        Should.Throw<ArgumentException>(() => ConservedDerivative.Of(new double[10], ten)).Message.ShouldContain("must change");
        Should.Throw<ArgumentOutOfRangeException>(() => ConservedDerivative.Of(ten, ten, 100.0)).Message.ShouldContain("at most half the range");
    }
}
