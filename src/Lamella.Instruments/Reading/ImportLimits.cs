namespace Lamella.Instruments.Reading;

/// <summary>Limits that a file may not pass. A file that does is refused with the limit by name.</summary>
public sealed record ImportLimits
{
    /// <summary>Gets the largest file that is read into memory [bytes].</summary>
    public long LargestFile { get; init; } = 2_000_000_000;

    /// <summary>Gets the largest size of one unpacked member of an archive [bytes].</summary>
    public long LargestMember { get; init; } = 2_000_000_000;

    /// <summary>Gets the largest ratio of unpacked to packed bytes of a member above 16 MiB.</summary>
    /// <remarks>Deflate cannot pass 1032; real measurement tables stay below 100.</remarks>
    public int LargestExpansion { get; init; } = 250;

    /// <summary>Gets the largest number of members of an archive.</summary>
    public int MostMembers { get; init; } = 4096;

    /// <summary>Gets the largest number of columns of a table.</summary>
    public int MostColumns { get; init; } = 16_384;
}
