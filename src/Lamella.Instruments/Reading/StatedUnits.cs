using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Instruments.Derived;
using Lamella.Instruments.Impedance;
using Lamella.Instruments.Labels;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Reading;

/// <summary>Takes columns in the units that the user states; the stored numbers stay as they are.</summary>
internal static class StatedUnits
{
    private const string Place = "--unit";

    /// <summary>Applies every stated unit.</summary>
    /// <exception cref="InputException">There is no such column or unit, or the unit does not fit what the column measures.</exception>
    internal static Recording Apply(Recording recording, ImportOptions options)
    {
        foreach (UnitOverride stated in options.Units)
        {
            recording = Apply(recording, stated, options);
        }

        return recording;
    }

    private static Recording Apply(Recording recording, UnitOverride stated, ImportOptions options)
    {
        ColumnScale scale = VendorUnit.Find(stated.Unit) ?? throw Wrong(
            $"'{stated.Unit}' is no unit of a column.", "units such as s, min, h, V, mV, A, mA, Ah, degC, ohm, Hz", "List the units with 'lamella units'.");
        var changed = new List<string>();
        ImmutableArray<RecordingTable> tables = [.. recording.Tables.Select(table => Apply(table, stated, scale, options, changed))];
        if (changed.Count == 0)
        {
            string[] names = [.. recording.Tables.SelectMany(table => table.Columns).Where(column => !column.IsDerived).Select(column => column.Name).Distinct()];
            string near = Suggestion.Nearest(stated.Column, names) is { } name ? $"Did you mean '{name}'?" : "See the columns with 'lamella inspect'.";
            throw Wrong($"the file has no column '{stated.Column}'.", string.Join(", ", names), near);
        }

        ImmutableArray<Decision> others = [.. recording.Decisions.Where(decision => decision.Kind != DecisionKind.Unit || !changed.Contains(decision.Subject.Trim('\'')))];
        return recording with
        {
            Tables = tables,
            Decisions = [.. others, .. changed.Distinct().Select(column => new Decision(DecisionKind.Unit, column, stated.Unit, string.Empty, Overridden: true))],
        };
    }

    private static RecordingTable Apply(RecordingTable table, UnitOverride stated, ColumnScale scale, ImportOptions options, List<string> changed)
    {
        RecordingColumn[] columns = [.. table.Columns];
        for (int i = 0; i < columns.Length; i++)
        {
            if (IsMeant(columns[i].Name, stated.Column))
            {
                columns[i] = Restated(table, columns[i], stated, scale, options);
                changed.Add(columns[i].Name);
            }
        }

        return ChargeSums.Renew(table with { Columns = [.. columns] });
    }

    private static bool IsMeant(string name, string column)
    {
        string wanted = column.Trim(), bare = name.EndsWith(DerivedNames.Signed, StringComparison.Ordinal) ? name[..^DerivedNames.Signed.Length] : name;
        return bare.Trim().Equals(wanted, StringComparison.OrdinalIgnoreCase) || ColumnLabel.Parse(bare).Name.Equals(wanted, StringComparison.OrdinalIgnoreCase);
    }

    private static RecordingColumn Restated(RecordingTable table, RecordingColumn column, UnitOverride stated, ColumnScale scale, ImportOptions options)
    {
        if (!column.Values.IsNumeric)
        {
            throw Wrong($"column '{column.Name}' holds texts, which have no unit.", "columns of numbers", "Name another column.");
        }

        if (column.Role != ColumnRole.None && column.Scale?.Unit != scale.Unit)
        {
            throw Wrong($"column '{column.Name}' is read as {column.Role}, of which '{stated.Unit}' is no unit.", $"units that can be converted to {column.Scale?.Unit ?? "a plain number"}", "Name a unit of the same quantity.");
        }

        ColumnRole role = column.Role != ColumnRole.None ? column.Role : NewRole(table, column, scale);
        bool isTurned = column.Role != ColumnRole.None ? column.Scale?.Factor < 0.0 : role == ColumnRole.Current && options.Sign == CurrentSign.PositiveDischarges;
        return column with { Unit = stated.Unit, Scale = isTurned ? scale.Turned() : scale, Role = role };
    }

    /// <summary>Finds what a column measures whose unit was not known before.</summary>
    private static ColumnRole NewRole(RecordingTable table, RecordingColumn column, ColumnScale scale)
    {
        ColumnRole role = column.Scale is null ? ImpedanceName.Parse(ColumnLabel.Parse(column.Name).Name).Role : ColumnRole.None;
        string unit = role switch
        {
            ColumnRole.TestTime => "s",
            ColumnRole.Voltage => "V",
            ColumnRole.Current => "A",
            ColumnRole.Temperature => "K",
            _ => string.Empty,
        };
        return unit == scale.Unit && table.Find(role) is null ? role : ColumnRole.None;
    }

    private static InputException Wrong(string problem, string allowed, string remedy) => new(InputPlace.Whole(Place), problem, allowed, remedy);
}
