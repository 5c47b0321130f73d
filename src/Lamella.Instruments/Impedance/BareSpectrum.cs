using System.Collections.Immutable;
using System.Globalization;
using Lamella.Instruments.Tables;

namespace Lamella.Instruments.Impedance;

/// <summary>Recognises a spectrum without headings: three columns of numbers of which the first is spaced evenly in its logarithm.</summary>
/// <remarks>A time series of three columns is not: its times are spaced evenly themselves, or not at all.</remarks>
internal static class BareSpectrum
{
    private const int FewestRecords = 6, MostRecords = 400, Columns = 3;
    private const double SmallestStep = 0.02, LargestScatter = 0.5, FewestDecades = 1.0;

    /// <summary>Finds the first record.</summary>
    /// <param name="lines">The first lines of the file.</param>
    /// <returns>Line, from 0, and the separator; null where this is no such spectrum.</returns>
    internal static (int Line, char Delimiter)? Find(ImmutableArray<string> lines)
    {
        int line = 0;
        while (line < lines.Length && line < 20 && (lines[line].Trim().Length == 0 || lines[line].TrimStart()[0] is '#' or '%'))
        {
            line++;
        }

        if (line + FewestRecords > lines.Length || lines[line].Length > 256)
        {
            return null;
        }

        char delimiter = HeadedTable.DelimiterOf(lines[line].Trim());
        var frequencies = new List<double>();
        for (int at = line; at < Math.Min(lines.Length, line + MostRecords); at++)
        {
            if (lines[at].Trim().Length == 0 || (at == lines.Length - 1 && frequencies.Count >= FewestRecords))
            {
                continue; // the last line of the sample may be cut
            }

            if (Numbers(lines[at], delimiter) is not { } numbers || !(numbers[0] > 0.0))
            {
                return null;
            }

            frequencies.Add(Math.Log10(numbers[0]));
        }

        return IsEvenlySpaced(frequencies) ? (line, delimiter) : null;
    }

    private static double[]? Numbers(string line, char delimiter)
    {
        string[] cells = HeadedTable.Cells(line.Trim(), delimiter);
        double[] numbers = new double[cells.Length];
        for (int i = 0; i < cells.Length; i++)
        {
            string cell = delimiter == ',' ? cells[i] : cells[i].Replace(',', '.');
            if (!double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        return cells.Length == Columns ? numbers : null;
    }

    /// <summary>Tells whether logarithms go one way in about equal steps over a decade or more, until they perhaps start again.</summary>
    private static bool IsEvenlySpaced(List<double> logarithms)
    {
        int end = 1;
        while (end < logarithms.Count && (end < 2 || Math.Sign(logarithms[end] - logarithms[end - 1]) == Math.Sign(logarithms[1] - logarithms[0])))
        {
            end++;
        }

        double[] steps = [.. Enumerable.Range(1, end - 1).Select(i => Math.Abs(logarithms[i] - logarithms[i - 1]))];
        if (end < FewestRecords || Math.Abs(logarithms[end - 1] - logarithms[0]) < FewestDecades)
        {
            return false;
        }

        double mean = steps.Average();
        double scatter = Math.Sqrt(steps.Average(step => (step - mean) * (step - mean)));
        return mean > SmallestStep && scatter < LargestScatter * mean;
    }
}
