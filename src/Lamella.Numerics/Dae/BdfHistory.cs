namespace Lamella.Numerics.Dae;

/// <summary>Past of a solution as modified divided differences, and the coefficients of the next step.</summary>
/// <remarks>
/// <para>Fixed-leading-coefficient BDF of order k: the corrector is ẏ = ẏ(predicted) + c·(y − y(predicted)) with
/// c = −α_s/h and α_s = −Σ 1/j. The names φ, ψ, α, β, σ, γ are those of the sources.</para>
/// <para><b>Source.</b> Brenan, Campbell and Petzold, <i>Numerical Solution of Initial-Value Problems in
/// Differential-Algebraic Equations</i>, SIAM 1996, section 5.2, <see href="https://doi.org/10.1137/1.9781611971224"/>;
/// Hindmarsh et al., ACM Trans. Math. Softw. 31 (2005) 363, <see href="https://doi.org/10.1145/1089014.1089020"/>.</para>
/// </remarks>
internal sealed class BdfHistory
{
    internal const int HighestOrder = 5;

    /// <summary>Rows of divided differences kept: φ₀ … φ₆.</summary>
    internal const int Rows = HighestOrder + 2;

    private readonly int n;
    private readonly double[] phi;
    private readonly double[] psi = new double[HighestOrder + 1];
    private readonly double[] alpha = new double[HighestOrder + 1];
    private readonly double[] beta = new double[HighestOrder + 1];
    private readonly double[] sigma = new double[HighestOrder + 1];
    private readonly double[] gamma = new double[HighestOrder + 1];
    private readonly double[] weightsOfState = new double[HighestOrder + 1];
    private readonly double[] weightsOfSlope = new double[HighestOrder + 1];
    private int equalSteps; // steps taken with the present step size and order, at most k + 2
    private int unscaledFrom; // rows from here to the order still await their β

    internal BdfHistory(int size)
    {
        n = size;
        phi = new double[Rows * size];
    }

    /// <summary>Gets or sets the order of the step being tried.</summary>
    internal int Order { get; set; }

    /// <summary>Gets or sets the step being tried [s].</summary>
    internal double Step { get; set; }

    /// <summary>Gets the order of the last accepted step; 0 before the first.</summary>
    internal int OrderUsed { get; private set; }

    /// <summary>Gets the last accepted step [s].</summary>
    internal double StepUsed { get; private set; }

    /// <summary>Gets c, the factor of y in ẏ of the corrector [1/s].</summary>
    internal double LeadingCoefficient { get; private set; }

    /// <summary>Gets the factor that turns the norm of the correction into the error to be tested.</summary>
    internal double ErrorConstant { get; private set; }

    /// <summary>Gets the number of steps since the step size or order changed, at most k + 2.</summary>
    internal int EqualSteps => equalSteps;

    /// <summary>Gets the state after the last accepted step.</summary>
    internal ReadOnlySpan<double> State => Row(0);

    /// <summary>Returns φⱼ.</summary>
    internal Span<double> Row(int j) => phi.AsSpan(j * n, n);

    /// <summary>Returns σⱼ, which turns the norm of φⱼ₊₁ into a local error of order j.</summary>
    internal double Sigma(int j) => sigma[j];

    /// <summary>Begins anew at order 1.</summary>
    internal void Begin(ReadOnlySpan<double> y, ReadOnlySpan<double> yPrime, double step)
    {
        (Order, OrderUsed, StepUsed, equalSteps) = (1, 0, 0.0, 0);
        Step = step;
        psi[0] = step;
        y.CopyTo(Row(0));
        yPrime.CopyTo(Row(1));
        BdfKernels.Scale(Row(1), step);
    }

    /// <summary>Changes the first step of a solution that has not begun yet.</summary>
    internal void RescaleFirstStep(double step)
    {
        BdfKernels.Scale(Row(1), step / psi[0]);
        Step = step;
        psi[0] = step;
    }

