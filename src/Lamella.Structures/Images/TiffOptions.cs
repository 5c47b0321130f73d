namespace Lamella.Structures.Images;

/// <summary>How a TIFF stack is written.</summary>
public sealed record TiffOptions
{
    /// <summary>Gets the packing.</summary>
    public TiffCompression Compression { get; init; } = TiffCompression.Deflate;

    /// <summary>Gets a value indicating whether rows hold differences (predictor 2), which makes grey images smaller.</summary>
    public bool UsesPredictor { get; init; }

    /// <summary>Gets a value indicating whether offsets have 64 bits; null where only a file of more than 4 GB needs them.</summary>
    public bool? IsBig { get; init; }

    /// <summary>Gets the bits a pixel: 8, 16 or 32; null for the fewest that hold every value.</summary>
    public int? Bits { get; init; }
}
