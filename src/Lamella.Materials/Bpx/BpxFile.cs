using System.Text.Json;
using Lamella.Core.Errors;
using Lamella.Core.Yaml;

namespace Lamella.Materials.Bpx;

/// <summary>Reads BPX files.</summary>
/// <remarks>
/// JSON is a subset of YAML in flow style, so that once the JSON is known to be sound the tree of <see cref="YamlFile"/>
/// carries the place of every value. Limits as there: 4 MiB, 100 000 values.
/// </remarks>
public static class BpxFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <returns>Its content.</returns>
    /// <exception cref="InputException">The file cannot be read or is no BPX; carries line, column and what is allowed.</exception>
    public static BpxDocument Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException(
                InputPlace.Whole(path), $"the file cannot be read: {error.Message}", string.Empty, "Give the path of a BPX file (.json) that you may read.");
        }

        return Read(path, bytes);
    }

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="name">Name of the file in messages.</param>
    /// <param name="bytes">Its content, JSON in UTF-8.</param>
    /// <returns>The content.</returns>
    /// <exception cref="InputException">The content is no BPX; carries line, column and what is allowed.</exception>
    public static BpxDocument Read(string name, ReadOnlySpan<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(name);
        bytes = bytes.StartsWith(System.Text.Encoding.UTF8.Preamble) ? bytes[System.Text.Encoding.UTF8.Preamble.Length..] : bytes;
        RequireJson(name, bytes);
        return new BpxReader(name, YamlFile.Read(name, WithoutTabs(bytes))).Read();
    }

    private static void RequireJson(string name, ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException error)
        {
            long line = error.LineNumber ?? 0;
            string[] lines = System.Text.Encoding.UTF8.GetString(bytes).Split('\n');
            string text = line < lines.Length ? lines[line].TrimEnd('\r') : string.Empty;
            var place = new InputPlace(name, (int)line + 1, (int)Math.Min(error.BytePositionInLine ?? 0, text.Length) + 1, text);
            string reason = error.Message.Split(" LineNumber:")[0].TrimEnd('.', ' ');
            throw new InputException(
                place, $"this is no JSON: {reason}.", "one object {\"Header\": …, \"Parameterisation\": …} with keys and texts in double quotes",
                "Correct the text here; look for a missing comma, quote or bracket just before.");
        }
    }

    /// <summary>Replaces tabs between the values by spaces, which YAML wants and JSON does not tell apart.</summary>
    private static byte[] WithoutTabs(ReadOnlySpan<byte> bytes)
    {
        byte[] clean = bytes.ToArray();
        bool isText = false;
        for (int k = 0; k < clean.Length; k++)
        {
            isText ^= clean[k] == '"';
            k += isText && clean[k] == '\\' ? 1 : 0;
            if (!isText && clean[k] == '\t')
            {
                clean[k] = (byte)' ';
            }
        }

        return clean;
    }
}
