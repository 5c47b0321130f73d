namespace Lamella.Cells.Spectra;

/// <summary>How a spectrum is taken.</summary>
public sealed record SpectrumOptions
{
    /// <summary>
    /// Gets a value indicating whether the current is switched off first, as most instruments do; else the current of the
    /// state goes on and the spectrum is that of the loaded cell.
    /// </summary>
    public bool AtOpenCircuit { get; init; } = true;

    /// <summary>Gets a value indicating whether the impedance is split by layer and process.</summary>
    public bool Split { get; init; } = true;
}
