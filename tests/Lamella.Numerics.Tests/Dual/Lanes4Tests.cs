using Lamella.Numerics.Dual;

namespace Lamella.Numerics.Tests.Dual;

/// <summary>Four numbers side by side against one at a time.</summary>
public sealed class Lanes4Tests
{
    private static readonly double[] Arguments =
        [0.0, 1e-300, -1e-18, 3e-9, -1e-5, 0.02, -0.3, 0.9999999, 1.0, 1.0000001, -4.5, 27.0, 1e7, 1.1e8, -3e150, 1e300];

    private static readonly double[] Powers = [-1.5, 0.5, 0.7, 1.0, 1.5, 2.0, 3.0, 4.0];

    [Fact]
    [Trait("Level", "reference")]
    public void Functions_AnyArgument_AgreeWithScalarsToTheLastDigits()
    {
        foreach (double x in Arguments)
        {
            Agree(x, Lanes4.Asinh, Scalar.Asinh, 4.0);
            Agree(x, Lanes4.Tanh, Scalar.Tanh, 0.0);
            Agree(Math.Clamp(x, -700.0, 700.0), Lanes4.Exp, Scalar.Exp, 4.0);
            Agree(Math.Abs(x), Lanes4.Log, Scalar.Log, 4.0);
            Agree(Math.Abs(x), Lanes4.Sqrt, Scalar.Sqrt, 0.0);
        }

        Lanes4.Log(1.0).Values[2].ShouldBe(0.0); // equal concentrations have no diffusion potential at all
        double.IsNaN(Lanes4.Log(-1.0).Values[0]).ShouldBeTrue();
        double.IsNaN(Lanes4.Asinh(double.NaN).Values[3]).ShouldBeTrue();
    }

    [Fact]
    [Trait("Level", "reference")]
    public void Pow_AnyExponent_AgreesWithScalars()
    {
        foreach (double power in Powers)
        {
            foreach (double x in (double[])[0.3, 1.0, 7.0])
            {
                Agree(x, v => Lanes4.Pow(v, power), v => Scalar.Pow(v, power), 2.0);
            }
        }
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Operators_FourNumbers_WorkLaneByLane()
    {
        Lanes4 a = Lanes4.Load([1.0, 2.0, 3.0, 4.0]), b = Lanes4.Load([4.0, 3.0, 2.0, 0.5]);
        double[] written = new double[4];

        (((a * b) - (a / b)) + (-b)).Store(written);

        written.ShouldBe([-0.25, 6.0 - (2.0 / 3.0) - 3.0, 6.0 - 1.5 - 2.0, 2.0 - 8.0 - 0.5]);
        a.Sum().ShouldBe(10.0);
        a.Value.ShouldBe(1.0);
    }

    /// <summary>Every lane, at every place among other arguments, within some units in the last place.</summary>
    private static void Agree(double x, Func<Lanes4, Lanes4> lanes, Func<Scalar, Scalar> scalar, double units)
    {
        double expected = scalar(x).Value;
        for (int place = 0; place < Lanes4.Count; place++)
        {
            double[] arguments = [0.5, 2.0, 0.25, 8.0];
            arguments[place] = x;
            double value = lanes(Lanes4.Load(arguments)).Values[place];
            Math.Abs(value - expected).ShouldBeLessThanOrEqualTo(units * Math.BitIncrement(Math.Abs(expected)) * 1.2e-16, $"of {x} at place {place}");
        }
    }
}
