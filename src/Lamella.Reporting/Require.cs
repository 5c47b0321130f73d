namespace Lamella.Reporting;

/// <summary>Checks on what a figure or a dossier is made of; the messages say what is wrong and what to do.</summary>
internal static class Require
{
    internal static string Text(string? text, string what, string remedy) =>
        string.IsNullOrWhiteSpace(text) ? throw new ArgumentException($"Missing: {what}; {remedy}.") : text;

    internal static void Finite(double value, string what)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Not a finite number: {what} is {value}; leave such points out or split the series there."));
        }
    }

    internal static void AllFinite(ReadOnlySpan<double> values, string what)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                Finite(values[i], FormattableString.Invariant($"{what}[{i}]"));
            }
        }
    }

    internal static void SameLength(int expected, int actual, string what)
    {
        if (expected != actual || expected == 0)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{what}: {expected} x values but {actual} y values; they must be equally many and at least one."));
        }
    }
}
