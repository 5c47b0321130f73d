using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Yaml;
using Lamella.Materials.Parameters;

namespace Lamella.Materials.Records.Entries;

/// <summary>Records of publications and of the user, on equal footing.</summary>
/// <remarks>Immutable; safe to share. Values that a publication keeps back from predictions are not among the records.</remarks>
public sealed class RecordLibrary
{
    /// <summary>Initializes a new instance of the <see cref="RecordLibrary"/> class.</summary>
    /// <param name="records">The records.</param>
    /// <exception cref="InputException">Two records have the same identifier.</exception>
    public RecordLibrary(ImmutableArray<LiteratureRecord> records)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (LiteratureRecord record in records)
        {
            if (!seen.Add(record.Id))
            {
                throw new InputException(
                    record.Where, $"the identifier '{record.Id}' stands twice.", "each identifier once",
                    "Write another 'id:' there, or remove one of the two records.");
            }
        }

        Records = records;
    }

    /// <summary>Gets the records: those of publications first, then those of the user, file by file.</summary>
    public ImmutableArray<LiteratureRecord> Records { get; }

    /// <summary>Reads the records that ship with the product, and those of folders or files of the user.</summary>
    /// <param name="own">Paths of the user: folders of <c>.yaml</c> and <c>.json</c> files (not searched deeper), or single files.</param>
    /// <returns>The library.</returns>
    /// <exception cref="InputException">A path does not exist, or a file is faulty; says where and what is allowed.</exception>
    public static RecordLibrary Load(params IReadOnlyCollection<string> own)
    {
        ArgumentNullException.ThrowIfNull(own);
        return new RecordLibrary(
        [
            .. Files(ShippedData.Folder("records")).SelectMany(path => RecordFileReader.Read(YamlFile.Read(path), isOwn: false)),
            .. own.SelectMany(Files).SelectMany(path => RecordFileReader.Read(YamlFile.Read(path), isOwn: true)),
        ]);
    }

    /// <summary>Reads records from text.</summary>
    /// <param name="name">Name of the text in messages.</param>
    /// <param name="text">The YAML text.</param>
    /// <returns>The library.</returns>
    /// <exception cref="InputException">The text is faulty; says where and what is allowed.</exception>
    public static RecordLibrary ReadText(string name, string text) => new(RecordFileReader.Read(YamlFile.ReadText(name, text), isOwn: true));

    private static IEnumerable<string> Files(string path)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path).Where(file => Path.GetExtension(file) is ".yaml" or ".json").Order(StringComparer.Ordinal)
            : throw new InputException(
                InputPlace.Whole(path), "there is no such file or folder of records.", "a folder of .yaml and .json files, or one such file", "Check the path.");
    }
}
