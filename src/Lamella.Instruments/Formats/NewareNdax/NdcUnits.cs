namespace Lamella.Instruments.Formats.NewareNdax;

/// <summary>Lengths and units that differ between the versions with separate clocks.</summary>
/// <param name="RunInfoLength">Length of a record of run information [bytes].</param>
/// <param name="StepLength">Length of a record of steps [bytes].</param>
/// <param name="IsLarge">True where values are in V, A and A·h; false where in 0.1 mV, mA and mA·s.</param>
internal sealed record NdcUnits(int RunInfoLength, int StepLength, bool IsLarge)
{
    private const int Short = 37, Long = 100;
    private const double LargestVoltage = 200.0; // a cell or stack in V; in units of 0.1 mV this would be 20 mV

    internal double VoltsPerCount => IsLarge ? 1.0 : 1e-4;

    internal string VoltageUnit => IsLarge ? "V" : "0.1 mV";

    internal double AmperesPerCount => IsLarge ? 1.0 : 1e-3;

    internal string CurrentUnit => IsLarge ? "A" : "mA";

    internal double CoulombsPerCount => IsLarge ? 3600.0 : 1e-3;

    internal string ChargeUnit => IsLarge ? "Ah" : "mAs";

    internal string EnergyUnit => IsLarge ? "Wh" : "mWs";

    /// <summary>Gets the layout of a version.</summary>
    /// <param name="version">Version of the data member.</param>
    /// <returns>The layout; null for a version that is not known.</returns>
    internal static NdcUnits? Of(int version) => version switch
    {
        11 => new NdcUnits(47, Short, IsLarge: false),
        14 => new NdcUnits(55, Short, IsLarge: true),
        16 => new NdcUnits(100, Long, IsLarge: false),
        17 => new NdcUnits(100, Long, IsLarge: true),
        _ => null,
    };

    /// <summary>Finds the layout that fits best, for a version that is not known.</summary>
    /// <param name="runInfo">The member with run information; empty where there is none.</param>
    /// <param name="voltage">The stored voltages.</param>
    /// <returns>The layout whose records have numbers that rise.</returns>
    internal static NdcUnits Guess(ReadOnlySpan<byte> runInfo, ReadOnlySpan<float> voltage)
    {
        int large = 0;
        foreach (float value in voltage)
        {
            large += Math.Abs(value) > LargestVoltage ? 1 : 0;
        }

        bool isLarge = 2 * large < voltage.Length;
        NdcUnits best = new(55, Short, isLarge);
        int most = -1;
        foreach ((int length, int step) in new[] { (47, Short), (55, Short), (100, Long) })
        {
            int rising = RunInfo.CountRising(runInfo, length);
            if (rising > most)
            {
                (most, best) = (rising, new NdcUnits(length, step, isLarge));
            }
        }

        return best;
    }
}
