using Lamella.Analysis.Impedance.Circuits;
using Lamella.Analysis.Impedance.Relaxation;
using Lamella.Core.Errors;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>Fits the circuit that the distribution of relaxation times of a spectrum suggests, beginning with its values.</summary>
public static class SuggestedFit
{
    /// <summary>Finds a circuit and fits it.</summary>
    /// <param name="spectrum">The spectrum, at eight different frequencies or more.</param>
    /// <param name="options">Settings; null for the defaults. Settings of parameters hold for the suggested circuit.</param>
    /// <param name="cancellation">Ends the search early.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="InputException">The spectrum has too few frequencies, or a setting names a parameter that the circuit has not.</exception>
    /// <exception cref="OperationCanceledException">The fit was cancelled.</exception>
    public static CircuitFitResult Run(Spectrum spectrum, CircuitFitOptions? options = null, CancellationToken cancellation = default)
    {
        (Circuit circuit, double[] values) = Suggest(spectrum);
        return CircuitFit.Run(circuit, spectrum, options ?? new CircuitFitOptions(), values, cancellation);
    }

    /// <summary>Returns the suggested circuit and values to begin with; no values where one of them is out of range.</summary>
    internal static (Circuit Circuit, double[] Values) Suggest(Spectrum spectrum)
    {
        CircuitSuggestion suggestion = RelaxationAnalysis.Run(spectrum).Circuit;
        var circuit = Circuit.Parse(suggestion.Text);
        double[] values = [.. suggestion.Values.SelectMany(element => element.Values)];
        bool isUsable = values.Length == circuit.Parameters.Length
            && values.Zip(circuit.Parameters, (value, parameter) => double.IsFinite(value)
                && (parameter.Kind.IsLogarithmic ? value > 0.0 : value >= parameter.Kind.Least && value <= parameter.Kind.Greatest)).All(holds => holds);
        return (circuit, isUsable ? values : []);
    }
}
