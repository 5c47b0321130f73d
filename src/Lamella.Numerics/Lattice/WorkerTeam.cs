using System.Runtime.ExceptionServices;

namespace Lamella.Numerics.Lattice;

/// <summary>Dedicated threads that share loops over planes. Which thread does which plane never changes a result.</summary>
internal sealed class WorkerTeam : IDisposable
{
    private readonly Thread[] _threads;
    private readonly SemaphoreSlim[] _starts;
    private readonly CountdownEvent _done;
    private Action<int>? _work;
    private Exception? _failure;
    private volatile bool _ending;

    /// <summary>Starts the threads; the caller's thread is the first of the team.</summary>
    /// <param name="size">Threads in all, ≥ 1.</param>
    internal WorkerTeam(int size)
    {
        Size = size;
        _starts = [.. Enumerable.Range(1, size - 1).Select(_ => new SemaphoreSlim(0))];
        _done = new CountdownEvent(Math.Max(1, size - 1));
        _threads = new Thread[size - 1];
        for (int k = 0; k < _threads.Length; k++)
        {
            int member = k + 1;
            _threads[k] = new Thread(() => Serve(member)) { IsBackground = true, Name = $"lattice {member}" };
            _threads[k].Start();
        }
    }

    /// <summary>Gets the number of threads, the caller's included.</summary>
    internal int Size { get; }

    /// <summary>Runs work once on every thread of the team and waits for all.</summary>
    /// <param name="work">Receives the number of the thread, 0 for the caller's.</param>
    internal void Run(Action<int> work)
    {
        if (Size == 1)
        {
            work(0);
            return;
        }

        (_work, _failure) = (work, null);
        _done.Reset(Size - 1);
        foreach (SemaphoreSlim start in _starts)
        {
            start.Release();
        }

        Guarded(work, 0);
        _done.Wait();
        if (_failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ending = true;
        foreach (SemaphoreSlim start in _starts)
        {
            start.Release();
        }

        foreach (Thread thread in _threads)
        {
            thread.Join();
        }

        _done.Dispose();
        foreach (SemaphoreSlim start in _starts)
        {
            start.Dispose();
        }
    }

    private void Serve(int member)
    {
        while (true)
        {
            _starts[member - 1].Wait();
            if (_ending)
            {
                return;
            }

            Guarded(_work!, member);
            _done.Signal();
        }
    }

    private void Guarded(Action<int> work, int member)
    {
        try
        {
            work(member);
        }
#pragma warning disable CA1031 // Whatever a thread fails with is thrown again on the caller's.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Interlocked.CompareExchange(ref _failure, failure, null);
        }
    }
}
