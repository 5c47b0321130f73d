using System.Collections.Immutable;

namespace Lamella.Instruments.Tests.Corpus;

/// <summary>How the reader behind the manifest printed the single-precision columns of Arbin's databases: to 8 digits.</summary>
internal static class ArbinAliases
{
    private const double EightDigits = 5.01e-8; // half a digit for the worst leading one

    internal static ImmutableArray<ColumnAlias> All { get; } =
    [
        .. new[] { "Current", "Voltage", "dV/dt", "Internal_Resistance", "AC_Impedance", "ACI_Phase_Angle", "ACR", "PulseStageTime" }
            .Select(name => ColumnAlias.Column("arbin_res", name, name) with { Relative = EightDigits }),
    ];
}
