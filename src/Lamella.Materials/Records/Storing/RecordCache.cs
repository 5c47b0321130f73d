using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Lamella.Core.Files;
using Lamella.Materials.Parameters;
using Lamella.Materials.Records.Entries;

namespace Lamella.Materials.Records.Storing;

/// <summary>A folder that holds records as they were read, so that large files are taken apart and checked once.</summary>
/// <remarks>
/// <para>An entry is named after a hash of the content of the file, of what else the reading depends on (the name where the file gives no
/// publication, the vocabulary, the build of this library) and of the layout of the entry: whatever changes, the entry is not found and
/// the file is read again. Faulty files are never stored, so their errors come every time.</para>
/// <para>Entries appear whole or not at all and end with a hash of themselves. A folder that cannot be written or an entry that cannot be
/// read costs time, nothing else. Entries that were not used for 90 days go when another is written.</para>
/// </remarks>
/// <param name="folder">The folder; made where it is missing.</param>
public sealed class RecordCache(string folder)
{
    private const string Ending = ".records";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90.0), Fresh = TimeSpan.FromDays(1.0);
    private static readonly Lazy<byte[]> Reading = new(HashOfReading);

    /// <summary>Size of a file from which it is stored, in bytes; smaller ones are read as fast.</summary>
    internal const int SmallestFile = 16 * 1024;

    /// <summary>Returns the name under which the records of a file are stored.</summary>
    internal static string Key(string path, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Reading.Value);
        hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileNameWithoutExtension(path)));
        hash.AppendData([0]);
        hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Returns the records that are stored under a name, or null where there are none that can be read.</summary>
    internal ImmutableArray<LiteratureRecord>? Find(string key, string path)
    {
        string entry = Path.Combine(folder, key + Ending);
        try
        {
            if (!File.Exists(entry))
            {
                return null;
            }

            byte[] bytes = File.ReadAllBytes(entry);
            int length = bytes.Length - SHA256.HashSizeInBytes;
            if (length <= 0 || !SHA256.HashData(bytes.AsSpan(0, length)).AsSpan().SequenceEqual(bytes.AsSpan(length)))
            {
                return null;
            }

            Touch(entry);
            return new StoredRecordsReader(bytes.AsMemory(0, length), path).Read();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>Stores the records of a file.</summary>
    internal void Put(string key, ImmutableArray<LiteratureRecord> records)
    {
        try
        {
            byte[] bytes = new StoredRecordsWriter().Write(records);
            string entry = Path.Combine(folder, key + Ending);
            AtomicFile.Write(entry, stream =>
            {
                stream.Write(bytes);
                stream.Write(SHA256.HashData(bytes));
            });
            RemoveOld(File.GetLastWriteTimeUtc(entry));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Nothing is lost but time: the file is read again next time.
        }
    }

    // The time of a file that was just written is now; the clock itself is not asked.
    private static void Touch(string entry)
    {
        DateTime access = File.GetLastAccessTimeUtc(entry);
        if (access - File.GetLastWriteTimeUtc(entry) > Fresh)
        {
            File.SetLastWriteTimeUtc(entry, access);
        }
    }

    private void RemoveOld(DateTime now)
    {
        foreach (string entry in Directory.EnumerateFiles(folder, "*" + Ending))
        {
            if (now - File.GetLastWriteTimeUtc(entry) > Lifetime)
            {
                File.Delete(entry);
            }
        }
    }

    private static byte[] HashOfReading()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Type part in new[] { typeof(RecordCache), typeof(Core.Yaml.YamlFile) })
        {
            hash.AppendData(part.Module.ModuleVersionId.ToByteArray());
        }

        foreach (string file in new[] { "quantities.yaml", "conditions.yaml" })
        {
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(Path.Combine(ShippedData.Folder("vocabulary"), file))));
        }

        return hash.GetHashAndReset();
    }
}
