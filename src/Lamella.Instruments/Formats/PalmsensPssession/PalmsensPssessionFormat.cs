using System.Collections.Immutable;
using System.Text.Json;
using Lamella.Instruments.Impedance;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Formats.PalmsensPssession;

/// <summary>Reads the sessions of PSTrace: every measurement with its data set, or with its curves where older files have only these.</summary>
/// <remarks>
/// UTF-16 with byte-order mark, one JSON object and one character more. Names of properties differ in case between versions, and strings
/// may hold raw control characters. The imaginary part is stored as −Z'', the phase as −φ.
/// </remarks>
public sealed class PalmsensPssessionFormat : IInstrumentFormat
{
    private const int BytesPerCharacter = 2;

    /// <inheritdoc/>
    public string Name => "palmsens-pssession";

    /// <inheritdoc/>
    public string Title => "PalmSens PSTrace .pssession";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions => [".pssession"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        ReadOnlySpan<char> head = content.Head.AsSpan(0, Math.Min(content.Head.Length, 2048)).TrimStart();
        return head.StartsWith('{') && head.Contains("\"coreversion\"", StringComparison.OrdinalIgnoreCase) && head.Contains("PalmSens", StringComparison.OrdinalIgnoreCase)
            ? new Recognition(Recognition.Signature, "JSON with CoreVersion and types of PalmSens") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(options);
        var draft = new RecordingDraft(content.Facts, Name) { Instrument = "PalmSens PSTrace" };
        (System.Text.Encoding encoding, int preamble, Decision decision) = TextDecoder.Detect(content.Span);
        draft.Decide(decision);
        if (TolerantJson.Parse(encoding.GetString(content.Span[preamble..])) is not { } json)
        {
            draft.Miss(new Shortfall(string.Empty, 0, null, content.Length, "every measurement"));
            return draft.Finish();
        }

        using JsonDocument document = json.Document;
        JsonElement root = document.RootElement;
        draft.FormatVersion = root.Text("CoreVersion");
        draft.Set(string.Empty, "Type", root.Text("Type"));
        draft.Set(string.Empty, "CoreVersion", root.Text("CoreVersion"));
        draft.Set(string.Empty, "MethodForMeasurement", root.Text("MethodForMeasurement"));
        ReadMeasurements(draft, options, root, json, content.Length);
        return draft.Finish();
    }

    private static void ReadMeasurements(RecordingDraft draft, ImportOptions options, JsonElement root, TolerantJson json, long fileLength)
    {
        JsonElement[] measurements = [.. root.Items("Measurements")];
        int rows = 0;
        bool hasSpectrum = false;
        for (int i = 0; i < measurements.Length; i++)
        {
            var measurement = new PalmsensMeasurement(draft, options, i + 1, !json.IsWhole && i == measurements.Length - 1);
            rows += measurement.Read(measurements[i]);
            hasSpectrum |= measurement.HasSpectrum;
        }

        CurrentDirection.Note(draft, options, "positive is oxidation at the working electrode: it charges the cell where that is the positive one", "as PSTrace writes it");
        if (hasSpectrum)
        {
            ElectrodeArea.Note(draft, options, null, null);
        }

        if (!json.IsWhole)
        {
            long end = Math.Min(fileLength, BytesPerCharacter * ((long)json.Characters + 1));
            draft.Miss(new Shortfall(string.Empty, rows, null, end, "what follows; arrays that are not whole are left out"));
        }
    }
}
