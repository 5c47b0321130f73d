using FsCheck;
using FsCheck.Fluent;

namespace Lamella.Reporting.Tests.Html;

/// <summary>Names as someone would choose them who wants to break out of a page, mixed with arbitrary text.</summary>
internal static class HostileText
{
    internal static readonly string[] Fragments =
    [
        "</script>", "<script>document.title='broken'</script>", "<!--", "-->", "]]>", "\"", "'", "`", "&lt;", "&", "<img src=x onerror=\"document.title='broken'\">",
        "</title>", "</style>", "</svg>", "</td>", "%{x}", "${x}", "$x$", "{{", "\\u003c", "\\", "\u2028", "\u202E", "\0", "\u001B", "\uD800", "\uDC00", "\r\n", "\n\n",
        "javascript:alert(1)", "var(--ink)", "<b>", "<a href=\"javascript:alert(1)\">", "=1+1", "𝔏i", "é", "µ", " ", "x", "\" onload=\"document.title='broken'", "</SCRIPT >",
    ];

    /// <summary>Generates text that is not blank, which names may not be.</summary>
    internal static Gen<string> Names() =>
        from parts in Gen.Elements(Fragments).Or(ArbMap.Default.GeneratorFor<char>().Select(c => c.ToString())).ListOf()
        select "n" + string.Concat(parts);
}
