namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>Tells residuals that look like noise from those that a wrong model leaves.</summary>
internal sealed class NeighbourCorrelation
{
    private readonly int[] _order;

    internal NeighbourCorrelation(SpectrumData data) =>
        _order = [.. Enumerable.Range(0, data.Count).OrderByDescending(i => data.Grid.Omega[i])];

    /// <summary>Returns the autocorrelation of neighbouring residuals over frequency, both parts together [–].</summary>
    /// <param name="residuals">Weighted residuals, real parts first.</param>
    /// <returns>From −1 to 1; near 0 for noise.</returns>
    internal double Autocorrelation(ReadOnlySpan<double> residuals)
    {
        int count = _order.Length;
        double products = 0.0, squares = 0.0;
        for (int part = 0; part < 2; part++)
        {
            ReadOnlySpan<double> own = residuals.Slice(part * count, count);
            for (int i = 0; i < count; i++)
            {
                squares += own[_order[i]] * own[_order[i]];
                products += i > 0 ? own[_order[i]] * own[_order[i - 1]] : 0.0;
            }
        }

        return squares > 0.0 ? products / squares : 0.0;
    }

    /// <summary>Tells whether that autocorrelation is within what noise gives, 3/√(2N).</summary>
    internal bool LooksLikeNoise(ReadOnlySpan<double> residuals) => Autocorrelation(residuals) < 3.0 / Math.Sqrt(2.0 * _order.Length);
}
