using System.Collections.Frozen;
using System.Collections.Immutable;
using Lamella.Instruments.Derived;
using Lamella.Instruments.Labels;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Tables;

/// <summary>Gives the columns of a cycler's table their roles, units and scopes, decides the sign of the current and counts the steps.</summary>
/// <param name="draft">Where decisions and warnings go.</param>
/// <param name="options">What the user overrides.</param>
/// <param name="rules">What the columns are, by the name without its unit; letter case does not matter.</param>
internal sealed class CyclerTable(RecordingDraft draft, ImportOptions options, FrozenDictionary<string, CyclerRule> rules)
{
    private const double AbsoluteZero = 0.0; // [K]

    /// <summary>Makes the rules of a format.</summary>
    /// <param name="rules">Name without unit, and what the column is.</param>
    internal static FrozenDictionary<string, CyclerRule> Rules(params ReadOnlySpan<(string Name, CyclerRule Rule)> rules)
    {
        var table = new Dictionary<string, CyclerRule>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, CyclerRule rule) in rules)
        {
            table.Add(name, rule);
        }

        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Describes a table and adds it to the draft.</summary>
    /// <param name="table">The table as read.</param>
    /// <param name="positive">Which current is positive as the vendor writes it, where the records do not tell.</param>
    /// <param name="evidence">Why.</param>
    internal void Add(RecordingTable table, CurrentSign positive, string evidence)
    {
        var taken = new HashSet<ColumnRole>();
        ImmutableArray<RecordingColumn> columns = [.. table.Columns.Select(column => Describe(column, taken))];
        columns = DecideSign(columns, positive, evidence);
        if (Numbers(columns, ColumnRole.ProgramStep) is { } step && Numbers(columns, ColumnRole.RunStep) is null)
        {
            // A cycle that is counted up within a step begins no step; without a step time it is the only trace of a repeated one.
            double[]? stepTime = Numbers(columns, ColumnRole.StepTime);
            double[][] changing = stepTime is null && Numbers(columns, ColumnRole.Cycle) is { } cycle ? [step, cycle] : [step];
            int[] runs = RunCounter.Count(step.Length, stepTime, changing);
            columns = columns.Add(new RecordingColumn { Name = "Step Count", Values = ColumnValues.Of(runs), Role = ColumnRole.RunStep, IsDerived = true });
        }

        draft.Add(table with { Columns = columns });
    }

    private RecordingColumn Describe(RecordingColumn column, HashSet<ColumnRole> taken)
    {
        if (column.IsDerived)
        {
            return taken.Add(column.Role) ? column : column with { Role = ColumnRole.None };
        }

        ColumnLabel label = ColumnLabel.Parse(column.Name);
        bool isKnown = rules.TryGetValue(label.Name, out CyclerRule rule) || rules.TryGetValue(column.Name, out rule);
        string unit = isKnown && rule.Unit.Length > 0 ? rule.Unit : label.Unit;
        ColumnScale? scale = VendorUnit.Find(unit);
        bool isCounter = rule.Role is ColumnRole.Cycle or ColumnRole.ProgramStep or ColumnRole.RunStep;
        bool isUsable = column.Values.IsNumeric && (isCounter || scale is not null) && !(rule.Role == ColumnRole.Temperature && IsAbsent(column.Values, scale));
        return column with
        {
            Unit = label.Unit,
            Scale = isCounter ? null : scale,
            Scope = rule.Scope,
            Role = isUsable && rule.Role != ColumnRole.None && taken.Add(rule.Role) ? rule.Role : ColumnRole.None,
            IsKnown = column.IsKnown && (isKnown || scale is not null),
        };
    }

    private ImmutableArray<RecordingColumn> DecideSign(ImmutableArray<RecordingColumn> columns, CurrentSign positive, string evidence)
    {
        int at = columns.IndexOf(columns.FirstOrDefault(column => column.Role == ColumnRole.Current)!);
        if (at < 0)
        {
            return columns;
        }

        double[]? charged = Capacity(columns, "charge"), discharged = Capacity(columns, "discharge");
        (bool PositiveCharges, string Evidence)? told = CurrentDirection.FromCapacities(columns[at].Values.ToNumbers(), charged, discharged);
        bool charges = options.Sign is { } asked ? asked == CurrentSign.PositiveCharges : told?.PositiveCharges ?? positive == CurrentSign.PositiveCharges;
        CurrentDirection.Note(draft, options, charges ? "positive charges" : "positive discharges", told?.Evidence ?? evidence);
        if (told is { } facts && options.Sign is null && facts.PositiveCharges != (positive == CurrentSign.PositiveCharges))
        {
            draft.Warn($"The current has the other sign than this software writes as a rule ({evidence}): {facts.Evidence}.");
        }

        return charges ? columns : columns.SetItem(at, columns[at] with { Scale = columns[at].Scale?.Turned() });
    }

    /// <summary>Finds the capacity of one direction by its name.</summary>
    private static double[]? Capacity(ImmutableArray<RecordingColumn> columns, string direction) => columns
        .FirstOrDefault(column => column.Scale?.Unit == "C" && Key(column.Name).StartsWith(direction + "capacity", StringComparison.OrdinalIgnoreCase)
            || (column.Scale?.Unit == "C" && Key(column.Name).StartsWith(direction == "charge" ? "ahcha" : "ahdch", StringComparison.OrdinalIgnoreCase))
            || (column.Scale?.Unit == "C" && Key(column.Name).StartsWith("ahcyc" + direction, StringComparison.OrdinalIgnoreCase)))
        ?.Values.ToNumbers();

    private static string Key(string name) => name.Replace(" ", string.Empty, StringComparison.Ordinal)
        .Replace("_", string.Empty, StringComparison.Ordinal).Replace("-", string.Empty, StringComparison.Ordinal);

    private static double[]? Numbers(ImmutableArray<RecordingColumn> columns, ColumnRole role) =>
        columns.FirstOrDefault(column => column.Role == role)?.Values.ToNumbers();

    /// <summary>Tells whether a column holds no temperature at all: blank, or below absolute zero without a sensor.</summary>
    private static bool IsAbsent(ColumnValues values, ColumnScale? scale)
    {
        for (int row = 0; row < values.Count; row++)
        {
            if (scale is { } way && way.Apply(values.Number(row)) > AbsoluteZero)
            {
                return false;
            }
        }

        return true;
    }
}
