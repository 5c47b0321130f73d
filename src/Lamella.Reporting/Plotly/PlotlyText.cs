using Lamella.Reporting.Html;

namespace Lamella.Reporting.Plotly;

/// <summary>Makes any text literal for Plotly, which otherwise reads some markup, templates and mathematics in it.</summary>
internal static class PlotlyText
{
    /// <summary>Escapes <c>&lt; &gt; &amp;</c>, the braces of templates and the dollar of mathematics.</summary>
    internal static string Escape(string text) => HtmlText.Replace(text, static character => character switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '{' => "&#123;",
        '}' => "&#125;",
        '$' => "&#36;",
        '\r' or '\n' or '\t' => " ",
        _ => null,
    });
}
