using Lamella.Core.Quantities;

namespace Lamella.Analysis.Common;

/// <summary>A number in SI with its standard uncertainty.</summary>
/// <param name="Value">The value.</param>
/// <param name="Uncertainty">Its standard uncertainty, ≥ 0; 0 where it is taken as exact.</param>
public readonly record struct Uncertain(double Value, double Uncertainty = 0.0)
{
    /// <summary>Takes value and uncertainty of a quantity.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <returns>Both in SI.</returns>
    public static Uncertain Of(Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return new Uncertain(quantity.InSi, quantity.UncertaintyInSi);
    }

    /// <summary>Tells whether both numbers are finite and the uncertainty is not negative.</summary>
    internal bool IsUsable => double.IsFinite(Value) && double.IsFinite(Uncertainty) && Uncertainty >= 0.0;
}
