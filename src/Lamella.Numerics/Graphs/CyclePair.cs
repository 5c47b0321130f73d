namespace Lamella.Numerics.Graphs;

/// <summary>Two multigrid cycles on one level combined as a Chebyshev polynomial of cycle times matrix.</summary>
/// <remarks>
/// Corrections that are constant over an aggregate make the next level too stiff by a factor of about two. A stationary cycle would
/// lose that factor on every level; two combined cycles do not (algebraic multilevel iteration: Axelsson and Vassilevski, SIAM J.
/// Numer. Anal. 27 (1990) 1569, <see href="https://doi.org/10.1137/0727092"/>). With relaxation that never overshoots, the eigenvalues
/// of cycle times matrix lie above zero and at most at the larger of 1 and what the next level's combination reaches,
/// ω(1 + E) = 1.52. The polynomial 1 − (1 − t/θ₁)(1 − t/θ₂) is positive from zero to θ₁ + θ₂ = 1.56. So the whole is symmetric and
/// positive definite for any number of levels, on graphs and on lattices alike.
/// </remarks>
internal static class CyclePair
{
    /// <summary>ω: corrections from stiff levels gain by being lengthened; more would cost more at rough fields.</summary>
    internal const double Lengthening = 1.25;

    /// <summary>θ₁, by which the first correction is divided.</summary>
    internal const double FirstRoot = Lengthening * 0.5 * (1.0 + LowestOfInterval + ((1.0 - LowestOfInterval) * HalfDiagonal));

    /// <summary>θ₂, by which the second correction is divided.</summary>
    internal const double SecondRoot = Lengthening * 0.5 * (1.0 + LowestOfInterval - ((1.0 - LowestOfInterval) * HalfDiagonal));

    // Part of the interval of eigenvalues over which the polynomial is small: E = 1/T₂((1 + a)/(1 − a)) = 0.22 for a quarter.
    private const double LowestOfInterval = 0.25;
    private const double HalfDiagonal = 0.70710678118654752;
}
