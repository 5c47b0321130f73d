using System.Collections.Immutable;
using System.Text.Json;
using Lamella.Cells.Description;
using Lamella.Cells.Description.Bpx;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Cells.Running;
using Lamella.Materials.Bpx;
using Lamella.Tests;

namespace Lamella.Cells.Tests.Description.Bpx;

/// <summary>BPX files run as they are.</summary>
public sealed class BpxRunTests
{
    private const string NmcPouch = "reference/cells/thirdparty/nmc_pouch_cell_BPX.json";
    private const double AwayFromTheKnee = 0.97; // share of the discharge before the voltage falls steeply

    /// <summary>The 12.5 Ah pouch cell from the initial concentrations of the reference, which starts at 4.2 V of open circuit.</summary>
    /// <remarks>
    /// The reference is known on one mesh only: 20 equal cells in every subdomain. Where cells of different width and conductivity
    /// meet, its resistance is that of the arithmetic mean of both, which is too small: its own profiles of the electrolyte potential
    /// show 0.195 and 0.178 mV across the two interfaces, where the cells between these nodes have 0.289 and 0.242 mV. This
    /// known error of 0.158 mV is taken from the reference before the comparison; the SPMe sums no cells and has no such error.
    /// </remarks>
    [Theory]
    [InlineData("dfn", 1.0)]
    [InlineData("spme", 0.0)]
    [Trait("Level", "published")]
    public void Run_NmcPouchCell_MeetsTheReferenceWithinATenthOfAMillivolt(string model, double interfaceErrors)
    {
        using JsonDocument document = JsonDocument.Parse(
            File.ReadAllText(SharedFolder.Require($"reference/cells/d_bpx_nmc_pouch_cell_BPX_{model}_1C_n20.json")));
        JsonElement reference = document.RootElement;
        CellDescription cell = Charged(reference.GetProperty("initial_conditions"));

        CellRun run = Discharge(cell, 2.7, new CellOptions { Model = model });

        run.Steps[0].Ending.ShouldBe(StepEnding.LowerVoltageCutOff, run.Steps[0].Reason);
        double end = reference.GetProperty("t_end_s").GetDouble();
        JsonElement series = reference.GetProperty("series");
        double[] time = [.. series.GetProperty("t_s").EnumerateArray().Select(v => v.GetDouble())];
        double[] voltage = [.. series.GetProperty("Voltage [V]").EnumerateArray().Select(v => v.GetDouble())];
        double known = interfaceErrors * InterfaceError(cell);
        int early = time.Count(t => t < AwayFromTheKnee * end);
        double[] misses = [.. time.Zip(voltage).Take(early).Select(point => Interpolate(run, point.First) - (point.Second - known))];
        TestContext.Current.SendDiagnosticMessage(
            $"{model}: {1e3 * Rms(misses):G4} mV rms, known error {1e3 * known:G4} mV, end {run.Steps[0].Duration:F3} s against {end:F3} s");
        Rms(misses).ShouldBeLessThan(1e-4);
        run.Steps[0].Duration.ShouldBe(end, 1e-4 * end);
        if (model == "dfn")
        {
            ValidationPage.Holds("BPX NMC pouch, 1C", 0, 1e3 * Rms(misses));
            ValidationPage.Holds("BPX NMC pouch, 1C", 1, Math.Abs(run.Steps[0].Duration - end) / end);
        }
    }

    [Fact]
    [Trait("Level", "order")]
    public void Run_NmcPouchCellOnAFinerMesh_ChangesByLessThanATenthOfAMillivolt()
    {
        CellDescription cell = BpxImport.Read(SharedFolder.Require(NmcPouch)).Cell;

        CellRun run = Discharge(cell, 2.7, new CellOptions());
        CellRun fine = Discharge(cell, 2.7, new CellOptions
        {
            CellsPerLayer = 80, ElectrodeCells = 60, Shells = 40, RelativeTolerance = 1e-6, AbsoluteTolerance = 1e-8,
        });

        double end = AwayFromTheKnee * fine.Steps[0].Duration;
        double refinement = Rms(Enumerable.Range(1, 99).Select(k => Interpolate(run, end * k / 100.0) - Interpolate(fine, end * k / 100.0)));
        TestContext.Current.SendDiagnosticMessage($"{1e3 * refinement:G4} mV rms of the refined mesh");
        refinement.ShouldBeLessThan(2e-5);
    }

