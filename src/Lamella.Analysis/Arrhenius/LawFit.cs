using Lamella.Analysis.Impedance.Fitting;
using Lamella.Numerics.Fitting;
using Lamella.Numerics.Linear;

namespace Lamella.Analysis.Arrhenius;

/// <summary>Least squares of one law of temperature, from several starts.</summary>
internal static class LawFit
{
    private static readonly DescentOptions Exactly = new(200, 1e-18); // laws are nearly linear: one more step gives nearly all digits

    /// <summary>Fits a law.</summary>
    internal static TemperatureLawResult Run(TemperatureLaw law, LawData data, PointWeighting weighting)
    {
        var model = new LawModel(law, data);
        (double[] lower, double[] upper) = law.Bounds(data);
        double[] scaledLower = model.ToScaled(lower), scaledUpper = model.ToScaled(upper);
        double[] limit = [.. scaledUpper.Select((high, j) => 0.5 * (high - scaledLower[j]))];
        var descent = new BoundedDescent(model, scaledLower, scaledUpper, limit);
        double[] best = [];
        double least = double.PositiveInfinity;
        foreach (double[] start in law.Starts(data))
        {
            descent.Run(model.ToScaled(start), Exactly);
            if (descent.SumOfSquares < least)
            {
                (least, best) = (descent.SumOfSquares, descent.Parameters.ToArray());
            }
        }

        descent.Run(best, new DescentOptions(0, 0.0));
        return Report(law, data, weighting, model, descent);
    }

    private static TemperatureLawResult Report(TemperatureLaw law, LawData data, PointWeighting weighting, LawModel model, BoundedDescent descent)
    {
        int n = model.ParameterCount, freedom = Math.Max(1, data.Count - n);
        double chi = descent.SumOfSquares / freedom;
        double[] covariance = Covariance(descent, n, weighting == PointWeighting.Weighted ? Math.Max(1.0, chi) : chi);
        double[] values = model.FromScaled(descent.Parameters);
        for (int i = 0; i < n * n; i++)
        {
            covariance[i] *= model.Scale[i / n] * model.Scale[i % n];
        }

        covariance[0] += data.Common * data.Common; // moves every point alike, so only ln A
        double t = StudentQuantile.TwoSided95(freedom);
        return new TemperatureLawResult
        {
            Kind = law.Kind,
            Formula = law.Formula,
            PowerOfTemperature = law.Power,
            Parameters =
            [
                .. law.Parameters.Select((parameter, j) =>
                {
                    double deviation = Math.Sqrt(Math.Max(0.0, covariance[(j * n) + j]));
                    return new LawParameter(parameter.Name, parameter.Unit, values[j], deviation, values[j] - (t * deviation), values[j] + (t * deviation));
                }),
            ],
            Covariance = [.. covariance],
            SumOfSquares = descent.SumOfSquares,
            ReducedChiSquare = chi,
            RSquared = RSquared(law, values, data),
            Aicc = AkaikeCriterion.Corrected(descent.SumOfSquares, data.Count, n + 1),
            LowestTemperature = data.Lowest,
            HighestTemperature = data.Highest,
        };
    }

    private static double[] Covariance(BoundedDescent descent, int n, double variance)
    {
        double[] normal = descent.NormalMatrix.ToArray(), matrix = new double[n * n], column = new double[n];
        Cholesky.Factor(normal, n, 1e-14);
        for (int k = 0; k < n; k++)
        {
            Array.Clear(column);
            column[k] = variance;
            Cholesky.Solve(normal, n, column);
            for (int i = 0; i < n; i++)
            {
                matrix[(i * n) + k] = column[i];
            }
        }

        return matrix;
    }

    /// <summary>Share of the variance of ln σ + f·ln T that the law explains, every point alike.</summary>
    private static double RSquared(TemperatureLaw law, double[] values, LawData data)
    {
        double[] y = [.. data.Logarithms.Select((logarithm, i) => logarithm + (law.Power * Math.Log(data.Temperatures[i])))];
        double[] slopes = new double[values.Length];
        double mean = y.Average(), total = 0.0, remaining = 0.0;
        for (int i = 0; i < y.Length; i++)
        {
            double fitted = law.Evaluate(values, data.Temperatures[i], slopes);
            total += (y[i] - mean) * (y[i] - mean);
            remaining += (fitted - data.Logarithms[i]) * (fitted - data.Logarithms[i]);
        }

        return total > 0.0 ? 1.0 - (remaining / total) : 1.0;
    }

    /// <summary>Deviations of a law in variables that are near 1.</summary>
    private sealed class LawModel(TemperatureLaw law, LawData data) : ILeastSquaresModel
    {
        private readonly double[] _slopes = new double[law.Parameters.Length];

        /// <inheritdoc/>
        public int ParameterCount => law.Parameters.Length;

        /// <inheritdoc/>
        public int ResidualCount => data.Count;

        /// <summary>Gets what one unit of each variable is: 1 of ln A, 10 kJ/mol, 100 K.</summary>
        internal double[] Scale { get; } = [.. law.Parameters.Select(parameter => parameter.Unit switch { "J/mol" => 1e4, "K" => 100.0, _ => 1.0 })];

        /// <inheritdoc/>
        public bool Evaluate(ReadOnlySpan<double> parameters, Span<double> residuals, Span<double> jacobian)
        {
            double[] values = FromScaled(parameters);
            for (int i = 0; i < data.Count; i++)
            {
                double logarithm = law.Evaluate(values, data.Temperatures[i], _slopes);
                if (!double.IsFinite(logarithm))
                {
                    return false;
                }

                residuals[i] = (logarithm - data.Logarithms[i]) * data.Weights[i];
                for (int j = 0; j < values.Length; j++)
                {
                    jacobian[(j * data.Count) + i] = _slopes[j] * Scale[j] * data.Weights[i];
                }
            }

            return true;
        }

        internal double[] ToScaled(double[] values) => [.. values.Select((value, j) => value / Scale[j])];

        internal double[] FromScaled(ReadOnlySpan<double> variables)
        {
            double[] values = variables.ToArray();
            for (int j = 0; j < values.Length; j++)
            {
                values[j] *= Scale[j];
            }

            return values;
        }
    }
}
