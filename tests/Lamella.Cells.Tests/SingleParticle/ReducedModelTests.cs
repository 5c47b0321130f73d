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

        CellRun run = Xu2019Tests.Discharge(ReferenceCells.Xu2019, rate, new CellOptions { Model = model, RelativeTolerance = 1e-9, AbsoluteTolerance = 1e-11 });

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
}
