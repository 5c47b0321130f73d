using Lamella.Core.Arrays;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Export;

/// <summary>Makes NumPy arrays of a recording: one per column, in the type in which the file stores it.</summary>
/// <remarks>
/// The name of an array is that of the column; with several tables the table stands before it. <c>metadata/columns</c>,
/// <c>metadata/units</c> and <c>metadata/scopes</c> say of each array its unit, over what it counts and whether it is derived. <c>metadata/names</c> and
/// <c>metadata/values</c> hold the settings and, behind them,
/// every operation that was applied. A blank of a number is NaN.
/// </remarks>
public static class NpzExport
{
    /// <summary>Makes the arrays.</summary>
    /// <param name="recording">The recording.</param>
    /// <returns>The arrays, in the order of the file.</returns>
    public static IEnumerable<NamedArray> Arrays(Recording recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var written = new List<(string Name, RecordingColumn Column)>();
        for (int i = 0; i < recording.Tables.Length; i++)
        {
            RecordingTable table = recording.Tables[i];
            string name = table.Name.Length > 0 ? table.Name : FormattableString.Invariant($"table {i + 1}");
            foreach (RecordingColumn column in table.Columns)
            {
                written.Add((Unique(taken, recording.Tables.Length == 1 ? column.Name : $"{name}: {column.Name}"), column));
                yield return column.Values.ToArray(written[^1].Name);
            }
        }

        yield return NamedArray.OfText("metadata/columns", [.. written.Select(entry => entry.Name)]);
        yield return NamedArray.OfText("metadata/units", [.. written.Select(entry => entry.Column.Unit)]);
        yield return NamedArray.OfText("metadata/scopes", [.. written.Select(entry => entry.Column.Scope.ToString().ToLowerInvariant() + (entry.Column.IsDerived ? ", derived" : string.Empty))]);

        yield return NamedArray.OfText("metadata/names", [
            .. recording.Settings.Select(setting => setting.Section.Length > 0 ? $"{setting.Section} / {setting.Name}" : setting.Name),
            .. recording.Operations.Select((_, i) => FormattableString.Invariant($"Lamella operation {i + 1}")),
        ]);
        yield return NamedArray.OfText("metadata/values", [
            .. recording.Settings.Select(setting => setting.Text),
            .. recording.Operations.Select(operation => string.Join(' ', [$"{operation}.", .. operation.Notes])),
        ]);
    }

    private static string Unique(HashSet<string> taken, string wanted)
    {
        // A slash would make a folder in the archive, so that the writer replaces it; names must differ after that too.
        string clean = wanted.Replace('/', '_'), name = clean;
        for (int count = 2; !taken.Add(name); count++)
        {
            name = FormattableString.Invariant($"{clean} ({count})");
        }

        return name;
    }
}
