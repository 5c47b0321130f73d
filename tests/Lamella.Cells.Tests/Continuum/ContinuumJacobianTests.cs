using Lamella.Cells.Description;
using Lamella.Cells.Continuum;
using Lamella.Cells.Protocols;
using Lamella.Cells.Running;
using Lamella.Numerics.Dae;

namespace Lamella.Cells.Tests.Continuum;

public sealed class ContinuumJacobianTests
{
    private static readonly CellOptions Small = new() { CellsPerLayer = 4, ElectrodeCells = 5, Shells = 3 };

    public static TheoryData<string, StepControl> Cells()
    {
        var data = new TheoryData<string, StepControl>();
        foreach (string name in CellKinds.Names)
        {
            data.Add(name, StepControl.Current);
            data.Add(name, StepControl.Voltage);
        }

        data.Add("xu2019", StepControl.Power);
        data.Add("symmetric", StepControl.Resistance);
        data.Add("thermal blend", StepControl.Power);
        return data;
    }

    public static TheoryData<string> Names() => [.. CellKinds.Names];

    /// <summary>The factored dual-number Jacobian undoes the central-difference Jacobian of the residual.</summary>
    [Theory]
    [MemberData(nameof(Cells))]
    [Trait("Level", "reference")]
    public void Solve_AfterCentralDifferenceProduct_ReturnsTheDirection(string name, StepControl control)
    {
        CellDescription cell = CellKinds.Of(name);
        var system = new ContinuumSystem(cell, Small, 298.15)
        {
            Load = new CellLoad(control, control == StepControl.Current ? -20.0 : 3.9),
        };
        (double[] y, double[] rate) = Perturbed(system);
        int n = system.Size;
        const double factor = 0.3;
        system.EvaluateJacobian(0.0, y, rate).ShouldBe(CallbackStatus.Success);
        system.Factor(factor).ShouldBe(CallbackStatus.Success);
        double[] direction = [.. Enumerable.Range(0, n).Select(i => Math.Sin(1.0 + (2.7 * i)))];

        double[] product = DirectionalDifference(system, y, rate, direction, factor);
        system.Solve(product);

        for (int i = 0; i < n; i++)
        {
            product[i].ShouldBe(direction[i], 2e-6, $"unknown {i} of {name}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Level", "identity")]
    public void SplitVoltage_ConsistentPath_SumsToTheTerminalVoltage(string name)
    {
        var system = new ContinuumSystem(CellKinds.Of(name), Small, 298.15) { Load = new CellLoad(StepControl.Current, -20.0) };
        (double[] y, double[] rate) = Perturbed(system);
        MakeConsistent(system, y, rate);

        system.SplitVoltage(0.0, y).Total.ShouldBe(system.Voltage(0.0, y), 1e-11);
    }

    private static (double[] Y, double[] Rate) Perturbed(ContinuumSystem system)
    {
        CellLayout layout = system.Layout;
        double[] y = system.Equilibrium(0.5), rate = new double[system.Size];
        double applied = -1.0;
        y[layout.Current] = applied;
        foreach (Segment segment in system.Line.Segments)
        {
            for (int lane = 0; lane < segment.Count; lane++)
            {
                int at = CellLayout.PerCell * (segment.First + lane);
                double share = segment.Kind switch
                {
                    SegmentKind.Negative => (lane + 1.0) / segment.Count,
                    SegmentKind.Positive => (segment.Count - 1.0 - lane) / segment.Count,
                    SegmentKind.Exchange => 0.6 + (0.02 * lane),
                    _ => 1.0,
                };
                y[at] *= 1.0 + (0.1 * Math.Sin(segment.First + lane));
                y[at + CellLayout.Electrolyte] -= 0.01 * (segment.First + lane);
                y[at + CellLayout.Potential] += segment.HasSecondPhase ? 0.001 * lane : 0.0;
                y[at + CellLayout.IonicCurrent] = -applied * share;
                rate[at + CellLayout.Potential] = segment.HasSecondPhase ? 0.01 * Math.Cos(lane) : 0.0;
            }
        }

        for (int i = layout.ParticleStart; i < layout.GroupCurrentStart; i++)
        {
            y[i] += 0.02 * Math.Cos(i);
        }

        for (int i = layout.GroupCurrentStart; i < layout.Current; i++)
        {
            y[i] = 0.05 + (0.01 * Math.Sin(i));
        }

        for (int i = layout.Current + 4; i < layout.Size; i++)
        {
            y[i] += 0.01;
            rate[i] = 0.02;
        }

        return (y, rate);
    }

    private static double[] DirectionalDifference(
        ContinuumSystem system, double[] y, double[] rate, double[] direction, double factor)
    {
        const double step = 1e-6;
        double[] plus = new double[y.Length], minus = new double[y.Length];
        Evaluate(1.0, plus);
        Evaluate(-1.0, minus);
        return [.. plus.Select((p, i) => (p - minus[i]) / (2.0 * step))];

        void Evaluate(double sign, double[] residual)
        {
            double[] shifted = [.. y.Select((v, i) => v + (sign * step * direction[i]))];
            double[] shiftedRate = [.. rate.Select((v, i) => v + (sign * step * factor * direction[i]))];
            system.EvaluateResidual(0.0, shifted, shiftedRate, residual).ShouldBe(CallbackStatus.Success);
        }
    }

    /// <summary>Newton on the algebraic unknowns alone: a huge derivative factor pins the differential ones.</summary>
    private static void MakeConsistent(ContinuumSystem system, double[] y, double[] rate)
    {
        const double factor = 1e12;
        double[] residual = new double[y.Length];
        for (int iteration = 0; iteration < 30; iteration++)
        {
            system.EvaluateJacobian(0.0, y, rate).ShouldBe(CallbackStatus.Success);
            system.Factor(factor).ShouldBe(CallbackStatus.Success);
            system.EvaluateResidual(0.0, y, rate, residual).ShouldBe(CallbackStatus.Success);
            system.Solve(residual);
            for (int i = 0; i < y.Length; i++)
            {
                y[i] -= residual[i];
                rate[i] -= factor * residual[i];
            }
        }
    }
}
