using System.Collections.Immutable;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Core.Errors;
using Lamella.Core.Measurements;
using Lamella.Numerics.Execution;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>Fits one circuit to many spectra, each beginning with the result of the one before.</summary>
/// <remarks>
/// The spectra are cut into blocks of a fixed length, so that threads share the work and the result does not depend on their
/// number. The first of a block is searched in full; the others begin with their neighbour's values and with a few starts
/// of their own. Arcs keep their names from file to file (see <see cref="CircuitFitResult"/>).
/// </remarks>
public static class CircuitBatch
{
    private const int BlockLength = 25;
    private const int StartsOfNeighbours = 7;

    /// <summary>Fits the spectra.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="spectra">The spectra, neighbours alike: in the order of temperature, time or state of charge.</param>
    /// <param name="options">Settings; null for the defaults. Stated standard deviations hold for every spectrum.</param>
    /// <param name="threads">Number of threads, ≥ 1.</param>
    /// <param name="progress">Receives the number of spectra that are done, from any thread; may be null.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The fits, in the order of the spectra.</returns>
    /// <exception cref="InputException">A spectrum or setting cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static ImmutableArray<CircuitFitResult> Run(
        Circuit circuit,
        ImmutableArray<Spectrum> spectra,
        CircuitFitOptions? options = null,
        int threads = 1,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        CircuitFitOptions settings = options ?? new CircuitFitOptions();
        var fits = new CircuitFitResult[spectra.Length];
        int done = 0;
        DedicatedWorkers.Run((spectra.Length + BlockLength - 1) / BlockLength, threads, RunBlock, cancellation);
        Rename(fits, settings);
        return [.. fits];

        void RunBlock(int block)
        {
            double[] before = [];
            for (int k = block * BlockLength; k < Math.Min(spectra.Length, (block + 1) * BlockLength); k++)
            {
                CircuitFitOptions own = before.Length == 0 ? settings
                    : settings with { MaximumStarts = Math.Min(StartsOfNeighbours, settings.MaximumStarts ?? StartsOfNeighbours) };
                fits[k] = CircuitFit.Run(circuit, spectra[k], own, before, cancellation);
                before = [.. fits[k].Parameters.Select(parameter => parameter.Value)];
                progress?.Report(Interlocked.Increment(ref done));
            }
        }
    }

    /// <summary>Gives the arcs of each block's first spectrum, and of those after it, the names of the block before.</summary>
    private static void Rename(CircuitFitResult[] fits, CircuitFitOptions options)
    {
        for (int k = 1; k < fits.Length; k++)
        {
            var data = new SpectrumData(fits[k].Spectrum, options);
            var layout = new FitLayout(fits[k].Circuit, options, data.Range);
            double[] values = [.. fits[k].Parameters.Select(parameter => parameter.Value)], variables = new double[layout.Count];
            double[] before = [.. fits[k - 1].Parameters.Select(parameter => parameter.Value)];
            if (!new ArcOrder(layout).SortLike(values, before))
            {
                continue;
            }

            layout.ToVariables(values, variables);
            fits[k] = new FitReport(layout, data, fits[k].Spectrum, options).Make(new SearchOutcome(variables, fits[k].Search), values);
        }
    }
}
