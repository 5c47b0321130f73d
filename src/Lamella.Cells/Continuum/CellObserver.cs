using System.Collections.Immutable;
using Lamella.Cells.Results;
using Lamella.Cells.Running;

namespace Lamella.Cells.Continuum;

/// <summary>Follows balances and ranges of a continuum model.</summary>
internal sealed class CellObserver(ContinuumSystem system, BalanceTracker balance, RangeTracker ranges) : ICellObserver
{
    /// <inheritdoc/>
    public CellBalance Balance => balance.Result;

    /// <inheritdoc/>
    public void See(double time, ReadOnlySpan<double> y)
    {
        balance.Observe(y);
        ranges.Observe(system.TemperatureOf(time, y), y);
    }

    /// <inheritdoc/>
    public ImmutableArray<string> Warnings() => ranges.Warnings();
}
