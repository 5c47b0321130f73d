namespace Lamella.Numerics.Lattice;

/// <summary>The coefficients of a run of conjugate gradients and what they say about its error.</summary>
/// <remarks>
/// The squared error in the norm of the matrix is Σ over the iterations to come of α·ρ (Hestenes and Stiefel 1952). Its
/// upper bound is that of Gauss–Radau quadrature: Meurant and Tichý, Numer. Algorithms 62 (2013) 163, section 3.
/// </remarks>
internal sealed class ConjugateGradientRecord
{
    private const double BelowRitz = 0.65;
    private readonly List<double> _alpha = [];
    private readonly List<double> _beta = [];

    internal int Iterations => _alpha.Count;

    internal void Add(double alpha, double beta)
    {
        _alpha.Add(alpha);
        _beta.Add(beta);
    }

    /// <summary>Bounds the squared error left after the iterations recorded.</summary>
    /// <param name="rho">Inner product of the residual and the preconditioned residual now.</param>
    internal double ErrorBound(double rho)
    {
        double mu = BelowRitz * SmallestRitzValue();
        double gamma = 1.0 / mu;
        for (int k = 0; k < _alpha.Count; k++)
        {
            double excess = Math.Max(0.0, gamma - _alpha[k]);
            gamma = excess / ((mu * excess) + _beta[k]);
        }

        return Math.Min(gamma, 1.0 / mu) * rho;
    }

    /// <summary>Smallest eigenvalue of the Lanczos matrix, by bisection on Sturm counts.</summary>
    internal double SmallestRitzValue()
    {
        (double low, double high) = (0.0, double.MaxValue);
        for (int k = 0; k < _alpha.Count; k++)
        {
            high = Math.Min(high, Diagonal(k));
        }

        for (int step = 0; step < 60 && high - low > 1e-6 * high; step++)
        {
            double middle = 0.5 * (low + high);
            (low, high) = HasEigenvalueBelow(middle) ? (low, middle) : (middle, high);
        }

        return high;
    }

    private double Diagonal(int k) => (1.0 / _alpha[k]) + (k > 0 ? _beta[k - 1] / _alpha[k - 1] : 0.0);

    private bool HasEigenvalueBelow(double value)
    {
        double pivot = Diagonal(0) - value;
        for (int k = 1; k < _alpha.Count && pivot > 0.0; k++)
        {
            double squared = _beta[k - 1] / (_alpha[k - 1] * _alpha[k - 1]);
            pivot = Diagonal(k) - value - (squared / pivot);
        }

        return pivot <= 0.0;
    }
}
