namespace Lamella.Numerics.Dae;

/// <summary>Local errors of a step as of several orders, and the order and step they suggest.</summary>
/// <remarks>Norms are weighted; an error of 1 is what is tolerated. The terms compared are (k+1)·error of order k.</remarks>
internal readonly ref struct BdfErrors
{
    private readonly BdfHistory history;
    private readonly ReadOnlySpan<double> correction;
    private readonly ReadOnlySpan<double> weights;
    private readonly double own; // error of the present order k
    private readonly double below; // error of order k − 1

    /// <summary>Estimates the errors of the step just corrected.</summary>
    internal BdfErrors(BdfHistory history, ReadOnlySpan<double> correction, ReadOnlySpan<double> weights)
    {
        this.history = history;
        this.correction = correction;
        this.weights = weights;
        int k = history.Order;
        double norm = BdfKernels.Norm(correction, weights);
        Tested = history.ErrorConstant * norm;
        own = history.Sigma(k) * norm;
        BestOrder = k;
        if (k == 1)
        {
            return;
        }

        below = history.Sigma(k - 1) * BdfKernels.NormOfSum(correction, 1.0, history.Row(k), weights);
        double ownTerm = (k + 1) * own, belowTerm = k * below;
        if (k == 2)
        {
            BestOrder = belowTerm <= 0.5 * ownTerm ? 1 : 2;
            return;
        }

        double twoBelow = history.Sigma(k - 2) * BdfKernels.NormOfSum(correction, history.Row(k), history.Row(k - 1), weights);
        BestOrder = Math.Max(belowTerm, (k - 1) * twoBelow) <= ownTerm ? k - 1 : k;
    }

    /// <summary>Gets the error that decides whether the step is accepted: at most 1, and not a NaN.</summary>
    internal double Tested { get; }

    /// <summary>Gets the order to go on with: the present one or one less.</summary>
    internal int BestOrder { get; }

    /// <summary>Returns the step ratio for a repeated step at <see cref="BestOrder"/>.</summary>
    internal double RetryRatio()
    {
        double error = BestOrder == history.Order ? own : below;
        return Math.Clamp(0.9 * StepRatio(error, BestOrder), 0.25, 0.9);
    }

    /// <summary>Chooses the order of the next step and the ratio of its length to the present one.</summary>
    /// <param name="maximumOrder">Highest order allowed.</param>
    /// <param name="ratio">0.5 to 0.9, 1, or 2.</param>
    /// <returns>The order: one less, the same, or one more.</returns>
    internal int Next(int maximumOrder, out double ratio)
    {
        int k = history.Order, next = k;
        double error = own;
        if (BestOrder == k - 1)
        {
            (next, error) = (k - 1, below);
        }
        else if (k < maximumOrder && k + 1 < history.EqualSteps && k - history.OrderUsed != 1)
        {
            double above = BdfKernels.NormOfSum(correction, -1.0, history.Row(k + 1), weights) / (k + 2);
            double aboveTerm = (k + 2) * above, ownTerm = (k + 1) * own, belowTerm = k * below;
            bool raise = k == 1 ? aboveTerm < 0.5 * ownTerm : aboveTerm < ownTerm;
            if (k > 1 && belowTerm <= Math.Min(ownTerm, aboveTerm))
            {
                (next, error) = (k - 1, below);
            }
            else if (raise)
            {
                (next, error) = (k + 1, above);
            }
        }

        double wanted = StepRatio(error, next);
        ratio = wanted >= 2.0 ? 2.0 : wanted > 1.0 ? 1.0 : Math.Clamp(wanted, 0.5, 0.9);
        return next;
    }

    private static double StepRatio(double error, int order) => Math.Pow((2.0 * error) + 1e-4, -1.0 / (order + 1));
}
