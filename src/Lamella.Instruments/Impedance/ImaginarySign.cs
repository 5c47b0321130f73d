using System.Globalization;

namespace Lamella.Instruments.Impedance;

/// <summary>Decides whether a column holds Z'' (or the phase) with its true sign or turned, from names and data.</summary>
/// <remarks>
/// A capacitive cell has a negative Z''. Batteries are capacitive at low frequency, inductive only at the highest ones; hence
/// positive values through the low half of the frequencies, without a minus in the name, are a contradiction that the file alone
/// cannot settle. Then nothing is guessed: the column keeps no role until the user says which it is.
/// </remarks>
/// <param name="IsSettled">False where the user has to say.</param>
/// <param name="IsTurned">True where the column holds −Z''.</param>
/// <param name="Evidence">What says so.</param>
internal readonly record struct ImaginarySign(bool IsSettled, bool IsTurned, string Evidence)
{
    private const double MostlyPositive = 0.8;

    /// <summary>Gets the decision in words.</summary>
    internal string Choice => !IsSettled ? "not decided" : IsTurned ? "stored with turned sign" : "true sign (capacitive is negative)";

    /// <summary>Decides.</summary>
    /// <param name="name">The column's heading as written.</param>
    /// <param name="isNegated">Whether the heading has a minus.</param>
    /// <param name="frequency">f [Hz], shape (records).</param>
    /// <param name="values">Z'' or phase as stored, shape (records).</param>
    /// <param name="witness">Values of a second column whose true sign is known (a phase beside Z''); empty where there is none.</param>
    /// <returns>The decision.</returns>
    internal static ImaginarySign Decide(
        string name, bool isNegated, ReadOnlySpan<double> frequency, ReadOnlySpan<double> values, ReadOnlySpan<double> witness)
    {
        if (isNegated)
        {
            return new(true, true, $"the name '{name}' says so");
        }

        (int positive, int counted) = LowFrequencyPositives(frequency, values);
        string share = string.Create(CultureInfo.InvariantCulture, $"{positive} of {counted} values at low frequency are positive");
        if (positive <= MostlyPositive * counted)
        {
            return new(true, false, $"the name '{name}' has no minus; {share}");
        }

        (int opposite, int compared) = Opposites(values, witness);
        return compared > 0 && opposite > MostlyPositive * compared
            ? new(true, true, $"{share}, but the phase beside it is negative")
            : new(false, false, share);
    }

    private static (int Positive, int Counted) LowFrequencyPositives(ReadOnlySpan<double> frequency, ReadOnlySpan<double> values)
    {
        double[] sorted = frequency.ToArray();
        Array.Sort(sorted);
        int missing = Array.FindIndex(sorted, f => !double.IsNaN(f));
        double median = missing < 0 ? double.PositiveInfinity : sorted[missing + ((sorted.Length - missing - 1) / 2)];
        (int positive, int counted) = (0, 0);
        for (int i = 0; i < values.Length; i++)
        {
            if (frequency[i] <= median && values[i] != 0.0 && !double.IsNaN(values[i]))
            {
                counted++;
                positive += values[i] > 0.0 ? 1 : 0;
            }
        }

        return (positive, counted);
    }

    private static (int Opposite, int Compared) Opposites(ReadOnlySpan<double> values, ReadOnlySpan<double> witness)
    {
        (int opposite, int compared) = (0, 0);
        for (int i = 0; i < Math.Min(values.Length, witness.Length); i++)
        {
            double product = values[i] * witness[i];
            if (product != 0.0 && !double.IsNaN(product))
            {
                compared++;
                opposite += product < 0.0 ? 1 : 0;
            }
        }

        return (opposite, compared);
    }
}
