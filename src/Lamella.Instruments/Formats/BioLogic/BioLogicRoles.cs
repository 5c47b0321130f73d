using System.Collections.Immutable;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.BioLogic;

/// <summary>Says what the columns of EC-Lab measure; the same for .mpr and .mpt.</summary>
internal static class BioLogicRoles
{
    // Of several columns for one role the first that is there is taken.
    private static readonly (ColumnRole Role, string[] Names)[] Preferred =
    [
        (ColumnRole.TestTime, ["time/s", "time since first record/s"]),
        (ColumnRole.StepTime, ["step time/s"]),
        (ColumnRole.Voltage, ["Ewe/V", "Ecell/V", "<Ewe>/V", "<Ewe/V>"]),
        (ColumnRole.Current, ["I/mA", "<I>/mA"]),
        (ColumnRole.Temperature, ["Temperature/°C", "Temperature/\uFFFDC"]),
        (ColumnRole.Cycle, ["cycle number"]),
        (ColumnRole.ProgramStep, ["Ns"]),
        (ColumnRole.Sweep, ["z cycle"]),
        (ColumnRole.Frequency, ["freq/Hz"]),
        (ColumnRole.ImpedanceReal, ["Re(Z)/Ohm"]),
        (ColumnRole.ImpedanceImaginary, ["-Im(Z)/Ohm"]),
        (ColumnRole.ImpedanceModulus, ["|Z|/Ohm"]),
        (ColumnRole.ImpedancePhase, ["Phase(Z)/deg"]),
        (ColumnRole.Charge, ["(Q-Qo)/mA.h", "(Q-Qo)/C"]),
    ];

    /// <summary>Gives the columns their roles and scales.</summary>
    /// <param name="columns">The columns, stored and derived.</param>
    /// <param name="sign">Which current the user says is positive; null for the vendor's rule.</param>
    /// <returns>The same columns with roles.</returns>
    internal static ImmutableArray<RecordingColumn> Assign(IReadOnlyList<RecordingColumn> columns, CurrentSign? sign)
    {
        var roles = new Dictionary<string, ColumnRole>(StringComparer.Ordinal);
        foreach ((ColumnRole role, string[] names) in Preferred)
        {
            // Date-times under the name of seconds are text: they are no time axis.
            if (names.FirstOrDefault(name => columns.Any(column => column.Name == name && column.Values.IsNumeric)) is { } found)
            {
                roles.TryAdd(found, role);
            }
        }

        return [.. columns.Select(column => column with
        {
            Role = roles.GetValueOrDefault(column.Name),
            Scale = sign == CurrentSign.PositiveDischarges && roles.GetValueOrDefault(column.Name) == ColumnRole.Current
                ? ScaleOf(column)?.Turned() : ScaleOf(column),
        })];
    }

    private static ColumnScale? ScaleOf(RecordingColumn column) => column.Unit switch
    {
        _ when column.Name.StartsWith("-Im(", StringComparison.Ordinal) => ColumnScale.Of(-1.0, "Ω"),
        "s" => ColumnScale.Of(1.0, "s"),
        "V" => ColumnScale.Of(1.0, "V"),
        "mV" => ColumnScale.Of(1e-3, "V"),
        "A" => ColumnScale.Of(1.0, "A"),
        "mA" => ColumnScale.Of(1e-3, "A"),
        "µA" => ColumnScale.Of(1e-6, "A"),
        "Ohm" => ColumnScale.Of(1.0, "Ω"),
        "Hz" => ColumnScale.Of(1.0, "Hz"),
        "deg" => ColumnScale.Of(Math.PI / 180.0, "rad"),
        "mA.h" => ColumnScale.Of(3.6, "C"),
        "C" => ColumnScale.Of(1.0, "C"),
        "W" => ColumnScale.Of(1.0, "W"),
        "W.h" => ColumnScale.Of(3600.0, "J"),
        "µF" => ColumnScale.Of(1e-6, "F"),
        "°C" => ColumnScale.Celsius,
        _ => null,
    };
}
