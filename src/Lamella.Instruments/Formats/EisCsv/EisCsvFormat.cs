using System.Collections.Immutable;
using Lamella.Instruments.Impedance;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.EisCsv;

/// <summary>Reads impedance spectra from any delimited text whose headings name a frequency and an impedance.</summary>
/// <remarks>
/// Accepted are tabs, semicolons, commas, bars and blanks between cells, decimal point and comma, lines before the headings, spectra
/// below each other (headings repeated, or the frequency turning back) and side by side. Headings are read as in
/// <see cref="Impedance"/>: <c>f</c>, <c>freq/Hz</c>, <c>Z'</c>, <c>Re(Z)/Ohm</c>, <c>-Z''</c>, <c>|Z|</c>, <c>Phase(Z)/deg</c>.
/// </remarks>
public sealed class EisCsvFormat : IInstrumentFormat
{
    /// <inheritdoc/>
    public string Name => "eis-csv";

    /// <inheritdoc/>
    public string Title => "frequency and impedance as text";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".csv", ".txt", ".dat", ".tsv"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        int heading = SpectrumText.FindHeading(content.HeadLines);
        return heading < 0
            ? BareSpectrum.Find(content.HeadLines) is null ? null
                : new Recognition(Recognition.Generic - 10, "three columns of numbers, of which the first is spaced evenly in its logarithm")
            : content.Head.StartsWith("RelaxIS", StringComparison.Ordinal) ? new Recognition(Recognition.Signature, "an export of RelaxIS")
            : new Recognition(Recognition.Generic, $"the headings on line {heading + 1} name a frequency and an impedance");
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        HeadedTable table = HeadedTable.Begin(content, options, Name, string.Empty);
        table.Draft.Instrument = content.Head.StartsWith("RelaxIS", StringComparison.Ordinal) ? "RelaxIS" : "not stated";
        table.Draft.Technique = "impedance";
        int heading = SpectrumText.FindHeading(content.HeadLines);
        if (heading >= 0)
        {
            new SpectrumText(table, signs: null).Read(heading, cancellationToken);
            NoteUnits(table.Draft);
        }
        else if (BareSpectrum.Find(content.HeadLines) is { } bare)
        {
            ReadBare(table, bare.Line, bare.Delimiter, cancellationToken);
        }

        ElectrodeArea.Note(table.Draft, options, null, null);
        return table.Draft.Finish();
    }

    private static void NoteUnits(RecordingDraft draft)
    {
        string[] bare =
        [
            .. draft.Tables.SelectMany(one => one.Columns)
                .Where(column => column.Unit.Length == 0 && column.Scale is { Factor: 1.0 }
                    && column.Role is ColumnRole.Frequency or ColumnRole.ImpedanceReal or ColumnRole.ImpedanceImaginary or ColumnRole.ImpedanceModulus)
                .Select(column => $"'{column.Name}'").Distinct(),
        ];
        if (bare.Length > 0)
        {
            draft.Warn($"The headings name no unit of {string.Join(", ", bare)}: frequencies are taken for Hz and impedances for Ω.");
        }
    }

    private static void ReadBare(HeadedTable table, int line, char delimiter, CancellationToken cancellationToken)
    {
        for (int comment = 0; comment < line; comment++)
        {
            table.Draft.Set(string.Empty, "comment", table.Text.Line(comment).TrimStart('#', '%', ' '));
        }

        table.Draft.Decide(new Decision(
            DecisionKind.Structure, "columns", "f, Z', Z''", "there are no headings; the first of three columns is spaced evenly in its logarithm"));
        table.Draft.Warn("The file has no headings: its columns are taken for f in Hz, Z' and Z'' in Ω.");
        var layout = new DelimitedLayout { Names = ["f", "Z'", "Z''"], FirstLine = line, Delimiter = delimiter };
        new ImpedanceTables(table.Draft, table.Options).Add(table.Read(string.Empty, layout, null, cancellationToken), signs: null);
    }
}
