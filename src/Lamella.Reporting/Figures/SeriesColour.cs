namespace Lamella.Reporting.Figures;

/// <summary>The colour of a series, independent of the light or dark look of the page.</summary>
public readonly record struct SeriesColour
{
    /// <summary>How many distinct palette colours there are.</summary>
    public const int SlotCount = 8;

    private SeriesColour(int? slot, double? position, bool isInk)
    {
        PaletteSlot = slot;
        RampPosition = position;
        IsInk = isInk;
    }

    /// <summary>Gets the colour that is chosen by the order of the series; measured and calibration points take the ink.</summary>
    public static SeriesColour Automatic => default;

    /// <summary>Gets the colour of the text: black on a light page, white on a dark one.</summary>
    public static SeriesColour Ink => new(null, null, true);

    /// <summary>Gets the palette colour, 0 to 7, or null.</summary>
    public int? PaletteSlot { get; }

    /// <summary>Gets the position on the ramp, 0 to 1, or null.</summary>
    public double? RampPosition { get; }

    /// <summary>Gets a value indicating whether this is the colour of the text.</summary>
    public bool IsInk { get; }

    /// <summary>Takes a palette colour; use the same one for series that belong together (band, line and points of one cell).</summary>
    /// <param name="slot">Which one, from 0; wraps around after <see cref="SlotCount"/>.</param>
    /// <returns>The colour.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The slot is negative.</exception>
    public static SeriesColour Slot(int slot)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slot);
        return new SeriesColour(slot % SlotCount, null, false);
    }

    /// <summary>Takes a colour from a continuous ramp, for series in an order such as C-rates or temperatures.</summary>
    /// <param name="position">From 0 (cool) to 1 (warm) [–].</param>
    /// <returns>The colour.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The position is outside 0 to 1.</exception>
    public static SeriesColour Ramp(double position)
    {
        if (!(position is >= 0.0 and <= 1.0))
        {
            throw new ArgumentOutOfRangeException(nameof(position), position, "A ramp position lies between 0 and 1.");
        }

        return new SeriesColour(null, position, false);
    }
}
