using System.Numerics;
using Lamella.Core.Errors;
using Lamella.Core.Measurements;
using Lamella.Numerics.Linear;

namespace Lamella.Analysis.Impedance.Validity;

/// <summary>The linear Kramers–Kronig description of a spectrum at a given order.</summary>
public static class LinearKramersKronig
{
    /// <summary>Describes a spectrum with M relaxations.</summary>
    /// <param name="spectrum">The measurement.</param>
    /// <param name="order">M, from 2 to 2N − 3 with N points; to N − 3 for one part alone.</param>
    /// <param name="representation">Whether Z or 1/Z is described.</param>
    /// <param name="hasRising">Whether the term jω is there: series inductance, or parallel capacitance of the admittance.</param>
    /// <param name="hasFalling">Whether the term 1/(jω) is there: series capacitance, or parallel inductance of the admittance.</param>
    /// <param name="extension">Decades [–] by which the time constants reach beyond the window of the measurement, within ±3.</param>
    /// <param name="part">The part of F that is fitted; the residuals of the other then show how well it is predicted.</param>
    /// <returns>The description with the smallest Σ|F − F_fit|²/|F|², summed over the part that is fitted.</returns>
    /// <exception cref="InputException">The spectrum has too few points or a point with zero impedance.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The order or the extension is outside its range.</exception>
    public static LinearKramersKronigFit Fit(
        Spectrum spectrum,
        int order,
        ImpedanceRepresentation representation = ImpedanceRepresentation.Impedance,
        bool hasRising = true,
        bool hasFalling = false,
        double extension = 0.0,
        KramersKronigPart part = KramersKronigPart.Both)
    {
        var points = OrderedSpectrum.Create(spectrum, []);
        int most = part == KramersKronigPart.Both ? (2 * points.Count) - 3 : points.Count - 3;
        if (order < 2 || order > most)
        {
            throw new ArgumentOutOfRangeException(
                nameof(order), $"{order} relaxations; {points.Count} points allow 2 to {most}.");
        }

        if (!(Math.Abs(extension) <= 3.0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(extension), FormattableString.Invariant($"An extension of {extension} decades; allowed are -3 to 3."));
        }

        var shape = new DescriptionShape(representation, order, hasRising, hasFalling, extension) { Part = part };
        return new LinearDescription(points, shape).ToFit();
    }
}

/// <summary>What a description is made of.</summary>
internal readonly record struct DescriptionShape(
    ImpedanceRepresentation Representation, int Order, bool HasRising, bool HasFalling, double Extension)
{
    /// <summary>Gets the part that is fitted.</summary>
    internal KramersKronigPart Part { get; init; }
}

/// <summary>A description of ordered points, with the factorisation that its statistics need.</summary>
internal sealed class LinearDescription
{
    private readonly OrderedSpectrum points;
    private readonly double[] tau;
    private readonly double[] solution;
    private readonly HouseholderQr factors;
    private readonly double[] transformed; // Qᵀ·data; of one part the residuals themselves
    private readonly int rank;

    internal LinearDescription(OrderedSpectrum points, DescriptionShape shape)
    {
        this.points = points;
        Shape = shape;
        bool isImpedance = shape.Representation == ImpedanceRepresentation.Impedance;
        Complex[] values = isImpedance ? points.Impedance : [.. points.Impedance.Select(z => 1.0 / z)];
        double[] weight = isImpedance ? [.. points.Modulus.Select(z => 1.0 / z)] : points.Modulus;
        tau = RelaxationColumns.TimeConstants(points, shape.Order, shape.Extension);
        double[] columns = RelaxationColumns.Fill(points.AngularFrequency, weight, tau, shape.HasRising, shape.HasFalling);
        factors = new HouseholderQr(columns, 2 * points.Count);
        transformed = RelaxationColumns.Data(values, weight);
        solution = new double[factors.Columns];
        rank = factors.Rank;
        if (shape.Part == KramersKronigPart.Both)
        {
            SumOfSquares = factors.Solve(transformed, solution);
            return;
        }

        (solution, rank) = PartialDescription.Solve(columns, transformed, shape.Order, shape.Part);
        for (int k = 0; k < solution.Length; k++)
        {
            Kernels.AddScaled(transformed, -solution[k], columns.AsSpan(2 * points.Count * k, 2 * points.Count));
        }

        SumOfSquares = Kernels.Dot(transformed, transformed);
    }

