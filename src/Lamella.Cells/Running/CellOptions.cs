using Lamella.Core;

namespace Lamella.Cells.Running;

/// <summary>Model, mesh and tolerances. The defaults resolve a half cell at 1C to well below 0.1 mV, a full cell to 0.15 mV.</summary>
public sealed record CellOptions
{
    /// <summary>Gets the name of the model, one of <see cref="CellModels.Names"/>; "dfn" is the continuum model.</summary>
    public string Model { get; init; } = CellModels.Continuum;

    /// <summary>Gets the cells in each binary or host-guest layer; single-ion layers need one.</summary>
    [Unit("–")]
    public int CellsPerLayer { get; init; } = 40;

    /// <summary>Gets the cells across each porous electrode.</summary>
    [Unit("–")]
    public int ElectrodeCells { get; init; } = 30;

    /// <summary>Gets the shells in each particle.</summary>
    [Unit("–")]
    public int Shells { get; init; } = 20;

    /// <summary>Gets how strongly cells shrink towards the ends of an electrolyte layer, 0 (uniform) to below 1.</summary>
    [Unit("–")]
    public double LayerGrading { get; init; } = 0.75;

    /// <summary>Gets how strongly cells shrink towards the ends of a porous electrode, 0 (uniform) to below 1.</summary>
    [Unit("–")]
    public double ElectrodeGrading { get; init; } = 0.3;

    /// <summary>Gets how strongly shells shrink towards the particle surface, 0 (uniform) to below 1.</summary>
    [Unit("–")]
    public double ShellGrading { get; init; } = 0.98;

    /// <summary>Gets the relative tolerance of the time integration.</summary>
    [Unit("–")]
    public double RelativeTolerance { get; init; } = 1e-5;

    /// <summary>Gets the absolute tolerance of the scaled unknowns (mol/L, V, stoichiometry).</summary>
    [Unit("–")]
    public double AbsoluteTolerance { get; init; } = 1e-7;
}
