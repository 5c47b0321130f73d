using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Lamella.Instruments.Formats.PalmsensPssession;

/// <summary>Parses JSON that may be cut, damaged, or hold raw control characters inside strings.</summary>
/// <remarks>
/// What stands before the damage is kept up to the last object or array that is closed; the open ones around it are closed.
/// What follows the outermost object (PSTrace writes one more character) is left out.
/// </remarks>
/// <param name="Document">What could be parsed.</param>
/// <param name="IsWhole">False where something is missing.</param>
/// <param name="Characters">How many characters of the text were used.</param>
internal sealed record TolerantJson(JsonDocument Document, bool IsWhole, int Characters)
{
    private const int Deepest = 64, MostRepairs = 8;

    /// <summary>Parses text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The document; null where not a single object is whole.</returns>
    internal static TolerantJson? Parse(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        int end = utf8.Length;
        for (int repair = 0; repair < MostRepairs && end > 0; repair++)
        {
            if (Repair(utf8.AsSpan(0, end)) is not { } repaired)
            {
                return null;
            }

            try
            {
                var options = new JsonDocumentOptions { MaxDepth = Deepest };
                int characters = Encoding.UTF8.GetCharCount(utf8, 0, repaired.Used);
                return new TolerantJson(JsonDocument.Parse(repaired.Json, options), repair == 0 && repaired.IsWhole, characters);
            }
            catch (JsonException)
            {
                // A broken token in the middle: cut before it and repair again.
                int good = GoodLength(utf8.AsSpan(0, repaired.Used));
                end = good < end ? good : 0;
            }
        }

        return null;
    }

    /// <summary>Escapes control characters inside strings, and closes what is open.</summary>
    private static (ReadOnlyMemory<byte> Json, int Used, bool IsWhole)? Repair(ReadOnlySpan<byte> text)
    {
        var output = new ArrayBufferWriter<byte>(text.Length + 64);
        var open = new Stack<byte>();
        (int written, int used, int depth) = (0, 0, -1);
        bool isString = false;
        for (int i = 0; i < text.Length; i++)
        {
            byte letter = text[i];
            if (isString && letter < 0x20)
            {
                Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\\u{letter:X4}"), output);
                continue;
            }

            output.Write([letter]);
            if (isString && letter == '\\' && i + 1 < text.Length)
            {
                output.Write([text[++i]]);
            }
            else if (letter == '"')
            {
                isString = !isString;
            }
            else if (!isString && letter is (byte)'{' or (byte)'[' && !isString)
            {
                open.Push(letter == '{' ? (byte)'}' : (byte)']');
            }
            else if (!isString && letter is (byte)'}' or (byte)']' && !isString)
            {
                if (open.Count == 0 || open.Pop() != letter)
                {
                    break;
                }

                (written, used, depth) = (output.WrittenCount, i + 1, open.Count);
                if (open.Count == 0)
                {
                    return (output.WrittenMemory, used, true);
                }
            }
        }

        if (depth < 0)
        {
            return null;
        }

        byte[] closed = [.. output.WrittenSpan[..written], .. open.Skip(open.Count - depth)];
        return (closed, used, false);
    }

    private static int GoodLength(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, isFinalBlock: true, new JsonReaderState(new JsonReaderOptions { MaxDepth = Deepest }));
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException)
        {
            return (int)reader.BytesConsumed;
        }

        return text.Length;
    }
}
