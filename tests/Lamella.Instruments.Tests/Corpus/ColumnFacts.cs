using System.Text.Json;

namespace Lamella.Instruments.Tests.Corpus;

/// <summary>What is known of the numbers of a column.</summary>
internal sealed class ColumnFacts(string name, JsonElement facts)
{
    /// <summary>Gets the name that the manifest's reader gave the column.</summary>
    internal string Name { get; } = name;

    /// <summary>Gets how many numbers there are.</summary>
    internal long Count { get; } = facts.GetProperty("n").GetInt64();

    /// <summary>Compares numbers with what is known.</summary>
    /// <param name="values">The numbers; NaN where there is none.</param>
    /// <param name="absolute">How far a number may be off: half the last digit that the manifest's source prints.</param>
    /// <param name="significant">The same for a source that prints significant digits, as a fraction of the number.</param>
    /// <returns>What differs first; null where all is equal.</returns>
    internal string? Difference(double[] values, double absolute, double significant)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        if (finite.Length != Count)
        {
            return $"n is {finite.Length}, known is {Count}";
        }

        if (finite.Length == 0)
        {
            return null;
        }

        double size = finite.Sum(Math.Abs);
        var (known, relative) = (facts, 2e-15 + significant);
        return Compare("min", finite.Min(), known.GetProperty("min"), absolute, relative)
            ?? Compare("max", finite.Max(), known.GetProperty("max"), absolute, relative)
            ?? Compare("sum", finite.Sum(), known.GetProperty("sum"), (absolute * finite.Length) + ((1e-12 + significant) * size), 0.0)
            ?? Ends(values, known.GetProperty("first_mid_last"), absolute, relative);
    }

    // The manifest cuts these three after 18 characters of the cell, which leaves at least 16 decimals.
    private static string? Ends(double[] values, JsonElement three, double absolute, double relative)
    {
        absolute += 1e-16;
        int[] rows = [0, values.Length / 2, values.Length - 1];
        for (int i = 0; i < rows.Length; i++)
        {
            double value = values[rows[i]];
            JsonElement known = three[i];
            string? difference = known.ValueKind == JsonValueKind.Number
                ? Compare($"row {rows[i]}", value, known, absolute, relative)
                : double.IsFinite(value) ? $"row {rows[i]} is {value:R}, known is none" : null;
            if (difference is not null)
            {
                return difference;
            }
        }

        return null;
    }

    private static string? Compare(string what, double actual, JsonElement known, double absolute, double relative)
    {
        double expected = known.GetDouble();
        return Math.Abs(actual - expected) <= absolute + (relative * Math.Abs(expected)) ? null : FormattableString.Invariant($"{what} is {actual:R}, known is {expected:R}");
    }
}
