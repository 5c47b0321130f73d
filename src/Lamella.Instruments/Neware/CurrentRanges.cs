namespace Lamella.Instruments.Neware;

/// <summary>How many counts of a record make a milliampere, for the current ranges that are known.</summary>
internal static class CurrentRanges
{
    /// <summary>Returns the counts per milliampere.</summary>
    /// <param name="range">The range as stored: its size [mA]; negative for the ranges of older devices.</param>
    /// <returns>Counts [1/mA]; 0 for a range that is not known.</returns>
    /// <remarks>The list is that of public readers, checked on files for 5, 500 and 10000. Range 0 means that nothing flows.</remarks>
    internal static double CountsPerMilliampere(int range) => range switch
    {
        -100_000_000 => 0.1,
        >= -200_000 and <= -1000 => 100.0,
        -500 or -100 => 1e3,
        -50 or -25 or -20 or -10 => 1e4,
        -5 or -2 or -1 => 1e5,
        0 => double.PositiveInfinity,
        1 or 2 or 5 => 1e4,
        10 or 20 or 25 or 50 => 1e3,
        100 or 200 or 250 or 500 => 100.0,
        >= 1000 and <= 200_000 => 10.0,
        _ => 0.0,
    };
}
