using System.Collections.Immutable;
using Lamella.Cells.Results;
using Lamella.Core;

namespace Lamella.Cells.Running;

/// <summary>What refining the mesh once changes in the reported capacities.</summary>
/// <remarks>
/// Only steps whose end is found by the model count: where a time or a charge ends both, the capacity is prescribed. The
/// refined mesh has twice the cells in every layer and electrode and twice the shells.
/// </remarks>
public sealed record MeshCheck
{
    /// <summary>Change of a capacity from which on the run says so [–].</summary>
    public const double Limit = 1e-3;

    /// <summary>Work of a run, time steps times unknowns, above which it is not checked unless asked for.</summary>
    private const long CheapWork = 30_000_000;

    /// <summary>Gets the largest change of a capacity over that capacity; 0 where no capacity was found by the model.</summary>
    [Unit("–")]
    public required double LargestChange { get; init; }

    /// <summary>Gets the number of capacities that the model found and that were compared.</summary>
    [Unit("–")]
    public required int Compared { get; init; }

    /// <summary>Gets a sentence per step whose capacity, or whose ending, changed by too much.</summary>
    public required ImmutableArray<string> Findings { get; init; }

    /// <summary>Gets a value indicating whether every capacity changed by less than the limit.</summary>
    public bool IsFine => Findings.IsEmpty;

    /// <summary>Returns the options with twice as fine a mesh.</summary>
    /// <param name="options">The options.</param>
    /// <returns>The options of the check.</returns>
    public static CellOptions Refined(CellOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options with
        {
            CellsPerLayer = 2 * options.CellsPerLayer,
            ElectrodeCells = 2 * options.ElectrodeCells,
            Shells = 2 * options.Shells,
        };
    }

    /// <summary>Tells whether a check costs little enough to be made without being asked for; the same on every machine.</summary>
    /// <param name="runs">The runs that would be repeated.</param>
    /// <returns>True where it does.</returns>
    public static bool IsCheap(params IEnumerable<CellRun> runs) => runs.Sum(run => run.Work.Steps * run.Work.Unknowns) <= CheapWork;

    /// <summary>Puts the checks of several runs together.</summary>
    /// <param name="checks">What to call each run, and its check.</param>
    /// <returns>The whole check.</returns>
    public static MeshCheck Of(params IReadOnlyCollection<(string Run, MeshCheck Check)> checks) => new()
    {
        LargestChange = checks.Select(check => check.Check.LargestChange).DefaultIfEmpty().Max(),
        Compared = checks.Sum(check => check.Check.Compared),
        Findings = [.. checks.SelectMany(check => check.Check.Findings.Select(finding => $"{check.Run}: {finding}"))],
    };

    /// <summary>Compares two runs of one protocol.</summary>
    /// <param name="run">The run.</param>
    /// <param name="refined">The run on the refined mesh.</param>
    /// <returns>What changed.</returns>
    public static MeshCheck Compare(CellRun run, CellRun refined)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(refined);
        var findings = ImmutableArray.CreateBuilder<string>();
        int compared = 0;
        double largest = 0.0, scale = run.Steps.Select(step => Math.Abs(step.Charge)).DefaultIfEmpty().Max();
        for (int i = 0; i < Math.Min(run.Steps.Length, refined.Steps.Length); i++)
        {
            StepResult coarse = run.Steps[i], fine = refined.Steps[i];
            if (coarse.Ending != fine.Ending)
            {
                findings.Add($"'{coarse.Label}' (step {coarse.Number}) ends by {coarse.Ending} on this mesh and by {fine.Ending} on the refined one.");
                continue;
            }

            bool prescribed = coarse.Ending is StepEnding.Duration or StepEnding.ChargeCutOff or StepEnding.Measured;
            // A charge that is nothing against the others (a hold that ends at once) has no relative change worth naming.
            double change = Math.Abs(fine.Charge - coarse.Charge) / Math.Max(Math.Abs(coarse.Charge), 1e-3 * scale);
            if (!prescribed && scale > 0.0)
            {
                compared++;
                largest = Math.Max(largest, change);
                if (change >= Limit)
                {
                    findings.Add(FormattableString.Invariant(
                        $"refining the mesh once changes the capacity of '{coarse.Label}' (step {coarse.Number}) by {100.0 * change:G2} %: refine it until the change is below {100.0 * Limit} %."));
                }
            }
        }

        return new MeshCheck { LargestChange = largest, Compared = compared, Findings = findings.ToImmutable() };
    }
}
