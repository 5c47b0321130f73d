using System.Runtime.Intrinsics;
using FsCheck;
using FsCheck.Fluent;
using Lamella.Numerics.Dual;

namespace Lamella.Numerics.Tests.Dual;

public sealed class Dual4Tests
{
    private static readonly (string Name, Func<Dual4, Dual4> OfDual, Func<double, double> Slope)[] Functions =
    [
        ("exp", Dual4.Exp, Math.Exp),
        ("log", Dual4.Log, x => 1.0 / x),
        ("sqrt", Dual4.Sqrt, x => 0.5 / Math.Sqrt(x)),
        ("tanh", Dual4.Tanh, x => 1.0 / (Math.Cosh(x) * Math.Cosh(x))),
        ("asinh", Dual4.Asinh, x => 1.0 / Math.Sqrt(1.0 + (x * x))),
        ("x⁰", x => Dual4.Pow(x, 0.0), _ => 0.0),
        ("x½", x => Dual4.Pow(x, 0.5), x => 0.5 / Math.Sqrt(x)),
        ("x", x => Dual4.Pow(x, 1.0), _ => 1.0),
        ("x^1.5", x => Dual4.Pow(x, 1.5), x => 1.5 * Math.Sqrt(x)),
        ("x²", x => Dual4.Pow(x, 2.0), x => 2.0 * x),
        ("x³", x => Dual4.Pow(x, 3.0), x => 3.0 * x * x),
        ("x^2.7", x => Dual4.Pow(x, 2.7), x => 2.7 * Math.Pow(x, 1.7)),
        ("x^-1.2", x => Dual4.Pow(x, -1.2), x => -1.2 * Math.Pow(x, -2.2)),
        ("1/x", x => 1.0 / x, x => -1.0 / (x * x)),
        ("−x", x => -x, _ => -1.0),
    ];

    /// <summary>Every function, at any positive argument, along a direction of any slope.</summary>
    [Fact]
    [Trait("Level", "property")]
    public void Functions_AnyPositiveArgument_HaveTheirAnalyticSlope()
    {
        Gen<(double X, double Seed)> inputs =
            from exponent in Gen.Choose(-8000, 2000)
            from seed in Gen.Choose(-50, 50)
            select (Math.Pow(10.0, exponent / 1000.0), seed / 10.0);

        Prop.ForAll(inputs.ToArbitrary(), input =>
        {
            foreach ((string name, Func<Dual4, Dual4> ofDual, Func<double, double> slope) in Functions)
            {
                Dual4 result = ofDual(Dual4.Seed(input.X, 2, input.Seed));
                double expected = input.Seed * slope(input.X);
                result.Slope(2).ShouldBe(expected, (1e-13 * Math.Abs(expected)) + double.Epsilon, $"{name} at {input.X}");
                (result.Slope(0), result.Slope(1), result.Slope(3)).ShouldBe((0.0, 0.0, 0.0));
            }
        }).Check(Config.QuickThrowOnFailure.WithReplay(42, 43));
    }

    /// <summary>Along two directions at once, the slopes of a product, quotient and sum obey the rules of calculus.</summary>
    [Fact]
    [Trait("Level", "property")]
    public void Arithmetic_TwoVariables_ObeysTheRulesOfCalculus()
    {
        Gen<(int A, int B)> inputs =
            from a in Gen.Choose(-1000, 1000)
            from b in Gen.Choose(1, 1000)
            select (a, b);

        Prop.ForAll(inputs.ToArbitrary(), input =>
        {
            double a = input.A / 100.0, b = input.B / 100.0;
            Dual4 x = Dual4.Seed(a, 0), y = Dual4.Seed(b, 3);

            (x * y).ShouldBe(new Dual4(a * b, Vector256.Create(b, 0.0, 0.0, a)));
            (x / y).Slope(0).ShouldBe(1.0 / b, 1e-15 / b);
            (x / y).Slope(3).ShouldBe(-a / (b * b), 1e-14 * (Math.Abs(a / (b * b)) + 1e-300));
            ((2.0 * x) - (y + 3.0)).ShouldBe(new Dual4((2.0 * a) - (b + 3.0), Vector256.Create(2.0, 0.0, 0.0, -1.0)));
        }).Check(Config.QuickThrowOnFailure.WithReplay(42, 43));
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Functions_ConstantAtASingularPoint_StayConstant()
    {
        foreach (Dual4 result in new[] { Dual4.Sqrt(0.0), Dual4.Pow(0.0, 0.3), Dual4.Pow(0.0, 1.5), Dual4.Log(0.0) })
        {
            (result.Slope(0), result.Slope(1), result.Slope(2), result.Slope(3)).ShouldBe((0.0, 0.0, 0.0, 0.0));
        }

        Dual4.Sqrt(Dual4.Seed(0.0, 1)).Slope(1).ShouldBe(double.PositiveInfinity);
        Dual4.Pow(Dual4.Seed(0.0, 1), 1.5).Slope(1).ShouldBe(0.0);
        Dual4.Pow(Dual4.Seed(0.0, 1), 2.5).Slope(1).ShouldBe(0.0);
    }

    [Theory]
    [InlineData(20.0)]
    [InlineData(-300.0)]
    [Trait("Level", "unit")]
    public void Tanh_Saturated_KeepsTheDigitsOfItsSlope(double x)
    {
        double expected = 4.0 * Math.Exp(-2.0 * Math.Abs(x));

        Dual4.Tanh(Dual4.Seed(x, 0)).Slope(0).ShouldBe(expected, 1e-14 * expected);
        Dual4.Tanh(Dual4.Seed(2000.0, 0)).Slope(0).ShouldBe(0.0);
        Dual4.Asinh(Dual4.Seed(-1e200, 0)).Slope(0).ShouldBe(1e-200, 1e-214);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Functions_OutsideTheirDomain_AreNotANumber()
    {
        double.IsNaN(Dual4.Log(-1.0).Value).ShouldBeTrue();
        double.IsNaN(Dual4.Sqrt(-1.0).Value).ShouldBeTrue();
        double.IsNaN(Dual4.Pow(-1.0, 0.5).Value).ShouldBeTrue();
        double.IsNaN(Dual4.Pow(-1.0, 1.5).Value).ShouldBeTrue();
        Dual4.Pow(Dual4.Seed(-2.0, 0), 3.0).ShouldBe(Dual4.Seed(-8.0, 0, 12.0));
    }

    /// <summary>One law over both number types: the dual value is that of the plain law, bit for bit.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Law_OverBothNumberTypes_HasTheSameValueAndTheSlopeOfDifferences()
    {
        for (double x = 0.05; x < 1.0; x += 0.05)
        {
            Dual4 dual = Law(Dual4.Seed(x, 1));
            const double h = 1e-6;
            double difference = (Law<Scalar>(x + h).Value - Law<Scalar>(x - h).Value) / (2.0 * h);

            dual.Value.ShouldBe(Law<Scalar>(x).Value);
            dual.Slope(1).ShouldBe(difference, 1e-8 * Math.Abs(difference));
        }
    }

    private static T Law<T>(T x)
        where T : struct, IScalar<T> =>
        (T.Exp(-30.0 * x) * T.Tanh((x - 0.5) / 0.1)) + (T.Pow(x, 1.5) / (1.0 + T.Sqrt(x)))
        - (T.Log(x) * T.Asinh(2.0 * x)) + T.Pow(x, 2.2);
}
