using Lamella.Analysis.Plating;
using Lamella.Analysis.Tests.Common;
using Lamella.Core.Measurements;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Tests.Plating;

[Trait("Level", "unit")]
public sealed class HalfCycleTests
{
    private static readonly PlatingOptions Options = new() { Area = 2e-4 };

    [Fact]
    public void Run_ArcAtBothEnds_IsReadWithItsSizes()
    {
        TimeSeries series = Records.HalfCycles(
            [(1e-3, 3600.0, x => 0.05 + (0.03 * (x < 0.1 ? 1.0 : 0.0)) + (x > 0.9 ? 0.02 : 0.0)), (-1e-3, 3600.0, _ => -0.05)], samples: 1000);

        PlatingResult result = PlatingAnalysis.Run([series], [], Options);

        HalfCycleRecord half = result.HalfCycles[0];
        half.Plateau.ShouldBe(0.05, 1e-9);
        half.Initial.ShouldBe(0.08, 1e-9);
        half.FrontArc.ShouldBe(0.03, 1e-9);
        half.EndArc.ShouldBe(0.02, 1e-9);
        half.Shape.ShouldBe(OverpotentialShape.Arc);
        half.CurrentDensity.ShouldBe(5.0, 1e-9);
        half.AreaResistance.ShouldBe(0.01, 1e-9);
        half.ArealCharge.ShouldBe(3.6 / 2e-4, 1e-6);
        result.HalfCycles[1].Shape.ShouldBe(OverpotentialShape.Flat);
        result.HalfCycles[1].Polarity.ShouldBe(-1);
        result.HalfCycles[1].Plateau.ShouldBe(0.05, 1e-9);
        result.HalfCycles[1].CumulativeCharge.ShouldBe(2.0 * 3.6 / 2e-4, 1e-6);
        result.NetCharge.ShouldBe(0.0, 1e-9);
        result.LargestExcursion.ShouldBe(3.6 / 2e-4, 1e-6);
    }

    [Fact]
    public void Run_Noise_IsEstimatedWithoutTheCourseOfTheVoltage()
    {
        var generator = new SeededGenerator(2);
        TimeSeries series = Records.HalfCycles([(1e-3, 3600.0, x => 0.1 + (0.2 * x * x) + (3e-4 * generator.NextNormal()))], samples: 2000);

        PlatingAnalysis.Run([series], [], Options).HalfCycles[0].Noise.ShouldBe(3e-4, 3e-5);
    }

    [Fact]
    public void Run_UnevenSampling_GivesTheSameMeans()
    {
        static double Voltage(double t) => 0.1 + (0.05 * Math.Exp(-t / 300.0));
        TimeSeries even = Records.Series(Enumerable.Range(0, 20_001).Select(i => (0.18 * i, 1e-3, Voltage(0.18 * i))));
        TimeSeries uneven = Records.Series(Enumerable.Range(0, 2001).Select(i => (3600.0 * Math.Pow(i / 2000.0, 3), 1e-3, Voltage(3600.0 * Math.Pow(i / 2000.0, 3)))));

        HalfCycleRecord a = PlatingAnalysis.Run([even], [], Options).HalfCycles[0], b = PlatingAnalysis.Run([uneven], [], Options).HalfCycles[0];

        b.Plateau.ShouldBe(a.Plateau, 1e-6);
        b.Initial.ShouldBe(a.Initial, 1e-5);
        b.Final.ShouldBe(a.Final, 1e-6);
    }

    [Fact]
    public void Run_TwoRecords_GoOnOneClock()
    {
        TimeSeries series = Records.HalfCycles([(1e-3, 1800.0, _ => 0.05), (-1e-3, 1800.0, _ => -0.05)]);

        PlatingResult result = PlatingAnalysis.Run([series, series], [], Options);

        result.HalfCycles.Select(half => half.Number).ShouldBe([1, 2, 3, 4]);
        result.HalfCycles[2].Start.ShouldBe(3600.0, 1e-9);
    }
}
