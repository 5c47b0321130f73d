using Lamella.Core;

namespace Lamella.Cells.HalfCell;

/// <summary>Mesh and tolerances of the half-cell model. The defaults resolve the voltage to well below 0.1 mV.</summary>
public sealed record HalfCellOptions
{
    /// <summary>Gets the cells in each binary electrolyte layer; single-ion layers need one.</summary>
    [Unit("–")]
    public int CellsPerLayer { get; init; } = 40;

    /// <summary>Gets the cells across the cathode.</summary>
    [Unit("–")]
    public int CathodeCells { get; init; } = 20;

    /// <summary>Gets the shells in each particle.</summary>
    [Unit("–")]
    public int Shells { get; init; } = 20;

    /// <summary>Gets how strongly cells shrink towards the ends of an electrolyte layer, 0 (uniform) to below 1.</summary>
    [Unit("–")]
    public double LayerGrading { get; init; } = 0.75;

    /// <summary>Gets how strongly cells shrink towards the ends of the cathode, 0 (uniform) to below 1.</summary>
    [Unit("–")]
    public double CathodeGrading { get; init; } = 0.6;

    /// <summary>Gets how strongly shells shrink towards the particle surface, 0 (uniform) to below 1.</summary>
    [Unit("–")]
    public double ShellGrading { get; init; } = 0.9;

    /// <summary>Gets the relative tolerance of the time integration.</summary>
    [Unit("–")]
    public double RelativeTolerance { get; init; } = 1e-5;

    /// <summary>Gets the absolute tolerance of the scaled unknowns (mol/L, V, stoichiometry).</summary>
    [Unit("–")]
    public double AbsoluteTolerance { get; init; } = 1e-7;
}
