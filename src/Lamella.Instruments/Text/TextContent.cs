using System.Text;
using Lamella.Core.Errors;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Text;

/// <summary>A text file as UTF-8 with an index of its lines.</summary>
public sealed class TextContent
{
    private readonly ReadOnlyMemory<byte> utf8;
    private readonly int[] starts; // where each line begins; one more entry: the end
    private readonly string path;

    private TextContent(string path, ReadOnlyMemory<byte> utf8, Decision encoding)
    {
        (this.path, this.utf8, Encoding) = (path, utf8, encoding);
        starts = IndexLines(utf8.Span);
        int last = utf8.Length == 0 ? 0 : utf8.Span[^1];
        EndsWithLineEnd = last is '\n' or '\r';
    }

    /// <summary>Gets the decision on the encoding.</summary>
    public Decision Encoding { get; }

    /// <summary>Gets the number of lines; what stands after the last line end counts where it is not empty.</summary>
    public int LineCount => starts.Length - 1;

    /// <summary>Gets the number of bytes as UTF-8.</summary>
    public int Length => utf8.Length;

    /// <summary>Gets whether the last line is ended; if not, its last cell may be cut.</summary>
    public bool EndsWithLineEnd { get; }

    /// <summary>Decodes a file.</summary>
    /// <param name="content">The file.</param>
    /// <param name="options">The encoding may be given there.</param>
    /// <returns>The text.</returns>
    public static TextContent Decode(FileContent content, ImportOptions options)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(options);
        (Encoding encoding, int preamble, Decision decision) = TextDecoder.Detect(content.Span);
        if (options.Encoding is { } asked)
        {
            preamble = content.Span.StartsWith(asked.Preamble) ? asked.Preamble.Length : 0;
            (encoding, decision) = (asked, new Decision(DecisionKind.Encoding, "text", asked.WebName, string.Empty, Overridden: true));
        }

        ReadOnlyMemory<byte> body = content.Memory[preamble..];
        bool isReady = encoding is UTF8Encoding || System.Text.Ascii.IsValid(body.Span) && encoding.IsSingleByte;
        return new TextContent(content.Path, isReady ? body : System.Text.Encoding.Convert(encoding, System.Text.Encoding.UTF8, body.ToArray()), decision);
    }

    /// <summary>Makes a text of a string, for parts that were cut out of another file.</summary>
    /// <param name="path">Path for messages.</param>
    /// <param name="text">The text.</param>
    /// <returns>The text with its lines.</returns>
    public static TextContent FromString(string path, string text) => new(
        path, System.Text.Encoding.UTF8.GetBytes(text), new Decision(DecisionKind.Encoding, "text", "UTF-8", "text within another file"));

    /// <summary>Gets the bytes of a line, without its end.</summary>
    /// <param name="line">Line, from 0.</param>
    /// <returns>UTF-8 bytes.</returns>
    public ReadOnlySpan<byte> Bytes(int line) => utf8.Span[starts[line]..starts[line + 1]].TrimEnd("\r\n"u8);

    /// <summary>Gets a line as a string, without its end.</summary>
    /// <param name="line">Line, from 0.</param>
    /// <returns>The text of the line.</returns>
    public string Line(int line) => System.Text.Encoding.UTF8.GetString(Bytes(line));

    /// <summary>Gets where a line begins, in the bytes of the text as UTF-8.</summary>
    /// <param name="line">Line, from 0; the number of lines gives the end.</param>
    /// <returns>Offset [bytes].</returns>
    public int Offset(int line) => starts[line];

    /// <summary>Finds the first line that begins with a text.</summary>
    /// <param name="prefix">The text as UTF-8.</param>
    /// <param name="from">First line to look at, from 0.</param>
    /// <returns>The line, or -1.</returns>
    public int FindLine(ReadOnlySpan<byte> prefix, int from = 0)
    {
        for (int line = from; line < LineCount; line++)
        {
            if (Bytes(line).StartsWith(prefix))
            {
                return line;
            }
        }

        return -1;
    }

    /// <summary>Makes an error at a place of the text.</summary>
    /// <param name="line">Line, from 0.</param>
    /// <param name="column">Character of the line, from 0.</param>
    /// <param name="problem">What was found.</param>
    /// <param name="allowed">What is allowed.</param>
    /// <param name="remedy">What the user can do.</param>
    /// <returns>The error, to be thrown.</returns>
    public InputException Error(int line, int column, string problem, string allowed, string remedy) =>
        new(new InputPlace(path, line + 1, column + 1, line < LineCount ? Line(line) : string.Empty), problem, allowed, remedy);

    private static int[] IndexLines(ReadOnlySpan<byte> text)
    {
        byte end = text.Contains((byte)'\n') ? (byte)'\n' : (byte)'\r';
        int[] starts = new int[text.Count(end) + 2];
        int lines = 0, at = 0;
        for (int found = text.IndexOf(end); found >= 0; found = text[at..].IndexOf(end))
        {
            at += found + 1;
            starts[++lines] = at;
        }

        if (at < text.Length)
        {
            starts[++lines] = text.Length;
        }

        return starts[..(lines + 1)];
    }
}
