using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Lamella.Core;
using Lamella.Core.Errors;
using Lamella.Core.Quantities;
using Lamella.Materials.Records.Entries;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Records;

/// <summary>What became of the results of an analysis.</summary>
/// <param name="Records">The records.</param>
/// <param name="LeftOut">Results that are no record, with the reason.</param>
public sealed record ImportedAnalysis(ImmutableArray<LiteratureRecord> Records, ImmutableArray<string> LeftOut);

/// <summary>What a result file does not say of itself.</summary>
public sealed record ImportAnalysisRequest
{
    /// <summary>Gets the path of a result.json of <c>lamella analyse</c>, or of the folder that holds it.</summary>
    public required string Path { get; init; }

    /// <summary>Gets what was measured.</summary>
    public required string System { get; init; }

    /// <summary>Gets the reference state where the result says none, or null.</summary>
    public string? State { get; init; }

    /// <summary>Gets whom to cite, or null to cite the measured files.</summary>
    public string? Source { get; init; }

    /// <summary>Gets conditions that the result does not say, as <c>name=value</c>.</summary>
    public ImmutableArray<string> Conditions { get; init; } = [];

    /// <summary>Gets further names, as <c>key=quantity</c>.</summary>
    public ImmutableArray<string> Names { get; init; } = [];
}

/// <summary>Makes records of the quantities that an analysis found.</summary>
public static class ImportAnalysis
{
    /// <summary>Reads a result.</summary>
    /// <param name="request">Which result, and what it does not say.</param>
    /// <returns>The records, validated as any other, and what was left out.</returns>
    /// <exception cref="InputException">The file is no result of an analysis, or what the user states is wrong.</exception>
    public static ImportedAnalysis Run(ImportAnalysisRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string path = Directory.Exists(request.Path) ? Path.Combine(request.Path, ResultFolder.SummaryFile) : request.Path;
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            return Read(document.RootElement, request);
        }
        catch (Exception error) when (error is JsonException or IOException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InputException(
                InputPlace.Whole(path), $"this is no result of an analysis: {error.Message}", "result.json of 'lamella analyse', or its folder",
                "Write one with 'lamella analyse TECHNIQUE FILE --output FOLDER'.");
        }
    }

    private static ImportedAnalysis Read(JsonElement root, ImportAnalysisRequest request)
    {
        string technique = root.GetProperty("technique").GetString()!;
        string hash = root.GetProperty("provenance").GetProperty("input_sha256").GetString()!;
        string source = request.Source ?? Citation(root, technique);
        var names = AnalysisNames.Read(request.Names, Settings(root));
        var accepted = new List<Action<Utf8JsonWriter>>();
        var leftOut = ImmutableArray.CreateBuilder<string>();
        foreach (JsonElement found in root.GetProperty("quantities").EnumerateArray())
        {
            string key = found.GetProperty("key").GetString()!;
            if (names.Of(key, Unit.Parse(found.GetProperty("unit").GetString()!), out string problem) is not { } word)
            {
                leftOut.Add($"{key}: {problem}");
                continue;
            }

            string? state = Text(found, "reference_state") ?? request.State;
            ImmutableSortedDictionary<string, string> conditions = Conditions(found, request.Conditions);
            var write = (Utf8JsonWriter writer) => Write(writer, found, (technique, hash, source), (request.System, word, state, conditions));
            try
            {
                _ = Parse(request.Path, [write]);
                accepted.Add(write);
            }
            catch (InputException wrong)
            {
                leftOut.Add($"{key}: {wrong.Problem} {wrong.Remedy}");
            }
        }

        return new ImportedAnalysis(accepted.Count > 0 ? Parse(request.Path, accepted) : [], leftOut.ToImmutable());
    }

    private static ImmutableArray<LiteratureRecord> Parse(string name, IEnumerable<Action<Utf8JsonWriter>> records) =>
        RecordLibrary.ReadText(name, JsonFile.Text(writer => writer.Objects("records", records, write => write(writer)))).Records;

    private static void Write(Utf8JsonWriter writer, JsonElement found, (string Technique, string Hash, string Source) from, (string System, string Word, string? State, ImmutableSortedDictionary<string, string> Conditions) stated)
    {
        string key = found.GetProperty("key").GetString()!, unit = found.GetProperty("unit").GetString()!;
        string spread = found.TryGetProperty("standard_uncertainty", out JsonElement one) && one.ValueKind == JsonValueKind.Number ? $" ± {Digits(one.GetDouble())}" : string.Empty;
        writer.WriteString("id", $"{from.Technique}-{key.Replace('_', '-')}-{from.Hash[..8]}");
        writer.WriteString("system", stated.System);
        writer.WriteString("quantity", stated.Word);
        string bound = found.TryGetProperty("is_lower_bound", out JsonElement lower) && lower.GetBoolean() ? ">= " : string.Empty;
        writer.WriteString("value", $"{bound}{Digits(found.GetProperty("value").GetDouble())}{spread}{(unit == "1" ? string.Empty : " " + unit)}");
        if (stated.State is { } state)
        {
            writer.WriteString("state", state);
        }

        if (!stated.Conditions.IsEmpty)
        {
            writer.WriteStartObject("at");
            foreach ((string name, string value) in stated.Conditions)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        writer.WriteString("method", $"lamella analyse {from.Technique}");
        writer.WriteString("source", from.Source);
        writer.WriteString("kind", "analysed");
        if (Text(found, "name") is { } note)
        {
            writer.WriteString("note", note);
        }
    }

    private static string Citation(JsonElement root, string technique)
    {
        string[] files = [.. root.GetProperty("measurements").EnumerateArray().Select(item => $"{item.GetProperty("file").GetString()} (sha256 {item.GetProperty("sha256").GetString()![..12]})").Distinct()];
        return files.Length > 0 ? $"own measurement: {string.Join(", ", files)}" : $"own analysis: {technique}";
    }

    private static IEnumerable<string> Settings(JsonElement root) => root.TryGetProperty("settings", out JsonElement settings)
        ? settings.EnumerateArray().Select(setting => $"{setting.GetProperty("name").GetString()}={setting.GetProperty("value").GetString()}") : [];

    // What the result says of itself is written first; what the user states wins.
    private static ImmutableSortedDictionary<string, string> Conditions(JsonElement found, ImmutableArray<string> stated)
    {
        var conditions = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (found.TryGetProperty("temperature_K", out JsonElement kelvin) && kelvin.ValueKind == JsonValueKind.Number)
        {
            conditions["temperature"] = $"{Digits(Math.Round(kelvin.GetDouble() - PhysicalConstants.ZeroCelsius, 6))} degC";
        }

        foreach (JsonProperty own in found.TryGetProperty("conditions", out JsonElement all) ? all.EnumerateObject() : [])
        {
            conditions[own.Name] = own.Value.GetString()!;
        }

        foreach (string text in stated)
        {
            string[] parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
            conditions[parts[0]] = parts.Length == 2 && parts[0].Length > 0 && parts[1].Length > 0 ? parts[1] : throw new InputException(
                InputPlace.Whole("--at"), $"'{text}' has no '='.", "NAME=VALUE", "Write for example --at \"c_rate=0.5C\".");
        }

        return conditions.ToImmutable();
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement text) ? text.GetString() : null;

    private static string Digits(double value) => value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');
}
