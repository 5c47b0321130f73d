namespace Lamella.Analysis.Impedance.Fitting;

/// <summary>Tells residuals that look like noise from those that a wrong model leaves.</summary>
internal sealed class NeighbourCorrelation
{
    private const double RoundOff = 1e-18; // of the weighted data: what is left then is arithmetic, whatever its pattern

    private readonly int[] _order;
    private readonly double _total;

    internal NeighbourCorrelation(SpectrumData data)
    {
        _order = [.. Enumerable.Range(0, data.Count).OrderByDescending(i => data.Grid.Omega[i])];
        for (int i = 0; i < data.Count; i++)
        {
            (double real, double imaginary) = (data.Real[i] * data.RealWeight[i], data.Imaginary[i] * data.ImaginaryWeight[i]);
            _total += (real * real) + (imaginary * imaginary);
        }
    }

    /// <summary>Gets the sum of squares below which only round-off is left.</summary>
    internal double RoundOffSum => RoundOff * _total;

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

    /// <summary>Tells whether that autocorrelation is within what noise gives, 3/√(2N), or nothing but round-off is left.</summary>
    internal bool LooksLikeNoise(ReadOnlySpan<double> residuals)
    {
        double squares = 0.0;
        foreach (double residual in residuals)
        {
            squares += residual * residual;
        }

        return squares <= RoundOffSum || Autocorrelation(residuals) < 3.0 / Math.Sqrt(2.0 * _order.Length);
    }
}
