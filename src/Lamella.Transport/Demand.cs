namespace Lamella.Transport;

/// <summary>Checks of arguments whose messages carry the value, its unit and what is allowed.</summary>
internal static class Demand
{
    internal static void Positive(double value, string unit, string name)
    {
        if (!(value > 0.0 && double.IsFinite(value)))
        {
            throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"{name} = {value} {unit} must be finite and above 0 {unit}."));
        }
    }

    internal static void NotNegative(double value, string unit, string name)
    {
        if (!(value >= 0.0 && double.IsFinite(value)))
        {
            throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"{name} = {value} {unit} must be finite and at least 0 {unit}."));
        }
    }

    internal static void Share(double value, string name)
    {
        if (!(value is >= 0.0 and <= 1.0))
        {
            throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"{name} = {value} must lie between 0 and 1."));
        }
    }

    internal static void Below1(double value, string name)
    {
        if (!(value is >= 0.0 and < 1.0))
        {
            throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"{name} = {value} must be at least 0 and below 1."));
        }
    }

    internal static void Porosity(double value)
    {
        if (!(value is >= 0.0 and < 1.0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(value), FormattableString.Invariant($"The porosity {value} must be at least 0 and below 1: a porosity of 1 leaves no solid."));
        }
    }

    internal static void SameLength(int expected, int actual, string name)
    {
        if (expected != actual || expected == 0)
        {
            throw new ArgumentException($"{name} has {actual} elements where {expected} are needed (at least one).", name);
        }
    }

    internal static void Phases(ReadOnlySpan<double> fractions, ReadOnlySpan<double> conductivities)
    {
        SameLength(fractions.Length, conductivities.Length, nameof(conductivities));
        double sum = 0.0;
        for (int i = 0; i < fractions.Length; i++)
        {
            Share(fractions[i], nameof(fractions));
            NotNegative(conductivities[i], "S/m", nameof(conductivities));
            sum += fractions[i];
        }

        if (Math.Abs(sum - 1.0) > 1e-9)
        {
            throw new ArgumentException(FormattableString.Invariant($"The volume fractions sum to {sum}; they must sum to 1 (pores are a phase too)."), nameof(fractions));
        }
    }
}
