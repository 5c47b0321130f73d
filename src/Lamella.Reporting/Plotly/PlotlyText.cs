using System.Text;
using Lamella.Reporting.Html;

namespace Lamella.Reporting.Plotly;

/// <summary>Makes any text literal for Plotly, which otherwise reads some markup, templates and mathematics in it.</summary>
internal static class PlotlyText
{
    /// <summary>Escapes <c>&lt; &gt; &amp;</c>, the braces of templates and the dollar of mathematics.</summary>
    internal static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length + 16);
        foreach (Rune rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&': safe.Append("&amp;"); break;
                case '<': safe.Append("&lt;"); break;
                case '>': safe.Append("&gt;"); break;
                case '{': safe.Append("&#123;"); break;
                case '}': safe.Append("&#125;"); break;
                case '$': safe.Append("&#36;"); break;
                case '\r' or '\n' or '\t': safe.Append(' '); break;
                default: safe.Append(HtmlText.IsHarmless(rune) ? rune : Rune.ReplacementChar); break;
            }
        }

        return safe.ToString();
    }
}
