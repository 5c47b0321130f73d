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

    /// <summary>The tangent at the steepest point of the smoothed rise meets the baseline.</summary>
    SteepestTangent,

    /// <summary>The first samples in a row whose mean is above the noise of the baseline.</summary>
    FirstRun,
}

/// <summary>A stability limit by one criterion.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Level">Its number: a current density [A/m²], a multiple [–], standard deviations [–], or the window of the steepest tangent [V]; NaN for the tangent through the rise.</param>
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
