using Lamella.Instruments.Reading;

namespace Lamella.Instruments.Archives;

/// <summary>Unpacks a member while it is read, within the limits; never more than a chunk is in memory.</summary>
/// <param name="content">The file it comes from, for limits and messages.</param>
/// <param name="source">What unpacks.</param>
/// <param name="packedLength">Number of packed bytes.</param>
/// <param name="name">Name of the member, for messages.</param>
internal sealed class BoundedStream(FileContent content, Stream source, int packedLength, string name) : IDisposable
{
    private long length;

    /// <summary>Gets whether the member ended because its bytes are damaged.</summary>
    internal bool IsBroken { get; private set; }

    /// <summary>Unpacks on.</summary>
    /// <param name="target">Receives the bytes.</param>
    /// <returns>Number of bytes; 0 at the end or at the first fault.</returns>
    /// <exception cref="Core.Errors.InputException">The member passes a limit.</exception>
    internal int Read(Span<byte> target)
    {
        try
        {
            int read = source.Read(target);
            length += read;
            BoundedInflate.Check(content, length, packedLength, name);
            return read;
        }
        catch (InvalidDataException)
        {
            IsBroken = true;
            return 0;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => source.Dispose();
}
