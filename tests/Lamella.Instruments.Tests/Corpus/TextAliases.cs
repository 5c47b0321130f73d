using System.Collections.Immutable;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Tests.Corpus;

/// <summary>Names that the public readers of spectra and of cyclers' texts made up.</summary>
internal static class TextAliases
{
    internal static ImmutableArray<ColumnAlias> All { get; } =
    [
        .. new[] { "zplot_z", "autolab", "parstat", "chi_txt" }.SelectMany(format => new[]
        {
            ColumnAlias.Role(format, "freq", ColumnRole.Frequency),
            ColumnAlias.Role(format, "z_re", ColumnRole.ImpedanceReal),
            ColumnAlias.Role(format, "z_im", ColumnRole.ImpedanceImaginary),
        }),
        .. RelaxIs,
        .. Zahner,
        ColumnAlias.Column("pec_csv", "", "column 37"),

        // The manifest cuts these small numbers after 16 decimals.
        .. new[] { "Wh[Wh]", "Wh-Cyc-Charge", "Wh-Cyc-Charge-0", "Wh-Step", "R-AC" }
            .Select(name => ColumnAlias.Column("basytec_txt", name, name, tolerance: 1e-16)),
    ];

    // The public reader took the line of names of a RelaxIS export for its headings.
    private static ImmutableArray<ColumnAlias> RelaxIs =>
    [
        ColumnAlias.Column("eis_csv", "DC=-0.080042, TM=33.741076, J=-5E-6, FV2=1", "Data: Frequency"),
        ColumnAlias.Column("eis_csv", "Model: Unassigned Spectra", "Data: Z'"),
        ColumnAlias.Column("eis_csv", "(WE/RE Spectrum) PEIS_TSeq7_-25C_#61_C01.mpr_1", "Data: Z''"),
        ColumnAlias.Column("eis_csv", "", "Data: |Z|"),
        ColumnAlias.Column("eis_csv", " #2", "Data: Theta (Z)"),
    ];

    private static ImmutableArray<ColumnAlias> Zahner =>
    [
        ColumnAlias.Column("zahner_ism", "freq", "Frequency"),
        ColumnAlias.Column("zahner_ism", "z_abs", "Impedance"),
        ColumnAlias.Column("zahner_ism", "phase_rad", "Phase"),
        ColumnAlias.Column("zahner_ism", "significance", "Significance"),
        ColumnAlias.Column("zahner_ism", "Voltage/V", "Voltage"),
        ColumnAlias.Column("zahner_ism", "Current/A", "Current"),
    ];
}
