using System.Globalization;
using System.Text.RegularExpressions;

namespace Lamella.Audit.Checks.Works;

/// <summary>A line of a list of references, such as <c>Adv. Test. Mater. 20 (2018) 1707629</c>, in its parts.</summary>
/// <param name="Number">Number in the list.</param>
/// <param name="Journal">Name of the journal as printed.</param>
/// <param name="Volume">Volume, or null where none or no plain number is printed.</param>
/// <param name="Year">Year.</param>
/// <param name="Pages">First and last page, or the number of the article, as printed.</param>
internal sealed partial record PrintedWork(string Number, string Journal, int? Volume, int Year, string Pages)
{
    /// <summary>Reads the lines of a list that have this form.</summary>
    internal static IEnumerable<PrintedWork> All(AuditCase audit) =>
        from work in audit.Set.Works
        let parts = Form().Match(work.Value)
        where parts.Success
        select new PrintedWork(
            work.Key,
            parts.Groups["journal"].Value,
            parts.Groups["volume"].Length > 0 ? Whole(parts.Groups["volume"].Value) : null,
            Whole(parts.Groups["year"].Value),
            parts.Groups["pages"].Value);

    private static int Whole(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<journal>.*?\D)\s+(?<volume>\d{1,4})?\s*\((?<year>\d{4})\)\s*(?<pages>\S*)$")]
    private static partial Regex Form();
}
