using Lamella.Numerics.Linear;

namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>The best strengths and shapes of a set of processes.</summary>
/// <remarks>
/// The strengths are linear and eliminated at every step, so only shapes are searched: Gauss–Newton steps with damping on
/// the projected residual, bounds by holding what runs against them.
/// <b>Source.</b> Golub and Pereyra, SIAM J. Numer. Anal. 10 (1973) 413, <see href="https://doi.org/10.1137/0710036"/>;
/// Kaufman, BIT 15 (1975) 49, <see href="https://doi.org/10.1007/BF01932995"/> (the Jacobian used here).
/// </remarks>
internal sealed class ProcessFit
{
    private const int MostIterations = 60, MostCoarseIterations = 25;
    private const double SmallestStep = 1e-9; // in ln τ, n and β
    private const double BeyondWindow = 1.5; // decades by which a time constant may leave the window

    private readonly WeightedData data;
    private readonly double[] lower;
    private readonly double[] upper;
    private double[] strengths = [];
    private double[] residuals = [];
    private double damping = 1e-3;

    private ProcessFit(WeightedData data, ProcessSet start)
    {
        (this.data, Set) = (data, start);
        lower = new double[start.ShapeCount];
        upper = new double[start.ShapeCount];
        double beyond = BeyondWindow * Math.Log(10.0);
        start.Bounds(-data.LogOmega[0] - beyond, -data.LogOmega[^1] + beyond, lower, upper);
    }

    /// <summary>Gets the fitted shapes.</summary>
    internal ProcessSet Set { get; private set; }

    /// <summary>Gets the strengths in the unit of the data: resistance, inductance, tail, processes.</summary>
    internal ReadOnlySpan<double> Strengths => strengths;

    /// <summary>Gets the series resistance.</summary>
    internal double Resistance => Set.HasResistance ? strengths[0] : 0.0;

    /// <summary>Gets the strength of the inductance, ωL at the highest frequency.</summary>
    internal double Inductance => Set.HasInductance ? strengths[Set.InductancePlace] : 0.0;

    /// <summary>Gets the strength of the tail, its |Z| at the lowest frequency.</summary>
    internal double Tail => Set.TailExponent is null ? 0.0 : strengths[Set.TailPlace];

    /// <summary>Gets the strengths of the processes.</summary>
    internal ReadOnlySpan<double> Areas => strengths.AsSpan(Set.FirstArea);

    /// <summary>Gets the weighted residuals, data − fit, shape (2N).</summary>
    internal ReadOnlySpan<double> Residuals => residuals;

    /// <summary>Gets the sum of their squares.</summary>
    internal double SumOfSquares { get; private set; }

    /// <summary>Gets the criterion of Schwarz; the smaller the better. Below the floor of the data nothing counts.</summary>
    internal double Information
    {
        get
        {
            double mean = (SumOfSquares / (2.0 * data.Count)) + (data.Floor * data.Floor);
            double numbers = data.IndependentNumbers;
            return (numbers * Math.Log(mean)) + ((Set.LinearCount + Set.ShapeCount) * Math.Log(numbers));
        }
    }

    /// <summary>Fits from a start.</summary>
    /// <param name="data">The spectrum.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="tolerance">Length of the last step; null for the full accuracy.</param>
    internal static ProcessFit Run(WeightedData data, ProcessSet start, double? tolerance = null)
    {
        var fit = new ProcessFit(data, start);
        fit.Descend(tolerance ?? SmallestStep);
        return fit;
    }

    /// <summary>Returns the columns of the full Jacobian, strengths first, then shapes.</summary>
    internal double[] Jacobian()
    {
        double[] slopes = new double[2 * data.Count * Set.ShapeCount];
        double[] columns = ProcessColumns.Fill(data, Set, slopes);
        Multiply(slopes);
        return [.. columns, .. slopes];
    }

