using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Tests.Corpus;

/// <summary>Which column of a recording the manifest means by a name that its reader made up.</summary>
/// <param name="Format">Format of the manifest.</param>
/// <param name="Name">Name in the manifest.</param>
/// <param name="Values">The numbers, in the manifest's unit; null where the table has none of the kind.</param>
/// <param name="Tolerance">Half the last digit that the source of the manifest prints; 0 for exact.</param>
/// <param name="Relative">Half the last digit of a source that prints a number of significant digits, for the worst leading digit.</param>
internal sealed record ColumnAlias(string Format, string Name, Func<RecordingTable, double[]?> Values, double Tolerance = 0.0, double Relative = 0.0)
{
    /// <summary>Means a vendor column of another name.</summary>
    internal static ColumnAlias Column(string format, string name, string vendorName, double factor = 1.0, double tolerance = 0.0) =>
        new(format, name, table => table.Find(vendorName)?.Values.ToNumbers().Select(value => factor * value).ToArray(), tolerance);

    /// <summary>Means the column of a role, in SI times a factor.</summary>
    internal static ColumnAlias Role(string format, string name, ColumnRole role, double factor = 1.0, double tolerance = 0.0) =>
        new(format, name, table => table.Find(role)?.ToSi().Select(value => factor * value).ToArray(), tolerance);
}
