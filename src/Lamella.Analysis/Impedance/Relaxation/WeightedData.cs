using Lamella.Analysis.Impedance.Validity;

namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>A spectrum in units of its typical size, divided by the shape of its noise: what every fit here sees.</summary>
/// <remarks>All numbers are free of the unit of Z, so nothing that is decided on them depends on it.</remarks>
internal sealed class WeightedData
{
    private WeightedData(OrderedSpectrum points, double scale, double[] weight, RelaxationWeighting weighting, double correlation)
    {
        (Points, Scale, Weight, Weighting) = (points, scale, weight, weighting);
        LogOmega = [.. points.AngularFrequency.Select(omega => Math.Log(omega))];
        Values = RelaxationColumns.Data([.. points.Impedance.Select(z => z / scale)], weight);
        IndependentNumbers = 2.0 * points.Count * (1.0 - correlation) / (1.0 + correlation);
        Floor = SmallestScatter * Math.Sqrt(Values.Sum(v => v * v) / Values.Length);
    }

    // No instrument measures better than this share of |Z|, so no description needs to.
    private const double SmallestScatter = 1e-4;

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

    /// <summary>Gets how many independent numbers the spectrum is worth: 2N·(1 − r)/(1 + r), r the correlation of neighbouring errors.</summary>
    /// <remarks>Bayley and Hammersley, J. R. Stat. Soc. Suppl. 8 (1946) 184, <see href="https://doi.org/10.2307/2983560"/>.</remarks>
    internal double IndependentNumbers { get; }

    /// <summary>Gets N.</summary>
    internal int Count => Points.Count;

    /// <summary>Scales a spectrum and weights it by 1/|Z|, its errors taken as independent without asking the data.</summary>
    internal static WeightedData ByModulus(OrderedSpectrum points)
    {
        double scale = TypicalSize(points);
        return new WeightedData(points, scale, [.. points.Modulus.Select(z => scale / z)], RelaxationWeighting.Modulus, 0.0);
    }

    /// <summary>Scales and weights a spectrum.</summary>
    internal static WeightedData Create(OrderedSpectrum points, RelaxationWeighting weighting)
    {
        double scale = TypicalSize(points);
        (RelaxationWeighting likelier, double correlation) = Recognise(points);
        RelaxationWeighting used = weighting == RelaxationWeighting.Automatic ? likelier : weighting;
        double[] weight = used == RelaxationWeighting.Uniform
            ? [.. Enumerable.Repeat(1.0, points.Count)]
            : [.. points.Modulus.Select(z => scale / z)];
        return new WeightedData(points, scale, weight, used, correlation);
    }

    private static double TypicalSize(OrderedSpectrum points)
    {
        double[] size = [.. points.Modulus];
        Array.Sort(size);
        return size[size.Length / 2];
    }

    /// <summary>Asks the residuals of the Kramers–Kronig description which noise is the likelier: of one size, or in proportion to |Z|.</summary>
    private static (RelaxationWeighting Weighting, double Correlation) Recognise(OrderedSpectrum points)
    {
        int order = OrderSelection.Ladder(points).LastOrDefault(m => m <= points.Count / 2, 4);
        var shape = new DescriptionShape(ImpedanceRepresentation.Impedance, order, true, true, 0.0);
        double[] relative = new LinearDescription(points, shape).WeightedResiduals();
        int n = points.Count;
        double sumRelative = 0.0, sumAbsolute = 0.0, sumLogarithm = 0.0;
        double neighbours = ResidualPattern.Neighbours(relative.AsSpan(0, n)) + ResidualPattern.Neighbours(relative.AsSpan(n));
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
        double correlation = sumRelative > 0.0 ? Math.Clamp(neighbours / sumRelative, 0.0, 0.9) : 0.0;
        bool isExact = sumRelative < 2.0 * n * SmallestScatter * SmallestScatter; // what is left is no noise and tells nothing of it
        return (uniform < proportional && !isExact ? RelaxationWeighting.Uniform : RelaxationWeighting.Modulus, correlation);
    }
}
