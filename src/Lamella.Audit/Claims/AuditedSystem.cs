using System.Collections.Immutable;
using Lamella.Core;

namespace Lamella.Audit.Claims;

/// <summary>How the parts of a system lie to each other; decides which bounds hold.</summary>
public enum Arrangement
{
    /// <summary>Nothing is said.</summary>
    Unknown,

    /// <summary>Particles of the later parts dispersed in the first.</summary>
    Dispersed,

    /// <summary>Two phases that are both continuous.</summary>
    Skeleton,

    /// <summary>A solid with empty pores.</summary>
    Porous,

    /// <summary>Layers that the current crosses one after the other.</summary>
    Layers,

    /// <summary>A cell: electrodes with an electrolyte between them.</summary>
    Cell,
}

/// <summary>One part of a system.</summary>
/// <param name="System">The part: a system of the file, or a reference material.</param>
/// <param name="Layers">How many such layers lie in series; 1 where it is no laminate.</param>
/// <param name="Share">Its share of the mass or of the volume, or null where none is stated.</param>
public sealed record SystemPart(string System, int Layers, ClaimValue? Share);

/// <summary>What a file says of a system besides the claims: other names, parts, what it is made of.</summary>
public sealed record AuditedSystem
{
    /// <summary>Gets the name that stands for all its names.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the other names under which claims speak of it.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Gets the family in which it is ranked, such as garnet; or empty.</summary>
    public string Family { get; init; } = string.Empty;

    /// <summary>Gets the family for the whole of which claims about it speak, such as <c>sulfide</c>; or empty.</summary>
    public string Class { get; init; } = string.Empty;

    /// <summary>Gets the reference material that it is, such as <c>LLZTO</c>; or empty.</summary>
    public string Material { get; init; } = string.Empty;

    /// <summary>Gets how the parts lie to each other.</summary>
    public Arrangement Arrangement { get; init; }

    /// <summary>Gets the parts.</summary>
    public ImmutableArray<SystemPart> Parts { get; init; } = [];

    /// <summary>Gets the electrolyte of a cell, or empty.</summary>
    public string Electrolyte { get; init; } = string.Empty;

    /// <summary>Gets the chemical formula, or empty.</summary>
    public string Formula { get; init; } = string.Empty;

    /// <summary>Gets the crystal system that is stated, such as cubic; or empty.</summary>
    public string Crystal { get; init; } = string.Empty;

    /// <summary>Gets the same thing made another way, against which it is compared; or empty.</summary>
    public string Control { get; init; } = string.Empty;

    /// <summary>Gets the mass per area of a layer, or null.</summary>
    [Unit("kg/m²")]
    public double? Loading { get; init; }

    /// <summary>Gets the thickness of a layer, or null.</summary>
    [Unit("m")]
    public double? Thickness { get; init; }
}
