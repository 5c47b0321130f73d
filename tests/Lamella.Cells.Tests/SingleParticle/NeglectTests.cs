using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Cells.Running;
using Lamella.Cells.Tests.Continuum;

namespace Lamella.Cells.Tests.SingleParticle;

/// <summary>The estimate of what the reduced model leaves out, against the continuum model on the same mesh.</summary>
public sealed class NeglectTests
{
    [Theory]
    [InlineData("xu2019", 0.5)]
    [InlineData("xu2019", 1.0)]
    [InlineData("xu2019", 3.0)]
    [InlineData("polymer", 0.2)]
    [InlineData("polymer", 0.5)]
    [InlineData("chen2020", 0.2)]
    [InlineData("chen2020", 0.5)]
    [InlineData("chen2020", 1.0)]
    [InlineData("marquis2019", 0.5)]
    [InlineData("marquis2019", 1.0)]
    [InlineData("marquis2019", 2.0)]
    [Trait("Level", "reference")]
    public void Run_Discharge_EstimatesItsDifferenceToTheContinuumModel(string name, double rate)
    {
        CellDescription cell = name switch
        {
            "xu2019" => ReferenceCells.Xu2019,
            "polymer" => ReferenceCells.Polymer,
            "chen2020" => FullCells.Chen2020,
            _ => FullCells.Marquis2019,
        };
        CellRun full = Discharge(cell, rate, CellModels.Continuum), reduced = Discharge(cell, rate, CellModels.SingleParticleWithElectrolyte);
        double end = Math.Min(full.Series.Time[^1], reduced.Series.Time[^1]), sum = 0.0;
        const int samples = 200;
        double[] fullTime = [.. full.Series.Time], fullVoltage = [.. full.Series.Voltage];
        double[] time = [.. reduced.Series.Time], voltage = [.. reduced.Series.Voltage];
        for (int k = 0; k < samples; k++)
        {
            double t = 0.95 * end * (k + 0.5) / samples;
            double difference = ReferenceCurve.Cubic(fullTime, fullVoltage, t) - ReferenceCurve.Cubic(time, voltage, t);
            sum += difference * difference;
        }

        double truth = Math.Sqrt(sum / samples), estimate = reduced.Neglected!.Value.Rms;
        TestContext.Current.SendDiagnosticMessage(
            $"NEGLECT {name} {rate}C: {1e3 * estimate:G3} mV estimated, {1e3 * truth:G3} mV true, ratio {estimate / truth:G3}");
        full.Neglected.ShouldBeNull();
        (estimate / truth).ShouldBeInRange(1.0 / 3.0, 3.0);
    }

    private static CellRun Discharge(CellDescription cell, double rate, string model)
    {
        CellSimulator simulator = CellSimulator.Create(cell, 298.15, new CellOptions { Model = model, RelativeTolerance = 1e-7, AbsoluteTolerance = 1e-9 });
        return simulator.Run(new Protocol([ProtocolSteps.Discharge(cell, CurrentLoad.OfRate(rate))]), simulator.Equilibrium(1.0));
    }
}
