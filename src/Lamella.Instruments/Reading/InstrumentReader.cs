using Lamella.Core.Errors;
using Lamella.Instruments.Archives;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Reading;

/// <summary>Recognises a file from its content and reads it.</summary>
public static class InstrumentReader
{
    /// <summary>Recognises and reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What the user overrides; null for nothing.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>What stands in it.</returns>
    /// <exception cref="InputException">No format recognises the file, or nothing can be read from it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Recording Read(string path, ImportOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= ImportOptions.Default;
        return Read(FileContent.Load(path, options.Limits, options.Encoding), options, cancellationToken);
    }

    /// <summary>Recognises and reads content.</summary>
    /// <param name="content">The file in memory.</param>
    /// <param name="options">What the user overrides; null for nothing.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>What stands in it.</returns>
    /// <exception cref="InputException">No format recognises the content, nothing can be read from it, or a unit is stated that cannot be used.</exception>
    public static Recording Read(FileContent content, ImportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Read(Recognise(content), options ?? ImportOptions.Default, cancellationToken);
    }

    /// <summary>Reads content whose format was found.</summary>
    /// <param name="found">The content and its format.</param>
    /// <param name="options">What the user overrides.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>What stands in it.</returns>
    /// <exception cref="InputException">Nothing can be read from it, or a unit is stated that cannot be used.</exception>
    public static Recording Read(RecognisedFile found, ImportOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(options);
        return StatedUnits.Apply(found.Format.Read(found.Content, options, cancellationToken), options);
    }

    /// <summary>Finds the format of a file.</summary>
    /// <param name="content">The file in memory.</param>
    /// <returns>The surest format; of equally sure ones the first whose usual ending fits, else the first.</returns>
    /// <exception cref="UnknownFormatException">No format recognises the content.</exception>
    public static RecognisedFile Recognise(FileContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Best(content) ?? (Unpack(content) is { } inner ? Best(inner) : null) ?? throw new UnknownFormatException(content.Path, ForeignContent.Describe(content));
    }

    private static RecognisedFile? Best(FileContent content) => InstrumentFormats.All
        .Select(format => (Format: format, Answer: format.Recognise(content)))
        .Where(entry => entry.Answer is not null)
        .Select(entry => new RecognisedFile(entry.Format, content, entry.Answer!))
        .OrderByDescending(found => found.Recognition.Score)
        .ThenByDescending(found => found.Format.Extensions.Contains(content.Extension))
        .FirstOrDefault();

    /// <summary>Unpacks a gzip stream, or a zip that packs a single file; null for anything else.</summary>
    private static FileContent? Unpack(FileContent content)
    {
        if (content.StartsWith([0x1F, 0x8B, 0x08]))
        {
            return content.Unpacked(BoundedInflate.Gzip(content), "gzip");
        }

        return content.Zip is { Members: [var only] } archive ? content.Unpacked(archive.Read(only).Bytes, "zip") : null;
    }
}
