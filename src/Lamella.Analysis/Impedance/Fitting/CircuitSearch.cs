using Lamella.Numerics.Fitting;

namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>Searches the best parameters of a circuit from many starts and counts how often the best was met.</summary>
/// <remarks>
/// It begins with what is known: values given, those of the user, and the time constants at which a distribution of relaxation
/// times has its maxima. Then come rounds of candidates, drawn afresh or from the best so far with one branch drawn anew; the most
/// promising of a round descend a few steps, and the better of those to the end. The search ends when rounds have met the best
/// twice and its residuals look like noise, when by all appearance every minimum has been met (Boender and Rinnooy Kan, Math.
/// Program. 37 (1987) 59, doi 10.1007/BF02591684), or when the starts are used up.
/// </remarks>
internal sealed class CircuitSearch
{
    private const int CandidatesPerRound = 8;
    private const int DescentsPerRound = 6;
    private const int StartsFromTimes = 2; // in the order of the circuit, and in another
    private const double SameMinimum = 1e-6; // relative difference of the sums of squares
    private const double GoodMinimum = 3.0; // of the best sum of squares: minima that neighbours are looked for of
    private const int FewVariables = 7; // circuits up to these have few minima
    private const int StartsForFew = 110;
    private const int StartsForMany = 1200;
    private const int LeastForMany = 400; // before the estimate of unseen minima may end a search: it takes all to be equally easy to meet

    private readonly FitLayout _layout;
    private readonly StartGenerator _generator;
    private readonly BoundedDescent _descent;
    private readonly NeighbourCorrelation _pattern;
    private readonly int _maximumStarts;
    private readonly List<(double Sum, double[] Variables)> _others = [];
    private int _metAnew; // descents of rounds that came to the best

    internal CircuitSearch(FitLayout layout, SpectrumData data, CircuitFitOptions options)
    {
        var residuals = new CircuitResiduals(layout, data);
        (_layout, _maximumStarts) = (layout, options.MaximumStarts ?? (layout.Count <= FewVariables ? StartsForFew : StartsForMany));
        _generator = new StartGenerator(layout, data, residuals.Evaluator, options.Seed);
        _descent = new BoundedDescent(residuals, layout.Lower, layout.Upper, layout.Limit);
        _pattern = new NeighbourCorrelation(data);
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
    /// <param name="times">Time constants [s] that the data show, the most important first; empty where none are known.</param>
    /// <param name="cancellation">Ends the search early.</param>
    internal void Run(ReadOnlySpan<double> first, ReadOnlySpan<double> times, CancellationToken cancellation)
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

        for (int k = 0; k < StartsFromTimes && times.Length > 0 && Starts < _maximumStarts; k++)
        {
            double[] variables = new double[_layout.Count];
            _generator.DrawAt(times, isShuffled: k > 0, variables);
            Converge(variables);
        }

        _metAnew = 0;
        while (!IsDone())
        {
            cancellation.ThrowIfCancellationRequested();
            Round();
        }
    }

    /// <summary>Tells whether to end. Starts from what is known do not count, since all from one guess may share its error.</summary>
    private bool IsDone() => Starts >= _maximumStarts
        || (_metAnew >= 2 && (_pattern.LooksLikeNoise(Residuals) || (Starts >= LeastForMany && HasSeenAllMinima())));

    /// <summary>Estimates from how often minima were met anew whether one is still unseen: w(N − 1)/(N − w − 2) &lt; w + ½.</summary>
    private bool HasSeenAllMinima()
    {
        double[] sums = [.. OtherMinima.Order()];
        int distinct = 1;
        for (int i = 0; i < sums.Length; i++)
        {
            distinct += i == 0 || sums[i] > sums[i - 1] * (1.0 + (100.0 * SameMinimum)) ? 1 : 0;
        }

        int met = StartsAtBest + OtherMinima.Count;
        return met > distinct + 2 && distinct * (met - 1.0) / (met - distinct - 2.0) < distinct + 0.5;
    }

    private void Round()
    {
        var candidates = new List<(double Sum, double[] Variables)>();
        bool anew = !double.IsInfinity(BestSum) && Starts % (2 * DescentsPerRound) >= DescentsPerRound;
        for (int c = 0; c < CandidatesPerRound; c++)
        {
            double[] variables = new double[_layout.Count];
            double sum = anew ? _generator.Redraw(AnyGoodMinimum(), variables) : _generator.Draw(variables);
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
            if (k < 3 || screened[k].Sum < 2.0 * BestSum)
            {
                Finish(screened[k].Variables);
            }
        }
    }

    /// <summary>Chooses the best or, as often, another minimum that is not much worse: its neighbour may be better than both.</summary>
    private double[] AnyGoodMinimum()
    {
        _others.RemoveAll(other => other.Sum > GoodMinimum * BestSum);
        return _others.Count == 0 || _generator.Toss() ? Best : _others[_generator.Choose(_others.Count)].Variables;
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

        if (sum <= (BestSum * (1.0 + SameMinimum)) + _pattern.RoundOffSum)
        {
            if (sum < (BestSum * (1.0 - SameMinimum)) - _pattern.RoundOffSum)
            {
                if (StartsAtBest > 0)
                {
                    Remember(BestSum, Best);
                }

                (StartsAtBest, _metAnew) = (0, 0);
            }

            (StartsAtBest, _metAnew) = (StartsAtBest + 1, _metAnew + 1);
            if (sum < BestSum)
            {
                BestSum = sum;
                _descent.Parameters.CopyTo(Best);
                _descent.Residuals.CopyTo(Residuals);
            }
        }
        else
        {
            Remember(sum, _descent.Parameters);
        }
    }

    private void Remember(double sum, ReadOnlySpan<double> variables)
    {
        OtherMinima.Add(sum);
        if (!_others.Any(other => Math.Abs(other.Sum - sum) <= 100.0 * SameMinimum * sum))
        {
            _others.Add((sum, variables.ToArray()));
        }
    }
}
