using Lamella.Core.Errors;

namespace Lamella.Instruments.Reading;

/// <summary>A file that no known format recognises.</summary>
public sealed class UnknownFormatException : InputException
{
    /// <summary>Initializes a new instance of the <see cref="UnknownFormatException"/> class.</summary>
    /// <param name="path">The file.</param>
    /// <param name="looksLike">What it looks like, beginning with a separator; empty where that is not known.</param>
    public UnknownFormatException(string path, string looksLike)
        : base(
            InputPlace.Whole(path), $"is a file that no known format recognises{looksLike}.",
            $"one of {string.Join(", ", InstrumentFormats.All.Select(format => format.Title))}",
            "Export it from the instrument's software in one of these formats; a file of another program cannot be read.")
    {
    }
}
