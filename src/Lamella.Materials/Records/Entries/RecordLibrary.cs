using System.Collections.Immutable;
using Lamella.Core.Errors;
using Lamella.Core.Yaml;
using Lamella.Materials.Parameters;
using Lamella.Materials.Records.Storing;
using Lamella.Numerics.Execution;

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
    public static RecordLibrary Load(params IReadOnlyCollection<string> own) => Load(own, null, null);

    /// <summary>Reads the records that ship with the product, and those of folders or files of the user, several files at a time.</summary>
    /// <param name="own">Paths of the user: folders of <c>.yaml</c> and <c>.json</c> files (not searched deeper), or single files.</param>
    /// <param name="cache">Where large files of the user are kept as they were read, or null.</param>
    /// <param name="progress">Receives the number of files that are read and of all, from any thread; null for nobody.</param>
    /// <param name="cancellation">No file is begun after it.</param>
    /// <returns>The library; the same for every number of threads.</returns>
    /// <exception cref="InputException">A path does not exist, or a file is faulty; says where and what is allowed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static RecordLibrary Load(
        IReadOnlyCollection<string> own, RecordCache? cache, IProgress<(int Read, int All)>? progress, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(own);
        string[] shipped = [.. Files(ShippedData.Folder("records"))], files = [.. shipped, .. own.SelectMany(Files)];
        var read = new ImmutableArray<LiteratureRecord>[files.Length];
        int done = 0;
        progress?.Report((0, files.Length));
        DedicatedWorkers.Run(
            files.Length,
            Environment.ProcessorCount,
            i =>
            {
                read[i] = i < shipped.Length ? RecordFileReader.Read(YamlFile.Read(files[i]), isOwn: false) : Own(files[i], cache);
                progress?.Report((Interlocked.Increment(ref done), files.Length));
            },
            cancellation);
        return new RecordLibrary([.. read.SelectMany(records => records)]);
    }

    /// <summary>Reads records from text.</summary>
    /// <param name="name">Name of the text in messages.</param>
    /// <param name="text">The YAML text.</param>
    /// <returns>The library.</returns>
    /// <exception cref="InputException">The text is faulty; says where and what is allowed.</exception>
    public static RecordLibrary ReadText(string name, string text) => new(RecordFileReader.Read(YamlFile.Read(name, System.Text.Encoding.UTF8.GetBytes(text), YamlLimits.Collection), isOwn: true));

    private static ImmutableArray<LiteratureRecord> Own(string path, RecordCache? cache)
    {
        byte[] content = YamlFile.Bytes(path, YamlLimits.Collection);
        RecordCache? used = content.Length >= RecordCache.SmallestFile ? cache : null;
        string key = used is null ? string.Empty : RecordCache.Key(path, content);
        if (used?.Find(key, path) is { } stored)
        {
            return stored;
        }

        ImmutableArray<LiteratureRecord> records = RecordFileReader.Read(YamlFile.Read(path, content, YamlLimits.Collection), isOwn: true);
        used?.Put(key, records);
        return records;
    }

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
