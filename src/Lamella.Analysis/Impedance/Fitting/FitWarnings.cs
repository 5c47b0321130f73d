using System.Collections.Immutable;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>Says in words what a fit does not support.</summary>
internal static class FitWarnings
{
    private const double Inseparable = 0.98;

    /// <summary>Lists the warnings of a fit.</summary>
    internal static ImmutableArray<SpectrumWarning> Of(
        Circuit circuit, Spectrum spectrum, ImmutableArray<FittedParameter> parameters, ImmutableArray<double> correlation,
        SearchReport search, bool looksLikeNoise)
    {
        var warnings = ImmutableArray.CreateBuilder<SpectrumWarning>();
        OrderedSpectrum.Describe(spectrum, warnings);
        int points = spectrum.Frequency.Length, free = parameters.Count(parameter => parameter.Status is not (ParameterStatus.Fixed or ParameterStatus.Shared));
        Add(points < free, "fewer-points-than-parameters", $"{points} points carry {free} free parameters; the uncertainties rest on very few degrees of freedom.");
        Named(parameters, ParameterStatus.AtLowerBound, "at-lower-bound", "at the lower bound: the data want it smaller or gone");
        Named(parameters, ParameterStatus.AtUpperBound, "at-upper-bound", "at the upper bound: the data want it larger");
        Named(parameters, ParameterStatus.Unidentified, "unidentified", "not fixed by these data; a simpler circuit would fit as well");
        Add(search.StartsAtBest < 2, "met-once", $"The best fit was met by one of {search.Starts} starts only; a better one may exist.");
        Add(!looksLikeNoise, "patterned-residuals", "Neighbouring deviations are alike: the circuit, not noise, limits the fit, and the uncertainties are too small.");
        for (int i = 0; i < parameters.Length; i++)
        {
            for (int j = i + 1; j < parameters.Length; j++)
            {
                double value = correlation[(i * parameters.Length) + j];
                bool both = parameters[i].Status == ParameterStatus.Fitted && parameters[j].Status == ParameterStatus.Fitted
                    && circuit.Parameters[i].Component != circuit.Parameters[j].Component;
                Add(both && Math.Abs(value) > Inseparable, "correlated",
                    FormattableString.Invariant($"{parameters[i].Name} and {parameters[j].Name} are hardly told apart (correlation {value:F3}); quote them together or add them."));
            }
        }

        return warnings.ToImmutable();

        void Named(ImmutableArray<FittedParameter> all, ParameterStatus status, string code, string text)
        {
            string[] names = [.. all.Where(parameter => parameter.Status == status).Select(parameter => parameter.Name)];
            Add(names.Length > 0, code, $"{string.Join(", ", names)}: {text}.");
        }

        void Add(bool holds, string code, string text)
        {
            if (holds)
            {
                warnings.Add(new SpectrumWarning(code, text));
            }
        }
    }
}
