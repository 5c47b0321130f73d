using System.Globalization;
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
                current.IsDerived ? "derived from the charge of each interval; EC-Lab counts oxidation of the working electrode as positive"
                    : "EC-Lab counts oxidation of the working electrode as positive",
                Overridden: options.Sign is not null));
        }

        if (table.Find(ColumnRole.ImpedanceImaginary) is { } imaginary)
        {
            draft.Decide(new Decision(DecisionKind.Sign, imaginary.Name, "minus the imaginary part", "the name begins with a minus"));
        }
    }

    /// <summary>Warns where the area is the one that EC-Lab fills in.</summary>
    /// <param name="draft">The recording.</param>
    /// <param name="area">The area as stated [cm²]; null where none is.</param>
    internal static void CheckArea(RecordingDraft draft, double? area)
    {
        if (area is { } stated && Math.Abs(stated - DefaultArea) < 1e-7)
        {
            draft.Warn(string.Create(
                CultureInfo.InvariantCulture,
                $"The electrode surface area is {DefaultArea} cm2, which EC-Lab fills in where none was entered; do not use it as a geometry."));
        }
    }
}
