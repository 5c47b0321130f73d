using System.Text.Json;
using Lamella.Cells.Description;
using Lamella.Cells.Running;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Tests;

namespace Lamella.Cells.Tests.Continuum;

/// <summary>The half cell Xu2019 against reference solutions on 80 cells per subdomain at a tolerance of 1e-9.</summary>
public sealed class Xu2019Tests
{
    [Theory]
    [InlineData("0.2C", 0.2)]
    [InlineData("1.0C", 1.0)]
    [Trait("Level", "published")]
    public void Run_DefaultSettings_MeetsTheReferenceVoltageAndEnd(string name, double rate)
    {
        (double[] time, double[] voltage, double end) = Reference($"b_dfn_halfcell_xu2019_{name}_n80.json");

        CellRun run = Discharge(rate, new CellOptions());

        double rms = Rms(run, time, voltage);
        double endError = Math.Abs(run.Steps[0].Duration - end) / end;
        TestContext.Current.SendDiagnosticMessage($"{name}: {1e3 * rms:G4} mV rms, end time {endError:E2}");
        run.Steps[0].Ending.ShouldBe(StepEnding.LowerVoltageCutOff);
        rms.ShouldBeLessThan(1e-4);
        endError.ShouldBeLessThan(1e-4);
        ValidationPage.Holds(FormattableString.Invariant($"Xu2019 half cell, {rate}C"), 0, 1e3 * rms);
        ValidationPage.Holds(FormattableString.Invariant($"Xu2019 half cell, {rate}C"), 1, endError);
        run.Balance.LithiumDrift.ShouldBeLessThan(1e-12);
        run.Balance.SaltDrift.ShouldBeLessThan(1e-12);
        run.Balance.ChargeDrift.ShouldBeLessThan(1e-12);
    }

    /// <summary>A polymer with a thousandth of the conductivity and strong polarisation, against 80 cells per subdomain.</summary>
    [Fact]
    [Trait("Level", "published")]
    public void Run_PolymerElectrolyte_MeetsTheReferenceVoltageAndEnd()
    {
        (double[] time, double[] voltage, double end) = Reference("h2_dfn_halfcell_polymer_0.2C_n80.json");

        CellRun run = Discharge(ReferenceCells.Polymer, 0.2, new CellOptions());

        double rms = Rms(run, time, voltage), endError = Math.Abs(run.Steps[0].Duration - end) / end;
        TestContext.Current.SendDiagnosticMessage($"polymer: {1e3 * rms:G4} mV rms, end time {endError:E2}");
        rms.ShouldBeLessThan(1e-4);
        endError.ShouldBeLessThan(1e-4);
        ValidationPage.Holds("polymer half cell, 0.2C", 0, 1e3 * rms);
        ValidationPage.Holds("polymer half cell, 0.2C", 1, endError);
    }

    [Fact]
    [Trait("Level", "order")]
    public void Run_RefinedMesh_ShowsSecondOrder()
    {
        CellRun[] runs = [.. new[] { 10, 20, 40 }.Select(n => Discharge(1.0, new CellOptions
        {
            CellsPerLayer = n, ElectrodeCells = n, Shells = n, RelativeTolerance = 1e-9, AbsoluteTolerance = 1e-11,
        }))];
        double[] end = [.. runs.Select(r => r.Steps[0].Duration)];
        double[] middle = [.. runs.Select(r => Interpolate(r, 2700.0))];

        Math.Log2((end[0] - end[1]) / (end[1] - end[2])).ShouldBe(2.0, 0.15);
        Math.Log2((middle[0] - middle[1]) / (middle[1] - middle[2])).ShouldBe(2.0, 0.15);
    }

    internal static CellRun Discharge(double rate, CellOptions options) =>
        Discharge(ReferenceCells.Xu2019, rate, options);

    internal static CellRun Discharge(CellDescription cell, double rate, CellOptions options)
    {
        CellSimulator simulator = CellSimulator.Create(cell, 298.15, options);
        var step = new ProtocolStep
        {
            Label = $"Discharge at {rate}C until 3.5 V",
            Control = StepControl.Current,
            Value = -rate * ReferenceCells.Xu2019.OneCCurrentDensity,
            MaximumDuration = 2.0 * 3600.0 / rate,
            LowerVoltage = 3.5,
        };
        return simulator.Run(new Protocol([step]), simulator.Equilibrium(1.0));
    }

    internal static (double[] Time, double[] Voltage, double End) Reference(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(SharedFolder.Require($"reference/cells/{file}")));
        JsonElement series = document.RootElement.GetProperty("series");
        return (
            [.. series.GetProperty("t_s").EnumerateArray().Select(v => v.GetDouble())],
            [.. series.GetProperty("Voltage [V]").EnumerateArray().Select(v => v.GetDouble())],
            document.RootElement.GetProperty("t_end_s").GetDouble());
    }

    /// <summary>Root mean square of V − V_ref at the reference times that the run covers; cubic between the run's steps.</summary>
    internal static double Rms(CellRun run, double[] time, double[] reference)
    {
        double sum = 0.0;
        int count = 0;
        for (int i = 0; i < time.Length; i++)
        {
            if (time[i] <= run.Series.Time[^1])
            {
                sum += Math.Pow(Interpolate(run, time[i]) - reference[i], 2);
                count++;
            }
        }

        return Math.Sqrt(sum / count);
    }

    private static double Interpolate(CellRun run, double time)
    {
        var t = run.Series.Time;
        int found = t.AsSpan().BinarySearch(time);
        int right = Math.Max(1, found < 0 ? ~found : found);
        int first = Math.Clamp(right - 2, 0, t.Length - 4);
        double value = 0.0;
        for (int i = first; i < first + 4; i++)
        {
            double weight = 1.0;
            for (int j = first; j < first + 4; j++)
            {
                weight *= i == j ? 1.0 : (time - t[j]) / (t[i] - t[j]);
            }

            value += weight * run.Series.Voltage[i];
        }

        return value;
    }
}