    /// <summary>Tells which shapes rest at a bound.</summary>
    internal bool[] AtBound()
    {
        double[] parameters = Set.ToParameters();
        return [.. parameters.Select((value, i) => value <= lower[i] || value >= upper[i])];
    }

    private void Descend(double tolerance)
    {
        double[] parameters = Set.ToParameters();
        int count = parameters.Length, rows = 2 * data.Count;
        double[] slopes = new double[rows * count], trialSlopes = new double[rows * count];
        HouseholderQr factors = Evaluate(Set, slopes, out double[] best, out double[] left, out double square);
        (strengths, residuals, SumOfSquares) = (best, left, square);
        for (int iteration = 0; iteration < (tolerance > SmallestStep ? MostCoarseIterations : MostIterations) && count > 0; iteration++)
        {
            Multiply(slopes);
            Project(factors, slopes, count);
            bool accepted = false;
            double length = 0.0;
            for (int attempt = 0; attempt < 12 && !accepted; attempt++)
            {
                double[] trial = Step(slopes, parameters);
                length = Enumerable.Range(0, count).Max(i => Math.Abs(trial[i] - parameters[i]));
                ProcessSet moved = Set.With(trial);
                HouseholderQr next = Evaluate(moved, trialSlopes, out best, out left, out square);
                accepted = square <= SumOfSquares;
                damping = accepted ? Math.Max(0.15 * damping, 1e-15) : 6.0 * damping;
                if (accepted)
                {
                    (Set, parameters, factors, strengths, residuals, SumOfSquares) = (moved, trial, next, best, left, square);
                    (slopes, trialSlopes) = (trialSlopes, slopes);
                }
                else if (length < tolerance)
                {
                    return;
                }
            }

            if (!accepted || length < tolerance)
            {
                return;
            }
        }
    }

    private HouseholderQr Evaluate(ProcessSet set, double[] slopes, out double[] best, out double[] left, out double square)
    {
        double[] columns = ProcessColumns.Fill(data, set, slopes);
        var factors = new HouseholderQr(columns, 2 * data.Count);
        best = new double[set.LinearCount];
        left = [.. data.Values];
        square = factors.Solve(left, best);
        factors.ToResidual(left);
        return factors;
    }

    /// <summary>Multiplies the derivative of each column by its strength.</summary>
    private void Multiply(double[] slopes)
    {
        int rows = 2 * data.Count, slope = 0;
        int own = Set.FirstArea;
        if (Set.TailExponent is not null)
        {
            Scale(slopes.AsSpan(0, rows), strengths[own - 1]);
            slope++;
        }

        foreach (RelaxationProcess process in Set.Processes)
        {
            Scale(slopes.AsSpan(rows * slope, rows * process.ParameterCount), strengths[own++]);
            slope += process.ParameterCount;
        }
    }

    private void Project(HouseholderQr factors, double[] slopes, int count)
    {
        int rows = 2 * data.Count;
        for (int k = 0; k < count; k++)
        {
            Span<double> column = slopes.AsSpan(rows * k, rows);
            factors.ApplyTransposed(column);
            factors.ToResidual(column);
        }
    }

    /// <summary>Returns the parameters after one damped step; what would leave its bounds is held there.</summary>
    private double[] Step(double[] slopes, double[] parameters)
    {
        int count = parameters.Length;
        bool[] held = new bool[count];
        for (int round = 0; round <= count; round++)
        {
            double[] step = DampedStep.Solve(slopes, residuals, damping, held);
            bool outside = false;
            for (int i = 0; i < count; i++)
            {
                bool atLower = parameters[i] <= lower[i] && step[i] < 0.0, atUpper = parameters[i] >= upper[i] && step[i] > 0.0;
                outside |= (atLower || atUpper) && !held[i];
                held[i] |= atLower || atUpper;
            }

            if (!outside)
            {
                return [.. parameters.Select((value, i) => Math.Clamp(value + step[i], lower[i], upper[i]))];
            }
        }

        return [.. parameters];
    }

    private static void Scale(Span<double> values, double factor)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] *= factor;
        }
    }
}
