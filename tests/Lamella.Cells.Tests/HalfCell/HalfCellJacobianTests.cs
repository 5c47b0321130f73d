using Lamella.Cells.Description;
using Lamella.Cells.HalfCell;
using Lamella.Numerics.Dae;

namespace Lamella.Cells.Tests.HalfCell;

public sealed class HalfCellJacobianTests
{
    private static readonly HalfCellOptions Small = new() { CellsPerLayer = 4, CathodeCells = 5, Shells = 3 };

    public static TheoryData<string, bool> Cells() => new()
    {
        { "xu2019", false }, { "xu2019", true }, { "laminate", false }, { "laminate", true },
        { "symmetric", false }, { "symmetric", true }, { "ceramic", true },
    };

    /// <summary>The factored dual-number Jacobian undoes the central-difference Jacobian of the residual.</summary>
    [Theory]
    [MemberData(nameof(Cells))]
    [Trait("Level", "reference")]
    public void Solve_AfterCentralDifferenceProduct_ReturnsTheDirection(string name, bool holdVoltage)
    {
        CellDescription cell = Cell(name);
        var system = new HalfCellSystem(cell, Small, 298.15)
        {
            Control = holdVoltage ? ControlKind.Voltage : ControlKind.Current,
            SetPoint = holdVoltage ? 3.9 : -20.0,
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
    [InlineData("xu2019")]
    [InlineData("laminate")]
    [InlineData("symmetric")]
    [Trait("Level", "identity")]
    public void SplitVoltage_ConsistentPath_SumsToTheTerminalVoltage(string name)
    {
        var system = new HalfCellSystem(Cell(name), Small, 298.15) { SetPoint = -20.0 };
        (double[] y, double[] rate) = Perturbed(system);
        MakeConsistent(system, y, rate);

        system.SplitVoltage(y).Total.ShouldBe(system.Voltage(y), 1e-11);
    }

    internal static CellDescription Cell(string name) => name switch
    {
        "xu2019" => ReferenceCells.Xu2019,
        "laminate" => ReferenceCells.Laminate,
        "symmetric" => ReferenceCells.Symmetric(
            ReferenceCells.Binary("a", 30e-6, 0.05, 3e-11, 0.3), ReferenceCells.Binary("b", 20e-6, 0.08, 5e-11, 0.4)),
        _ => ReferenceCells.Symmetric(
            new SingleIonLayer { Name = "ceramic", Thickness = 3e-4, Conductivity = ReferenceCells.Constant(0.05) }),
    };

    private static (double[] Y, double[] Rate) Perturbed(HalfCellSystem system)
    {
        CellLayout layout = system.Layout;
        double[] y = new double[system.Size], rate = new double[system.Size];
        for (int k = 0; k < layout.Cells; k++)
        {
            int at = CellLayout.PerCell * k;
            y[at] = 1.0 + (0.1 * Math.Sin(k));
            y[at + CellLayout.Electrolyte] = -0.01 * k;
            y[at + CellLayout.Solid] = 3.9 + (0.001 * k);
            y[at + CellLayout.IonicCurrent] = k < layout.CathodeStart ? 1.0 : (layout.Cells - 1.0 - k) / layout.Lanes;
        }

        for (int i = 0; i < layout.ParticleCount; i++)
        {
            y[layout.ParticleStart + i] = 0.4 + (0.02 * Math.Cos(i));
        }

        y[layout.Current] = -1.0;
        return (y, rate);
    }

    private static double[] DirectionalDifference(
        HalfCellSystem system, double[] y, double[] rate, double[] direction, double factor)
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
    private static void MakeConsistent(HalfCellSystem system, double[] y, double[] rate)
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
