namespace Lamella.Instruments.Archives;

/// <summary>One file in a zip archive, as its local header describes it.</summary>
/// <param name="Name">Path within the archive.</param>
/// <param name="Method">0 stored, 8 deflated; anything else cannot be read.</param>
/// <param name="DataStart">Where the packed bytes begin [bytes].</param>
/// <param name="PackedLength">Number of packed bytes; null where the header leaves it open and the directory is gone.</param>
/// <param name="Length">Number of unpacked bytes as stated; null where it is not.</param>
public sealed record ZipMember(string Name, int Method, int DataStart, long? PackedLength, long? Length);
