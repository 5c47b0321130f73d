using Lamella.Core.Yaml;

namespace Lamella.Cells.Description.Reading;

/// <summary>What a key may say besides its value.</summary>
[Flags]
internal enum KeyTraits
{
    /// <summary>Value, source, range and reason only.</summary>
    None = 0,

    /// <summary>The temperature of the value and an activation energy.</summary>
    Activated = 1,

    /// <summary>A reference state may be given.</summary>
    State = 2,

    /// <summary>A reference state must be given.</summary>
    StateRequired = 4,

    /// <summary>The laws of conductors: σT prefactor and VTF.</summary>
    Transport = 8,
}

/// <summary>A key of cell.yaml that holds a quantity.</summary>
/// <param name="Name">The key.</param>
/// <param name="Rule">What the quantity must be.</param>
/// <param name="Traits">What the key may say besides its value.</param>
internal sealed record CellKey(string Name, QuantityRule Rule, KeyTraits Traits = KeyTraits.None)
{
    /// <summary>Gets a second form of the value, or null (1C: per mass or per area).</summary>
    internal QuantityRule? Alternative { get; init; }

    /// <summary>Gets the rule that fits a dimension; the first rule where none does.</summary>
    internal QuantityRule RuleFor(Core.Quantities.Dimension dimension) =>
        Alternative is not null && Alternative.Fits(dimension) ? Alternative : Rule;
}