    [Theory]
    [InlineData("nmc_pouch_cell_BPX.json", 2.7, 12.5)]
    [InlineData("lfp_18650_cell_BPX.json", 2.0, 2.0)]
    [Trait("Level", "published")]
    public void Run_AsItIs_DeliversTheNominalCapacityAndConserves(string file, double lower, double ampereHours)
    {
        CellDescription cell = BpxImport.Read(SharedFolder.Require($"reference/cells/thirdparty/{file}")).Cell;

        CellRun run = Discharge(cell, lower, new CellOptions());

        run.Steps[0].Ending.ShouldBe(StepEnding.LowerVoltageCutOff);
        double delivered = -run.Steps[0].Charge * cell.Area / 3600.0;
        delivered.ShouldBe(ampereHours, 0.05 * ampereHours);
        run.Balance.LithiumDrift.ShouldBeLessThan(1e-12);
        run.Balance.ChargeDrift.ShouldBeLessThan(1e-12);
    }

    /// <summary>The curves that the file itself gives, at C/20 and 1C: 15 mV rms under load and away from the knee.</summary>
    [Fact]
    [Trait("Level", "published")]
    public void Compare_CurvesOfTheFile_AreMetWithin15Millivolts()
    {
        string path = SharedFolder.Require(NmcPouch);

        ImmutableArray<BpxCurveResult> results = BpxValidation.Compare(
            BpxImport.Read(path), BpxFile.Read(path).Validation, null, TestContext.Current.CancellationToken);

        results.Select(result => result.Name).ShouldBe(["C/20 discharge", "1C discharge"]);
        foreach (BpxCurveResult result in results)
        {
            // The first point was measured before the current, and the last few fall by 0.2 V from one to the next.
            double[] inside = [.. result.Misses.Skip(1).Take((int)(AwayFromTheKnee * result.Misses.Length) - 1)];
            TestContext.Current.SendDiagnosticMessage($"{result.Name}: {1e3 * Rms(inside):F2} mV rms, {1e3 * result.Rms:F1} mV with both ends");
            Rms(inside).ShouldBeLessThan(15e-3, result.Name);
            result.Rms.ShouldBeLessThan(25e-3, result.Name);
            result.Share.ShouldBe(1.0, result.Reason);
        }
    }

    /// <summary>By how much the cells of the reference at the interfaces lose too little voltage [V].</summary>
    private static double InterfaceError(CellDescription cell)
    {
        const int CellsOfTheReference = 20;
        (double Width, double Conductivity) Cell(double thickness, ElectrolyteLayer layer) =>
            (thickness / CellsOfTheReference, layer.Conductivity.At(((BinaryLayer)layer).RestConcentration, 298.15));
        (PorousElectrode negative, PorousElectrode positive) = (cell.PorousNegative!, cell.PorousPositive!);
        var separator = Cell(cell.Layers[0].Thickness, cell.Layers[0]);
        double error = 0.0;
        foreach (var pores in ((double, double)[])[Cell(negative.Thickness, negative.Pores), Cell(positive.Thickness, positive.Pores)])
        {
            (double width, double conductivity) = pores;
            double series = 0.5 * ((width / conductivity) + (separator.Width / separator.Conductivity));
            error += series - ((width + separator.Width) / (conductivity + separator.Conductivity));
        }

        return cell.OneCCurrentDensity * error;
    }

    private static CellDescription Charged(JsonElement initial)
    {
        CellDescription cell = BpxImport.Read(SharedFolder.Require(NmcPouch)).Cell;
        return cell with
        {
            Negative = Charged(cell.PorousNegative!, initial.GetProperty("Initial concentration in negative electrode [mol.m-3]").GetDouble()),
            Positive = Charged(cell.PorousPositive!, initial.GetProperty("Initial concentration in positive electrode [mol.m-3]").GetDouble()),
        };
    }

    private static double Rms(IEnumerable<double> misses) => Math.Sqrt(misses.Average(miss => miss * miss));

    private static PorousElectrode Charged(PorousElectrode electrode, double concentration) => electrode with
    {
        Particles = [.. electrode.Particles.Select(p => p with { ChargedStoichiometry = concentration / p.MaximumConcentration })],
    };

    private static CellRun Discharge(CellDescription cell, double lower, CellOptions options)
    {
        CellSimulator simulator = CellSimulator.Create(cell, 298.15, options);
        return simulator.Run(
            ProtocolText.Parse(FormattableString.Invariant($"Discharge at 1C until {lower} V"), cell), simulator.Equilibrium(1.0));
    }

    private static double Interpolate(CellRun run, double time)
    {
        var t = run.Series.Time;
        int found = t.AsSpan().BinarySearch(time);
        int first = Math.Clamp(Math.Max(1, found < 0 ? ~found : found) - 2, 0, t.Length - 4);
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
