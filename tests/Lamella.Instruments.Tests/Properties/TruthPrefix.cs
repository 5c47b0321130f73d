using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Tests.Properties;

/// <summary>Checks that what is read from a cut file is the beginning of what stands in the whole one.</summary>
internal static class TruthPrefix
{
    internal static void Check(Recording truth, Recording cut, string what)
    {
        if (cut.Format != truth.Format)
        {
            return; // too little is left to tell the formats apart; the reader said which it took it for
        }

        cut.RowCount.ShouldBeLessThanOrEqualTo(truth.RowCount, what);
        bool mayEndWithin = cut.Warnings.Any(warning => warning.Contains("cut", StringComparison.Ordinal)) || cut.Shortfalls.Length > 0;
        for (int i = 0; i < Math.Min(cut.Tables.Length, truth.Tables.Length); i++)
        {
            CheckTable(truth.Tables[i], cut.Tables[i], mayEndWithin, what);
        }

        if (cut.RowCount < truth.RowCount && truth.Tables.Any(table => table.StatedRowCount is not null))
        {
            (mayEndWithin || cut.Tables.Any(table => table.RowCount < table.StatedRowCount)).ShouldBeTrue($"{what}: rows are missing and nothing says so.");
        }
    }

    private static void CheckTable(RecordingTable truth, RecordingTable cut, bool mayEndWithin, string what)
    {
        int[]? places = Places(truth, cut);
        foreach (RecordingColumn column in cut.Columns.Where(column => !column.IsDerived || column.Role != ColumnRole.None))
        {
            RecordingColumn? whole = truth.Find(column.Name);
            if (whole is null || !whole.Values.IsNumeric || !column.Values.IsNumeric)
            {
                continue;
            }

            // The last number of a text that does not end with a line end may be cut; the reader has to say so.
            int rows = Math.Min(cut.RowCount, truth.RowCount) - (mayEndWithin ? 1 : 0);
            for (int row = 0; row < rows; row++)
            {
                (double expected, double actual) = (whole.Values.Number(places is null ? row : places[row]), column.Values.Number(row));
                bool isMissing = double.IsNaN(actual) && mayEndWithin; // a part of an archive is gone, and the reader says so
                if (!expected.Equals(actual) && !isMissing)
                {
                    Assert.Fail($"{what}: {cut.Name} {column.Name}[{row}] is {actual:R}, in the whole file {expected:R}.");
                }
            }
        }
    }

    /// <summary>Finds the records of the whole file by their own numbers, where a database stores them in any order; null where the order is that of the file.</summary>
    private static int[]? Places(RecordingTable truth, RecordingTable cut)
    {
        if (truth.Find("Data_Point") is not { } whole || cut.Find("Data_Point") is not { } own)
        {
            return null;
        }

        if (whole.Values.ToNumbers().Distinct().Count() < whole.Values.Count)
        {
            return null; // numbers that repeat find nothing
        }

        var byNumber = whole.Values.ToNumbers().Select((number, row) => (number, row)).ToDictionary(entry => entry.number, entry => entry.row);
        return [.. own.Values.ToNumbers().Select(number => byNumber.GetValueOrDefault(number, 0))];
    }
}
