using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Operations;

/// <summary>Applies filters and resampling that a user named to what was read from a file.</summary>
/// <remarks>
/// <para>Before the first operation every table gets, as derived columns, the number of each record in the file, the run counter of
/// the steps, the number of each spectrum, and charge and energy since the first record, integrated by the trapezoidal rule within
/// the steps; a current that is the mean since the record before counts as that. They go through all operations: whatever rows are left, the charge between two of them is that of the records.</para>
/// <para>What was applied is noted in <see cref="Recording.Operations"/>.</para>
/// </remarks>
public static class RowOperations
{
    /// <summary>Applies operations in order.</summary>
    /// <param name="recording">What stands in the file, or what became of it.</param>
    /// <param name="operations">The operations; none gives the recording itself.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The recording with the new tables and a note of every operation.</returns>
    /// <exception cref="InputException">No table has what an operation asks for, nothing would be left, or a limit is passed.</exception>
    public static Recording Apply(Recording recording, IReadOnlyList<RowOperation> operations, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(recording);
        ArgumentNullException.ThrowIfNull(operations);
        if (operations.Count == 0)
        {
            return recording;
        }

        Recording current = recording with { Tables = [.. recording.Tables.Select(table => table.IsSummary ? table : PreparedTable.Make(table))] };
        foreach (RowOperation operation in operations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            current = ApplyOne(current, operation);
        }

        return current;
    }

    private static Recording ApplyOne(Recording recording, RowOperation operation)
    {
        var tables = ImmutableArray.CreateBuilder<RecordingTable>();
        var applied = recording.Operations.ToBuilder();
        var before = new List<RecordingTable>();
        int rows = 0;
        foreach (RecordingTable table in recording.Tables)
        {
            if (table.IsSummary || table.RowCount == 0 || !operation.AppliesTo(table))
            {
                tables.Add(table);
                continue;
            }

            OperatedTable made = operation.Apply(table, recording.File.Path);
            tables.Add(made.Table);
            before.Add(table);
            rows += made.Table.RowCount;
            applied.Add(new AppliedOperation(
                operation.Name, operation.ToString(), table.Name, table.RowCount, made.Table.RowCount, RowRun.Of(made.Taken), made.Notes));
        }

        if (before.Count == 0)
        {
            throw Inapplicable(recording, operation);
        }

        if (rows == 0)
        {
            string[] contents = [.. before.Select(operation.Contents).Where(text => text.Length > 0).Distinct()];
            throw new InputException(
                InputPlace.Whole(recording.File.Path), $"'{operation}' leaves no row of {before.Sum(table => table.RowCount)}.",
                contents.Length > 0 ? $"what stands in the file: {string.Join("; ", contents)}" : string.Empty, "Name a range that holds records.");
        }

        string[] untouched = [.. recording.Tables
            .Where(table => !table.IsSummary && table.RowCount > 0 && !operation.AppliesTo(table))
            .Select(table => $"'{operation}' was not applied to table '{table.Name}': it lacks {operation.Needs()}.")];
        return recording with { Tables = tables.ToImmutable(), Operations = applied.ToImmutable(), Warnings = [.. recording.Warnings, .. untouched] };
    }

    private static InputException Inapplicable(Recording recording, RowOperation operation)
    {
        if (recording.RowCount == 0)
        {
            return new InputException(InputPlace.Whole(recording.File.Path), $"holds no record to which '{operation}' could be applied.", string.Empty, "See what is in it with 'lamella inspect'.");
        }

        string[] possible = [.. OperationRegistry.Lines.Select(line => line.Example)
            .Where(example => !example.StartsWith("drop", StringComparison.Ordinal) && recording.Tables.Any(table => table.RowCount > 0 && OperationParser.Parse(example, string.Empty).AppliesTo(table)))];
        return new InputException(
            InputPlace.Whole(recording.File.Path), $"'{operation}' cannot be applied: no table has {operation.Needs()}.",
            string.Join("; ", possible),
            "See the columns with 'lamella inspect'.");
    }
}
