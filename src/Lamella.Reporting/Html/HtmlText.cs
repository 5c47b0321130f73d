using System.Text;

namespace Lamella.Reporting.Html;

/// <summary>Makes any text safe inside HTML and SVG, as content and as an attribute in double quotes.</summary>
internal static class HtmlText
{
    /// <summary>Escapes markup; control characters, bidirectional overrides and broken surrogates become U+FFFD.</summary>
    internal static string Escape(string text) => Replace(text, static character => character switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        '\r' => "",
        _ => null,
    });

    /// <summary>Replaces the characters that a rule names; of the others the harmful ones become U+FFFD.</summary>
    internal static string Replace(string text, Func<int, string?> rule)
    {
        var safe = new StringBuilder(text.Length + 16);
        foreach (Rune rune in text.EnumerateRunes())
        {
            _ = rule(rune.Value) is { } replacement
                ? safe.Append(replacement) : safe.Append(IsHarmless(rune) ? rune : Rune.ReplacementChar);
        }

        return safe.ToString();
    }

    /// <summary>Whether a character can stand in a page without steering the parser or reversing the reading order.</summary>
    internal static bool IsHarmless(Rune rune) => rune.Value is '\n' or '\t' || !(Rune.IsControl(rune)
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFFFE or 0xFFFF
        || (rune.Value & 0xFFFE) == 0xFFFE);
}
