using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Lamella.Audit.Claims;
using Lamella.Core;

namespace Lamella.Audit.Closures;

/// <summary>The sum of the charges of a formula; an interval where an element has more than one usual charge.</summary>
/// <param name="Sum">Sum of the charges per formula unit [–], without the unknown element.</param>
/// <param name="Unknown">Symbol of an index that is not a number, such as <c>x</c>; or null.</param>
/// <param name="Needed">Value of that index at which the formula is neutral [–], or null.</param>
/// <remarks><b>Source.</b> usual oxidation states: N. N. Greenwood, A. Earnshaw, <i>Chemistry of the Elements</i>, 2nd ed. (1997), ch. 2.</remarks>
public sealed partial record FormulaCharge(Interval Sum, string? Unknown, [property: Unit("–")] double? Needed)
{
    private static readonly FrozenDictionary<string, Interval> States = new Dictionary<string, Interval>(StringComparer.Ordinal)
    {
        ["H"] = At(1), ["Li"] = At(1), ["Na"] = At(1), ["K"] = At(1), ["Mg"] = At(2), ["Ca"] = At(2), ["Sr"] = At(2), ["Ba"] = At(2), ["Zn"] = At(2),
        ["B"] = At(3), ["Al"] = At(3), ["Ga"] = At(3), ["In"] = At(3), ["Sc"] = At(3), ["Y"] = At(3), ["La"] = At(3), ["Nd"] = At(3), ["Bi"] = At(3), ["Cr"] = At(3),
        ["Si"] = At(4), ["Ge"] = At(4), ["Sn"] = At(4), ["Ti"] = At(4), ["Zr"] = At(4), ["Hf"] = At(4), ["Te"] = new(4, 6),
        ["P"] = At(5), ["As"] = At(5), ["Sb"] = At(5), ["Nb"] = At(5), ["Ta"] = At(5), ["V"] = At(5), ["W"] = At(6), ["Mo"] = At(6),
        ["N"] = At(-3), ["O"] = At(-2), ["S"] = At(-2), ["Se"] = At(-2), ["F"] = At(-1), ["Cl"] = At(-1), ["Br"] = At(-1), ["I"] = At(-1),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Sums the charges of a formula.</summary>
    /// <param name="formula">Such as <c>Li1.3Al0.3Ti1.7(PO4)3</c>; one index may be a letter.</param>
    /// <returns>The sum; null where an element has no usual charge or the text is no formula.</returns>
    public static FormulaCharge? Of(string formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        Interval sum = Interval.Exactly(0.0);
        (string Symbol, Interval Charge)? unknown = null;
        foreach ((string element, string count, double factor) in Atoms(formula) ?? [])
        {
            if (!States.TryGetValue(element, out Interval charge))
            {
                return null;
            }

            if (count.Length > 0 && char.IsAsciiLetter(count[0]))
            {
                unknown = (count, charge * factor);
                continue;
            }

            double number = count.Length == 0 ? 1.0 : double.Parse(count, CultureInfo.InvariantCulture);
            sum += Interval.Exactly(number) * factor * charge;
        }

        return Atoms(formula) is null ? null : new FormulaCharge(sum, unknown?.Symbol, unknown is { } open ? -sum.Middle / open.Charge.Middle : null);
    }

    private static Interval At(double charge) => Interval.Exactly(charge);

    // Elements with their index and the index of the bracket around them; brackets do not nest in the formulas of the field.
    private static List<(string Element, string Count, double Factor)>? Atoms(string formula)
    {
        var atoms = new List<(string, string, double)>();
        int read = 0;
        foreach (Match piece in Piece().Matches(formula))
        {
            if (piece.Index != read)
            {
                return null;
            }

            read += piece.Length;
            bool isBracket = piece.Groups["inside"].Success;
            string factorText = piece.Groups["factor"].Value;
            double factor = isBracket && factorText.Length > 0 ? double.Parse(factorText, CultureInfo.InvariantCulture) : 1.0;
            foreach (Match atom in Atom().Matches(isBracket ? piece.Groups["inside"].Value : piece.Value))
            {
                atoms.Add((atom.Groups[1].Value, atom.Groups[2].Value, factor));
            }
        }

        return read == formula.Length && atoms.Count > 0 ? atoms : null;
    }

    [GeneratedRegex(@"\((?<inside>[A-Za-z0-9.]+)\)(?<factor>[0-9.]*)|[A-Z][a-z]?(?:[0-9.]+|x|y)?")]
    private static partial Regex Piece();

    [GeneratedRegex(@"([A-Z][a-wz]?)([0-9.]+|x|y)?")]
    private static partial Regex Atom();
}
