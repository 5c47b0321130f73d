using System.Collections.Immutable;
using System.Globalization;
using Lamella.Instruments.Derived;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Maccor;

/// <summary>Gives the current its sign: most exports write it unsigned beside a letter for the state.</summary>
internal static class MaccorSign
{
    private const string Discharging = "D";

    /// <summary>Adds a signed current where the stored one has no sign.</summary>
    /// <param name="columns">The columns with roles.</param>
    /// <param name="options">The sign may be given there.</param>
    /// <param name="draft">Receives the decision.</param>
    /// <returns>The columns; the role of the current moves to the derived one.</returns>
    internal static ImmutableArray<RecordingColumn> Apply(ImmutableArray<RecordingColumn> columns, ImportOptions options, RecordingDraft draft)
    {
        if (columns.FirstOrDefault(column => column.Role == ColumnRole.Current) is not { } current)
        {
            return columns;
        }

        RecordingColumn? state = columns.FirstOrDefault(column => column.Name.Trim() is "State" or "Md" && !column.Values.IsNumeric);
        double[] numbers = current.Values.ToNumbers();
        int negative = numbers.Count(value => value < 0.0);
        if (negative > 0 || state is null)
        {
            return Signed(columns, current, negative, options, draft);
        }

        int turned = 0;
        for (int row = 0; row < numbers.Length; row++)
        {
            if (state.Values.Text(row).Trim() == Discharging && numbers[row] != 0.0)
            {
                numbers[row] = -numbers[row];
                turned++;
            }
        }

        bool isAsked = options.Sign is not null;
        ColumnScale? scale = options.Sign == CurrentSign.PositiveDischarges ? current.Scale?.Turned() : current.Scale;
        draft.Decide(new Decision(
            DecisionKind.Sign, current.Name, options.Sign == CurrentSign.PositiveDischarges ? "positive discharges" : "positive charges",
            string.Create(CultureInfo.InvariantCulture, $"written without sign; {turned} of {numbers.Length} records are in state D (discharge)"), isAsked));
        RecordingColumn derived = current with
        {
            Name = current.Name + DerivedNames.Signed,
            Values = ColumnValues.Of(numbers),
            Scale = scale,
            IsDerived = true,
        };
        return [.. columns.Replace(current, current with { Role = ColumnRole.None }), derived];
    }

    private static ImmutableArray<RecordingColumn> Signed(
        ImmutableArray<RecordingColumn> columns, RecordingColumn current, int negative, ImportOptions options, RecordingDraft draft)
    {
        string evidence = negative > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{negative} currents are negative: the export is signed")
            : "no current is negative and no column names the state";
        Tables.CurrentDirection.Note(draft, options, "positive charges", evidence, isOpen: negative == 0);
        return options.Sign == CurrentSign.PositiveDischarges
            ? columns.Replace(current, current with { Scale = current.Scale?.Turned() }) : columns;
    }
}
