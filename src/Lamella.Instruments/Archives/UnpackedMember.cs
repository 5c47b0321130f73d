namespace Lamella.Instruments.Archives;

/// <summary>The unpacked bytes of a member.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="IsWhole">False where the archive is cut or broken within the member; the bytes before that are there.</param>
public sealed record UnpackedMember(byte[] Bytes, bool IsWhole);
