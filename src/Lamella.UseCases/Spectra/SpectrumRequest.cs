using Lamella.Cells.Running;
using Lamella.Cells.Spectra;
using Lamella.Core;

namespace Lamella.UseCases.Spectra;

/// <summary>Which impedance to compute of a described cell.</summary>
public sealed record SpectrumRequest
{
    /// <summary>Gets the path of the cell.yaml or of the BPX file (.json).</summary>
    public required string CellFile { get; init; }

    /// <summary>Gets the variant of the cell, or null for the base.</summary>
    public string? Variant { get; init; }

    /// <summary>Gets the state of charge, 0 to 1, at which the cell is, or from which the steps start; null for 0.5, or for what a BPX file states.</summary>
    [Unit("–")]
    public double? StateOfCharge { get; init; }

    /// <summary>Gets the temperature; null for the one in the cell.yaml.</summary>
    [Unit("K")]
    public double? Temperature { get; init; }

    /// <summary>Gets the steps that are run before, in the words of the field, one a line; empty for none.</summary>
    public string Protocol { get; init; } = string.Empty;

    /// <summary>Gets the first frequency, 1e-6 Hz to 1e9 Hz.</summary>
    [Unit("Hz")]
    public double From { get; init; } = 1e6;

    /// <summary>Gets the last frequency, likewise.</summary>
    [Unit("Hz")]
    public double To { get; init; } = 1e-2;

    /// <summary>Gets the points per decade, ≥ 1.</summary>
    [Unit("–")]
    public int PointsPerDecade { get; init; } = 10;

    /// <summary>Gets a value indicating whether the current of the last step goes on while the impedance is taken.</summary>
    public bool UnderLoad { get; init; }

    /// <summary>Gets model and mesh.</summary>
    public CellOptions Options { get; init; } = SpectrumOptions.FineMesh;
}
