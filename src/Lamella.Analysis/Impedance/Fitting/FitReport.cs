using System.Collections.Immutable;
using System.Numerics;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Core.Measurements;
using Lamella.Numerics.Fitting;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>Makes the result of a fit from what a search found.</summary>
internal sealed class FitReport(FitLayout layout, SpectrumData data, Spectrum spectrum, CircuitFitOptions options)
{
    private const double UncertainLogarithm = 1.0; // a factor e
    private const double UncertainExponent = 0.5;

    /// <summary>Makes the result of a fit to one spectrum.</summary>
    /// <param name="outcome">What was found.</param>
    /// <param name="like">Values whose arcs lend their names, such as those of the spectrum before; empty where there are none.</param>
    internal CircuitFitResult Make(SearchOutcome outcome, ReadOnlySpan<double> like)
    {
        double[] values = new double[layout.Circuit.Parameters.Length], variables = new double[layout.Count];
        layout.ToValues(outcome.Best, values);
        NameArcs(values, like);
        layout.ToVariables(values, variables);

        // A descent of no step leaves residuals and derivatives at the final values.
        var model = new CircuitResiduals(layout, data);
        var at = new BoundedDescent(model, layout.Lower, layout.Upper, layout.Limit);
        at.Run(variables, new DescentOptions(0, 0.0));
        var covariance = FitCovariance.Of(at, layout.Lower, layout.Upper, layout.Limit);
        int freedom = (2 * data.Count) - covariance.Free;
        return Make(variables, covariance, Variance(at.SumOfSquares, freedom), freedom, outcome.Report);
    }

    /// <summary>Makes the result at given variables with a given covariance, as a fit to several spectra has it.</summary>
    /// <param name="variables">The variables of this spectrum.</param>
    /// <param name="covariance">(JᵀJ)⁻¹ of these variables.</param>
    /// <param name="variance">s², which multiplies it.</param>
    /// <param name="freedom">Degrees of freedom behind s².</param>
    /// <param name="report">How the fit was found.</param>
    internal CircuitFitResult Make(ReadOnlySpan<double> variables, FitCovariance covariance, double variance, int freedom, SearchReport report)
    {
        double[] values = new double[layout.Circuit.Parameters.Length], residuals = new double[2 * data.Count];
        layout.ToValues(variables, values);
        var model = new CircuitResiduals(layout, data);
        model.Evaluate(variables, residuals, new double[layout.Count * residuals.Length]);
        double sum = residuals.Sum(residual => residual * residual);
        double[] slopes = [.. layout.Circuit.Parameters.Select((parameter, p) => parameter.Kind.IsLogarithmic ? values[p] : 1.0)];
        (double[] matrix, double[] correlation) = Expand(covariance, variance, slopes);
        var pattern = new NeighbourCorrelation(data);
        ImmutableArray<FittedParameter> parameters = Parameters(values, covariance, variance, Math.Max(1, freedom));
        return new CircuitFitResult
        {
            Circuit = layout.Circuit,
            Spectrum = spectrum,
            Weighting = options.Weighting,
            Parameters = parameters,
            SumOfSquares = sum,
            FreeParameters = layout.Count,
            DegreesOfFreedom = freedom,
            ReducedChiSquare = options.Weighting == Weighting.Stated ? sum / Math.Max(1, freedom) : variance,
            Aicc = AkaikeCriterion.Corrected(sum, 2 * data.Count, layout.Count + 1),
            Covariance = [.. matrix],
            Correlation = [.. correlation],
            Fitted = [.. Enumerable.Range(0, data.Count).Select(i => new Complex(model.Evaluator.Real[i], model.Evaluator.Imaginary[i]))],
            Autocorrelation = pattern.Autocorrelation(residuals),
            Search = report,
            Warnings = FitWarnings.Of(layout.Circuit, spectrum, parameters, [.. correlation], report, pattern.LooksLikeNoise(residuals)),
        };
    }

    /// <summary>The variance of one weighted deviation: 1 where standard deviations are stated.</summary>
    internal double Variance(double sum, int freedom) => options.Weighting == Weighting.Stated ? 1.0 : sum / Math.Max(1, freedom);

