using FsCheck;
using FsCheck.Fluent;
using Lamella.Reporting.Figures;

namespace Lamella.Reporting.Tests.Figures;

public sealed class AxisTickTests
{
    [Theory]
    [Trait("Level", "unit")]
    [InlineData(0.0, 205.0, "0 50 100 150 200")]
    [InlineData(2.7, 4.4, "2.8 3.0 3.2 3.4 3.6 3.8 4.0 4.2 4.4")]
    [InlineData(-20.0, 60.0, "−20 −10 0 10 20 30 40 50 60")]
    [InlineData(-1.0, 1.0, "−1.0 −0.5 0.0 0.5 1.0")]
    public void Linear_Range_GivesRoundLabels(double low, double high, string expected) =>
        string.Join(' ', AxisTick.Linear(low, high).Select(t => t.Label)).ShouldBe(expected);

    [Theory]
    [Trait("Level", "unit")]
    [InlineData(0.09, 45.0, "0.1 0.2 0.5 1 2 5 10 20")]
    [InlineData(0.1, 3e6, "0.1 1 10 100 1000 10000 100000 10⁶")]
    [InlineData(1e-9, 1e9, "10⁻⁹ 10⁻⁶ 0.001 1 1000 10⁶ 10⁹")]
    public void Logarithmic_Range_LabelsDecades(double low, double high, string expected) =>
        string.Join(' ', AxisTick.Logarithmic(low, high).Where(t => t.IsLabelled).Select(t => t.Label)).ShouldBe(expected);

    [Fact]
    [Trait("Level", "property")]
    public void Linear_AnyRange_StaysInsideWithUniqueLabels()
    {
        var ranges = from exponent in Gen.Choose(-9, 9)
                     from start in Gen.Choose(-1000, 1000)
                     from width in Gen.Choose(1, 2000)
                     select (Low: start * Math.Pow(10.0, exponent), High: (start + width) * Math.Pow(10.0, exponent));

        Prop.ForAll(Arb.From(ranges), r =>
        {
            IReadOnlyList<AxisTick> ticks = AxisTick.Linear(r.Low, r.High);
            double slack = 1e-6 * (r.High - r.Low);
            ticks.Count.ShouldBeInRange(3, 10);
            ticks.ShouldAllBe(t => t.Value >= r.Low - slack && t.Value <= r.High + slack);
            ticks.Select(t => t.Label).Distinct().Count().ShouldBe(ticks.Count);
        }).QuickCheckThrowOnFailure();
    }
}
