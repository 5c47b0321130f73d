using System.Collections.Immutable;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Tests.Corpus;

/// <summary>Names that the public readers of BioLogic files made up.</summary>
internal static class BioLogicAliases
{
    private const string Mpr = "biologic_mpr";

    internal static ImmutableArray<ColumnAlias> All { get; } =
    [
        ColumnAlias.Column(Mpr, "ox or red", "ox/red"),
        ColumnAlias.Column(Mpr, "Q charge or discharge", "Q charge/discharge/mA.h"),
        ColumnAlias.Column(Mpr, "control_V", "control/V"),
        new(Mpr, "control_I", table => Stored(table).Select(row => row.Mode == 2.0 ? double.NaN : row.Control).ToArray()),
        ColumnAlias.Column(Mpr, "Pwe", "P/W"),
        ColumnAlias.Column(Mpr, "Ecell", "Ewe/V"),

        // The file lost its degree sign before it was published; the manifest's reader saw three other characters.
        ColumnAlias.Column("biologic_mpt", "Temperature/\u00EF\u00BF\u00BDC", "Temperature/\uFFFDC"),

        // One reader leaves the flags at their place in the byte.
        ColumnAlias.Column(Mpr, "ox/red", "ox/red", factor: 4.0),
        ColumnAlias.Column(Mpr, "control changes", "control changes", factor: 16.0),
        ColumnAlias.Column(Mpr, "Ns changes", "Ns changes", factor: 32.0),
        ColumnAlias.Column(Mpr, "counter inc.", "counter inc.", factor: 128.0),
    ];

    /// <summary>The control as one reader takes it: a current wherever it is no potential, at rest too.</summary>
    private static IEnumerable<(double Mode, double Control)> Stored(RecordingTable table) =>
        table.Find("mode")?.Values.ToNumbers().Zip((table.Find("control/V/mA") ?? table.Find("control/mA"))!.Values.ToNumbers()) ?? [];
}
