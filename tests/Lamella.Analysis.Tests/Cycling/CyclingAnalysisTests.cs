using Lamella.Analysis.Cycling;
using Lamella.Analysis.Techniques;
using Lamella.Analysis.Tests.Common;
using Lamella.Core.Measurements;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Tests.Cycling;

[Trait("Level", "unit")]
public sealed class CyclingAnalysisTests
{
    private const double Hour = 3600.0;

    [Fact]
    public void Run_KnownCycles_GivesTheirCapacitiesEfficienciesAndPolarisation()
    {
        CyclingResult result = CyclingAnalysis.Run([Cycles(5, n => 1.0 - (0.01 * n), _ => 1e-3)]);

        result.Cycles.Length.ShouldBe(5);
        for (int n = 0; n < 5; n++)
        {
            CycleRecord cycle = result.Cycles[n];
            cycle.IsComplete.ShouldBeTrue();
            cycle.DischargeCapacity!.Value.ShouldBe(3.6 * (1.0 - (0.01 * n)), 1e-9);
            cycle.CoulombicEfficiency!.Value.ShouldBe(0.99, 1e-9);
            cycle.MeanChargeVoltage!.Value.ShouldBe(3.6, 1e-9);
            cycle.Polarisation!.Value.ShouldBe(0.2, 1e-9);
            cycle.EnergyEfficiency!.Value.ShouldBe(0.99 * 3.4 / 3.6, 1e-9);
            cycle.VoltageEfficiency!.Value.ShouldBe(3.4 / 3.6, 1e-9);
            result.RetentionOf(cycle)!.Value.ShouldBe(1.0 - (0.01 * n), 1e-9);
        }

        result.Fade!.Best.Law.ShouldBe(FadeLaw.Linear);
        result.Fade.EndOfLife.Cycle!.Value.ShouldBe(21.0, 1e-3);
        result.Polarisation!.PerCycle.Value.ShouldBe(0.0, 1e-9);
        result.MeanEfficiency!.Value.Value.ShouldBe(0.99, 1e-9);
    }

    [Fact]
    public void Run_SeveralRates_ComparesOneRateAndTabulatesAll()
    {
        double[] rates = [1e-3, 1e-3, 5e-3, 5e-3, 1e-2, 1e-3, 1e-3, 1e-3];

        CyclingResult result = CyclingAnalysis.Run([Cycles(8, n => rates[n] > 5e-3 ? 0.5 : rates[n] > 1e-3 ? 0.8 : 1.0, n => rates[n])]);

        result.Rates.Length.ShouldBe(3);
        result.Rates.Select(rate => Math.Round(rate.CRate, 6)).ShouldBe([1.0, 5.0, 10.0]);
        result.Rates.Select(rate => Math.Round(rate.Share, 6)).ShouldBe([1.0, 0.8, 0.5]);
        result.Compared.ShouldBe([1, 2, 6, 7, 8]);
    }

    /// <summary>A top-up at a low current before the rates are measured is no capacity of the cell: rates and shares do not refer to it.</summary>
    [Fact]
    public void Run_PartialCycleAtTheLowestCurrent_IsNoReferenceOfTheRates()
    {
        TimeSeries series = Records.HalfCycles(
        [
            (1e-4, Hour, _ => 3.5), (-1e-4, Hour, _ => 3.4), (1e-3, Hour, _ => 3.6), (-1e-3, Hour, _ => 3.4), (5e-3, 0.2 * Hour, _ => 3.6), (-5e-3, 0.16 * Hour, _ => 3.3),
        ]);

        CyclingResult result = CyclingAnalysis.Run([series]);

        result.Rates.Select(rate => Math.Round(rate.CRate, 6)).ShouldBe([0.1, 1.0, 5.0]);
        result.Rates.Select(rate => Math.Round(rate.Share, 6)).ShouldBe([0.1, 1.0, 0.8]);
    }

    [Fact]
    public void Run_RecordThatBeginsWithADischarge_CountsWhatComesBack()
    {
        TimeSeries series = Records.HalfCycles([(-1e-3, 1.1 * Hour, _ => 0.1), (1e-3, 1.0 * Hour, _ => 0.3), (-1e-3, 1.0 * Hour, _ => 0.1), (1e-3, 0.99 * Hour, _ => 0.3)]);

        CyclingResult half = CyclingAnalysis.Run([series]), full = CyclingAnalysis.Run([series], new CyclingOptions { Beginning = CycleBeginning.Charge });

        half.Cycles[0].CoulombicEfficiency!.Value.ShouldBe(1.0 / 1.1, 1e-9);
        full.Cycles[0].ChargeCapacity.ShouldBeNull();
        full.Cycles[1].CoulombicEfficiency!.Value.ShouldBe(1.0, 1e-9);
    }

    [Fact]
    public void Run_RecordThatStopsInADischarge_LeavesThatCycleOut()
    {
        TimeSeries series = Records.HalfCycles([(1e-3, Hour, _ => 3.6), (-1e-3, Hour, _ => 3.4), (1e-3, Hour, _ => 3.6), (-1e-3, 0.4 * Hour, _ => 3.4)]);

        CyclingResult result = CyclingAnalysis.Run([series]);

        result.Cycles.Select(cycle => cycle.IsComplete).ShouldBe([true, false]);
        AnalysisOutcome outcome = new CyclingTechnique().Run([NamedMeasurement.Of("x", series)], TechniqueSettings.For(new CyclingTechnique()));
        outcome.Warnings.Select(warning => warning.Code).ShouldBe(["incomplete-cycles", "too-few-cycles"]);
    }

