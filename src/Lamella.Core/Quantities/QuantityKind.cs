namespace Lamella.Core.Quantities;

/// <summary>Kinds of pure number that must never be added to, compared with or averaged with each other.</summary>
public enum QuantityKind
{
    /// <summary>No particular kind: anything with a dimension, and plain numbers.</summary>
    Plain,

    /// <summary>Current relative to the capacity: 1 C empties the described capacity in one hour.</summary>
    CRate,

    /// <summary>Share of a mass (wt%).</summary>
    MassFraction,

    /// <summary>Share of a volume (vol%).</summary>
    VolumeFraction,

    /// <summary>Share of an amount of substance (mol%).</summary>
    MoleFraction,
}
