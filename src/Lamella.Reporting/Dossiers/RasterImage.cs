using System.Collections.Immutable;

namespace Lamella.Reporting.Dossiers;

/// <summary>A picture of pixels.</summary>
public sealed record RasterImage
{
    /// <summary>Initializes a picture.</summary>
    /// <param name="title">What is seen, also for readers who do not see it.</param>
    /// <param name="width">Pixels along a row, ≥ 1.</param>
    /// <param name="height">Rows, ≥ 1.</param>
    /// <param name="pixels">The pixels, row by row from the top; null where nothing is drawn.</param>
    /// <exception cref="ArgumentException">The number of pixels does not fit.</exception>
    public RasterImage(string title, int width, int height, ImmutableArray<Rgb?> pixels)
    {
        Title = Require.Text(title, "the title of a picture", "readers who do not see it hear it");
        if (width < 1 || height < 1 || pixels.IsDefault || pixels.Length != (long)width * height)
        {
            throw new ArgumentException($"Picture '{title}' of {width}×{height} has {(pixels.IsDefault ? 0 : pixels.Length)} pixels.", nameof(pixels));
        }

        (Width, Height, Pixels) = (width, height, pixels);
    }

    /// <summary>Gets what is seen.</summary>
    public string Title { get; }

    /// <summary>Gets the pixels along a row.</summary>
    public int Width { get; }

    /// <summary>Gets the number of rows.</summary>
    public int Height { get; }

    /// <summary>Gets the pixels, row by row from the top.</summary>
    public ImmutableArray<Rgb?> Pixels { get; }

    /// <summary>Gets how much taller than wide a pixel is shown [–].</summary>
    public double PixelAspect { get; init; } = 1.0;
}
