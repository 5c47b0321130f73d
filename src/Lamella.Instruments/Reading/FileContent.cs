using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Lamella.Core.Errors;
using Lamella.Instruments.Archives;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Reading;

/// <summary>A file in memory, with the views that formats need to recognise and read it.</summary>
public sealed class FileContent
{
    private const int HeadLength = 64 * 1024;

    private readonly byte[] bytes;
    private readonly Encoding? encoding;
    private readonly Lazy<string> head;
    private readonly Lazy<ImmutableArray<string>> headLines;
    private readonly Lazy<ZipArchiveReader?> zip;
    private readonly Lazy<FileFacts> facts;

    /// <summary>Initializes a new instance of the <see cref="FileContent"/> class from bytes.</summary>
    /// <param name="path">Path as the user gave it, for messages.</param>
    /// <param name="bytes">The content; not copied, never changed.</param>
    /// <param name="limits">The limits for archives; null for the usual ones.</param>
    /// <param name="encoding">The encoding that the user states; null to find it from the bytes.</param>
    public FileContent(string path, byte[] bytes, ImportLimits? limits = null, Encoding? encoding = null)
        : this(path, bytes, limits ?? new ImportLimits(), encoding, outer: null, container: string.Empty)
    {
    }

    private FileContent(string path, byte[] bytes, ImportLimits limits, Encoding? encoding, FileContent? outer, string container)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(bytes);
        (Path, this.bytes, Limits, this.encoding) = (path, bytes, limits, encoding);
        head = new(() => TextDecoder.DecodeHead(bytes.AsSpan(0, Math.Min(bytes.Length, HeadLength)), encoding));
        headLines = new(() => [.. TextDecoder.SplitLines(head.Value)]);
        zip = new(() => ZipArchiveReader.TryOpen(this));
        facts = new(() => outer is not null
            ? outer.Facts with { Container = container }
            : new FileFacts(path, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), container));
    }

    /// <summary>Gets the path as the user gave it; of a packed file the path of the package.</summary>
    public string Path { get; }

    /// <summary>Gets the ending of the name, lower case with dot; <c>.gz</c> and <c>.zip</c> of a packed file are not counted.</summary>
    public string Extension => System.IO.Path.GetExtension(Facts.Container.Length > 0
        ? System.IO.Path.GetFileNameWithoutExtension(Path) : Path).ToLowerInvariant();

    /// <summary>Gets the limits that hold while reading.</summary>
    public ImportLimits Limits { get; }

    /// <summary>Gets the bytes.</summary>
    public ReadOnlySpan<byte> Span => bytes;

    /// <summary>Gets the bytes.</summary>
    public ReadOnlyMemory<byte> Memory => bytes;

    /// <summary>Gets the number of bytes.</summary>
    public int Length => bytes.Length;

    /// <summary>Gets path, size and hash of the file on disk.</summary>
    public FileFacts Facts => facts.Value;

    /// <summary>Gets the first 64 KiB as text, decoded as well as the bytes allow; empty for binary content.</summary>
    public string Head => head.Value;

    /// <summary>Gets the lines of <see cref="Head"/> without their ends, the last possibly cut.</summary>
    public ImmutableArray<string> HeadLines => headLines.Value;

    /// <summary>Gets the archive where the file is a zip (also a cut one); null otherwise.</summary>
    public ZipArchiveReader? Zip => zip.Value;

    /// <summary>Reads a file into memory.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limits">The limits; null for the usual ones.</param>
    /// <param name="encoding">The encoding that the user states; null to find it from the bytes.</param>
    /// <returns>The content.</returns>
    /// <exception cref="InputException">The file is missing, empty, a directory or too large.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FileContent Load(string path, ImportLimits? limits = null, Encoding? encoding = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        limits ??= new ImportLimits();
        if (Directory.Exists(path))
        {
            throw Refuse(path, "is a folder.", "a file", "Name the files in it, or import the folder as one study.");
        }

        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw Refuse(path, "does not exist.", "a file", "Check the path.");
        }

        if (file.Length == 0)
        {
            throw Refuse(path, "is empty.", "a file of an instrument", "Copy or export it again; the transfer may have failed.");
        }

        if (file.Length > limits.LargestFile)
        {
            throw Refuse(
                path,
                FormattableString.Invariant($"has {file.Length} bytes."),
                FormattableString.Invariant($"at most {limits.LargestFile} bytes (limit 'largest file')"),
                "Split the export into parts.");
        }

        return new FileContent(path, File.ReadAllBytes(path), limits, encoding);
    }

    /// <summary>Tells whether the file begins with some bytes.</summary>
    /// <param name="magic">The bytes, for example <c>"NEWARE"u8</c>.</param>
    /// <returns>True where it does.</returns>
    public bool StartsWith(ReadOnlySpan<byte> magic) => Span.StartsWith(magic);

    /// <summary>Makes the content that lies packed in this one.</summary>
    /// <param name="unpacked">The unpacked bytes.</param>
    /// <param name="container"><c>gzip</c> or <c>zip</c>.</param>
    /// <returns>Content with the facts of this file on disk.</returns>
    internal FileContent Unpacked(byte[] unpacked, string container) => new(Path, unpacked, Limits, encoding, this, container);

    /// <summary>Makes an error about the whole file.</summary>
    /// <param name="problem">What was found.</param>
    /// <param name="allowed">What is allowed.</param>
    /// <param name="remedy">What the user can do.</param>
    /// <returns>The error, to be thrown.</returns>
    public InputException Error(string problem, string allowed, string remedy) => Refuse(Path, problem, allowed, remedy);

    private static InputException Refuse(string path, string problem, string allowed, string remedy) =>
        new(InputPlace.Whole(path), problem, allowed + ".", remedy);
}
