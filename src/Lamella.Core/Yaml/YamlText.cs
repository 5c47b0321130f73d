using System.Text;
using Lamella.Core.Errors;

namespace Lamella.Core.Yaml;

/// <summary>The decoded text of an input file and its lines.</summary>
internal sealed class YamlText
{
    private readonly string _file;
    private readonly string[] _lines;

    private YamlText(string file, string content)
    {
        (_file, Content) = (file, content);
        _lines = content.Split('\n');
    }

    /// <summary>Gets the whole text, without byte order mark.</summary>
    internal string Content { get; }

    /// <summary>Returns a place of the file.</summary>
    internal InputPlace At(int line, int column)
    {
        string text = line >= 1 && line <= _lines.Length ? _lines[line - 1].TrimEnd('\r') : string.Empty;
        return new InputPlace(_file, Math.Max(line, 1), Math.Max(column, 1), text);
    }

    /// <summary>Returns a line, counted from 1, or an empty text.</summary>
    internal string Line(int line) => line >= 1 && line <= _lines.Length ? _lines[line - 1] : string.Empty;

    /// <summary>Reads the bytes of a file, at most one more than allowed.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    internal static byte[] Read(string path, YamlLimits limits)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            long size = stream.CanSeek ? stream.Length : 0; // 0 also for files of the system, which do not tell
            byte[] bytes = new byte[Math.Clamp(size, 4095, limits.LargestFile) + 1];
            int length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            while (length == bytes.Length && length <= limits.LargestFile)
            {
                Array.Resize(ref bytes, (int)Math.Min(2L * length, limits.LargestFile + 1L));
                length += stream.ReadAtLeast(bytes.AsSpan(length), bytes.Length - length, throwOnEndOfStream: false);
            }

            return length == bytes.Length ? bytes : bytes[..length];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException(InputPlace.Whole(path), Unreadable(path, error), string.Empty, Remedy(error));
        }
    }

    /// <summary>Decodes the bytes of a file.</summary>
    /// <exception cref="InputException">The bytes are too many or no UTF-8 text.</exception>
    internal static YamlText Decode(string path, ReadOnlySpan<byte> bytes, YamlLimits limits)
    {
        if (bytes.Length > limits.LargestFile)
        {
            throw new InputException(
                InputPlace.Whole(path),
                "the file is too large for a description.",
                $"at most {limits.LargestFile / (1024 * 1024)} MiB",
                "Check that this is the right file.");
        }

        bytes = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        var text = new YamlText(path, Encoding.UTF8.GetString(bytes));
        int invalid = FirstInvalid(bytes);
        if (invalid >= 0)
        {
            // The length of the decoded part before the first bad byte gives its line and column.
            (int line, int column) = LineAndColumn(Encoding.UTF8.GetString(bytes[..invalid]));
            throw new InputException(
                text.At(line, column),
                "a byte here is not UTF-8 text.",
                "files in UTF-8",
                "Save the file as UTF-8 in your editor (not as Latin-1 or UTF-16).");
        }

        text.RefuseControlCharacters();
        return text;
    }

    /// <summary>Cuts a text for a message.</summary>
    internal static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private static string Unreadable(string path, Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => "the file does not exist.",
        _ when Directory.Exists(path) => "this is a folder, not a file.",
        UnauthorizedAccessException => "the file may not be read: permission is denied.",
        _ => $"the file cannot be read: {error.Message}",
    };

    private static string Remedy(Exception error) => error is UnauthorizedAccessException
        ? "Give the path of a file that you may read, such as examples/zheng2025-aiose/cell.yaml."
        : "Check the path; it is taken relative to the current folder.";

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
        while (at < bytes.Length)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out int consumed) != System.Buffers.OperationStatus.Done)
            {
                return at;
            }

            at += consumed;
        }

        return -1;
    }

    private static (int Line, int Column) LineAndColumn(string before)
    {
        int line = before.Count(character => character == '\n') + 1;
        return (line, before.Length - before.LastIndexOf('\n'));
    }

    private void RefuseControlCharacters()
    {
        for (int i = 0; i < Content.Length; i++)
        {
            char character = Content[i];
            if (char.IsControl(character) && character is not ('\n' or '\r' or '\t' or '\u0085'))
            {
                (int line, int column) = LineAndColumn(Content[..i]);
                throw new InputException(
                    At(line, column),
                    $"the invisible control character U+{(int)character:X4} stands here.",
                    "text",
                    "Delete it; if the whole file looks like this, it is no text file.");
            }
        }
    }
}
