using System.Text.Json;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Cells.Running;
using Lamella.Tests;

namespace Lamella.Cells.Tests.Continuum;

/// <summary>Two porous electrodes against reference solutions extrapolated from 20, 40 and 80 cells per subdomain.</summary>
public sealed class FullCellTests
{
    internal const double BeforeTheKnee = 0.95; // share of the discharge

    private static readonly double[] ComsolRates = [0.1, 0.5, 1.0, 2.0, 3.0];

    [Theory]
    [InlineData("chen2020")]
    [InlineData("marquis2019")]
    [Trait("Level", "published")]
    public void Run_OneC_MeetsTheExtrapolatedVoltageAndEnd(string name)
    {
        CellDescription cell = name == "chen2020" ? FullCells.Chen2020 : FullCells.Marquis2019;
        string prefix = name == "chen2020" ? "a" : "g";
        ReferenceCurve truth = ReferenceCurve.Extrapolate(
            [.. new[] { 20, 40, 80 }.Select(n => ReferenceCurve.Read($"{prefix}_dfn_{name}_1C_n{n}.json"))]);

        CellRun run = Discharge(cell, 1.0, Fine);

        double rms = truth.Rms(run, BeforeTheKnee), end = Math.Abs(run.Steps[0].Duration - truth.End) / truth.End;
        TestContext.Current.SendDiagnosticMessage($"{name}: {1e3 * rms:G4} mV rms, with the knee {1e3 * truth.Rms(run):G4}, end time {end:E2}");
        run.Steps[0].Ending.ShouldBe(StepEnding.LowerVoltageCutOff);
        rms.ShouldBeLessThan(1e-4);
        end.ShouldBeLessThan(1e-4);
        string row = name == "chen2020" ? "Chen2020, 1C" : "Marquis2019, 1C";
        ValidationPage.Holds(row, 0, 1e3 * rms);
        ValidationPage.Holds(row, 1, end);
        Conserves(run);
    }

    [Fact]
    [Trait("Level", "published")]
    public void Run_LumpedTemperature_MeetsTheReferenceVoltageAndTemperature()
    {
        const string File = "h3_dfn_chen2020_lumped_thermal_2C_n20.json";
        ReferenceCurve truth = ReferenceCurve.Read(File);
        using JsonDocument document = JsonDocument.Parse(System.IO.File.ReadAllText(SharedFolder.Require($"reference/cells/{File}")));
        double[] kelvin = ReferenceCurve.Numbers(document.RootElement.GetProperty("series"), "Volume-averaged cell temperature [K]");

        // The reference exists on 20 cells alone. Its error on that mesh is known at 1C; it grows with the current.
        CellRun run = Discharge(FullCells.Chen2020 with { Thermal = FullCells.ChenThermal }, 2.0);

        double rms = truth.Rms(run, BeforeTheKnee), mesh = MeshError();
        double[] time = [.. run.Series.Time], own = [.. run.Series.Temperature];
        double worst = truth.Time.Zip(kelvin).Where(p => p.First <= BeforeTheKnee * truth.End)
            .Max(p => Math.Abs(ReferenceCurve.Cubic(time, own, p.First) - p.Second));
        double rise = own[^1] - own[0];
        TestContext.Current.SendDiagnosticMessage($"thermal: {1e3 * rms:G4} mV rms, its mesh at 1C {1e3 * mesh:G4} mV, {worst:G4} K of {rise:G4} K");
        rms.ShouldBeLessThan(3.0 * mesh);
        worst.ShouldBeLessThan(5e-3 * rise);
        ValidationPage.Holds("Chen2020, lumped temperature, 2C", 0, 1e3 * rms);
        ValidationPage.Holds("Chen2020, lumped temperature, 2C", 1, worst);
        ValidationPage.Holds("Chen2020, lumped temperature, 2C", 2, rise);
        Conserves(run);
    }

    /// <summary>COMSOL's curves of the same parameter set, from a public repository.</summary>
    [Theory]
    [InlineData("01C", 0.1)]
    [InlineData("05C", 0.5)]
    [InlineData("1C", 1.0)]
    [InlineData("2C", 2.0)]
    [InlineData("3C", 3.0)]
    [Trait("Level", "published")]
    public void Run_Marquis2019_MeetsComsol(string name, double rate)
    {
        string path = SharedFolder.Require($"reference/cells/thirdparty/comsol_marquis2019/comsol_{name}.json");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path).Replace("NaN", "null", StringComparison.Ordinal)); // after the cut-off
        double[] time = ReferenceCurve.Numbers(document.RootElement, "time_s"), voltage = ReferenceCurve.Numbers(document.RootElement, "voltage_V");
        time = time[..voltage.Length];
        var comsol = new ReferenceCurve(time, voltage, time[^1]);

        CellRun run = Discharge(FullCells.Marquis2019, rate);

        double rms = comsol.Rms(run, BeforeTheKnee);
        TestContext.Current.SendDiagnosticMessage($"COMSOL {name}: {1e3 * rms:G4} mV rms");
        rms.ShouldBeLessThan(1e-3);
        ValidationPage.Holds("Marquis2019, 0.1C, 0.5C, 1C, 2C, 3C", Array.IndexOf(ComsolRates, rate), 1e3 * rms);
        Conserves(run);
    }

    /// <summary>Error of the reference on 20 cells at 1C [V].</summary>
    private static double MeshError()
    {
        ReferenceCurve[] meshes = [.. new[] { 20, 40, 80 }.Select(n => ReferenceCurve.Read($"a_dfn_chen2020_1C_n{n}.json"))];
        ReferenceCurve truth = ReferenceCurve.Extrapolate(meshes);
        double[] error = [.. truth.Time.Zip(truth.Voltage).Where(p => p.First < BeforeTheKnee * truth.End)
            .Select(p => ReferenceCurve.Cubic(meshes[0].Time, meshes[0].Voltage, p.First) - p.Second)];
        return Math.Sqrt(error.Sum(e => e * e) / error.Length);
    }

    private static CellOptions Fine { get; } = new() { ElectrodeCells = 40, Shells = 30, ShellGrading = 0.99 };

    internal static void Conserves(CellRun run)
    {
        run.Balance.LithiumDrift.ShouldBeLessThan(1e-12);
        run.Balance.SaltDrift.ShouldBeLessThan(1e-12);
        run.Balance.ChargeDrift.ShouldBeLessThan(1e-12);
    }

    internal static CellRun Discharge(CellDescription cell, double rate, CellOptions? options = null)
    {
        CellSimulator simulator = CellSimulator.Create(cell, 298.15, options);
        ProtocolStep step = ProtocolSteps.Discharge(cell, CurrentLoad.OfRate(rate));
        return simulator.Run(new Protocol([step]), simulator.Equilibrium(1.0));
    }
}
