using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tables;

namespace Lamella.Instruments.Formats.BpxJson;

/// <summary>BPX: a parameter set of a cell in JSON. It holds no measurement; it is recognised and said so.</summary>
/// <remarks>The room of the cells reads the parameters. What the section <c>Validation</c> holds is measured, and read here.</remarks>
public sealed class BpxJsonFormat : IInstrumentFormat
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <inheritdoc/>
    public string Name => "bpx-json";

    /// <inheritdoc/>
    public string Title => "BPX parameter set .json";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".json"];

    /// <inheritdoc/>
    public Recognition? Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        string head = content.Head.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return head.StartsWith('{') && head.Contains("\"Header\"", StringComparison.Ordinal) && head.Contains("\"BPX\"", StringComparison.Ordinal)
            ? new Recognition(Recognition.Certain, "JSON with a Header that names BPX") : null;
    }

    /// <inheritdoc/>
    public Recording Read(FileContent content, ImportOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var draft = new RecordingDraft(content.Facts, Name) { Instrument = "none: a parameter set" };
        draft.Warn("This is a BPX parameter set of a cell, no measurement: describe a cell with it instead of importing it.");
        try
        {
            // Texts that are no UTF-8 would fail only when they are asked for; decoding first marks them instead.
            Encoding encoding = content.StartsWith(Encoding.Unicode.Preamble) ? Encoding.Unicode : Encoding.UTF8;
            using JsonDocument document = JsonDocument.Parse(encoding.GetString(content.Span).TrimStart('\uFEFF'), Lenient);
            ReadHeader(document.RootElement, draft);
            ReadValidation(document.RootElement, options, draft);
        }
        catch (JsonException broken)
        {
            draft.Miss(new Shortfall(string.Empty, 0, null, content.Length, FormattableString.Invariant(
                $"valid JSON from line {(broken.LineNumber ?? 0) + 1} on")));
        }

        return CurrentDirection.Stated(draft.Finish(), options);
    }

    private static void ReadHeader(JsonElement root, RecordingDraft draft)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("Header", out JsonElement header) || header.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (JsonProperty entry in header.EnumerateObject())
        {
            draft.Set("Header", entry.Name, entry.Value.ToString());
        }

        draft.FormatVersion = draft.Text("BPX") ?? string.Empty;
    }

    private static void ReadValidation(JsonElement root, ImportOptions options, RecordingDraft draft)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("Validation", out JsonElement validation) || validation.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (JsonProperty experiment in validation.EnumerateObject().Where(entry => entry.Value.ValueKind == JsonValueKind.Object))
        {
            List<(string Name, double[] Values)> arrays = [.. experiment.Value.EnumerateObject()
                .Where(column => column.Value.ValueKind == JsonValueKind.Array)
                .Select(column => (column.Name, Numbers(column.Value)))];
            if (arrays.Count > 0 && arrays.TrueForAll(array => array.Values.Length == arrays[0].Values.Length))
            {
                CurrentDirection.Note(draft, options, "positive charges", "BPX counts discharge as negative in Validation", subject: "Current [A]");
                draft.Add(new RecordingTable
                {
                    Name = experiment.Name,
                    Technique = "validation",
                    Columns = [.. arrays.Select(array => Column(array.Name, array.Values))],
                    RowCount = arrays[0].Values.Length,
                });
            }
            else if (arrays.Count > 0)
            {
                draft.Warn($"The arrays of the validation experiment '{experiment.Name}' differ in length; it is left out.");
            }
        }
    }

    private static RecordingColumn Column(string name, double[] values)
    {
        (ColumnRole role, ColumnScale? scale) = name switch
        {
            "Time [s]" => (ColumnRole.TestTime, ColumnScale.Of(1.0, "s")),
            "Current [A]" => (ColumnRole.Current, ColumnScale.Of(1.0, "A")),
            "Voltage [V]" => (ColumnRole.Voltage, ColumnScale.Of(1.0, "V")),
            "Temperature [K]" => (ColumnRole.Temperature, ColumnScale.Of(1.0, "K")),
            _ => (ColumnRole.None, (ColumnScale?)null),
        };
        return new RecordingColumn { Name = name, Unit = scale?.Unit ?? string.Empty, Values = ColumnValues.OfText(values), Role = role, Scale = scale };
    }

    private static double[] Numbers(JsonElement array) =>
        [.. array.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) ? number : double.NaN)];
}
