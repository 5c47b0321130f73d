using System.Collections.Immutable;
using Lamella.Analysis.Impedance;
using Lamella.Analysis.Impedance.Fitting;
using Lamella.Core;
using Lamella.Core.Quantities;

namespace Lamella.Analysis.Conductivity;

/// <summary>A conductivity with where its uncertainty comes from.</summary>
/// <param name="Value">σ = L/(R·A) in S/m with its standard uncertainty, reference state and temperature.</param>
/// <param name="Resistance">R in ohm with its standard uncertainty, covariance included.</param>
/// <param name="RandomUncertainty">Standard uncertainty that the resistance alone causes; it differs from spectrum to spectrum.</param>
/// <param name="ResistanceShare">Share of the variance that the resistance causes.</param>
/// <param name="ThicknessShare">Share that the thickness causes; common to all spectra of a sample.</param>
/// <param name="AreaShare">Share that the area causes; common to all spectra of a sample.</param>
public sealed record SampleConductivity(
    Quantity Value,
    Quantity Resistance,
    [property: Unit("S/m")] double RandomUncertainty,
    [property: Unit("–")] double ResistanceShare,
    [property: Unit("–")] double ThicknessShare,
    [property: Unit("–")] double AreaShare);

/// <summary>Conductivities of a sample from a fitted spectrum.</summary>
/// <param name="Fit">The fit.</param>
/// <param name="Geometry">The geometry.</param>
/// <param name="Contributions">Every resistance and what it was taken for.</param>
/// <param name="Bulk">Conductivity of the grain interiors, state bulk phase; null where it is not seen.</param>
/// <param name="GrainBoundary">L/(R·A) of the boundaries' resistance: what they would allow as a layer as thick as the sample.</param>
/// <param name="Total">Conductivity of the sample, bulk and boundaries in series; null where neither is seen.</param>
/// <param name="Warnings">What to mind.</param>
public sealed record ConductivityResult(
    CircuitFitResult Fit,
    SampleGeometry Geometry,
    ImmutableArray<Contribution> Contributions,
    SampleConductivity? Bulk,
    SampleConductivity? GrainBoundary,
    SampleConductivity? Total,
    ImmutableArray<SpectrumWarning> Warnings);
