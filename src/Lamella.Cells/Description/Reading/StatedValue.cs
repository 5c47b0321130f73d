using Lamella.Core.Errors;
using Lamella.Core.Quantities;

namespace Lamella.Cells.Description.Reading;

/// <summary>A quantity of a cell.yaml with its place.</summary>
/// <param name="Quantity">The quantity with state, temperature and source.</param>
/// <param name="Place">Where it stands; the place of what it replaced where it was set later.</param>
internal sealed record StatedValue(Quantity Quantity, InputPlace Place)
{
    /// <summary>Gets the range that the file gives, or null.</summary>
    internal QuantityRange? Range { get; init; }

    /// <summary>Gets the value in SI.</summary>
    internal double Si => Quantity.InSi;
}

/// <summary>A word of a cell.yaml with its place.</summary>
/// <param name="Text">The word.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record StatedText(string Text, InputPlace Place);

/// <summary>A range within which an uncertain value is believed to lie.</summary>
/// <param name="Lower">Least value.</param>
/// <param name="Upper">Greatest value.</param>
public sealed record QuantityRange(Quantity Lower, Quantity Upper)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Lower} to {Upper}";
}
