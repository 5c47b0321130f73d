using System.Globalization;
using Lamella.Instruments.Impedance;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.BioLogic;

/// <summary>Decisions and warnings that .mpr and .mpt have in common.</summary>
internal static class BioLogicNotes
{
    private const double DefaultArea = 0.001; // EC-Lab fills this in where the user states none [cm²]

    /// <summary>Notes how signs and times are to be understood.</summary>
    internal static void Decide(RecordingDraft draft, RecordingTable table, ImportOptions options)
    {
        if (table.Find(ColumnRole.Current) is { } current)
        {
            draft.Decide(new Decision(
                DecisionKind.Sign, current.Name, options.Sign == CurrentSign.PositiveDischarges ? "positive discharges" : "positive charges",
                current is { IsDerived: true, Name: "I/mA" } ? "at open circuit no current flows"
                    : current.IsDerived ? "derived from the charge of each interval; EC-Lab counts oxidation of the working electrode as positive"
                    : "EC-Lab counts oxidation of the working electrode as positive",
                Overridden: options.Sign is not null));
        }

        if (table.Find(ColumnRole.ImpedanceImaginary) is { } imaginary)
        {
            draft.Decide(new Decision(DecisionKind.Sign, imaginary.Name, "minus the imaginary part", "the name begins with a minus"));
        }
    }

    /// <summary>Says what is known about the area: impedances are never divided by one that nobody entered.</summary>
    /// <param name="draft">The recording.</param>
    /// <param name="table">The table.</param>
    /// <param name="area">The area as stated [cm²]; null where none is.</param>
    /// <param name="options">The user may state the area.</param>
    internal static void NoteArea(RecordingDraft draft, RecordingTable? table, double? area, ImportOptions options)
    {
        double? stated = area is { } known ? Math.Round(known, 9) : null; // stored in single precision
        if (table?.Find(ColumnRole.Frequency) is not null)
        {
            ElectrodeArea.Note(draft, options, stated, DefaultArea);
        }
        else if (stated == DefaultArea)
        {
            draft.Warn(string.Create(
                CultureInfo.InvariantCulture,
                $"The electrode surface area is {DefaultArea} cm2, which EC-Lab fills in where none was entered; do not use it as a geometry."));
        }
    }
}
