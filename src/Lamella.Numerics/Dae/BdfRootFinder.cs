namespace Lamella.Numerics.Dae;

/// <summary>Finds the first sign change of the root functions within one step.</summary>
/// <remarks>
/// <para>A function that is exactly zero where a search begins is ignored until it has left zero, so that a root just
/// reported, or one at the start, is not reported again. Two sign changes of one function within a step cancel.</para>
/// <para><b>Source.</b> Dowell and Jarratt, BIT 11 (1971) 168, <see href="https://doi.org/10.1007/BF01934364"/> (Illinois
/// algorithm), with the bracketing of several functions at once as in Hindmarsh et al. (2005).</para>
/// </remarks>
internal sealed class BdfRootFinder(int size, int count, BdfCounters counters)
{
    private const double RoundOff = 2.220446049250313e-16;

    private readonly double[] low = new double[count];
    private readonly double[] high = new double[count];
    private readonly double[] middle = new double[count];
    private readonly bool[] active = new bool[count];
    private readonly sbyte[] directions = new sbyte[count];
    private readonly double[] y = new double[size];
    private readonly double[] yPrime = new double[size];

    /// <summary>Gets, per function, +1 for a rising root at <see cref="Found"/>, −1 for a falling one, 0 for none.</summary>
    internal ReadOnlySpan<sbyte> Directions => directions;

    /// <summary>Gets the time of the root found last [s].</summary>
    internal double Found { get; private set; }

    /// <summary>Evaluates the functions where a solution begins.</summary>
    internal CallbackStatus Begin(IDaeSystem system, double time, ReadOnlySpan<double> state, ReadOnlySpan<double> slope)
    {
        Array.Clear(directions);
        CallbackStatus status = Evaluate(system, time, state, slope, low);
        for (int i = 0; i < count; i++)
        {
            active[i] = low[i] != 0.0;
        }

        return status;
    }

    /// <summary>Looks for a sign change between the time looked at last and <paramref name="end"/>.</summary>
    /// <param name="system">The system.</param>
    /// <param name="history">Dense output of the step.</param>
    /// <param name="stepEnd">End of the step [s].</param>
    /// <param name="start">The time looked at last [s].</param>
    /// <param name="end">End of the search, within the step [s].</param>
    /// <param name="found">Whether there is one; its time is <see cref="Found"/>.</param>
    /// <returns>Whether the functions could be evaluated.</returns>
    internal CallbackStatus Search(
        IDaeSystem system, BdfHistory history, double stepEnd, double start, double end, out bool found)
    {
        Array.Clear(directions);
        found = false;
        CallbackStatus status = EvaluateAt(system, history, stepEnd, end, high);
        if (status != CallbackStatus.Success)
        {
            return status;
        }

        found = Crosses(high, out _);
        if (found)
        {
            status = Narrow(system, history, stepEnd, start, end);
        }

        for (int i = 0; i < count; i++)
        {
            bool crossed = active[i] && (high[i] == 0.0 || (low[i] > 0.0) != (high[i] > 0.0));
            directions[i] = (sbyte)(found && crossed ? (low[i] < 0.0 ? 1 : -1) : 0);
            active[i] = high[i] != 0.0;
            low[i] = high[i];
        }

        return status;
    }

    private CallbackStatus Narrow(IDaeSystem system, BdfHistory history, double stepEnd, double start, double end)
    {
        double tolerance = 100.0 * RoundOff * (Math.Abs(stepEnd) + history.StepUsed);
        double bias = 1.0;
        int side = 0, sideBefore = -1; // 1: the upper end moved last, 2: the lower end did
        while (end - start > tolerance)
        {
            Crosses(high, out int leading);
            bias = side != sideBefore || side == 0 ? 1.0 : side == 2 ? bias * 2.0 : bias * 0.5;
            sideBefore = side;
            double time = end - ((end - start) * high[leading] / (high[leading] - (bias * low[leading])));
            time = KeepInside(time, start, end, tolerance);
            CallbackStatus status = EvaluateAt(system, history, stepEnd, time, middle);
            if (status != CallbackStatus.Success)
            {
                return status;
            }

            if (Crosses(middle, out _))
            {
                end = time;
                middle.CopyTo(high, 0);
                side = 1;
            }
            else
            {
                start = time;
                CopyActive();
                side = 2;
            }
        }

        Found = end;
        return CallbackStatus.Success;
    }

    private static double KeepInside(double time, double start, double end, double tolerance)
    {
        double parts = (end - start) / tolerance;
        double margin = (parts > 5.0 ? 0.1 : 0.5 / parts) * (end - start);
        if (time - start < 0.5 * tolerance)
        {
            return start + margin;
        }

        return end - time < 0.5 * tolerance ? end - margin : time;
    }

    private bool Crosses(double[] values, out int leading)
    {
        double steepest = -1.0;
        leading = -1;
        for (int i = 0; i < count; i++)
        {
            if (active[i] && (values[i] == 0.0 || (low[i] > 0.0) != (values[i] > 0.0)))
            {
                double share = Math.Abs(values[i] / (values[i] - low[i]));
                (steepest, leading) = share > steepest ? (share, i) : (steepest, leading);
            }
        }

        return leading >= 0;
    }

    private void CopyActive()
    {
        for (int i = 0; i < count; i++)
        {
            low[i] = active[i] ? middle[i] : low[i];
        }
    }

    private CallbackStatus EvaluateAt(IDaeSystem system, BdfHistory history, double stepEnd, double time, double[] values)
    {
        history.Interpolate(time - stepEnd, y, yPrime);
        return Evaluate(system, time, y, yPrime, values);
    }

    private CallbackStatus Evaluate(
        IDaeSystem system, double time, ReadOnlySpan<double> state, ReadOnlySpan<double> slope, double[] values)
    {
        counters.Roots++;
        CallbackStatus status = system.EvaluateRoots(time, state, slope, values);
        foreach (double value in values)
        {
            status = status == CallbackStatus.Success && double.IsNaN(value) ? CallbackStatus.Recoverable : status;
        }

        return status;
    }
}
