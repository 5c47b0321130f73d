using Lamella.Cells.Running;

namespace Lamella.Cells.Spectra;

/// <summary>How a spectrum is taken.</summary>
public sealed record SpectrumOptions
{
    /// <summary>
    /// Gets a mesh that resolves diffusion in shells and layers far above the frequencies at which it matters: finer where
    /// a high frequency stays, at interfaces and particle surfaces.
    /// </summary>
    public static CellOptions FineMesh { get; } = new()
    {
        CellsPerLayer = 60, LayerGrading = 0.98, ElectrodeCells = 40, ElectrodeGrading = 0.8, Shells = 40, ShellGrading = 0.995,
    };

    /// <summary>
    /// Gets a value indicating whether the current is switched off first, as most instruments do; else the current of the
    /// state goes on and the spectrum is that of the loaded cell.
    /// </summary>
    public bool AtOpenCircuit { get; init; } = true;

    /// <summary>Gets a value indicating whether the impedance is split by layer and process.</summary>
    public bool Split { get; init; } = true;
}
