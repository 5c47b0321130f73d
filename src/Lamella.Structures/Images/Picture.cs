namespace Lamella.Structures.Images;

/// <summary>A colour of a picture.</summary>
/// <param name="Red">Red, 0 to 255.</param>
/// <param name="Green">Green, 0 to 255.</param>
/// <param name="Blue">Blue, 0 to 255.</param>
public readonly record struct PixelColour(byte Red, byte Green, byte Blue)
{
    /// <summary>Returns the colour with less light.</summary>
    /// <param name="share">Share of the light that is left, 0 to 1.</param>
    /// <returns>The darker colour.</returns>
    public PixelColour Shaded(double share) => new((byte)(Red * share), (byte)(Green * share), (byte)(Blue * share));
}

/// <summary>A picture of red, green and blue pixels, row by row from the top.</summary>
public sealed class Picture
{
    private readonly byte[] _pixels;

    /// <summary>Initializes a new instance of the <see cref="Picture"/> class, all white.</summary>
    /// <param name="width">Columns, ≥ 1.</param>
    /// <param name="height">Rows, ≥ 1.</param>
    public Picture(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        (Width, Height, _pixels) = (width, height, new byte[checked(3 * width * height)]);
        Array.Fill(_pixels, byte.MaxValue);
    }

    /// <summary>Gets the columns.</summary>
    public int Width { get; }

    /// <summary>Gets the rows.</summary>
    public int Height { get; }

    /// <summary>Gets or sets the colour of a pixel.</summary>
    /// <param name="column">Column, from the left.</param>
    /// <param name="row">Row, from the top.</param>
    /// <returns>The colour.</returns>
    public PixelColour this[int column, int row]
    {
        get
        {
            int at = 3 * (column + (row * Width));
            return new PixelColour(_pixels[at], _pixels[at + 1], _pixels[at + 2]);
        }

        set
        {
            int at = 3 * (column + (row * Width));
            (_pixels[at], _pixels[at + 1], _pixels[at + 2]) = (value.Red, value.Green, value.Blue);
        }
    }

    /// <summary>Gets the bytes of a row.</summary>
    internal ReadOnlySpan<byte> Row(int row) => _pixels.AsSpan(3 * row * Width, 3 * Width);
}