    /// <summary>Computes the coefficients of the step being tried.</summary>
    internal void SetCoefficients()
    {
        int k = Order;
        equalSteps = Step != StepUsed || k != OrderUsed ? 1 : Math.Min(equalSteps + 1, OrderUsed + 2);
        if (k + 1 >= equalSteps)
        {
            (beta[0], alpha[0], gamma[0], sigma[0]) = (1.0, 1.0, 0.0, 1.0);
            double span = Step;
            for (int i = 1; i <= k; i++)
            {
                double before = psi[i - 1];
                psi[i - 1] = span;
                beta[i] = beta[i - 1] * span / before;
                span = before + Step;
                alpha[i] = Step / span;
                sigma[i] = i * sigma[i - 1] * alpha[i];
                gamma[i] = gamma[i - 1] + (alpha[i - 1] / Step);
            }

            psi[k] = span;
        }

        double harmonic = 0.0, alphaSum = 0.0;
        for (int i = 0; i < k; i++)
        {
            harmonic += 1.0 / (i + 1);
            alphaSum += alpha[i];
        }

        LeadingCoefficient = harmonic / Step;
        ErrorConstant = Math.Max(Math.Abs(alpha[k] - harmonic + alphaSum), alpha[k]);
        unscaledFrom = equalSteps;
    }

    /// <summary>Extrapolates to the end of the step being tried.</summary>
    internal void Predict(Span<double> y, Span<double> yPrime)
    {
        BdfKernels.Predict(phi, Order, unscaledFrom, beta, gamma, y, yPrime);
        unscaledFrom = HighestOrder + 1;
    }

    /// <summary>Takes back <see cref="SetCoefficients"/> and <see cref="Predict"/> after a failed try.</summary>
    internal void Restore()
    {
        for (int j = 1; j <= Order; j++)
        {
            psi[j - 1] = psi[j] - Step;
        }

        BdfKernels.Unscale(phi, n, equalSteps, Order, beta);
    }

    /// <summary>Makes the step being tried the last accepted one.</summary>
    internal void Accept(ReadOnlySpan<double> correction, bool keepCorrection)
    {
        BdfKernels.Accept(phi, Order, keepCorrection, correction);
        (OrderUsed, StepUsed) = (Order, Step);
    }

    /// <summary>Evaluates the polynomial through the last points.</summary>
    /// <param name="sinceEnd">Time since the end of the last accepted step [s]; negative inside it.</param>
    /// <param name="y">Receives the state, shape (n).</param>
    /// <param name="yPrime">Receives its derivative, shape (n).</param>
    internal void Interpolate(double sinceEnd, Span<double> y, Span<double> yPrime) =>
        InterpolateCompanion(phi, sinceEnd, y, yPrime);

    /// <summary>Begins the differences of another vector that takes the same steps, at the first step of the state.</summary>
    internal void BeginCompanion(Span<double> differences, ReadOnlySpan<double> s, ReadOnlySpan<double> sPrime)
    {
        s.CopyTo(differences);
        sPrime.CopyTo(differences[n..]);
        BdfKernels.Scale(differences.Slice(n, n), Step);
    }

    /// <summary>Extrapolates a companion to the end of the step being tried; only once per accepted step.</summary>
    internal void PredictCompanion(Span<double> differences, Span<double> s, Span<double> sPrime) =>
        BdfKernels.Predict(differences, Order, equalSteps, beta, gamma, s, sPrime);

    /// <summary>As <see cref="Interpolate"/> for a companion.</summary>
    internal void InterpolateCompanion(ReadOnlySpan<double> differences, double sinceEnd, Span<double> y, Span<double> yPrime)
    {
        int k = Math.Max(OrderUsed, 1);
        double c = 1.0, d = 0.0, ratio = sinceEnd / psi[0];
        weightsOfState[0] = 1.0;
        for (int j = 1; j <= k; j++)
        {
            d = (d * ratio) + (c / psi[j - 1]);
            c *= ratio;
            ratio = (sinceEnd + psi[j - 1]) / psi[j];
            (weightsOfState[j], weightsOfSlope[j]) = (c, d);
        }

        BdfKernels.Combine(differences, 0, k, weightsOfState, y);
        BdfKernels.Combine(differences, 1, k, weightsOfSlope, yPrime);
    }
}
