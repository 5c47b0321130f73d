using Lamella.Numerics.Fitting;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>Searches the best parameters of a circuit from many starts and counts how often the best was met.</summary>
/// <remarks>
/// Rounds of candidates, drawn afresh or from the best so far with one branch drawn anew; the most promising of a round descend a
/// few steps, and the better of those to the end. The search ends when the best is met again by an independent start
/// and its residuals look like noise, when it is met many times, or when the starts are used up.
/// </remarks>
internal sealed class CircuitSearch
{
    private const int CandidatesPerRound = 32;
    private const int DescentsPerRound = 6;
    private const double SameMinimum = 1e-6; // relative difference of the sums of squares
    private const int OftenEnough = 12;

    private readonly FitLayout _layout;
    private readonly StartGenerator _generator;
    private readonly BoundedDescent _descent;
    private readonly ResidualPattern _pattern;
    private readonly int _maximumStarts;

    internal CircuitSearch(FitLayout layout, SpectrumData data, CircuitFitOptions options)
    {
        var residuals = new CircuitResiduals(layout, data);
        (_layout, _maximumStarts) = (layout, options.MaximumStarts);
        _generator = new StartGenerator(layout, data, residuals.Evaluator, options.Seed);
        _descent = new BoundedDescent(residuals, layout.Lower, layout.Upper, layout.Limit);
        _pattern = new ResidualPattern(data);
        Best = new double[layout.Count];
        Residuals = new double[residuals.ResidualCount];
    }

    /// <summary>Gets the best variables.</summary>
    internal double[] Best { get; }

    /// <summary>Gets the weighted residuals there.</summary>
    internal double[] Residuals { get; }

    /// <summary>Gets the sum of squares there; +∞ before anything was found.</summary>
    internal double BestSum { get; private set; } = double.PositiveInfinity;

    /// <summary>Gets the descents begun.</summary>
    internal int Starts { get; private set; }

    /// <summary>Gets the descents that came to the best.</summary>
    internal int StartsAtBest { get; private set; }

    /// <summary>Gets the sums of squares of other minima that descents ended in.</summary>
    internal List<double> OtherMinima { get; } = [];

    /// <summary>Gets the evaluations of the circuit.</summary>
    internal int Evaluations => _descent.Evaluations;

    /// <summary>Searches.</summary>
    /// <param name="first">Variables to begin with, such as those of the spectrum before; empty where there are none.</param>
    /// <param name="cancellation">Ends the search early.</param>
    internal void Run(ReadOnlySpan<double> first, CancellationToken cancellation)
    {
        if (first.Length > 0)
        {
            Converge(first);
        }

        if (_layout.Start.Any(start => !double.IsNaN(start)))
        {
            double[] guess = new double[_layout.Count];
            _generator.Guess(resize: false, guess);
            Converge(guess);
            _generator.Guess(resize: true, guess);
            Converge(guess);
        }

        while (!IsDone())
        {
            cancellation.ThrowIfCancellationRequested();
            Round();
        }
    }

    private bool IsDone() => Starts >= _maximumStarts || StartsAtBest >= OftenEnough
        || (StartsAtBest >= 2 && (_pattern.LooksLikeNoise(Residuals) || BestSum == 0.0));

    private void Round()
    {
        var candidates = new List<(double Sum, double[] Variables)>();
        bool anew = !double.IsInfinity(BestSum) && Starts % (2 * DescentsPerRound) >= DescentsPerRound;
        for (int c = 0; c < CandidatesPerRound; c++)
        {
            double[] variables = new double[_layout.Count];
            double sum = anew ? _generator.Redraw(Best, variables) : _generator.Draw(variables);
            candidates.Add((double.IsNaN(sum) ? double.PositiveInfinity : sum, variables));
        }

        var screened = new List<(double Sum, double[] Variables)>();
        foreach ((_, double[] variables) in candidates.OrderBy(candidate => candidate.Sum).Take(DescentsPerRound))
        {
            Starts++;
            _descent.Run(variables, DescentOptions.Screening);
            if (double.IsFinite(_descent.SumOfSquares))
            {
                screened.Add((_descent.SumOfSquares, _descent.Parameters.ToArray()));
            }
        }

        screened.Sort((one, other) => one.Sum.CompareTo(other.Sum));
        for (int k = 0; k < screened.Count; k++)
        {
            if (k < 2 || screened[k].Sum < 2.0 * BestSum)
            {
                Finish(screened[k].Variables);
            }
        }
    }

    private void Converge(ReadOnlySpan<double> variables)
    {
        Starts++;
        Finish(variables);
    }

    private void Finish(ReadOnlySpan<double> variables)
    {
        _descent.Run(variables, DescentOptions.Converged);
        double sum = _descent.SumOfSquares;
        if (!double.IsFinite(sum))
        {
            return;
        }

        if (sum <= BestSum * (1.0 + SameMinimum))
        {
            if (sum < BestSum * (1.0 - SameMinimum))
            {
                if (StartsAtBest > 0)
                {
                    OtherMinima.Add(BestSum);
                }

                StartsAtBest = 0;
            }

            StartsAtBest++;
            if (sum < BestSum)
            {
                BestSum = sum;
                _descent.Parameters.CopyTo(Best);
                _descent.Residuals.CopyTo(Residuals);
            }
        }
        else
        {
            OtherMinima.Add(sum);
        }
    }
}
