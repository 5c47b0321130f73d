namespace Lamella.Cells.Experiments;

/// <summary>Two equal faces with α = ½ in series with a resistance, V = 2·(2RT/F)·asinh(i/2i₀) + R·i, fitted to samples.</summary>
/// <param name="ExchangeCurrentDensity">i₀ [A/m²].</param>
/// <param name="Resistance">R [Ω·m²], ≥ 0.</param>
/// <param name="Deviation">Root mean square of V − fit [V].</param>
/// <param name="IsDetermined">Whether a ten times larger i₀ fits clearly worse.</param>
internal readonly record struct SymmetricKinetics(double ExchangeCurrentDensity, double Resistance, double Deviation, bool IsDetermined)
{
    private const double LeastLog = -8.0, GreatestLog = 14.0;

    /// <summary>Fits both numbers by least squares; R follows from i₀, whose logarithm is searched by golden sections.</summary>
    /// <param name="samples">Current density [A/m²] and voltage [V].</param>
    /// <param name="thermal">RT/F [V].</param>
    internal static SymmetricKinetics Fit(IReadOnlyList<(double Current, double Voltage)> samples, double thermal)
    {
        // A coarse scan first: the sum of squares may have a flat tail towards large i0.
        double best = LeastLog;
        for (double log = LeastLog; log <= GreatestLog; log += 0.25)
        {
            best = Squares(samples, log, thermal).Sum < Squares(samples, best, thermal).Sum ? log : best;
        }

        const double golden = 0.6180339887498949;
        double low = best - 0.25, high = best + 0.25;
        while (high - low > 1e-12)
        {
            double left = high - (golden * (high - low)), right = low + (golden * (high - low));
            (low, high) = Squares(samples, left, thermal).Sum < Squares(samples, right, thermal).Sum ? (low, right) : (left, high);
        }

        double found = 0.5 * (low + high);
        (double sum, double resistance) = Squares(samples, found, thermal);
        double larger = Squares(samples, found + Math.Log(10.0), thermal).Sum;
        double floor = samples.Sum(sample => sample.Voltage * sample.Voltage) * 1e-8;
        return new(Math.Exp(found), resistance, Math.Sqrt(sum / samples.Count), larger > (4.0 * sum) + floor);
    }

    private static (double Sum, double Resistance) Squares(IReadOnlyList<(double Current, double Voltage)> samples, double log, double thermal)
    {
        double exchange = Math.Exp(log), cross = 0.0, square = 0.0;
        foreach ((double current, double voltage) in samples)
        {
            cross += current * (voltage - Kinetics(current, exchange, thermal));
            square += current * current;
        }

        double resistance = square > 0.0 ? Math.Max(cross / square, 0.0) : 0.0, sum = 0.0;
        foreach ((double current, double voltage) in samples)
        {
            double miss = voltage - Kinetics(current, exchange, thermal) - (resistance * current);
            sum += miss * miss;
        }

        return (sum, resistance);
    }

    private static double Kinetics(double current, double exchange, double thermal) => 4.0 * thermal * Math.Asinh(current / (2.0 * exchange));
}
