using Lamella.Instruments.Operations;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Tests.Operations;

/// <summary>Makes recordings of known numbers to apply operations to.</summary>
internal static class OperatedSeries
{
    /// <summary>Makes a recording of one table.</summary>
    internal static Recording Of(params RecordingColumn[] columns) => new()
    {
        File = new FileFacts("cell.txt", 0, string.Empty, string.Empty),
        Format = "test",
        Instrument = "test",
        Tables = [new RecordingTable { Columns = [.. columns], RowCount = columns[0].Values.Count }],
    };

    /// <summary>Makes a column in SI.</summary>
    internal static RecordingColumn Column(ColumnRole role, string unit, params double[] values) => new()
    {
        Name = role.ToString(), Unit = unit, Values = ColumnValues.Of([.. values]), Role = role,
        Scale = unit.Length > 0 ? ColumnScale.Of(1.0, unit) : null,
    };

    /// <summary>Makes time, voltage and current of random walks over several steps, with uneven distances and moments that repeat.</summary>
    internal static Recording Random(int seed, int rows)
    {
        var random = new Random(seed);
        double[] time = new double[rows], voltage = new double[rows], current = new double[rows], step = new double[rows];
        (double t, double u, double i, int run) = (random.NextDouble() * 100.0, 3.7, 0.0, 1);
        for (int row = 0; row < rows; row++)
        {
            run += random.Next(12) == 0 ? 1 : 0;
            t += random.Next(6) == 0 ? 0.0 : random.NextDouble() * 10.0;
            u += (random.NextDouble() - 0.5) * 0.1;
            i = random.Next(4) == 0 ? i : (random.NextDouble() - 0.5) * 0.02;
            (time[row], voltage[row], current[row], step[row]) = (t, u, i, run);
        }

        return Of(
            Column(ColumnRole.TestTime, "s", time), Column(ColumnRole.Voltage, "V", voltage), Column(ColumnRole.Current, "A", current),
            Column(ColumnRole.ProgramStep, string.Empty, [.. step.Select(number => number % 3)]), Column(ColumnRole.RunStep, string.Empty, step),
            Column(ColumnRole.Cycle, string.Empty, [.. step.Select(number => Math.Floor(number / 3.0))]),
            new RecordingColumn { Name = "remark", Values = ColumnValues.Of([.. Enumerable.Range(0, rows).Select(row => $"row {row}")]) });
    }

    /// <summary>Applies operations as a user writes them.</summary>
    internal static Recording Apply(this Recording recording, params string[] operations) =>
        RowOperations.Apply(recording, [.. operations.Select(text => OperationParser.Parse(text, "--apply"))], TestContext.Current.CancellationToken);

    /// <summary>Gets the values of a role in the only table.</summary>
    internal static double[] Values(this Recording recording, ColumnRole role) => recording.Tables.ShouldHaveSingleItem().Find(role).ShouldNotBeNull().Values.ToNumbers();
}
