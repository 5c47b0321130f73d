using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Lamella.Core.Quantities;

/// <summary>Reads and prints compound units.</summary>
internal static class UnitText
{
    private const int MostFactors = 12;

    /// <summary>Reads the unit that stands in <paramref name="text"/> from <paramref name="start"/> to the end.</summary>
    internal static bool TryParse(
        string text,
        int start,
        [NotNullWhen(true)] out Unit? unit,
        [NotNullWhen(false)] out QuantityFormatException? error)
    {
        var scanner = new UnitScanner(text, start);
        unit = null;
        if (scanner.TryScan(out List<UnitFactor> factors, out error))
        {
            unit = Build(factors);
            error = unit is null
                ? new QuantityFormatException(text, start, "the unit is too large or too small to compute with.") : null;
        }

        return unit is not null;
    }

    /// <summary>Multiplies or divides two units and cancels what they share.</summary>
    internal static Unit Combine(Unit left, Unit right, bool divide)
    {
        if (left.IsAffine || right.IsAffine)
        {
            throw new QuantityMismatchException(
                "A Celsius temperature cannot be multiplied or divided: 20 degC is not twice 10 degC. Convert it to K first.");
        }

        if (right == Unit.One || (left == Unit.One && !divide))
        {
            return right == Unit.One ? left : right;
        }

        var factors = new List<UnitFactor>();
        Merge(factors, left, 1);
        Merge(factors, right, divide ? -1 : 1);
        factors.RemoveAll(factor => factor.Halves == 0);
        bool writable = factors.Count <= MostFactors && factors.TrueForAll(factor => Math.Abs(factor.Halves) <= UnitScanner.LargestHalves);
        return (writable ? Build(factors) : null) ?? throw new QuantityMismatchException(
            $"{left} and {right} give a unit beyond what can be written (at most {MostFactors} factors, exponents to 9).");
    }

    private static void Merge(List<UnitFactor> factors, Unit unit, int sign)
    {
        _ = new UnitScanner(unit.Symbol, 0).TryScan(out List<UnitFactor> parts, out _);
        foreach (UnitFactor part in parts)
        {
            UnitSymbol symbol = part.Symbol.Dimension.Kind switch
            {
                QuantityKind.Plain => part.Symbol,
                QuantityKind.CRate => UnitSymbols.Find("cycle")! with { Symbol = "1" },
                _ => UnitSymbols.Find("%")!, // wt%, vol% and mol% are plain shares once multiplied by something else
            };
            int known = factors.FindIndex(factor => factor.Symbol.Symbol == symbol.Symbol);
            int halves = sign * part.Halves;
            if (symbol.Symbol == "1")
            {
                continue;
            }

            if (known >= 0)
            {
                factors[known] = factors[known] with { Halves = factors[known].Halves + halves };
            }
            else
            {
                factors.Add(new UnitFactor(symbol, halves));
            }
        }
    }

    private static Unit? Build(List<UnitFactor> factors)
    {
        if (factors.Count == 0)
        {
            return Unit.One;
        }

        // Positive exponents first: the order in which the symbol is printed, hence the same bits after reading it again.
        List<UnitFactor> ordered = [.. factors.Where(f => f.Halves > 0), .. factors.Where(f => f.Halves < 0)];
        Dimension dimension = Dimension.None;
        (double numerator, double denominator, int halfDecades) = (1.0, 1.0, 0);
        foreach ((UnitSymbol symbol, int halves) in ordered)
        {
            dimension *= symbol.Dimension.PowerHalves(halves);
            double power = Power(symbol.Mantissa, Math.Abs(halves));
            (numerator, denominator) = halves > 0 ? (numerator * power, denominator) : (numerator, denominator * power);
            halfDecades += symbol.Decade * halves;
        }

        numerator *= halfDecades % 2 == 0 ? 1.0 : Math.Sqrt(10.0);
        int decade = (halfDecades - (Math.Abs(halfDecades) % 2)) / 2; // rounds down
        bool alone = ordered is [{ Halves: 2 }];
        double offset = alone ? ordered[0].Symbol.Offset : 0.0;
        return Unit.Create(Print(ordered), dimension, numerator, denominator, decade, offset);
    }

    private static double Power(double mantissa, int halves)
    {
        double power = halves % 2 == 0 ? 1.0 : Math.Sqrt(mantissa);
        for (int i = 0; i < halves / 2; i++)
        {
            power *= mantissa;
        }

        return power;
    }

    private static string Print(List<UnitFactor> ordered)
    {
        string above = string.Join(' ', ordered.Where(f => f.Halves > 0).Select(Print));
        string[] below = [.. ordered.Where(f => f.Halves < 0).Select(Print)];
        string numerator = above.Length > 0 ? above : "1";
        return below.Length switch
        {
            0 => numerator,
            1 => $"{numerator}/{below[0]}",
            _ => $"{numerator}/({string.Join(' ', below)})",
        };
    }

    private static string Print(UnitFactor factor)
    {
        int halves = Math.Abs(factor.Halves);
        string exponent = halves == 2 ? string.Empty
            : halves % 2 == 0 ? (halves / 2).ToString(CultureInfo.InvariantCulture)
            : "^" + (halves / 2.0).ToString(CultureInfo.InvariantCulture);
        return factor.Symbol.Symbol + exponent;
    }
}

/// <summary>A symbol with its exponent.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Halves">Twice the exponent.</param>
internal readonly record struct UnitFactor(UnitSymbol Symbol, int Halves);
