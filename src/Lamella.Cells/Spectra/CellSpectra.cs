using System.Collections.Immutable;
using System.Numerics;
using Lamella.Cells.Running;
using Lamella.Core.Measurements;

namespace Lamella.Cells.Spectra;

/// <summary>Impedance of a model by linearising its equations about a state.</summary>
/// <remarks>
/// <para>F(t, y, ẏ) = 0 with y + δy·exp(iωt): (∂F/∂y + iω·∂F/∂ẏ)·δy = −∂F/∂V·δV, and Z = δV/δI. The matrices are those of
/// the time integration, so that a spectrum and a run of the same cell cannot disagree but for the mesh.</para>
/// <para>A state that is not at rest is taken as frozen: its drift is reported, not followed.</para>
/// </remarks>
public static class CellSpectra
{
    /// <summary>Computes the impedance.</summary>
    /// <param name="simulator">The model.</param>
    /// <param name="state">A state of that model: an equilibrium, or the end of a run.</param>
    /// <param name="frequencies">Frequencies [Hz], from 1e-6 to 1e9, in any order; at least one.</param>
    /// <param name="options">How it is taken; null for open circuit and with the split.</param>
    /// <param name="cancellation">Stops the work between two frequencies.</param>
    /// <returns>The spectrum, in Ω of the whole cell.</returns>
    /// <exception cref="ArgumentException">
    /// The state belongs to another mesh, there is no frequency, or the model has no spectrum at this state.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A frequency is out of range.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static CellSpectrum Measure(
        CellSimulator simulator,
        CellState state,
        ImmutableArray<double> frequencies,
        SpectrumOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(simulator);
        ArgumentNullException.ThrowIfNull(state);
        if (frequencies.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A spectrum needs at least one frequency.", nameof(frequencies));
        }

        foreach (double frequency in frequencies)
        {
            FrequencySweep.Require(frequency, nameof(frequencies));
        }

        simulator.RequireOwn(state);
        options ??= new SpectrumOptions();
        if (simulator.System is SeriesSystem stack)
        {
            return SeriesSpectra.Sum([.. stack.Parts(state.Unknowns.AsSpan())
                .Select(cell => Measure(simulator, cell.System, cell.State.AsSpan(), frequencies, options, cancellation))]);
        }

        return Measure(simulator, simulator.System, state.Unknowns.AsSpan(), frequencies, options, cancellation);
    }

    private static CellSpectrum Measure(
        CellSimulator simulator,
        ICellSystem model,
        ReadOnlySpan<double> state,
        ImmutableArray<double> frequencies,
        SpectrumOptions options,
        CancellationToken cancellation)
    {
        if (model is not ISpectralSystem system)
        {
            throw new ArgumentException($"The model '{model.ModelName}' has no spectra.", nameof(model));
        }

        var point = new OperatingPoint(system, state, options.AtOpenCircuit);
        var response = new LinearResponse(system, point);
        return Collect(simulator, system, point, response, frequencies, options, cancellation);
    }

    private static CellSpectrum Collect(
        CellSimulator simulator,
        ISpectralSystem system,
        OperatingPoint point,
        LinearResponse response,
        ImmutableArray<double> frequencies,
        SpectrumOptions options,
        CancellationToken cancellation)
    {
        int count = system.SpectrumSources.Length;
        var resolution = new MeshResolution();
        Complex[] impedance = new Complex[frequencies.Length], parts = new Complex[count];
        Complex[][] collected = [.. Enumerable.Range(0, count).Select(_ => new Complex[frequencies.Length])];
        for (int k = 0; k < frequencies.Length; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            var shift = new Complex(0.0, 2.0 * Math.PI * frequencies[k]);
            Complex perArea = response.Impedance(shift);
            impedance[k] = perArea / simulator.Area;
            system.Attribute(shift, perArea, response.Change, parts);
            resolution.See(frequencies[k], system.MeshError(shift, parts) / Complex.Abs(perArea));
            for (int part = 0; part < count && options.Split; part++)
            {
                collected[part][k] = parts[part] / simulator.Area;
            }
        }

        return new CellSpectrum
        {
            Spectrum = new Spectrum(simulator.Provenance, frequencies, [.. impedance]),
            Parts = [.. system.SpectrumSources.Zip(collected)
                .Where(part => part.Second.Any(z => z != Complex.Zero))
                .Select(part => new SpectrumPart(part.First.Layer, part.First.Process, [.. part.Second]))],
            Voltage = point.Voltage,
            CurrentDensity = point.Current,
            Temperature = point.Temperature,
            Warnings = [.. point.Warnings(frequencies), .. resolution.Warnings()],
        };
    }
}
