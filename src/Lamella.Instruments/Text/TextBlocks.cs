using Lamella.Core.Errors;
using Lamella.Instruments.Reading;

namespace Lamella.Instruments.Text;

/// <summary>Reads a text file in blocks of whole lines.</summary>
internal static class TextBlocks
{
    private const int BlockLength = 4 * 1024 * 1024;

    /// <summary>Reads the blocks.</summary>
    /// <param name="file">The file, in an encoding in which a line feed is one byte.</param>
    /// <param name="path">Path for messages.</param>
    /// <param name="limits">The limits that the blocks carry.</param>
    /// <returns>Content of whole lines; the last block ends where the file ends.</returns>
    /// <exception cref="InputException">A line is longer than a block.</exception>
    internal static IEnumerable<FileContent> Read(Stream file, string path, ImportLimits limits)
    {
        byte[] buffer = new byte[BlockLength];
        int held = 0;
        while (true)
        {
            int read = file.ReadAtLeast(buffer.AsSpan(held), BlockLength - held, throwOnEndOfStream: false);
            int there = held + read;
            if (there == 0)
            {
                yield break;
            }

            bool isLast = there < BlockLength;
            int end = isLast ? there : buffer.AsSpan(0, there).LastIndexOf((byte)'\n') + 1;
            if (end == 0)
            {
                throw new InputException(
                    InputPlace.Whole(path), FormattableString.Invariant($"has a line of more than {BlockLength} bytes."),
                    FormattableString.Invariant($"lines of at most {BlockLength} bytes (limit 'longest line')."), "This is no table of measurements.");
            }

            yield return new FileContent(path, buffer[..end], limits);
            held = there - end;
            buffer.AsSpan(end, held).CopyTo(buffer);
            if (isLast)
            {
                yield break;
            }
        }
    }
}
