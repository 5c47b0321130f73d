using System.Collections.Immutable;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Formats.NewareNda;

/// <summary>How the records of some versions of the format are laid out.</summary>
internal abstract class NdaLayout
{
    /// <summary>Gets the layouts, in the order in which they are tried on an unknown version.</summary>
    internal static ImmutableArray<NdaLayout> All { get; } =
        [new ClassicLayout(), new EarlyLayout(), new Bts90Layout(), new Bts91Layout()];

    /// <summary>Gets the layout for people.</summary>
    internal abstract string Title { get; }

    /// <summary>Gets where the number of a record stands in it [bytes].</summary>
    internal abstract int NumberAt { get; }

    /// <summary>Tells whether a version has this layout.</summary>
    /// <param name="version">The version byte.</param>
    /// <param name="mark">The byte at 1024, by which version 130 differs.</param>
    /// <returns>True where it has.</returns>
    internal abstract bool Fits(int version, int mark);

    /// <summary>Finds the records.</summary>
    /// <param name="bytes">The file.</param>
    /// <returns>The records in stored order; null where there is no beginning of records.</returns>
    internal abstract RecordIndex? Find(ReadOnlySpan<byte> bytes);

    /// <summary>Reads the records.</summary>
    /// <param name="content">The file.</param>
    /// <param name="index">The records in the order of their numbers.</param>
    /// <param name="options">What the user overrides.</param>
    /// <param name="draft">Receives decisions and warnings.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The columns.</returns>
    internal abstract ImmutableArray<RecordingColumn> Read(
        FileContent content, RecordIndex index, ImportOptions options, RecordingDraft draft, CancellationToken cancellationToken);
}
