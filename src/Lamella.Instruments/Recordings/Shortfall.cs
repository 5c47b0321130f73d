using System.Globalization;

namespace Lamella.Instruments.Recordings;

/// <summary>What is missing of a cut or damaged file. Every whole record before it was read.</summary>
/// <param name="Table">The table that it concerns; empty for the file.</param>
/// <param name="Records">N: whole records read.</param>
/// <param name="StatedRecords">M: records that the file says it has; null where it says nothing.</param>
/// <param name="EndsAtByte">B: where the file, or what can be used of it, ends [bytes].</param>
/// <param name="Missing">What is missing or cannot be read.</param>
public sealed record Shortfall(string Table, long Records, long? StatedRecords, long EndsAtByte, string Missing)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Table.Length > 0 ? Table + ": " : string.Empty)}{Records} of {StatedRecords?.ToString(CultureInfo.InvariantCulture) ?? "an unknown number of"} records, file ends at byte {EndsAtByte}, missing: {Missing}");
}
