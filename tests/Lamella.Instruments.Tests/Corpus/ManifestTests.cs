using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;

namespace Lamella.Instruments.Tests.Corpus;

/// <summary>Every real file is read whole: rows exactly, numbers within their stored precision.</summary>
/// <remarks><c>LAMELLA_FORMAT=neware_nda</c> runs the files of one folder.</remarks>
[Trait("Level", "published")]
public sealed class ManifestTests
{
    public static TheoryData<string> Files() => ManifestFile.Names() is { Length: > 0 } names ? new(names) : new("manifest.json");

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void Read_RealFile_HasEveryRowAndNumber(string file)
    {
        string path = CorpusFolder.Require(file);
        ManifestFile entry = ManifestFile.Of(file);

        Recording recording = InstrumentReader.Read(path);

        recording.File.Sha256.ShouldBe(entry.Sha256);
        string folder = entry.Format.Replace('_', '-');
        (recording.Format == folder || recording.Format.StartsWith(folder + "-", StringComparison.Ordinal)).ShouldBeTrue($"read as {recording.Format}");
        ManifestComparison.Differences(entry, recording).ShouldBeEmpty(file);
    }
}
