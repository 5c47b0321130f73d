using Lamella.Cells.Results;

namespace Lamella.Cells.SingleParticle;

/// <summary>Follows over a run what the reduced model leaves out of the voltage.</summary>
internal sealed class NeglectTracker
{
    /// <summary>Instants between two evaluations, which cost as much as a residual.</summary>
    private const int Stride = 8;

    private readonly SingleParticleSystem system;
    private readonly double[] negative; // how much more each cell was discharged than the mean, as stoichiometry
    private readonly double[] positive;
    private double before; // time of the last evaluation [s]
    private double squares; // ∫δV²dt [V²·s]
    private double seconds;
    private double largest;
    private int count;

    internal NeglectTracker(SingleParticleSystem system) =>
        (this.system, negative, positive) = (system, new double[system.Negative.Share.Length], new double[system.Positive.Share.Length]);

    /// <summary>Gets the estimate so far.</summary>
    internal NeglectEstimate Estimate => new(seconds > 0.0 ? Math.Sqrt(squares / seconds) : 0.0, largest);

    /// <summary>Takes one more instant into account.</summary>
    /// <param name="time">Time since the step began [s].</param>
    /// <param name="y">State.</param>
    internal void See(double time, ReadOnlySpan<double> y)
    {
        if (time < before)
        {
            before = 0.0; // a new step
        }

        if (count++ % Stride != 0 || time == before)
        {
            return;
        }

        double step = time - before;
        before = time;
        double missing = system.Neglected(y, step, negative, positive);
        if (double.IsFinite(missing))
        {
            squares += missing * missing * step;
            seconds += step;
            largest = Math.Max(largest, Math.Abs(missing));
        }
    }
}
