using System.Runtime.ExceptionServices;

namespace Lamella.Numerics.Fitting;

/// <summary>Evaluates residuals at many points on threads of its own, each with its own model.</summary>
/// <remarks>Every point has its place in the output, so that the number of threads changes nothing but the time.</remarks>
internal sealed class ResidualEvaluator : IDisposable
{
    private readonly IReadOnlyList<FitParameter> parameters;
    private readonly FitResiduals[] models;
    private readonly double[][] values;
    private readonly Thread[] workers;
    private readonly SemaphoreSlim begin = new(0);
    private readonly CountdownEvent done = new(1);
    private readonly CancellationToken cancellation;
    private double[] points = [];
    private double[] residuals = [];
    private bool[] answered = [];
    private Exception?[] problems = [];
    private int count;
    private int next;
    private volatile bool stopping;

    internal ResidualEvaluator(
        IReadOnlyList<FitParameter> parameters,
        int residualCount,
        Func<FitResiduals> factory,
        int threads,
        CancellationToken cancellation)
    {
        this.parameters = parameters;
        this.cancellation = cancellation;
        ResidualCount = residualCount;
        models = new FitResiduals[threads];
        values = new double[threads][];
        for (int i = 0; i < threads; i++)
        {
            models[i] = factory();
            values[i] = new double[parameters.Count];
        }

        workers = new Thread[threads - 1]; // the calling thread is the first worker
        for (int i = 0; i < workers.Length; i++)
        {
            int worker = i + 1;
            workers[i] = new Thread(() => Serve(worker)) { IsBackground = true, Name = $"fit {worker}" };
            workers[i].Start();
        }
    }

    /// <summary>Gets m.</summary>
    internal int ResidualCount { get; }

    /// <summary>Gets the number of evaluations so far.</summary>
    internal int Evaluations { get; private set; }

    /// <summary>Evaluates every point.</summary>
    /// <param name="scaledPoints">Scaled variables, shape (points, n).</param>
    /// <param name="output">Receives the residuals, shape (points, m).</param>
    /// <param name="success">Receives whether the model had an answer with finite residuals, shape (points).</param>
    internal void Evaluate(double[] scaledPoints, double[] output, bool[] success)
    {
        cancellation.ThrowIfCancellationRequested();
        (points, residuals, answered) = (scaledPoints, output, success);
        count = success.Length;
        problems = new Exception?[count];
        next = 0;
        Evaluations += count;
        int helpers = Math.Min(workers.Length, count - 1);
        done.Reset(helpers + 1);
        if (helpers > 0)
        {
            begin.Release(helpers);
        }

        Work(0);
        done.Signal();
        done.Wait(CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        if (Array.Find(problems, p => p is not null) is { } problem)
        {
            ExceptionDispatchInfo.Throw(problem);
        }
    }

    /// <summary>Evaluates one point.</summary>
    internal bool Evaluate(double[] scaledPoint, double[] output)
    {
        bool[] success = new bool[1];
        Evaluate(scaledPoint, output, success);
        return success[0];
    }

    public void Dispose()
    {
        stopping = true;
        begin.Release(Math.Max(1, workers.Length));
        foreach (Thread worker in workers)
        {
            worker.Join();
        }

        begin.Dispose();
        done.Dispose();
    }

    private void Serve(int worker)
    {
        while (true)
        {
            begin.Wait();
            if (stopping)
            {
                return;
            }

            Work(worker);
            done.Signal();
        }
    }

    private void Work(int worker)
    {
        int n = parameters.Count, m = ResidualCount;
        double[] own = values[worker];
        while (true)
        {
            int point = Interlocked.Increment(ref next) - 1;
            if (point >= count || cancellation.IsCancellationRequested)
            {
                return;
            }

            for (int j = 0; j < n; j++)
            {
                own[j] = parameters[j].FromScaled(points[(point * n) + j]);
            }

            Span<double> result = residuals.AsSpan(point * m, m);
            try
            {
                answered[point] = models[worker](own, result) && AllFinite(result);
            }
#pragma warning disable CA1031 // carried to the calling thread and thrown there
            catch (Exception problem)
#pragma warning restore CA1031
            {
                problems[point] = problem;
            }
        }
    }

    private static bool AllFinite(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            if (!double.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }
}
