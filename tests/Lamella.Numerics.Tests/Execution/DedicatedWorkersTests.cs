using Lamella.Numerics.Execution;

namespace Lamella.Numerics.Tests.Execution;

public sealed class DedicatedWorkersTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [Trait("Level", "identity")]
    public void Run_AnyNumberOfThreads_RunsEveryItemOnceIntoItsOwnSlot(int threads)
    {
        int[] times = new int[100];
        double[] values = new double[100];

        DedicatedWorkers.Run(times.Length, threads, Fill, TestContext.Current.CancellationToken);

        times.ShouldAllBe(count => count == 1);
        values.ShouldBe([.. Enumerable.Range(0, 100).Select(item => Math.Sqrt(item))]);

        void Fill(int item)
        {
            Interlocked.Increment(ref times[item]);
            values[item] = Math.Sqrt(item);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [Trait("Level", "unit")]
    public void Run_SeveralItemsThrow_RethrowsTheFirstByIndex(int threads) => Should.Throw<InvalidOperationException>(
        () => DedicatedWorkers.Run(20, threads, item => throw new InvalidOperationException($"item {item}"), TestContext.Current.CancellationToken))
        .Message.ShouldBe("item 0");

    [Fact]
    [Trait("Level", "unit")]
    public void Run_Cancelled_StartsNoFurtherItem()
    {
        using var source = new CancellationTokenSource();
        int ran = 0;

        Should.Throw<OperationCanceledException>(() => DedicatedWorkers.Run(
            50, 1, _ =>
            {
                ran++;
                source.Cancel();
            },
            source.Token));

        ran.ShouldBe(1);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_WithoutThreads_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(
        () => DedicatedWorkers.Run(1, 0, _ => { }, TestContext.Current.CancellationToken));
}
