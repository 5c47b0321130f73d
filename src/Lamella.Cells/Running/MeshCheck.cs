using System.Collections.Immutable;
using Lamella.Cells.Results;
using Lamella.Core;

namespace Lamella.Cells.Running;

/// <summary>What refining the mesh once changes in the reported capacities.</summary>
/// <remarks>
/// A capacity is the charge of a half cycle: of steps that follow each other in one direction, such as a charge and its hold.
/// Only one whose end is found by the model counts: where a time or a charge ends it, it is prescribed. The refined mesh has
/// twice the cells in every layer and electrode and twice the shells.
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

    /// <summary>Gets a sentence per half cycle whose capacity, and per step whose ending, changed by too much.</summary>
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
        int compared = 0, count = Math.Min(run.Steps.Length, refined.Steps.Length);
        double largest = 0.0;
        for (int first = 0, next; first < count; first = next)
        {
            next = EndOfHalfCycle(run.Steps, first, count);
            if (OtherEnding(run.Steps, refined.Steps, first, next) is { } other)
            {
                findings.Add(other);
                continue;
            }

            double coarse = Charge(run.Steps, first, next), fine = Charge(refined.Steps, first, next);
            if (coarse == 0.0 || run.Steps[next - 1].Ending is StepEnding.Duration or StepEnding.ChargeCutOff or StepEnding.Measured)
            {
                continue;
            }

            double change = Math.Abs((fine - coarse) / coarse);
            (compared, largest) = (compared + 1, Math.Max(largest, change));
            if (change >= Limit)
            {
                findings.Add(FormattableString.Invariant(
                    $"refining the mesh once changes the capacity of {Name(run.Steps, first, next)} by {100.0 * change:G2} %: a finer mesh is needed to bring the change below {100.0 * Limit} % ('--refine 2')."));
            }
        }

        return new MeshCheck { LargestChange = largest, Compared = compared, Findings = findings.ToImmutable() };
    }

    /// <summary>Index behind the last step that goes on in the direction of the first one.</summary>
    private static int EndOfHalfCycle(ImmutableArray<StepResult> steps, int first, int count)
    {
        int next = first + 1;
        while (next < count && steps[first].Charge * steps[next].Charge > 0.0)
        {
            next++;
        }

        return next;
    }

    private static double Charge(ImmutableArray<StepResult> steps, int first, int next) => steps.AsSpan()[first..next].ToArray().Sum(step => step.Charge);

    private static string? OtherEnding(ImmutableArray<StepResult> coarse, ImmutableArray<StepResult> fine, int first, int next)
    {
        for (int i = first; i < next; i++)
        {
            if (coarse[i].Ending != fine[i].Ending)
            {
                return $"'{coarse[i].Label}' (step {coarse[i].Number}) ends by {coarse[i].Ending} on this mesh and by {fine[i].Ending} on the refined one.";
            }
        }

        return null;
    }

    private static string Name(ImmutableArray<StepResult> steps, int first, int next) => next == first + 1
        ? FormattableString.Invariant($"'{steps[first].Label}' (step {steps[first].Number})")
        : FormattableString.Invariant($"'{steps[first].Label}' to '{steps[next - 1].Label}' (steps {steps[first].Number} to {steps[next - 1].Number})");
}
