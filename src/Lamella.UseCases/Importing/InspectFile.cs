using Lamella.Core.Errors;
using Lamella.Instruments.Measurements;
using Lamella.Instruments.Reading;
using Lamella.UseCases.Writing;

namespace Lamella.UseCases.Importing;

/// <summary>Looks at one instrument file.</summary>
public static class InspectFile
{
    /// <summary>Reads a file and makes its measurements.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What the user overrides.</param>
    /// <param name="interruption">Ends the reading early.</param>
    /// <returns>What is in it.</returns>
    /// <exception cref="InputException">The file is missing, a folder, empty, or of no known format.</exception>
    public static Inspection Run(string path, ImportOptions options, CancellationToken interruption)
    {
        ArgumentNullException.ThrowIfNull(options);
        FileContent content = FileContent.Load(path, options.Limits, options.Encoding);
        RecognisedFile found = InstrumentReader.Recognise(content);
        var recording = InstrumentReader.Read(found, options, interruption);
        return new Inspection(found.Format.Title, found.Recognition.Reason, recording, MeasurementBuilder.From(recording));
    }

    /// <summary>Returns an inspection as JSON.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <returns>The text.</returns>
    public static string ToJson(Inspection inspection)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        return JsonFile.Text(writer =>
        {
            writer.WriteString("recognised_by", inspection.Reason);
            RecordingJson.Members(writer, ImportedFile.Of(inspection.Recording.File.Path, inspection.Recording, inspection.Measurements));
        });
    }
}