    /// <summary>Gets what the description is made of.</summary>
    internal DescriptionShape Shape { get; }

    /// <summary>Gets the smallest sum of squares.</summary>
    internal double SumOfSquares { get; }

    /// <summary>Gets 2N − p, the numbers left over.</summary>
    internal int DegreesOfFreedom => Math.Max(1, factors.Rows - rank);

    /// <summary>Gets the factorisation of the weighted columns.</summary>
    internal HouseholderQr Factors => factors;

    /// <summary>Gets the information criterion of Schwarz, 2N·ln(S/2N) + p·ln 2N, without its constant; smaller is better.</summary>
    internal double Information
    {
        get
        {
            double rows = factors.Rows;
            double floor = rows * double.Epsilon; // an exact description
            return (rows * Math.Log(Math.Max(SumOfSquares, floor) / rows)) + (factors.Rank * Math.Log(rows));
        }
    }

    /// <summary>Gets the factor of jω, or 0 where the term is left out.</summary>
    internal double Rising => Shape.HasRising ? solution[tau.Length + 1] / points.AngularFrequency[0] : 0.0;

    /// <summary>Returns the weighted residuals of the function described, real parts above imaginary parts.</summary>
    internal double[] WeightedResiduals()
    {
        double[] residuals = [.. transformed];
        if (Shape.Part == KramersKronigPart.Both)
        {
            factors.ToResidual(residuals);
        }

        return residuals;
    }

    /// <summary>Returns the diagonal of QQᵀ: how far each number pulls its own fitted value, shape (2N).</summary>
    internal double[] Leverages()
    {
        double[] basis = new double[factors.Rows * factors.Columns];
        factors.CopyOrthogonalColumns(basis);
        double[] leverage = new double[factors.Rows];
        for (int k = 0; k < basis.Length; k++)
        {
            leverage[k % factors.Rows] += basis[k] * basis[k];
        }

        return leverage;
    }

    /// <summary>Returns the described impedance at any angular frequency.</summary>
    /// <param name="omega">ω [rad/s], above 0.</param>
    internal Complex ImpedanceAt(double omega)
    {
        Complex sum = solution[tau.Length];
        for (int k = 0; k < tau.Length; k++)
        {
            sum += solution[k] / new Complex(1.0, omega * tau[k]);
        }

        double falling = Shape.HasFalling ? solution[^1] * points.AngularFrequency[^1] / omega : 0.0;
        sum += new Complex(0.0, (Rising * omega) - falling);
        return Shape.Representation == ImpedanceRepresentation.Impedance ? sum : 1.0 / sum;
    }

    /// <summary>Returns the description as a result.</summary>
    internal LinearKramersKronigFit ToFit()
    {
        int n = points.Count, m = tau.Length;
        double? rising = Shape.HasRising ? Rising : null;
        double? falling = Shape.HasFalling ? solution[^1] * points.AngularFrequency[^1] : null;
        double[] real = WeightedResiduals();
        double[] imaginary = real[n..];
        Array.Resize(ref real, n);
        if (Shape.Representation == ImpedanceRepresentation.Admittance)
        {
            ToImpedanceResiduals(real, imaginary);
        }

        return new LinearKramersKronigFit
        {
            Representation = Shape.Representation,
            Part = Shape.Part,
            TimeConstants = [.. tau],
            Strengths = [.. solution.AsSpan(0, m)],
            Constant = solution[m],
            Rising = rising,
            Falling = falling,
            RealResiduals = points.ToRecordOrder(real),
            ImaginaryResiduals = points.ToRecordOrder(imaginary),
            PseudoChiSquare = SumOfSquares,
            Coefficients = rank,
        };
    }

    /// <summary>Turns (Y − Y_fit)/|Y| into (Z − Z_fit)/|Z|.</summary>
    private void ToImpedanceResiduals(double[] real, double[] imaginary)
    {
        for (int i = 0; i < points.Count; i++)
        {
            Complex z = points.Impedance[i];
            Complex difference = new Complex(real[i], imaginary[i]) / points.Modulus[i];
            Complex fitted = 1.0 / ((1.0 / z) - difference);
            Complex residual = (z - fitted) / points.Modulus[i];
            (real[i], imaginary[i]) = (residual.Real, residual.Imaginary);
        }
    }
}
