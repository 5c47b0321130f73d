using System.Text;
using Lamella.Core.Errors;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Tests.Properties;

/// <summary>Makes damaged files, always the same ones, and reads them under watch.</summary>
internal static class Damage
{
    private const int NightlyCuts = 200, Flipped = 12, BytesAtOnce = 5_000_000;
    private const long SpareMemory = 24_000_000; // decoders, tables of words, the test itself [bytes]
    private const int MemoryPerByte = 120; // a text number of two bytes becomes an index, a double, and both again while growing

    private static bool IsNightly => Environment.GetEnvironmentVariable("LAMELLA_NIGHTLY") == "1";

    /// <summary>Chooses the lengths to which a file is cut: seeded by its name, the ends always among them.</summary>
    internal static IEnumerable<int> CutPlaces(string file, int length)
    {
        // About the same work for every file: 200 cuts of small ones, fewer of large ones unless it is night.
        int count = IsNightly ? NightlyCuts : Math.Clamp(BytesAtOnce / Math.Max(1, length), 6, NightlyCuts);
        var random = new Random(Seed(file));
        return Enumerable.Range(0, count - 2).Select(_ => random.Next(1, Math.Max(2, length))).Append(1).Append(Math.Max(1, length - 1)).Distinct();
    }

    /// <summary>Makes copies of a file with a few bytes changed: anywhere, and among the first where headers stand.</summary>
    internal static IEnumerable<byte[]> Flips(string file, byte[] whole)
    {
        var random = new Random(Seed(file) ^ 1);
        int count = IsNightly ? NightlyCuts : Math.Clamp(BytesAtOnce / Math.Max(1, whole.Length), 4, Flipped);
        for (int i = 0; i < count; i++)
        {
            byte[] copy = [.. whole];
            int reach = i % 2 == 0 ? Math.Min(copy.Length, 2048) : copy.Length;
            for (int flip = 0; flip < 1 + (i % 8); flip++)
            {
                copy[random.Next(reach)] ^= (byte)random.Next(1, 256);
            }

            yield return copy;
        }
    }

    /// <summary>Reads damaged content; null where it is refused. Anything but a refusal with a place fails the test.</summary>
    internal static Recording? Read(string file, byte[] bytes)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            return InstrumentReader.Read(new FileContent(file, bytes), ImportOptions.Default, patience.Token);
        }
        catch (InputException refusal)
        {
            refusal.Problem.ShouldNotBeNullOrWhiteSpace();
            refusal.Remedy.ShouldNotBeNullOrWhiteSpace();
            return null;
        }
        finally
        {
            long used = GC.GetAllocatedBytesForCurrentThread() - before;
            used.ShouldBeLessThan(SpareMemory + (MemoryPerByte * (long)bytes.Length * Expansion(bytes)), $"{file}: memory for {bytes.Length} bytes");
        }
    }

    internal static bool IsPlainText(byte[] bytes) => !bytes.AsSpan(0, Math.Min(bytes.Length, 4096)).Contains((byte)0) && !bytes.AsSpan().StartsWith("PK"u8)
        && !bytes.AsSpan().StartsWith("BIO-LOGIC"u8);

    internal static byte[] WithLineEnds(byte[] text, string end)
    {
        string latin = Encoding.Latin1.GetString(text).Replace("\r\r\n", "\n", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(latin.Replace("\n", end, StringComparison.Ordinal));
    }

    internal static byte[] WithSwappedMarks(byte[] text) => [.. text.Select(b => b == '.' ? (byte)',' : b == ',' ? (byte)'.' : b)];

    // A packed file may unpack to more; the limits of the reader bound that.
    private static int Expansion(byte[] bytes) => bytes.AsSpan().StartsWith("PK"u8) || bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? 30 : 1;

    private static int Seed(string file) => file.Aggregate(17, (seed, letter) => unchecked((seed * 31) + letter));
}
