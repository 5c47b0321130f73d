using System.Collections.Immutable;
using Lamella.Instruments.Impedance;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;

namespace Lamella.Instruments.Formats.Parstat;

/// <summary>Reads the text exports of PARSTAT's programs: one line of headings, tabs, and the direct-current trace with frequency 0.</summary>
/// <remarks>
/// PowerSUITE writes three columns and ends its lines with two carriage returns and a line feed. The records with frequency 0 are
/// the current and voltage between the sweeps; they become a table of their own.
/// </remarks>
public sealed class ParstatFormat : IInstrumentFormat
{
    /// <inheritdoc/>
    public string Name => "parstat";

    /// <inheritdoc/>
    public string Title => "PARSTAT and PowerSUITE text";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".txt"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Names(content) is not { } names ? null
            : names.Contains("Zre (ohms)") && names.Contains("Zim (ohms)") ? new Recognition(Recognition.Signature, "the headings Zre (ohms) and Zim (ohms)")
            : names is ["Frequency", "Zre", "Zimg"] ? new Recognition(Recognition.Signature, "the headings Frequency, Zre, Zimg") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        bool isPowerSuite = Names(content)?.Contains("Zimg") == true;
        HeadedTable table = HeadedTable.Begin(content, options, Name, isPowerSuite ? "PowerSUITE" : "PARSTAT");
        table.Draft.Technique = "impedance";
        var signs = new ImaginarySign(true, false, "the program writes Zim with its true sign");
        new SpectrumText(table, signs, splitsTrace: true).Read(0, cancellationToken);
        ElectrodeArea.Note(table.Draft, options, null, null);
        return table.Draft.Finish();
    }

    private static string[]? Names(FileContent content) => content.HeadLines.Length == 0 || !content.HeadLines[0].Contains('\t')
        ? null : [.. HeadedTable.Cells(content.HeadLines[0], '\t').Where(name => name.Length > 0)];
}
