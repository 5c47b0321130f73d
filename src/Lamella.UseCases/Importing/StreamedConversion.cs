using Lamella.Core.Files;
using Lamella.Instruments.Export;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.UseCases.Importing;

/// <summary>Converts large files to BDF block by block, in memory that does not grow with them.</summary>
internal static class StreamedConversion
{
    private const int HeadLength = 64 * 1024;
    private const long Large = 256L * 1024 * 1024; // [bytes]; smaller files are read whole, with all checks that need the whole

    /// <summary>Converts a file if it is large and its format can be streamed; null otherwise.</summary>
    internal static Conversion? TryRun(
        string path, string output, ImportOptions options, CancellationToken interruption, long largerThan = Large)
    {
        var info = new FileInfo(path);
        if (!info.Exists || info.Length <= largerThan || options.Units.Length > 0)
        {
            return null;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
        byte[] head = new byte[(int)Math.Min(HeadLength, file.Length)];
        file.ReadExactly(head);
        file.Position = 0;
        RecognisedFile found = InstrumentReader.Recognise(new FileContent(path, head, options.Limits, options.Encoding));
        if (found.Format is not IStreamedFormat format)
        {
            return null;
        }

        long rows = 0;
        AtomicFile.WriteText(output, writer => rows = BdfExport.Write(format.Stream(file, path, options, interruption), writer));
        var recording = new Recording
        {
            File = new FileFacts(path, info.Length, string.Empty, string.Empty),
            Format = format.Name,
            Instrument = format.Title,
            Tables = [new RecordingTable { Columns = [], RowCount = checked((int)rows) }],
            Warnings = ["The file was converted block by block: what only a look at the whole file shows was not checked."],
        };
        return new Conversion(recording, rows, [(output, rows)]);
    }
}
