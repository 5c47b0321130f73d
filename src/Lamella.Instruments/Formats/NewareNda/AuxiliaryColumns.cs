using System.Globalization;
using Lamella.Instruments.Bytes;
using Lamella.Instruments.Neware;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.NewareNda;

/// <summary>Sets the auxiliary records of the 86-byte versions beside the data records with the same number.</summary>
internal static class AuxiliaryColumns
{
    private const int ChannelAt = 1, NumberAt = 2, VoltageAt = 22, TemperatureAt = 34;

    /// <summary>Joins them.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="records">Where auxiliary records begin [bytes].</param>
    /// <param name="numbers">Numbers of the data records, rising, shape (records).</param>
    /// <param name="draft">Receives warnings.</param>
    /// <returns>Two columns per channel, NaN where a data record has no partner.</returns>
    internal static IEnumerable<RecordingColumn> Join(
        ReadOnlySpan<byte> bytes, ReadOnlySpan<int> records, ReadOnlySpan<uint> numbers, RecordingDraft draft)
    {
        var reader = new ByteReader(bytes);
        var channels = new SortedDictionary<int, (double[] Voltage, double[] Temperature)>();
        int alone = 0, repeated = 0;
        foreach (int record in records)
        {
            int row = numbers.BinarySearch(reader.U4(record + NumberAt));
            if (row < 0)
            {
                alone++;
                continue;
            }

            int channel = reader.U1(record + ChannelAt);
            if (!channels.TryGetValue(channel, out (double[] Voltage, double[] Temperature) values))
            {
                values = (Blank(numbers.Length), Blank(numbers.Length));
                channels.Add(channel, values);
            }

            repeated += double.IsNaN(values.Voltage[row]) ? 0 : 1;
            values.Voltage[row] = reader.I4(record + VoltageAt) / 1e4;
            values.Temperature[row] = reader.I2(record + TemperatureAt) / 10.0;
        }

        WarnOfLost(alone, repeated, draft);
        var columns = new List<RecordingColumn>();
        foreach ((int channel, (double[] voltage, double[] temperature)) in channels)
        {
            string suffix = channel.ToString(CultureInfo.InvariantCulture);
            columns.Add(new RecordingColumn { Name = "V" + suffix, Unit = "V", Values = ColumnValues.Of(voltage), Scale = ColumnScale.Of(1.0, "V") });
            columns.Add(NewareColumns.Temperature(
                "T" + suffix, ColumnValues.Of(temperature), "degC", ColumnScale.Celsius, isFirst: columns.Count == 1));
        }

        return columns;
    }

    private static void WarnOfLost(int alone, int repeated, RecordingDraft draft)
    {
        if (alone > 0)
        {
            draft.Warn(string.Create(CultureInfo.InvariantCulture, $"{alone} auxiliary records belong to no data record and are not shown."));
        }

        if (repeated > 0)
        {
            draft.Warn(string.Create(
                CultureInfo.InvariantCulture, $"{repeated} auxiliary records repeat the number and channel of another; the last one is shown."));
        }
    }

    private static double[] Blank(int count)
    {
        double[] values = new double[count];
        Array.Fill(values, double.NaN);
        return values;
    }
}
