using System.Text;

namespace Lamella.Materials.Tests.Records.Exporting;

/// <summary>A plain reader of BibTeX, independent of the product: it counts braces as BibTeX does, also behind a backslash.</summary>
internal sealed class BibTexReader(string text)
{
    private int _at;

    internal static List<(string Type, string Key, Dictionary<string, string> Fields)> Read(string text)
    {
        var reader = new BibTexReader(text);
        var entries = new List<(string Type, string Key, Dictionary<string, string> Fields)>();
        while (reader.Next() is { } entry)
        {
            entries.Add(entry);
        }

        return entries;
    }

    /// <summary>Undoes the commands for characters, as TeX would set them.</summary>
    internal static string Typeset(string field)
    {
        var text = new StringBuilder(field);
        foreach ((string command, string letter) in new[]
        {
            (@"{\textbraceleft}", "\u0001"), (@"{\textbraceright}", "\u0002"), (@"{\textasciitilde}", "~"), (@"{\textasciicircum}", "^"),
            (@"{\textless}", "<"), (@"{\textgreater}", ">"), (@"{\textbar}", "|"), (@"{\textquotedbl}", "\""),
            (@"\&", "&"), (@"\%", "%"), (@"\$", "$"), (@"\#", "#"), (@"\_", "_"), (@"{\textbackslash}", "\\"), ("{", string.Empty), ("}", string.Empty),
            ("\u0001", "{"), ("\u0002", "}"),
        })
        {
            text.Replace(command, letter);
        }

        return text.ToString();
    }

    private (string Type, string Key, Dictionary<string, string> Fields)? Next()
    {
        _at = text.IndexOf('@', _at);
        if (_at < 0)
        {
            return null;
        }

        string type = Until('{')[1..], key = Until(',');
        var fields = new Dictionary<string, string>();
        while (Peek() != '}')
        {
            string name = Until('=');
            if (Peek() != '{')
            {
                throw new FormatException($"the field '{name}' of '{key}' has no brace at {_at}.");
            }

            fields.Add(name, Braced());
            _at += Peek() == ',' ? 1 : 0;
        }

        _at++;
        return key.Length > 0 && key.All(letter => !char.IsWhiteSpace(letter) && !"{}(),\"#%'=~\\".Contains(letter)) ? (type, key, fields) : throw new FormatException($"'{key}' is no key.");
    }

    private char Peek()
    {
        while (char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }

        return text[_at];
    }

    private string Until(char end)
    {
        int from = _at;
        _at = text.IndexOf(end, _at) + 1;
        return text[from..(_at - 1)].Trim();
    }

    private string Braced()
    {
        int depth = 0, from = _at + 1;
        do
        {
            depth += text[_at] == '{' ? 1 : text[_at] == '}' ? -1 : 0;
            _at++;
        }
        while (depth > 0);
        return text[from..(_at - 1)];
    }
}
