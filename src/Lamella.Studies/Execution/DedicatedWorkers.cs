using System.Runtime.ExceptionServices;

namespace Lamella.Studies.Execution;

/// <summary>Runs independent items on a few dedicated threads; the result does not depend on their number.</summary>
/// <remarks>Each item writes its own slot; nothing is summed across threads.</remarks>
internal static class DedicatedWorkers
{
    /// <summary>Runs every item once.</summary>
    /// <param name="count">Number of items.</param>
    /// <param name="threads">Number of threads, ≥ 1.</param>
    /// <param name="body">Runs one item by its index; called from several threads.</param>
    /// <param name="cancellation">No item starts after it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal static void Run(int count, int threads, Action<int> body, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        var failures = new Exception?[count];
        int next = -1;
        int used = Math.Min(threads, count);
        var others = new Thread[Math.Max(used - 1, 0)];
        for (int i = 0; i < others.Length; i++)
        {
            others[i] = new Thread(Work) { IsBackground = true, Name = "studies" };
            others[i].Start();
        }

        Work();
        foreach (Thread thread in others)
        {
            thread.Join();
        }

        cancellation.ThrowIfCancellationRequested();
        // The first failure by index, so that the message too is the same for every number of threads.
        if (failures.FirstOrDefault(failure => failure is not null) is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
        }

        void Work()
        {
            for (int item = Interlocked.Increment(ref next); item < count; item = Interlocked.Increment(ref next))
            {
                if (cancellation.IsCancellationRequested)
                {
                    return;
                }

                failures[item] = Attempt(body, item);
            }
        }
    }

    private static Exception? Attempt(Action<int> body, int item)
    {
        try
        {
            body(item);
            return null;
        }
#pragma warning disable CA1031 // Rethrown on the calling thread, whatever it is.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return failure;
        }
    }
}
