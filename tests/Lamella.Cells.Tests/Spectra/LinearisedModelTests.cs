using System.Numerics;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Running;
using Lamella.Numerics.Dae;
using Lamella.Numerics.Linear;

namespace Lamella.Cells.Tests.Spectra;

/// <summary>What every model hands to the spectra are the derivatives of its own residual.</summary>
public sealed class LinearisedModelTests
{
    public static TheoryData<string, string> Cases => new()
    {
        { "dfn", "half cell" }, { "dfn", "laminate" }, { "dfn", "symmetric" }, { "dfn", "film" }, { "dfn", "blocking" },
        { "dfn", "capacitive laminate" }, { "dfn", "blend" }, { "dfn", "thermal blend" }, { "dfn", "bare collector" },
        { "dfn", "inert" }, { "dfn", "host-guest both" }, { "dfn", "host-guest host" }, { "dfn", "host-guest guest" },
        { "dfn", "catholyte" }, { "dfn", "graphite half cell" }, { "dfn", "heated half cell" }, { "spme", "half cell" },
        { "spme", "laminate" }, { "spme", "symmetric" }, { "spme", "film" }, { "spme", "heated half cell" },
        { "spme", "chen2020" }, { "spme", "thermal" }, { "spme", "catholyte" }, { "spm", "half cell" }, { "spm", "chen2020" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    [Trait("Level", "reference")]
    public void Linearise_StateUnderLoad_GivesTheDifferencesOfTheResidual(string model, string cell)
    {
        (ISpectralSystem system, double[] y, double[] rate) = Loaded(model, cell);
        var entries = new SparsePencilBuilder(system.Size);
        system.EvaluateJacobian(0.0, y, rate).ShouldBe(CallbackStatus.Success);
        system.Linearise(entries);
        SparsePencil pencil = entries.Build();
        double worst = 0.0;
        string where = string.Empty;
        for (int column = 0; column < system.Size; column++)
        {
            double[] byState = Difference(system, y, rate, column, ofRate: false);
            double[] byRate = Difference(system, y, rate, column, ofRate: true);
            for (int row = 0; row < system.Size; row++)
            {
                double constant = pencil.Entry(row, column, 0.0).Real;
                double linear = pencil.Entry(row, column, 1.0).Real - constant;
                double error = Math.Max(
                    Math.Abs(constant - byState[row]) / (1e-3 + Math.Abs(byState[row])),
                    Math.Abs(linear - byRate[row]) / (1e-3 + Math.Abs(byRate[row])));
                if (error > worst)
                {
                    (worst, where) = (error, $"({row}, {column}): {constant} + s·{linear}, differences {byState[row]} + s·{byRate[row]}");
                }
            }
        }

        worst.ShouldBeLessThan(2e-4, $"{model}, {cell}, {where} of {system.Describe(0)}");
    }

    /// <summary>The structured solution of the time integration and the sparse one of the spectra are the same.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    [Trait("Level", "identity")]
    public void Solve_AnyStepSize_AgreesWithTheSparseMatrix(string model, string cell)
    {
        (ISpectralSystem system, double[] y, double[] rate) = Loaded(model, cell);
        system.EvaluateJacobian(0.0, y, rate).ShouldBe(CallbackStatus.Success);
        var entries = new SparsePencilBuilder(system.Size);
        system.Linearise(entries);
        SparsePencil pencil = entries.Build();
        foreach (double factor in new[] { 0.01, 3.0, 1e4 })
        {
            double[] b = [.. Enumerable.Range(0, system.Size).Select(i => Math.Cos(1.0 + (3.7 * i)))];
            double[] x = [.. b];
            system.Factor(factor).ShouldBe(CallbackStatus.Success);
            system.Solve(x);
            Complex[] product = new Complex[x.Length];
            pencil.Multiply(factor, [.. x.Select(v => new Complex(v, 0.0))], product);
            for (int row = 0; row < b.Length; row++)
            {
                double size = Enumerable.Range(0, x.Length).Sum(c => Complex.Abs(pencil.Entry(row, c, factor)) * Math.Abs(x[c]));

                // A wrong entry shows in the first digit; elimination without row exchanges keeps some 8 of 16 in fine cells.
                product[row].Real.ShouldBe(b[row], 1e-7 * (size + 1.0), $"{model}, {cell}, row {row} at {factor}");
            }
        }
    }

    private static (ISpectralSystem System, double[] State, double[] Rate) Loaded(string model, string name)
    {
        CellDescription cell = SpectrumCells.Get(name);
        CellOptions options = new() { Model = model, CellsPerLayer = 4, ElectrodeCells = 4, Shells = 4 };
        CellSimulator simulator = CellSimulator.Create(cell, 298.15, options);
        var system = (ISpectralSystem)simulator.System;
        bool isBlocking = cell.Negative is BlockingElectrode || cell.Positive is InertElectrode;
        system.Load = new CellLoad(StepControl.Current, isBlocking ? 0.01 : -5.0);
        double[] y = system.Equilibrium(0.7);
        system.GuessLoad(y);
        var solver = new BdfSolver();
        solver.Initialise(system, 0.0, y, new double[y.Length]).ShouldBe(BdfStatus.Initialised);
        solver.Solve(isBlocking ? 1e-3 : 20.0).IsFailure().ShouldBeFalse();
        system.Load = new CellLoad(StepControl.Voltage, system.Voltage(0.0, solver.State));
        return (system, solver.State.ToArray(), solver.Derivative.ToArray());
    }

    private static double[] Difference(ISpectralSystem system, double[] y, double[] rate, int column, bool ofRate)
    {
        double[] state = [.. y], slope = [.. rate], above = new double[y.Length], below = new double[y.Length];
        double[] target = ofRate ? slope : state;
        double centre = target[column], step = 1e-6 * Math.Max(ofRate ? 1e-3 : 0.1, Math.Abs(centre));
        target[column] = centre + step;
        system.EvaluateResidual(0.0, state, slope, above).ShouldBe(CallbackStatus.Success);
        target[column] = centre - step;
        system.EvaluateResidual(0.0, state, slope, below).ShouldBe(CallbackStatus.Success);
        return [.. above.Zip(below, (a, b) => (a - b) / (2.0 * step))];
    }
}
