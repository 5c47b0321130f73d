namespace Lamella.Structures.Images;

/// <summary>How the pixels of a TIFF file are packed.</summary>
public enum TiffCompression
{
    /// <summary>Not at all.</summary>
    None = 1,

    /// <summary>LZW.</summary>
    Lzw = 5,

    /// <summary>Deflate, as Adobe numbers it.</summary>
    Deflate = 8,

    /// <summary>PackBits: runs of equal bytes.</summary>
    PackBits = 32773,
}
