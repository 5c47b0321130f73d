using Lamella.Analysis.Impedance.Validity;

namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>A spectrum in units of its typical size, divided by the shape of its noise: what every fit here sees.</summary>
/// <remarks>All numbers are free of the unit of Z, so nothing that is decided on them depends on it.</remarks>
internal sealed class WeightedData
{
    private WeightedData(OrderedSpectrum points, double scale, double[] weight, RelaxationWeighting weighting)
    {
        (Points, Scale, Weight, Weighting) = (points, scale, weight, weighting);
        LogOmega = [.. points.AngularFrequency.Select(omega => Math.Log(omega))];
        Values = RelaxationColumns.Data([.. points.Impedance.Select(z => z / scale)], weight);
        Floor = SmallestScatter * Math.Sqrt(Values.Sum(v => v * v) / Values.Length);
    }

    // No instrument measures better than this share of |Z|, so no description needs to.
    private const double SmallestScatter = 1e-5;

    /// <summary>Gets the points, from the highest to the lowest frequency.</summary>
    internal OrderedSpectrum Points { get; }

    /// <summary>Gets the unit of impedance in use here [Ω].</summary>
    internal double Scale { get; }

    /// <summary>Gets the weights, of size 1, shape (N).</summary>
    internal double[] Weight { get; }

    /// <summary>Gets how the noise was taken to depend on |Z|.</summary>
    internal RelaxationWeighting Weighting { get; }

    /// <summary>Gets ln ω, shape (N).</summary>
    internal double[] LogOmega { get; }

    /// <summary>Gets the weighted values, real parts above imaginary parts, shape (2N).</summary>
    internal double[] Values { get; }

    /// <summary>Gets the scatter below which nothing is explained.</summary>
    internal double Floor { get; }

    /// <summary>Gets N.</summary>
    internal int Count => Points.Count;

    /// <summary>Scales and weights a spectrum.</summary>
    internal static WeightedData Create(OrderedSpectrum points, RelaxationWeighting weighting)
    {
        double[] size = [.. points.Modulus];
        Array.Sort(size);
        double scale = size[size.Length / 2];
        RelaxationWeighting used = weighting == RelaxationWeighting.Automatic ? Recognise(points) : weighting;
        double[] weight = used == RelaxationWeighting.Uniform
            ? [.. Enumerable.Repeat(1.0, points.Count)]
            : [.. points.Modulus.Select(z => scale / z)];
        return new WeightedData(points, scale, weight, used);
    }

    /// <summary>Asks the residuals of the Kramers–Kronig description which noise is the likelier: of one size, or in proportion to |Z|.</summary>
    private static RelaxationWeighting Recognise(OrderedSpectrum points)
    {
        int order = OrderSelection.Ladder(points).LastOrDefault(m => m <= points.Count / 2, 4);
        var shape = new DescriptionShape(ImpedanceRepresentation.Impedance, order, true, true, 0.0);
        double[] relative = new LinearDescription(points, shape).WeightedResiduals();
        int n = points.Count;
        double sumRelative = 0.0, sumAbsolute = 0.0, sumLogarithm = 0.0;
        double typical = points.Modulus[n / 2];
        for (int i = 0; i < n; i++)
        {
            double square = (relative[i] * relative[i]) + (relative[n + i] * relative[n + i]);
            double size = points.Modulus[i] / typical;
            sumRelative += square;
            sumAbsolute += square * size * size;
            sumLogarithm += Math.Log(size);
        }

        // −ln of the likelihoods with the size of the noise at its best value, up to the same constant.
        double proportional = (n * Math.Log(Math.Max(sumRelative, double.Epsilon))) + (2.0 * sumLogarithm);
        double uniform = n * Math.Log(Math.Max(sumAbsolute, double.Epsilon));
        return uniform < proportional ? RelaxationWeighting.Uniform : RelaxationWeighting.Modulus;
    }
}
