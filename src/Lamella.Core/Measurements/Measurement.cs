using Lamella.Core.Provenance;

namespace Lamella.Core.Measurements;

/// <summary>A measured or simulated record in SI. Importers and simulations both return these.</summary>
public abstract record Measurement
{
    private protected Measurement(ResultProvenance provenance)
    {
        ArgumentNullException.ThrowIfNull(provenance);
        Provenance = provenance;
    }

    /// <summary>Gets where the record came from.</summary>
    public ResultProvenance Provenance { get; }

    /// <summary>Refuses a column of another length.</summary>
    private protected static void RequireLength(int expected, int actual, string column)
    {
        if (actual != expected)
        {
            throw new ArgumentException($"{column} has {actual} samples, but there are {expected}; give one per sample.", column);
        }
    }

    /// <summary>Refuses numbers that are not finite or below a bound.</summary>
    private protected static void RequireFinite(ReadOnlySpan<double> values, string column, string unit, double above = double.NegativeInfinity)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]) || values[i] <= above)
            {
                string bound = double.IsFinite(above)
                    ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" and above {above} {unit}") : string.Empty;
                throw new ArgumentException(
                    string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{column}[{i}] = {values[i]} {unit} must be finite{bound}."),
                    column);
            }
        }
    }
}
