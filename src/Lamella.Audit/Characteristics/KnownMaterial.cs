using System.Collections.Immutable;
using Lamella.Audit.Claims;
using Lamella.Core;

namespace Lamella.Audit.Characteristics;

/// <summary>What is known of a material apart from any claim: the numbers that checks hold claims against.</summary>
public sealed record KnownMaterialRecord
{
    /// <summary>Gets the name, such as <c>LATP</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the other names.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Gets the density of the dense solid, or null.</summary>
    [Unit("kg/m³")]
    public double? Density { get; init; }

    /// <summary>Gets the mass of one mole, or null.</summary>
    [Unit("kg/mol")]
    public double? MolarMass { get; init; }

    /// <summary>Gets the charge per mass that the formula can give at most, or null.</summary>
    [Unit("C/kg")]
    public double? Capacity { get; init; }

    /// <summary>Gets the potentials against lithium between which nearly all of the charge is exchanged [V], or null.</summary>
    public Interval? Plateau { get; init; }

    /// <summary>Gets the lattice, or null.</summary>
    public Lattice? Lattice { get; init; }

    /// <summary>Gets the reflections (h, k, l) that are strong.</summary>
    public ImmutableArray<(int H, int K, int L)> Reflections { get; init; } = [];

    /// <summary>Gets whom to cite.</summary>
    public required string Source { get; init; }
}

/// <summary>A line or band by which a group or species is known.</summary>
/// <param name="Technique">The quantity that reports it: <c>ftir_peak</c>, <c>raman_peak</c>, <c>xps_peak</c>.</param>
/// <param name="Label">Words of an assignment that name it, such as <c>C=O</c>; the core level before a colon for photoelectrons.</param>
/// <param name="Range">Where it lies, in SI.</param>
/// <param name="Source">Whom to cite.</param>
/// <param name="Bands">How many bands it shows side by side, such as two for the two conformers of an acrylate; at least 1.</param>
public sealed record CharacteristicLine(string Technique, string Label, Interval Range, string Source, int Bands = 1);

/// <summary>The splitting of two photoelectron lines of one level.</summary>
/// <param name="Level">Core level, such as <c>Ti 2p</c>.</param>
/// <param name="Range">The splitting in SI.</param>
/// <param name="Source">Whom to cite.</param>
public sealed record LineSplitting(string Level, Interval Range, string Source);
