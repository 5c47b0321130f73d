using System.Globalization;
using Lamella.Audit.Claims;
using Lamella.Core.Quantities;

namespace Lamella.Audit.Verdicts;

/// <summary>Writes intervals for people: as many digits as the width deserves.</summary>
internal static class SideText
{
    /// <summary>Writes an interval in a unit.</summary>
    internal static string Of(Interval si, Unit unit)
    {
        string symbol = unit == Unit.One ? string.Empty : " " + unit.Symbol;
        double low = unit.FromSi(si.Low), high = unit.FromSi(si.High);
        if (double.IsInfinity(low) && double.IsInfinity(high))
        {
            return "any value";
        }

        int decimals = Decimals(low, high);
        return double.IsInfinity(low) ? $"at most {Number(high, decimals)}{symbol}"
            : double.IsInfinity(high) ? $"at least {Number(low, decimals)}{symbol}"
            : Number(low, decimals) == Number(high, decimals) ? $"{Number(low, decimals)}{symbol}"
            : $"{Number(low, decimals)} to {Number(high, decimals)}{symbol}";
    }

    /// <summary>Writes a number with up to four significant digits.</summary>
    internal static string Number(double value) => Number(value, Decimals(value, value));

    private static string Number(double value, int decimals)
    {
        if (value != 0.0 && (Math.Abs(value) < 1e-4 || Math.Abs(value) >= 1e7))
        {
            return value.ToString("0.###e+0", CultureInfo.InvariantCulture);
        }

        double rounded = decimals >= 0 ? Math.Round(value, Math.Min(decimals, 12)) : value;
        return rounded.ToString("0." + new string('#', Math.Max(decimals, 0)), CultureInfo.InvariantCulture);
    }

    // Two digits of the width where there is one, at least three and at most five of the value.
    private static int Decimals(double low, double high)
    {
        double size = double.IsInfinity(low) ? Math.Abs(high) : double.IsInfinity(high) ? Math.Abs(low) : Math.Max(Math.Abs(low), Math.Abs(high));
        if (size == 0.0)
        {
            return 0;
        }

        int ofValue = 3 - (int)Math.Floor(Math.Log10(size));
        double width = high - low;
        int ofWidth = width > 0.0 && double.IsFinite(width) ? 1 - (int)Math.Floor(Math.Log10(width)) : ofValue;
        return Math.Clamp(ofWidth, Math.Max(ofValue - 1, 0), Math.Max(ofValue + 1, 0));
    }
}
