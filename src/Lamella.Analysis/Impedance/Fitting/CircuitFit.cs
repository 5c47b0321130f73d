using Lamella.Analysis.Impedance.Circuits;
using Lamella.Analysis.Impedance.Relaxation;
using Lamella.Core.Errors;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>Complex non-linear least squares: the parameters of an equivalent circuit from an impedance spectrum.</summary>
/// <remarks>
/// <para>Minimises S = Σ|Z_circuit − Z|²·w² (<see cref="Weighting"/>) with exact derivatives in scaled variables, always from many
/// starts. No guess is needed: the first starts have the time constants at which a distribution of relaxation times has its maxima,
/// the others draw them over the range of the data; branch sizes follow from linear least squares. The same input gives the same result.</para>
/// <para><b>Source.</b> Boukamp, Solid State Ionics 20 (1986) 31, doi 10.1016/0167-2738(86)90031-7 (the method and S with
/// modulus weights, there called pseudo-χ²); Macdonald and Garber, J. Electrochem. Soc. 124 (1977) 1022.</para>
/// </remarks>
public static class CircuitFit
{
    /// <summary>Fits a circuit to a spectrum.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="spectrum">The spectrum, in any order of frequencies.</param>
    /// <param name="options">Settings; null for the defaults: modulus weights, no guesses.</param>
    /// <param name="cancellation">Ends the search early.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="InputException">There are fewer data than free parameters, a setting is out of range, or weights cannot be made.</exception>
    /// <exception cref="OperationCanceledException">The fit was cancelled.</exception>
    public static CircuitFitResult Run(
        Circuit circuit, Spectrum spectrum, CircuitFitOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentNullException.ThrowIfNull(spectrum);
        return Run(circuit, spectrum, options ?? new CircuitFitOptions(), [], cancellation);
    }

    /// <summary>Fits a circuit, beginning with given values as well.</summary>
    internal static CircuitFitResult Run(
        Circuit circuit, Spectrum spectrum, CircuitFitOptions options, ReadOnlySpan<double> first, CancellationToken cancellation)
    {
        RequirePoints(circuit, spectrum);
        var data = new SpectrumData(spectrum, options);
        var layout = new FitLayout(circuit, options, data.Range);
        RequireData(layout, spectrum);
        var search = new CircuitSearch(layout, data, options);
        double[] variables = new double[first.Length == 0 ? 0 : layout.Count];
        if (first.Length > 0)
        {
            layout.ToVariables(first, variables);
        }

        // A neighbour's values are a better start than any distribution.
        bool asksData = first.Length == 0 && circuit.Root.TimeConstants(circuit.Components) > 0;
        double[] times = asksData ? [.. RelaxationMaxima.Of(spectrum).Select(peak => peak.Time)] : [];
        search.Run(variables, times, cancellation);
        return new FitReport(layout, data, spectrum, options).Make(SearchOutcome.Of(search), first);
    }

    private static void RequirePoints(Circuit circuit, Spectrum spectrum)
    {
        if (spectrum.Frequency.Length == 0)
        {
            throw new InputException(
                InputPlace.Whole("impedance spectrum"), "there are no points.", "at least one point for each parameter", $"Measure a spectrum to fit {circuit.Text} to.");
        }
    }

    private static void RequireData(FitLayout layout, Spectrum spectrum)
    {
        int points = spectrum.Frequency.Length;
        if (2 * points <= layout.Count)
        {
            throw new InputException(
                InputPlace.Whole("impedance spectrum"),
                $"{points} points give {2 * points} numbers for {layout.Count} free parameters of {layout.Circuit.Text}.",
                "more numbers than free parameters",
                "Measure more points, take a simpler circuit, or fix parameters.");
        }

        if (layout.Count == 0)
        {
            throw new InputException(
                InputPlace.Whole($"circuit {layout.Circuit.Text}"), "every parameter is fixed, so there is nothing to fit.", "at least one free parameter", "Set one free.");
        }
    }
}