    [Fact]
    public void Run_HeldVoltageAtTheEnd_IsChargeButInNoDifferentialCurve()
    {
        var rows = new List<(double, double, double)>();
        for (int cycle = 0; cycle < 2; cycle++)
        {
            double begin = cycle * 9000.0;
            rows.AddRange(Enumerable.Range(0, 101).Select(i => (begin + (36.0 * i), 1e-3, 3.0 + (0.01 * i))));
            rows.AddRange(Enumerable.Range(1, 100).Select(i => (begin + 3600.0 + (12.0 * i), 1e-3 * Math.Exp(-i / 25.0), 4.0)));
            rows.AddRange(Enumerable.Range(0, 101).Select(i => (begin + 4801.0 + (36.0 * i), -1e-3, 4.0 - (0.01 * i))));
        }

        CyclingResult result = CyclingAnalysis.Run([Records.Series(rows)]);

        DifferentialCurve charge = result.Curves.First(curve => curve.IsCharge), discharge = result.Curves.First(curve => !curve.IsCharge);
        charge.Capacity.Integral.ShouldBe(3.6, 0.02);
        charge.LeftOut.ShouldBe(result.Cycles[0].ChargeCapacity!.Value - charge.Capacity.Integral, 1e-9);
        discharge.Capacity.Integral.ShouldBe(-3.6, 1e-6);
        discharge.Voltage.Integral.ShouldBe(-1.0, 1e-9);
    }

    [Fact]
    public void Run_BadInput_SaysWhatToDo()
    {
        TimeSeries rest = Records.Series(Enumerable.Range(0, 20).Select(i => ((double)i, 0.0, 3.0)));

        Should.Throw<ArgumentException>(() => CyclingAnalysis.Run([rest])).Message.ShouldContain("No current flows");
        Should.Throw<ArgumentException>(() => CyclingAnalysis.Run([Cycles(3, _ => 1.0, _ => 1e-3)], new CyclingOptions { ReferenceCycle = 9 })).Message.ShouldContain("Cycle 9 cannot be the reference");
        Should.Throw<ArgumentOutOfRangeException>(() => CyclingAnalysis.Run([rest], new CyclingOptions { Draws = 1 })).Message.ShouldContain("1000 to 10000000");
    }

    [Fact]
    public void Run_OneHalfCycleAlone_GivesNoNumberThatIsNone()
    {
        AnalysisOutcome outcome = new CyclingTechnique().Run(
            [NamedMeasurement.Of("x", Records.HalfCycles([(1e-3, Hour, x => 3.0 + x)]))], TechniqueSettings.For(new CyclingTechnique(), ("area", "1 cm2")));

        outcome.Warnings.Select(warning => warning.Code).ShouldContain("no-complete-cycle");
        outcome.Quantities.ShouldAllBe(quantity => double.IsFinite(quantity.Value.Value));
    }

    [Theory]
    [InlineData("far-projection")]
    [InlineData("efficiency-above-one")]
    [InlineData("several-rates")]
    [InlineData("begins-with-discharge")]
    [InlineData("no-fade")]
    public void Run_DoubtfulRecord_IsNamed(string code)
    {
        var generator = new SeededGenerator(8);
        TimeSeries series = code switch
        {
            "far-projection" => Cycles(10, n => 1.0 - (0.001 * n) + (1e-5 * generator.NextNormal()), _ => 1e-3),
            "several-rates" => Cycles(8, n => n < 5 ? 1.0 : 0.8, n => n < 5 ? 1e-3 : 5e-3),
            "no-fade" => Cycles(8, n => 1.0 + (0.01 * n), _ => 1e-3),
            "begins-with-discharge" => Records.HalfCycles([(-1e-3, Hour, _ => 0.1), (1e-3, Hour, _ => 0.3)]),
            _ => Records.HalfCycles([(1e-3, Hour, _ => 3.6), (-1e-3, 1.05 * Hour, _ => 3.4)]),
        };

        AnalysisOutcome outcome = new CyclingTechnique().Run([NamedMeasurement.Of("x", series)], TechniqueSettings.For(new CyclingTechnique()));

        outcome.Warnings.Select(warning => warning.Code).ShouldContain(code);
        outcome.Quantities.ShouldAllBe(quantity => double.IsFinite(quantity.Value.Value));
        outcome.Figures.ShouldAllBe(figure => figure.Curves.Length > 0);
    }

    private static TimeSeries Cycles(int count, Func<int, double> capacity, Func<int, double> current) => Records.HalfCycles(
        Enumerable.Range(0, count).SelectMany(n => new (double, double, Func<double, double>)[]
        {
            (current(n), capacity(n) / 0.99 * Hour * 1e-3 / current(n), x => 3.5 + (0.2 * x)),
            (-current(n), capacity(n) * Hour * 1e-3 / current(n), x => 3.5 - (0.2 * x)),
        }));
}
