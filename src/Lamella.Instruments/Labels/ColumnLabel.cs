using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Labels;

/// <summary>The heading of a column, taken apart into the name and the unit.</summary>
/// <param name="Name">The name without the unit, trimmed.</param>
/// <param name="Unit">The unit as written; empty where the heading holds none.</param>
/// <remarks>
/// Read are <c>name (unit)</c>, <c>name[unit]</c>, <c>name/unit</c>, <c>name, unit</c> and <c>name#unit</c>, and
/// <c>name_unit</c> for Hz, ohm and degrees as programs write tables of impedance. What stands in round brackets is a unit only if it is
/// one: <c>Re(Z)</c> and <c>Z'(a)</c> are names.
/// </remarks>
internal readonly record struct ColumnLabel(string Name, string Unit)
{
    /// <summary>Gets the way to SI; null where the unit is absent or not known.</summary>
    internal ColumnScale? Scale => VendorUnit.Find(Unit);

    /// <summary>Takes a heading apart.</summary>
    /// <param name="heading">The cell as written, without quotes.</param>
    /// <returns>Name and unit.</returns>
    internal static ColumnLabel Parse(string heading)
    {
        string text = heading.Trim();
        return Bracketed(text, '[', ']', any: true) ?? Bracketed(text, '(', ')', any: false)
            ?? Behind(text, '#') ?? Behind(text, '/') ?? Behind(text, ',') ?? Underscored(text) ?? new ColumnLabel(text, string.Empty);
    }

    private static ColumnLabel? Bracketed(string text, char open, char close, bool any)
    {
        if (!text.EndsWith(close))
        {
            return null;
        }

        int at = text.LastIndexOf(open);
        string unit = at > 0 ? text[(at + 1)..^1].Trim() : string.Empty;
        string name = at > 0 ? text[..at].Trim() : string.Empty;
        bool isUnit = any || VendorUnit.Find(unit) is not null || VendorUnit.IsAreaSpecific(unit);
        return name.Length > 0 && isUnit ? new ColumnLabel(name, unit) : null;
    }

    private static ColumnLabel? Behind(string text, char mark)
    {
        int at = mark == '/' ? text.IndexOf(mark, StringComparison.Ordinal) : text.LastIndexOf(mark);
        if (at <= 0)
        {
            return null;
        }

        string unit = text[(at + 1)..].Trim();
        bool isUnit = mark == '#' || VendorUnit.Find(unit) is not null || VendorUnit.IsAreaSpecific(unit);
        return isUnit ? new ColumnLabel(text[..at].Trim(), unit) : null;
    }

    private static ColumnLabel? Underscored(string text)
    {
        int at = text.LastIndexOf('_');
        return at > 0 && VendorUnit.Find(text[(at + 1)..]) is { Unit: "Hz" or "Ω" or "rad" }
            ? new ColumnLabel(text[..at].Trim(), text[(at + 1)..]) : null;
    }
}
