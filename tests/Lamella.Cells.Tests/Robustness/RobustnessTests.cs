using System.Collections.Concurrent;
using Lamella.Cells.Description;
using Lamella.Cells.Results;
using Lamella.Cells.Running;

namespace Lamella.Cells.Tests.Robustness;

/// <summary>Random but physical cells and loads: no run fails, every ending has a reason, lithium and charge are kept.</summary>
/// <remarks>
/// A case is its number: cell, temperature (−40 to 80 degC), tolerance (1e-4 to 1e-10) and load follow from it.
/// <c>LAMELLA_NIGHTLY=1</c> runs all 2,000.
/// </remarks>
public sealed class RobustnessTests
{
    private const int All = 2000, Sample = 60, MostSteps = 4000;

    private static int Cases => Environment.GetEnvironmentVariable("LAMELLA_NIGHTLY") == "1" ? All : Sample;

    [Fact]
    [Trait("Level", "property")]
    public void Run_RandomCellAndLoad_EndsWithAReasonAndConserves()
    {
        var failures = new ConcurrentBag<string>();

        Parallel.For(0, Cases, new ParallelOptions { MaxDegreeOfParallelism = 2 }, number =>
        {
            foreach (string failure in Failures(number))
            {
                failures.Add(failure);
            }
        });

        failures.Order(StringComparer.Ordinal).ShouldBeEmpty();
    }

    /// <summary>
    /// Cases that once used up 20,000 time steps: thin cells that join both phases of a host-guest layer (1155, 1274, 1904), and
    /// double layers in porous electrodes (178 with two populations, 1440 with a load that jumps).
    /// </summary>
    [Theory]
    [InlineData(178)]
    [InlineData(1155)]
    [InlineData(1274)]
    [InlineData(1440)]
    [InlineData(1904)]
    [Trait("Level", "property")]
    public void Run_CaseThatWasHard_EndsInAFewThousandSteps(int number) => Failures(number, MostSteps).ShouldBeEmpty();

    private static IEnumerable<string> Failures(int number, int mostSteps = int.MaxValue)
    {
        var draw = new Draw((ulong)(1000 + number));
        double kelvin = draw.Between(233.15, 353.15), tolerance = draw.Decades(1e-10, 1e-4);
        var options = new CellOptions
        {
            CellsPerLayer = 6 + draw.Below(8),
            ElectrodeCells = 4 + draw.Below(8),
            Shells = 5 + draw.Below(8),
            RelativeTolerance = tolerance,
            AbsoluteTolerance = 1e-2 * tolerance,
        };
        CellDescription cell = RandomCells.Make(draw);
        string where = FormattableString.Invariant($"case {number:D4} ({Kind(cell)}, {kelvin - 273.15:F0} degC, tolerance {tolerance:G2})");
        CellRun run;
        try
        {
            CellSimulator simulator = CellSimulator.Create(cell, kelvin, options);
            CellState state = simulator.Equilibrium(draw.Between(0.05, 0.95));
            double openCircuit = simulator.System.Voltage(0.0, state.Unknowns.AsSpan());
            run = simulator.Run(RandomLoads.Make(cell, draw, openCircuit), state);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return [$"{where}: {fault.GetType().Name}: {fault.Message}"];
        }

        IEnumerable<string> slow = run.Work.Steps > mostSteps ? [FormattableString.Invariant($"{run.Work.Steps} time steps")] : [];
        return Judge(run).Concat(slow).Select(problem => $"{where}: {problem}");
    }

    private static IEnumerable<string> Judge(CellRun run)
    {
        foreach (StepResult step in run.Steps)
        {
            // A load may be beyond the cell; then the reason names what the cell runs out of, and at which current.
            bool unexplained = step.Ending == StepEnding.CannotStart && step.Reason.Contains("no state of the cell meets", StringComparison.Ordinal);
            if (step.Ending == StepEnding.SolverStopped || unexplained || step.Reason.Length == 0)
            {
                yield return $"'{step.Label}' {step.Ending}: {step.Reason}";
            }
        }

        if (!(run.Balance.LithiumDrift < 1e-12 && run.Balance.SaltDrift < 1e-12 && run.Balance.ChargeDrift < 1e-12))
        {
            yield return FormattableString.Invariant(
                $"drifts of lithium {run.Balance.LithiumDrift:G2}, salt {run.Balance.SaltDrift:G2}, charge {run.Balance.ChargeDrift:G2}");
        }
    }

    private static string Kind(CellDescription cell) => string.Join(
        " | ", new object[] { cell.Negative }.Concat(cell.Layers).Append(cell.Positive).Select(part => part.GetType().Name));
}
