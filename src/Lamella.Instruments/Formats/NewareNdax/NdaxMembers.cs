using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Instruments.Archives;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.NewareNdax;

/// <summary>What could be unpacked of the archive.</summary>
/// <param name="Content">The file.</param>
/// <param name="Tables">The members <c>.ndc</c>, in the order of the archive.</param>
/// <param name="Documents">The members <c>.xml</c> as bytes, in the order of the archive.</param>
/// <param name="IsRecovered">Whether the directory is gone and the members were found by their local headers.</param>
internal sealed record NdaxMembers(
    FileContent Content, ImmutableArray<NdcMember> Tables, ImmutableArray<(string Name, byte[] Bytes)> Documents, bool IsRecovered)
{
    /// <summary>Unpacks the members that are read.</summary>
    /// <param name="content">The file.</param>
    /// <param name="archive">Its archive.</param>
    /// <param name="draft">Receives what is missing.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The members.</returns>
    /// <exception cref="InputException">A member passes a limit.</exception>
    internal static NdaxMembers Unpack(
        FileContent content, ZipArchiveReader archive, RecordingDraft draft, CancellationToken cancellationToken)
    {
        var tables = ImmutableArray.CreateBuilder<NdcMember>();
        var documents = ImmutableArray.CreateBuilder<(string, byte[])>();
        foreach (ZipMember member in archive.Members)
        {
            cancellationToken.ThrowIfCancellationRequested();
            bool isTable = member.Name.EndsWith(".ndc", StringComparison.OrdinalIgnoreCase);
            if (!isTable && !member.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            {
                draft.Set("archive", member.Name, "not read");
                continue;
            }

            UnpackedMember unpacked = archive.Read(member);
            if (isTable)
            {
                tables.Add(new NdcMember(member.Name, unpacked.Bytes, unpacked.IsWhole));
            }
            else
            {
                documents.Add((member.Name, unpacked.Bytes));
            }
        }

        if (archive.IsRecovered)
        {
            draft.Warn(FormattableString.Invariant(
                $"The directory of the archive is gone: the file is cut. {archive.Members.Length} members were recovered from their own headers."));
        }

        return new NdaxMembers(content, tables.ToImmutable(), documents.ToImmutable(), archive.IsRecovered);
    }

    /// <summary>Finds a member by what it holds.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The first such member; null where there is none.</returns>
    internal NdcMember? Find(int kind) => Tables.FirstOrDefault(member => member.Kind == kind);
}
