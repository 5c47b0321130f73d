using Lamella.Numerics.Linear;

namespace Lamella.Analysis.Impedance.Relaxation;

/// <summary>How the regularisation parameter is chosen.</summary>
public enum RegularisationCriterion
{
    /// <summary>The largest probability of the data, all distributions of that smoothness and all sizes of noise taken together.</summary>
    Evidence,

    /// <summary>The smallest error of predicting each number from the others: generalised cross-validation.</summary>
    CrossValidation,
}

/// <summary>Chooses the regularisation parameter on a fixed ladder, so that rounding cannot move it.</summary>
/// <remarks>
/// <para>Evidence: m·ln(|y|² − bᵀx) + ln det(H₀ + λP) − n·ln λ. Cross-validation: m·|r|²/(m − tr H₀(H₀ + λP)⁻¹)². Both are free of
/// the unit of Z: the first changes by a constant, the second by a factor.</para>
/// <para><b>Source.</b> MacKay, Neural Comput. 4 (1992) 415, <see href="https://doi.org/10.1162/neco.1992.4.3.415"/>, eq. 2.16
/// with the noise integrated out; Golub, Heath and Wahba, Technometrics 21 (1979) 215,
/// <see href="https://doi.org/10.1080/00401706.1979.10489751"/>.</para>
/// </remarks>
internal static class RegularisationChoice
{
    private const int Lowest = -44, Highest = 16, CoarseStep = 4; // quarters of a decade

    /// <summary>Gets the largest λ of the ladder.</summary>
    internal static double Largest { get; } = Lambda(Highest);

    /// <summary>Chooses λ.</summary>
    internal static double Choose(RidgeProblem problem, RegularisationCriterion criterion)
    {
        Dictionary<int, double> known = [];
        double At(int rung)
        {
            if (!known.TryGetValue(rung, out double value))
            {
                known[rung] = value = Value(problem, criterion, Lambda(rung));
            }

            return value;
        }

        int best = Lowest;
        for (int rung = Lowest; rung <= Highest; rung += CoarseStep)
        {
            best = At(rung) < At(best) ? rung : best;
        }

        int centre = best;
        for (int rung = Math.Max(Lowest, centre - CoarseStep + 1); rung < Math.Min(Highest, centre + CoarseStep); rung++)
        {
            best = At(rung) < At(best) ? rung : best;
        }

        return Lambda(best);
    }

    /// <summary>Returns λ of a rung.</summary>
    internal static double Lambda(int rung) => Math.Pow(10.0, 0.25 * rung);

    /// <summary>Returns the rungs of the whole ladder, one per half decade, for averaging over them.</summary>
    internal static IEnumerable<int> Rungs() => Enumerable.Range(0, ((Highest - Lowest) / 2) + 1).Select(k => Lowest + (2 * k));

    /// <summary>Returns the criterion, the smaller the better.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="criterion">Which criterion.</param>
    /// <param name="lambda">λ; for the evidence also +∞, a distribution of zero.</param>
    internal static double Value(RidgeProblem problem, RegularisationCriterion criterion, double lambda)
    {
        if (double.IsPositiveInfinity(lambda) && criterion == RegularisationCriterion.Evidence)
        {
            // ln det(H₀ + λP) − n·ln λ tends to ln det P.
            return (problem.Rows * Math.Log(problem.Misfit(new double[problem.Count]))) + problem.LogDeterminantOfPenalty();
        }

        double[] matrix = problem.Matrix(lambda);
        (double[] solution, DenseCholesky factor) = problem.SolveSigned(matrix);
        if (criterion == RegularisationCriterion.Evidence)
        {
            return (problem.Rows * Math.Log(problem.Misfit(solution))) + factor.LogDeterminant - (problem.Count * Math.Log(lambda));
        }

        // tr H₀(H₀ + λP)⁻¹ = n − λ·tr P(H₀ + λP)⁻¹
        double[] penalty = Product(problem.Penalty, solution);
        double roughness = lambda * problem.PenaltyScale * Kernels.Dot(solution, penalty);
        double residual = Math.Max(problem.Misfit(solution) - roughness, problem.Floor);
        double free = problem.Rows - problem.Count + (lambda * problem.PenaltyScale * TraceOfInverse(problem, factor));
        return Math.Log(residual) - (2.0 * Math.Log(Math.Max(free, 1e-3)));
    }

    private static double TraceOfInverse(RidgeProblem problem, DenseCholesky factor)
    {
        int n = problem.Count;
        double trace = 0.0;
        double[] column = new double[n];
        for (int k = 0; k < n; k++)
        {
            problem.Penalty.AsSpan(k * n, n).CopyTo(column);
            factor.Solve(column);
            trace += column[k];
        }

        return trace;
    }

    private static double[] Product(double[] matrix, double[] vector)
    {
        int n = vector.Length;
        return [.. Enumerable.Range(0, n).Select(i => Kernels.Dot(matrix.AsSpan(i * n, n), vector))];
    }
}