    private void NameArcs(double[] values, ReadOnlySpan<double> like)
    {
        var order = new ArcOrder(layout);
        order.SortByTime(values);
        if (like.Length > 0)
        {
            order.SortLike(values, like);
        }
        else if (layout.Start.Any(start => !double.IsNaN(start)))
        {
            order.SortLike(values, layout.Start);
        }
    }

    /// <summary>Carries the covariance of the variables to all parameters; a shared one has the row of its owner.</summary>
    private (double[] Covariance, double[] Correlation) Expand(FitCovariance covariance, double variance, double[] slopes)
    {
        int count = slopes.Length, n = layout.Count;
        double[] matrix = new double[count * count], correlation = new double[count * count];
        for (int p = 0; p < count; p++)
        {
            for (int q = 0; q < count; q++)
            {
                (int v, int w) = (layout.Variable[p], layout.Variable[q]);
                if (v >= 0 && w >= 0)
                {
                    double own = covariance.Matrix[(v * n) + v], other = covariance.Matrix[(w * n) + w], both = covariance.Matrix[(v * n) + w];
                    matrix[(p * count) + q] = variance * both * slopes[p] * slopes[q];
                    correlation[(p * count) + q] = own > 0.0 && other > 0.0 ? Math.Clamp(both / Math.Sqrt(own * other), -1.0, 1.0) : 0.0;
                }
            }

            correlation[(p * count) + p] = 1.0;
        }

        return (matrix, correlation);
    }

    private ImmutableArray<FittedParameter> Parameters(double[] values, FitCovariance covariance, double variance, int freedom)
    {
        double t = options.Weighting == Weighting.Stated ? StudentQuantile.TwoSided95(int.MaxValue) : StudentQuantile.TwoSided95(freedom);
        var parameters = ImmutableArray.CreateBuilder<FittedParameter>(values.Length);
        for (int p = 0; p < values.Length; p++)
        {
            (CircuitParameter parameter, int v) = (layout.Circuit.Parameters[p], layout.Variable[p]);
            FittedParameter plain = new(parameter.Name, parameter.Kind.Unit, values[p], null, null, null, Status(p, covariance));
            parameters.Add(plain.Status is ParameterStatus.Fitted or ParameterStatus.Shared && v >= 0 && !covariance.Lower[v] && !covariance.Upper[v]
                ? WithUncertainty(plain, v, Math.Sqrt(variance * covariance.Matrix[(v * layout.Count) + v]), t)
                : plain);
        }

        return parameters.MoveToImmutable();
    }

    private ParameterStatus Status(int parameter, FitCovariance covariance)
    {
        int v = layout.Variable[parameter];
        return v < 0 ? ParameterStatus.Fixed
            : covariance.Lower[v] ? ParameterStatus.AtLowerBound
            : covariance.Upper[v] ? ParameterStatus.AtUpperBound
            : layout.IsShared(parameter) ? ParameterStatus.Shared : ParameterStatus.Fitted;
    }

    private FittedParameter WithUncertainty(FittedParameter plain, int v, double deviation, double t)
    {
        bool isLogarithmic = layout.Circuit.Parameters[layout.Owner[v]].Kind.IsLogarithmic;
        if (!(deviation <= (isLogarithmic ? UncertainLogarithm : UncertainExponent)))
        {
            double known = isLogarithmic ? plain.Value * deviation : deviation;
            return plain with { Status = ParameterStatus.Unidentified, StandardUncertainty = double.IsFinite(known) ? known : null };
        }

        double half = t * deviation, at = layout.ToVariable(layout.Owner[v], plain.Value);
        return isLogarithmic
            ? plain with { StandardUncertainty = plain.Value * deviation, Low = Math.Exp(at - half), High = Math.Exp(at + half) }
            : plain with { StandardUncertainty = deviation, Low = Math.Max(layout.Lower[v], at - half), High = Math.Min(layout.Upper[v], at + half) };
    }
}
