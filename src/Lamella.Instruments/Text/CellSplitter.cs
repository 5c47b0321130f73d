namespace Lamella.Instruments.Text;

/// <summary>Walks over the cells of one line of a delimited table.</summary>
/// <param name="line">The line as UTF-8, without its end.</param>
/// <param name="delimiter">What stands between cells; a blank stands for any run of blanks and tabs.</param>
public ref struct CellSplitter(ReadOnlySpan<byte> line, char delimiter)
{
    private readonly byte delimiter = (byte)delimiter;
    private ReadOnlySpan<byte> rest = delimiter == ' ' ? line.Trim(" \t"u8) : line;
    private bool isDone = delimiter == ' ' && line.Trim(" \t"u8).IsEmpty;

    /// <summary>Gets the cell, without the quotes around it; doubled quotes within are left doubled.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>Goes to the next cell.</summary>
    /// <returns>False after the last one.</returns>
    public bool MoveNext()
    {
        if (isDone)
        {
            Current = default;
            return false;
        }

        int end;
        if (!rest.IsEmpty && rest[0] == '"' && QuotedLength(rest) is var quoted && quoted > 0)
        {
            Current = rest[1..(quoted - 1)];
            int after = rest[quoted..].IndexOf(delimiter);
            end = after < 0 ? -1 : quoted + after;
        }
        else
        {
            end = delimiter == ' ' ? rest.IndexOfAny((byte)' ', (byte)'\t') : rest.IndexOf(delimiter);
            Current = end < 0 ? rest : rest[..end];
        }

        isDone = end < 0;
        rest = end < 0 ? default : rest[(end + 1)..];
        rest = delimiter == ' ' ? rest.TrimStart(" \t"u8) : rest;
        return true;
    }

    /// <summary>Returns the length of a quoted cell with its quotes; 0 where the quote is not closed.</summary>
    private static int QuotedLength(ReadOnlySpan<byte> text)
    {
        int at = 1;
        while (true)
        {
            int found = text[at..].IndexOf((byte)'"');
            if (found < 0)
            {
                return 0;
            }

            at += found + 1;
            if (at >= text.Length || text[at] != '"')
            {
                return at;
            }

            at++;
        }
    }
}
