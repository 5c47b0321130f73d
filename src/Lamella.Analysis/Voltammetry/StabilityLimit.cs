namespace Lamella.Analysis.Voltammetry;

/// <summary>By what a stability limit is read from a sweep.</summary>
public enum StabilityCriterion
{
    /// <summary>The current density reaches a fixed value.</summary>
    FixedCurrent,

    /// <summary>The current density reaches a multiple of the baseline there.</summary>
    MultipleOfBaseline,

    /// <summary>The tangent to the rise meets the baseline.</summary>
    Tangent,

    /// <summary>The current leaves the noise of the baseline.</summary>
    DepartureFromBaseline,
}

/// <summary>A stability limit by one criterion.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Level">Its number: a current density [A/m²], a multiple [–], or standard deviations [–]; NaN for the tangent.</param>
/// <param name="WithoutBaseline">Whether the baseline, which holds the capacitive current, was taken away first.</param>
/// <param name="Voltage">The limit [V]; NaN where there is none.</param>
/// <param name="Uncertainty">Standard uncertainty from the noise of the current alone [V]; NaN where there is no limit.</param>
/// <param name="Reason">Why there is none; empty where there is one.</param>
public sealed record StabilityLimit(
    StabilityCriterion Criterion, double Level, bool WithoutBaseline, double Voltage, double Uncertainty, string Reason)
{
    /// <summary>Gets a value indicating whether the criterion gave a limit.</summary>
    public bool IsFound => double.IsFinite(Voltage);
}
