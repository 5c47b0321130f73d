using System.Globalization;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Tables;

/// <summary>Says which current is positive, and finds out where the file itself can tell.</summary>
internal static class CurrentDirection
{
    private const int FewestRecords = 3;
    private const double MostlyOneWay = 0.9;

    /// <summary>Notes what was decided.</summary>
    /// <param name="draft">Where the decision goes.</param>
    /// <param name="options">The user may decide.</param>
    /// <param name="choice">What holds without the user.</param>
    /// <param name="evidence">From what.</param>
    /// <param name="isOpen">Whether the user should be told that the file does not say.</param>
    /// <param name="subject">What the file calls the current.</param>
    internal static void Note(RecordingDraft draft, ImportOptions options, string choice, string evidence, bool isOpen = false, string subject = "current")
    {
        if (options.Sign is { } asked)
        {
            string said = asked == CurrentSign.PositiveCharges ? "positive charges" : "positive discharges";
            draft.Decide(new Decision(DecisionKind.Sign, subject, said, string.Empty, Overridden: true));
            return;
        }

        draft.Decide(new Decision(DecisionKind.Sign, subject, choice, evidence));
        if (isOpen)
        {
            draft.Warn($"Which current is positive is not stated ({evidence}): positive is taken to charge; say --sign if it is not so.");
        }
    }

    /// <summary>Turns the currents of a format that knows one sign only, where the user says that positive discharges.</summary>
    /// <param name="recording">What was read; positive charges.</param>
    /// <param name="options">The user may decide.</param>
    /// <returns>The recording; what is stored stays as it is.</returns>
    internal static Recording Stated(Recording recording, ImportOptions options) => options.Sign != CurrentSign.PositiveDischarges ? recording
        : recording with { Tables = [.. recording.Tables.Select(table => table with { Columns = CyclerColumns.Turned(table.Columns, options) })] };

    /// <summary>Finds out from the capacities which current is positive.</summary>
    /// <param name="current">Current as stored, shape (records).</param>
    /// <param name="charged">Capacity charged, growing while the cell is charged; null where there is none.</param>
    /// <param name="discharged">Capacity discharged; null where there is none.</param>
    /// <returns>Whether positive charges, and the evidence; null where the records do not tell.</returns>
    internal static (bool PositiveCharges, string Evidence)? FromCapacities(double[] current, double[]? charged, double[]? discharged)
    {
        int agree = 0, counted = 0;
        for (int row = 1; row < current.Length; row++)
        {
            int direction = Grows(charged, row) ? 1 : Grows(discharged, row) ? -1 : 0;
            if (direction != 0 && current[row] != 0.0 && !double.IsNaN(current[row]))
            {
                counted++;
                agree += Math.Sign(current[row]) == direction ? 1 : 0;
            }
        }

        bool charges = agree > MostlyOneWay * counted, discharges = agree < (1.0 - MostlyOneWay) * counted;
        return counted < FewestRecords || !(charges || discharges) ? null : (charges, string.Create(
            CultureInfo.InvariantCulture,
            $"the current is {(charges ? "positive" : "negative")} where the charged capacity grows in {(charges ? agree : counted - agree)} of {counted} records that tell"));
    }

    private static bool Grows(double[]? capacity, int row) => capacity is not null && capacity[row] > capacity[row - 1];
}
