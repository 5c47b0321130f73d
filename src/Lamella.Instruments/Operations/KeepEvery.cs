using System.Globalization;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Operations;

/// <summary>Keeps every n-th row of a table, the first one among them.</summary>
/// <param name="Distance">n, at least 1.</param>
public sealed record KeepEvery(int Distance) : RowFilter
{
    /// <summary>The name, as the registry has it.</summary>
    internal const string Words = "keep every";

    /// <inheritdoc/>
    public override string Name => Words;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Words} {Distance} rows");

    /// <inheritdoc/>
    internal override bool AppliesTo(RecordingTable table) => true;

    /// <inheritdoc/>
    internal override string Needs() => "rows";

    /// <inheritdoc/>
    private protected override Func<int, bool> Selector(RecordingTable table) => row => row % Distance == 0;
}
