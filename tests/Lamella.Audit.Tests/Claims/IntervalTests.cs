using Lamella.Audit.Claims;
using Lamella.Numerics.Random;

namespace Lamella.Audit.Tests.Claims;

public sealed class IntervalTests
{
    /// <summary>Whatever values the sides take, the result of the arithmetic holds what comes out.</summary>
    [Fact]
    [Trait("Level", "property")]
    public void Arithmetic_OfAnyValuesInside_StaysInside()
    {
        var random = new SeededGenerator(3);
        for (int trial = 0; trial < 5000; trial++)
        {
            Interval a = Any(random), b = Any(random);
            double x = a.Low + ((a.High - a.Low) * random.NextUniform()), y = b.Low + ((b.High - b.Low) * random.NextUniform());
            const double slack = 1e-9;

            Holds(a + b, x + y);
            Holds(a - b, x - y);
            Holds(a * b, x * y);
            Holds(a / b, x / y);
            Holds(a.Widened(0.1), x);
            Holds(Interval.Hull(a, b), x);

            static void Holds(Interval interval, double value) =>
                (value >= interval.Low - (slack * Math.Abs(value)) && value <= interval.High + (slack * Math.Abs(value))).ShouldBeTrue($"{value} outside {interval}");
        }
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Widened_OfABound_StaysABound()
    {
        Interval bound = new Interval(5.0, double.PositiveInfinity).Widened(0.0);

        (bound.Low, bound.High).ShouldBe((5.0, double.PositiveInfinity));
        bound.Overlaps(Interval.Exactly(5.0)).ShouldBeTrue();
        bound.Overlaps(Interval.Exactly(4.9)).ShouldBeFalse();
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Divide_ByAnIntervalAroundZero_KnowsNothing() =>
        (Interval.Exactly(1.0) / new Interval(-1.0, 1.0)).ShouldBe(Interval.Everything);

    private static Interval Any(SeededGenerator random)
    {
        double first = (random.NextUniform() - 0.5) * 20.0, second = (random.NextUniform() - 0.5) * 20.0;
        return new Interval(Math.Min(first, second), Math.Max(first, second));
    }
}
