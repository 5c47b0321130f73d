using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Reading;

/// <summary>A format that can also be read block by block, in memory that does not grow with the file.</summary>
public interface IStreamedFormat : IInstrumentFormat
{
    /// <summary>Reads the records block by block.</summary>
    /// <param name="file">The file, from its beginning; the caller disposes it.</param>
    /// <param name="path">Path for messages.</param>
    /// <param name="options">What the user overrides.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>
    /// Tables with the same columns, one after another; a derived column continues over their borders. Every whole record of
    /// the file is in one of them.
    /// </returns>
    /// <exception cref="Core.Errors.InputException">The file cannot be read, or a limit is passed.</exception>
    IEnumerable<RecordingTable> Stream(Stream file, string path, ImportOptions options, CancellationToken cancellationToken);
}
