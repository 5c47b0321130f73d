using Lamella.Analysis.Common;
using Lamella.Core.Measurements;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Tests.Common;

public sealed class CurrentSegmentsTests
{
    [Fact]
    [Trait("Level", "identity")]
    public void Find_AnySwitching_ChargesAddUpToTheIntegralOfTheRecord()
    {
        var generator = new SeededGenerator(7);
        TimeSeries series = Records.Series(Enumerable.Range(0, 400).Select(i => (10.0 * i, (i / 25 % 3) switch { 0 => 1e-3 * (1.0 + generator.NextUniform()), 1 => -2e-3, _ => 0.0 }, 1.0)));

        double net = CurrentSegments.Find(series).Sum(segment => segment.Direction * segment.Charge);

        double integral = Enumerable.Range(1, series.Length - 1).Sum(i => 0.5 * (series.Current[i] + series.Current[i - 1]) * (series.Time[i] - series.Time[i - 1]));
        net.ShouldBe(integral, 1e-12);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Find_StepsOfCurrent_AreSegmentsWithTheirChargeAndRest()
    {
        TimeSeries series = Records.Series(
        [
            .. Enumerable.Range(0, 11).Select(i => (10.0 * i, 1e-3, 0.1)), .. Enumerable.Range(0, 11).Select(i => (100.0 + (10.0 * i), 2e-3, 0.2)),
            .. Enumerable.Range(0, 11).Select(i => (200.0 + (10.0 * i), 0.0, 0.01)), .. Enumerable.Range(0, 11).Select(i => (300.0 + (10.0 * i), -1e-3, -0.1)),
        ]);

        CurrentSegment[] found = [.. CurrentSegments.Find(series)];

        found.Select(segment => segment.Direction).ShouldBe([1, 1, -1]);
        found[0].Charge.ShouldBe(0.1, 1e-12);
        found[1].Charge.ShouldBe(0.2, 1e-12);
        found[2].RestBefore.ShouldBe(100.0, 1e-9);
        found[2].RestVoltage.ShouldBe(0.01);
        found[1].MeanVoltage.ShouldBe(0.2, 1e-12);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void HalfCycles_PulseInsideADischarge_IsLeftAside()
    {
        TimeSeries series = Records.HalfCycles([(-1e-3, 3000.0, _ => 3.0), (1e-3, 10.0, _ => 3.2), (-1e-3, 3000.0, _ => 2.9), (1e-3, 6000.0, _ => 3.5)]);

        CurrentSegment[] halves = [.. CurrentSegments.HalfCycles(series, CurrentSegments.Find(series), 0.02)];

        halves.Select(half => half.Direction).ShouldBe([-1, 1]);
        halves[0].Charge.ShouldBe(6.0, 1e-9);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Find_RestRecordedSeldom_GivesItsGapToNoCurrent()
    {
        TimeSeries series = Records.Series([(0.0, 0.0, 0.0), .. Enumerable.Range(0, 11).Select(i => (36000.0 + i, 1e-3, 0.1))]);

        CurrentSegment found = CurrentSegments.Find(series).ShouldHaveSingleItem();

        found.Charge.ShouldBe(11e-3, 1e-12); // ten seconds and at most one interval of sampling
        found.ChargeUncertainty.ShouldBe(1e-3 / Math.Sqrt(3.0), 1e-12);
    }
}
