namespace Lamella.Core.Provenance;

/// <summary>What a transport property was measured on. Values of different states are never mixed without conversion.</summary>
public enum ReferenceState
{
    /// <summary>Not a state-dependent quantity.</summary>
    None,

    /// <summary>The dense, pure phase.</summary>
    BulkPhase,

    /// <summary>A whole pellet: grains, boundaries and its own porosity.</summary>
    Pellet,

    /// <summary>Effective value in a porous or composite host.</summary>
    EffectiveInHost,

    /// <summary>A whole cell, with contacts and interfaces.</summary>
    Cell,
}
