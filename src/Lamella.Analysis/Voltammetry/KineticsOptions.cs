using Lamella.Core;

namespace Lamella.Analysis.Voltammetry;

/// <summary>How an exchange current density is read from a polarisation curve.</summary>
public sealed record KineticsOptions
{
    /// <summary>Gets the temperature.</summary>
    [Unit("K")]
    public required double Temperature { get; init; }

    /// <summary>Gets the number of equal faces in series that the voltage spans: 1 against a reference electrode, 2 in a symmetric cell.</summary>
    public int Faces { get; init; } = 1;

    /// <summary>Gets the ohmic resistance times area that is taken away; NaN where it is fitted with the kinetics.</summary>
    [Unit("Ω·m²")]
    public double Resistance { get; init; }

    /// <summary>Gets the standard uncertainty of that resistance.</summary>
    [Unit("Ω·m²")]
    public double ResistanceUncertainty { get; init; }

    /// <summary>Gets the voltage without current; NaN for where the measured current changes its sign.</summary>
    [Unit("V")]
    public double Equilibrium { get; init; }

    /// <summary>Gets the least overpotential per face of the anodic Tafel line; NaN for where the reverse reaction is below 1 %.</summary>
    [Unit("V")]
    public double AnodicFrom { get; init; } = double.NaN;

    /// <summary>Gets the least overpotential per face of the cathodic Tafel line, as a positive number; NaN for where the reverse reaction is below 1 %.</summary>
    [Unit("V")]
    public double CathodicFrom { get; init; } = double.NaN;

    /// <summary>Gets the limiting current density of the electrolyte, at which the salt at one electrode is used up, above 0; NaN where it is not known.</summary>
    /// <remarks>2·F·D·c₀/[(1 − t₊)·L] in a symmetric cell with a binary electrolyte.</remarks>
    [Unit("A/m²")]
    public double LimitingCurrent { get; init; } = double.NaN;

    /// <summary>Gets the largest overpotential per face of the linear region.</summary>
    [Unit("V")]
    public double LinearTo { get; init; } = 0.01;
}
