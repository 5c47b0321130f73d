namespace Lamella.Instruments.Jet;

/// <summary>How Jet 4 stores a value. The numbers are those of the file.</summary>
internal enum JetType
{
    /// <summary>Not a type of the file.</summary>
    None = 0,

    /// <summary>A bit of the row's mask.</summary>
    Boolean = 1,

    /// <summary>Unsigned, 8 bits.</summary>
    Byte = 2,

    /// <summary>Signed, 16 bits.</summary>
    Integer = 3,

    /// <summary>Signed, 32 bits.</summary>
    Long = 4,

    /// <summary>Signed, 64 bits, in units of 1e-4.</summary>
    Money = 5,

    /// <summary>Floating point, 32 bits.</summary>
    Single = 6,

    /// <summary>Floating point, 64 bits.</summary>
    Double = 7,

    /// <summary>Days since 1899-12-30 on the computer's clock, 64-bit floating point.</summary>
    Date = 8,

    /// <summary>Bytes.</summary>
    Binary = 9,

    /// <summary>Text up to 255 characters.</summary>
    Text = 10,

    /// <summary>Long bytes, possibly on pages of their own.</summary>
    LongBinary = 11,

    /// <summary>Long text, possibly on pages of its own.</summary>
    Memo = 12,

    /// <summary>A GUID.</summary>
    Guid = 15,
}
