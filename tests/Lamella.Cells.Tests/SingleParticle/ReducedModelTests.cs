using Lamella.Cells.Results;
using Lamella.Cells.Running;
using Lamella.Cells.Tests.Continuum;

namespace Lamella.Cells.Tests.SingleParticle;

/// <summary>The reduced models of Xu2019 against reference solutions on 80 cells and shells at a tolerance of 1e-9.</summary>
public sealed class ReducedModelTests
{
    [Theory]
    [InlineData("spm", "0.2C", 0.2)]
    [InlineData("spm", "1.0C", 1.0)]
    [InlineData("spme", "0.2C", 0.2)]
    [InlineData("spme", "1.0C", 1.0)]
    [Trait("Level", "published")]
    public void Run_HalfCell_MeetsTheReferenceVoltageAndEnd(string model, string name, double rate)
    {
        (double[] time, double[] voltage, double end) = Xu2019Tests.Reference($"c_{model}_halfcell_xu2019_{name}_n80.json");

        CellRun run = Xu2019Tests.Discharge(ReferenceCells.Xu2019, rate, Tight(model));

        double rms = Xu2019Tests.Rms(run, time, voltage);
        double endError = Math.Abs(run.Steps[0].Duration - end) / end;
        TestContext.Current.SendDiagnosticMessage($"{model} {name}: {1e3 * rms:G4} mV rms, end time {endError:E2}");
        run.Steps[0].Ending.ShouldBe(StepEnding.LowerVoltageCutOff);
        rms.ShouldBeLessThan(1e-4);
        endError.ShouldBeLessThan(1e-4);
        run.Balance.LithiumDrift.ShouldBeLessThan(1e-12);
        run.Balance.SaltDrift.ShouldBeLessThan(1e-12);
        run.Balance.ChargeDrift.ShouldBeLessThan(1e-12);
    }

    [Theory]
    [InlineData("spm")]
    [InlineData("spme")]
    [Trait("Level", "published")]
    public void Run_FullCell_MeetsTheReferenceVoltageAndEnd(string model)
    {
        ReferenceCurve truth = ReferenceCurve.Read($"c_{model}_chen2020_1C_n80.json");

        CellRun run = FullCellTests.Discharge(FullCells.Chen2020, 1.0, Tight(model));

        double rms = truth.Rms(run, FullCellTests.BeforeTheKnee), end = Math.Abs(run.Steps[0].Duration - truth.End) / truth.End;
        TestContext.Current.SendDiagnosticMessage(
            $"{model} chen2020: {1e3 * rms:G4} mV rms, with the knee {1e3 * truth.Rms(run):G4}, end time {end:E2}");
        rms.ShouldBeLessThan(1e-4);
        end.ShouldBeLessThan(1e-4);
        FullCellTests.Conserves(run);
    }

    /// <summary>The reference exists on 20 cells and shells alone, whose own error is in the difference.</summary>
    [Fact]
    [Trait("Level", "published")]
    public void Run_LumpedTemperature_MeetsTheReferenceVoltage()
    {
        ReferenceCurve truth = ReferenceCurve.Read("h3_spme_chen2020_lumped_thermal_2C_n20.json");

        CellRun run = FullCellTests.Discharge(
            FullCells.Chen2020 with { Thermal = FullCells.ChenThermal }, 2.0, Tight(CellModels.SingleParticleWithElectrolyte));

        double rms = truth.Rms(run, FullCellTests.BeforeTheKnee);
        TestContext.Current.SendDiagnosticMessage(
            $"spme thermal: {1e3 * rms:G4} mV rms, end {run.Steps[0].Duration} s against {truth.End} s, {run.Series.Temperature.Max()} K");
        rms.ShouldBeLessThan(1e-3);
        FullCellTests.Conserves(run);
    }

    private static CellOptions Tight(string model) => new()
    {
        Model = model, RelativeTolerance = 1e-9, AbsoluteTolerance = 1e-11,
    };
}
