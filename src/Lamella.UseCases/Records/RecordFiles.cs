using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Files;
using Lamella.Materials.Records.Entries;
using Lamella.Materials.Records.Exporting;

namespace Lamella.UseCases.Records;

/// <summary>Where records come from and go to.</summary>
public static class RecordFiles
{
    private static readonly string[] Endings = [".csv", ".json", ".yaml", ".bib"];

    /// <summary>Gets the folder in which a user's own records are looked for when none is named: <c>lamella/records</c> in the folder for settings.</summary>
    public static string UserFolder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "lamella", "records");

    /// <summary>Reads the records that ship and those of the user.</summary>
    /// <param name="named">Folders and files that the user names; where there are none, the user's folder is read if it exists.</param>
    /// <param name="userFolder">That folder.</param>
    /// <returns>The library.</returns>
    /// <exception cref="InputException">A named path does not exist, or a file is faulty.</exception>
    public static RecordLibrary Load(ImmutableArray<string> named, string userFolder) =>
        RecordLibrary.Load(!named.IsEmpty ? named : Directory.Exists(userFolder) ? [userFolder] : []);

    /// <summary>Refuses a name of a file whose ending says no format, before anything is computed.</summary>
    /// <param name="path">Path of the file to write.</param>
    /// <exception cref="InputException">The ending is another one.</exception>
    public static void RequireFormat(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!Endings.Contains(Path.GetExtension(path)))
        {
            throw new InputException(
                InputPlace.Whole(path), "the ending of the name says no format of records.", string.Join(", ", Endings), "Name a file such as records.csv.");
        }
    }

    /// <summary>Writes records as CSV, as JSON or YAML (which read back as a file of records) or as BibTeX, by the ending of the name; whole or not at all.</summary>
    /// <param name="records">The records.</param>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="InputException">The ending says no format.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Export(ImmutableArray<LiteratureRecord> records, string path)
    {
        RequireFormat(path);
        AtomicFile.WriteText(path, writer =>
        {
            switch (Path.GetExtension(path))
            {
                case ".csv":
                    RecordCsv.Write(records, writer);
                    break;
                case ".bib":
                    RecordBibTex.Write(records, writer);
                    break;
                default:
                    writer.Write(RecordsJson.Text(records));
                    break;
            }
        });
    }
}
