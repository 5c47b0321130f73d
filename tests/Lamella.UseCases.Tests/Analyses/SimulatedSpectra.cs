using System.Numerics;
using Lamella.Cells.Running;
using Lamella.Cells.Spectra;
using Lamella.Core.Measurements;
using Lamella.Numerics.Random;
using Lamella.UseCases.Spectra;

namespace Lamella.UseCases.Tests.Analyses;

/// <summary>Spectra of described cells, and what an instrument would make of them.</summary>
internal static class SimulatedSpectra
{
    /// <summary>Noise of the instrument by |Z|, each part.</summary>
    internal const double Noise = 2e-3;

    /// <summary>Computes the impedance of a cell of the examples.</summary>
    internal static CellSpectrum Simulate(string cell, double? temperature = null, double from = 1e6, double to = 1e-2, int cellsPerLayer = 60) =>
        MeasureSpectrum.Run(new SpectrumRequest
        {
            CellFile = Path.Combine(Workspace.Examples, "cells", cell), Temperature = temperature, From = from, To = to,
            Options = SpectrumOptions.FineMesh with { CellsPerLayer = cellsPerLayer },
        }).Spectrum;

    /// <summary>Adds the noise of an instrument.</summary>
    internal static Spectrum Measured(Spectrum spectrum, ulong seed)
    {
        var random = new SeededGenerator(seed);
        return new Spectrum(
            spectrum.Provenance,
            spectrum.Frequency,
            [.. spectrum.Impedance.Select(z => z + (Noise * z.Magnitude * new Complex(random.NextNormal(), random.NextNormal())))]);
    }

    /// <summary>Returns the resistance of a process at the lowest frequency [Ω].</summary>
    internal static double Resistance(CellSpectrum spectrum, SpectrumProcess process) =>
        spectrum.Parts.Where(part => part.Process == process).Sum(part => part.Impedance[^1].Real);
}
