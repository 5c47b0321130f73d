using Lamella.Instruments.Bytes;

namespace Lamella.Instruments.Formats.NewareNdax;

/// <summary>One member <c>.ndc</c> of the archive.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">What could be unpacked of it.</param>
/// <param name="IsWhole">False where the archive is cut or broken within it.</param>
internal sealed record NdcMember(string Name, byte[] Bytes, bool IsWhole)
{
    internal const int DataKind = 1, AuxiliaryKind = 5, StepKind = 7, RunInfoKind = 18;

    /// <summary>Gets what the member holds.</summary>
    internal int Kind => new ByteReader(Bytes).U1(0);

    /// <summary>Gets the version of its layout.</summary>
    internal int Version => new ByteReader(Bytes).U1(2);
}
