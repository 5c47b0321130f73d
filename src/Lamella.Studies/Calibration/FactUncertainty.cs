using System.Collections.Immutable;
using Lamella.Core;
using Lamella.Materials.Records;
using Lamella.Studies.Experiments;

namespace Lamella.Studies.Calibration;

/// <summary>Relative standard uncertainties of facts that state none, by kind of experiment: an assumption.</summary>
/// <param name="ByKind">Relative standard uncertainty [–], one per kind in the order of <see cref="ExperimentKind"/>.</param>
public sealed record FactUncertainty(ImmutableArray<double> ByKind)
{
    /// <summary>Gets 1 % for every kind.</summary>
    public static FactUncertainty OnePercent { get; } = Same(0.01);

    /// <summary>Makes one uncertainty for every kind.</summary>
    /// <param name="relative">Relative standard uncertainty [–], above 0.</param>
    /// <returns>The uncertainties.</returns>
    public static FactUncertainty Same([Unit("–")] double relative) => new([.. Enumerable.Repeat(relative, ExperimentKeys.Kinds.Length)]);

    /// <summary>Returns the standard uncertainty of a measured value.</summary>
    /// <param name="kind">What is measured.</param>
    /// <param name="value">The value, in SI.</param>
    /// <returns>Standard uncertainty in the same unit.</returns>
    public double Of(ExperimentKind kind, double value) => ByKind[(int)kind] * Math.Abs(value);

    /// <summary>Returns the standard uncertainty of a fact.</summary>
    /// <param name="kind">What is measured.</param>
    /// <param name="value">Its value; a range counts as uniform between its ends where that is wider.</param>
    /// <returns>Standard uncertainty in SI.</returns>
    public double Of(ExperimentKind kind, FactValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        double assumed = Of(kind, value.CentreInSi);
        return value.Qualifier == FactQualifier.Range
            ? Math.Max(assumed, Math.Abs(value.InSi[1] - value.InSi[0]) / Math.Sqrt(12.0))
            : assumed;
    }
}
