namespace Lamella.Instruments.Parquet;

/// <summary>The physical types of Parquet.</summary>
internal enum ParquetType
{
    /// <summary>One bit.</summary>
    Boolean = 0,

    /// <summary>A signed number of 4 bytes.</summary>
    Int32 = 1,

    /// <summary>A signed number of 8 bytes.</summary>
    Int64 = 2,

    /// <summary>A floating-point number of 4 bytes.</summary>
    Single = 4,

    /// <summary>A floating-point number of 8 bytes.</summary>
    Double = 5,

    /// <summary>A length of 4 bytes and as many bytes.</summary>
    Text = 6,
}
