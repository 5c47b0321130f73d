using System.Collections.Immutable;

namespace Lamella.Reporting.Dossiers;

/// <summary>Pictures side by side under one caption, such as slices of a structure.</summary>
public sealed record ImageBlock : Block
{
    /// <summary>Initializes a block of pictures.</summary>
    /// <param name="caption">The sentence under the pictures.</param>
    /// <param name="images">The pictures in order, at least one.</param>
    /// <exception cref="ArgumentException">There is no picture or no caption.</exception>
    public ImageBlock(string caption, ImmutableArray<RasterImage> images)
    {
        Caption = Require.Text(caption, "the caption of pictures", "say what is seen");
        Images = images.IsDefaultOrEmpty ? throw new ArgumentException($"The pictures '{caption}' hold no picture.", nameof(images)) : images;
    }

    /// <summary>Gets the sentence under the pictures.</summary>
    public string Caption { get; }

    /// <summary>Gets the pictures.</summary>
    public ImmutableArray<RasterImage> Images { get; }

    /// <summary>Gets what the colours mean, or an empty list.</summary>
    public ImmutableArray<ImageColour> Legend { get; init; } = [];
}

/// <summary>A colour and what it stands for.</summary>
/// <param name="Name">What it stands for.</param>
/// <param name="Colour">The colour.</param>
public sealed record ImageColour(string Name, Rgb Colour);

/// <summary>A colour.</summary>
/// <param name="Red">Red, 0 to 255.</param>
/// <param name="Green">Green, 0 to 255.</param>
/// <param name="Blue">Blue, 0 to 255.</param>
public readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    /// <summary>Returns the colour as a style sheet writes it.</summary>
    /// <returns>For example <c>#2459a9</c>.</returns>
    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";
}
