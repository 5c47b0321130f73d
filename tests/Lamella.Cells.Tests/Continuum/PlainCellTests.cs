using Lamella.Cells.Description;
using Lamella.Cells.Results;
using Lamella.Cells.Running;

namespace Lamella.Cells.Tests.Continuum;

/// <summary>
/// The 2C discharge with a lumped temperature exists on 20 cells alone: what separates it from our solution is its mesh. Written
/// down with its own rules, our equations meet it on its cells; on finer ones they go to our solution.
/// </summary>
public sealed class PlainCellTests
{
    private const string Isothermal = "a_dfn_chen2020_1C_n20.json", Thermal = "h3_dfn_chen2020_lumped_thermal_2C_n20.json";
    private const string Kelvin = "Volume-averaged cell temperature [K]";
    private const double ShortStep = 2.0, LongStep = 4.0; // [s]; 20 cells: 0.007 and 0.018 mV of the steps at 2C

    private static readonly CellDescription Heated = FullCells.Chen2020 with { Thermal = FullCells.ChenThermal };

    private static CellOptions Finest { get; } = new()
    {
        ElectrodeCells = 120,
        CellsPerLayer = 80,
        Shells = 80,
        ShellGrading = 0.99,
        RelativeTolerance = 1e-7,
        AbsoluteTolerance = 1e-9,
    };

    [Theory]
    [InlineData(Isothermal, 1.0)]
    [InlineData(Thermal, 2.0)]
    [Trait("Level", "published")]
    public void Run_CellsAndRulesOfTheReference_MeetsItsVoltageTemperatureAndEnd(string file, double rate)
    {
        ReferenceCurve truth = ReferenceCurve.Read(file);

        PlainDischarge run = new PlainCell(rate > 1.0 ? Heated : FullCells.Chen2020, 20, rate).Run(ShortStep);

        double rms = truth.Rms(run.Time, run.Voltage, FullCellTests.BeforeTheKnee), end = Math.Abs(run.End - truth.End) / truth.End;
        TestContext.Current.SendDiagnosticMessage($"{file}: {1e3 * rms:G4} mV rms, end {end:E2}");
        rms.ShouldBeLessThan(1e-4);
        end.ShouldBeLessThan(1e-4);
        string row = rate > 1.0 ? "its 20 cells and rules, lumped temperature, 2C" : "its 20 cells and rules, 1C";
        ValidationPage.Holds(row, 0, 1e3 * rms);
        ValidationPage.Holds(row, 1, end);
        if (rate > 1.0)
        {
            double kelvin = ReferenceCurve.Read(file, Kelvin).Rms(run.Time, run.Temperature, FullCellTests.BeforeTheKnee);
            kelvin.ShouldBeLessThan(1e-3);
            ValidationPage.Holds(row, 2, 1e3 * kelvin);
        }
    }

    [Fact]
    [Trait("Level", "order")]
    public void Run_RulesOfTheReferenceOnFinerCells_GoesToOurSolution()
    {
        CellRun own = FullCellTests.Discharge(Heated, 2.0, Finest);
        double[] time = [.. own.Series.Time], warmth = [.. own.Series.Temperature];
        var voltage = new ReferenceCurve(time, [.. own.Series.Voltage], time[^1]);
        double[] at = [.. Enumerable.Range(0, 200).Select(i => FullCellTests.BeforeTheKnee * time[^1] * i / 199.0)];
        voltage = voltage.Sampled(at);

        PlainDischarge[] plain = [.. new[] { 20, 40, 80, 160 }.Select(count => new PlainCell(Heated, count, 2.0).Run(LongStep))];

        ReferenceCurve[] curves = [.. plain.Select(run => new ReferenceCurve(run.Time, run.Voltage, run.End).Sampled(at))];
        double[] error = [.. curves.Select(curve => voltage.Rms(curve, 1.0))];
        double limit = ReferenceCurve.Extrapolate(curves[1..]).Rms(voltage, 1.0);
        ReferenceCurve[] kelvins = [.. plain.Select(run => new ReferenceCurve(run.Time, run.Temperature, run.End).Sampled(at))];
        double heat = ReferenceCurve.Extrapolate(kelvins[1..]).Rms(new ReferenceCurve(time, warmth, time[^1]).Sampled(at), 1.0);
        TestContext.Current.SendDiagnosticMessage(
            $"{string.Join(", ", error.Select(e => $"{1e3 * e:G4}"))} mV; limit {1e3 * limit:G4} mV, {1e3 * heat:G4} mK");
        for (int mesh = 1; mesh < error.Length; mesh++)
        {
            (error[mesh] / error[mesh - 1]).ShouldBeLessThan(0.6); // of first order where layers of unequal cells meet
            ValidationPage.Holds("its rules on 40, 80, 160 cells", mesh - 1, 1e3 * error[mesh]);
        }

        limit.ShouldBeLessThan(1e-4);
        heat.ShouldBeLessThan(1e-2);
        double ours = voltage.Rms(FullCellTests.Discharge(Heated, 2.0), 1.0);
        ours.ShouldBeLessThan(1e-3);
        ValidationPage.Holds("our default mesh, lumped temperature, 2C", 0, 1e3 * ours);
        ValidationPage.Holds("its rules extrapolated", 0, 1e3 * limit);
        ValidationPage.Holds("its rules extrapolated", 1, 1e3 * heat);
    }
}
