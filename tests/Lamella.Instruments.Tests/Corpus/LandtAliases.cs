using System.Collections.Immutable;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Tests.Corpus;

/// <summary>Names that the decoder behind the manifest gave the samples of <c>.ccs</c>, and the empty cell at the end of CSV rows.</summary>
internal static class LandtAliases
{
    private const string Landt = "landt";

    internal static ImmutableArray<ColumnAlias> All { get; } =
    [
        ColumnAlias.Column(Landt, "segment", "Segment"),
        new(Landt, "time_s", table => table.IsSummary ? null : table.Find(ColumnRole.TestTime)?.ToSi(), Relative: 1e-12),
        ColumnAlias.Column(Landt, "dt_ms", "Interval"),
        Samples("V", "Voltage"),
        Samples("I_A", "Current"),
        Samples("dQ_Ah", "Interval Charge"),
        Samples("dE_Wh", "Interval Energy"),
        new(Landt, "_extra0", table => Blank(table.RowCount)),
        new("neware_csv", "", table => Blank(table.RowCount)),
    ];

    private static ColumnAlias Samples(string name, string vendorName) =>
        ColumnAlias.Column(Landt, name, vendorName) with { Relative = 1e-13 };

    private static double[] Blank(int count) => [.. Enumerable.Repeat(double.NaN, count)];
}
