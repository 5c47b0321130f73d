using System.Globalization;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Impedance;

/// <summary>Says what is known about the electrode's area. It is never assumed.</summary>
internal static class ElectrodeArea
{
    private const double SquareMetresInSquareCentimetre = 1e-4;

    /// <summary>Notes the area of a file with impedances.</summary>
    /// <param name="draft">Where the note goes.</param>
    /// <param name="options">The user may state the area.</param>
    /// <param name="stated">Area that the file states [cm²]; null where it states none.</param>
    /// <param name="untouched">Area that the software writes when nobody fills it in [cm²]; null where there is no such value.</param>
    internal static void Note(RecordingDraft draft, ImportOptions options, double? stated, double? untouched)
    {
        const string Subject = "electrode area";
        if (options.ElectrodeArea is { } asked)
        {
            draft.Decide(new Decision(
                DecisionKind.Unit, Subject, Text(asked / SquareMetresInSquareCentimetre), string.Empty, Overridden: true));
        }
        else if (stated is not > 0.0)
        {
            draft.Warn("The file states no electrode area: impedances are those of the whole cell in Ω, none is assumed per area; say --area.");
        }
        else if (stated == untouched)
        {
            draft.Warn($"The file states an electrode area of {Text(stated.Value)}, which the software writes when nobody fills it in: impedances are those of the whole cell in Ω; say --area.");
        }
        else
        {
            draft.Decide(new Decision(DecisionKind.Unit, Subject, Text(stated.Value), "stated in the file; impedances are those of the whole cell in Ω"));
        }
    }

    private static string Text(double squareCentimetres) =>
        string.Create(CultureInfo.InvariantCulture, $"{squareCentimetres:G6} cm²");
}
