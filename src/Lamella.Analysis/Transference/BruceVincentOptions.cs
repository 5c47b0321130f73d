using Lamella.Analysis.Common;
using Lamella.Core;

namespace Lamella.Analysis.Transference;

/// <summary>What the Bruce–Vincent formula needs, each with its standard uncertainty, in SI.</summary>
public sealed record BruceVincentOptions
{
    /// <summary>Gets the voltage ΔV that was held, not 0 [V].</summary>
    public required Uncertain Voltage { get; init; }

    /// <summary>Gets the current I₀ before any concentration difference has built up and after the double layers are charged [A]; of the sign of ΔV.</summary>
    public required Uncertain InitialCurrent { get; init; }

    /// <summary>Gets the current I_s of the steady state [A].</summary>
    public required Uncertain SteadyCurrent { get; init; }

    /// <summary>Gets the interfacial resistance R₀ of both electrodes before the hold [Ω]: charge transfer and films, without the bulk.</summary>
    public required Uncertain InterfaceBefore { get; init; }

    /// <summary>Gets the interfacial resistance R_s of both electrodes in the steady state [Ω].</summary>
    public required Uncertain InterfaceAfter { get; init; }

    /// <summary>Gets the ohmic resistance R_e of the electrolyte [Ω], for the check of I₀ by Ohm's law; null where it is not known.</summary>
    public Uncertain? Electrolyte { get; init; }

    /// <summary>Gets the number of Monte Carlo draws, 1,000 to 10,000,000.</summary>
    public int Draws { get; init; } = 100_000;

    /// <summary>Gets the seed of the draws; equal seeds give equal results.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Gets how large ΔV may be before the response counts as not linear any more.</summary>
    [Unit("V")]
    public double LinearVoltage { get; init; } = 0.0101;
}
