using Lamella.Core.Errors;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tests.Corpus;

namespace Lamella.Instruments.Tests.Properties;

/// <summary>Cut, flipped and mangled files: no crash, no hang, bounded memory, and a prefix of the truth or an explicit error.</summary>
/// <remarks><c>LAMELLA_NIGHTLY=1</c> cuts every file at 200 places; otherwise large files are cut at fewer.</remarks>
[Trait("Level", "property")]
public sealed class DamageTests
{
    public static TheoryData<string> Files() => ManifestFile.Names() is { Length: > 0 } names ? new(names) : new("manifest.json");

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void Read_CutFile_IsPrefixOrError(string file)
    {
        byte[] whole = File.ReadAllBytes(CorpusFolder.Require(file));
        Recording truth = InstrumentReader.Read(new FileContent(file, whole));

        foreach (int length in Damage.CutPlaces(file, whole.Length))
        {
            Recording? cut = Damage.Read(file, whole[..length]);

            if (cut is not null)
            {
                TruthPrefix.Check(truth, cut, $"{file} cut at byte {length}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void Read_FlippedBytes_NeverCrashes(string file)
    {
        byte[] whole = File.ReadAllBytes(CorpusFolder.Require(file));

        foreach (byte[] flipped in Damage.Flips(file, whole))
        {
            Damage.Read(file, flipped);
        }
    }

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void Read_OtherLineEnds_GivesTheSameRows(string file)
    {
        byte[] whole = File.ReadAllBytes(CorpusFolder.Require(file));
        if (!Damage.IsPlainText(whole))
        {
            return; // line ends exist in text only; binary files are covered by the other properties
        }

        Recording truth = InstrumentReader.Read(new FileContent(file, whole));
        foreach (string end in new[] { "\n", "\r\n" })
        {
            Recording? other = Damage.Read(file, Damage.WithLineEnds(whole, end));

            other.ShouldNotBeNull($"{file} with {(end.Length == 1 ? "LF" : "CR LF")}").RowCount.ShouldBe(truth.RowCount);
        }
    }

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void Read_SwappedDecimalMarks_IsSameRowsOrError(string file)
    {
        byte[] whole = File.ReadAllBytes(CorpusFolder.Require(file));
        if (!Damage.IsPlainText(whole))
        {
            return; // decimal marks exist in text only
        }

        Damage.Read(file, Damage.WithSwappedMarks(whole));
    }

    [Fact]
    public void Read_EmptyOrTiny_IsRefused()
    {
        Should.Throw<InputException>(() => InstrumentReader.Read(new FileContent("x", []))).Message.ShouldContain("no known format");
        Should.Throw<InputException>(() => InstrumentReader.Read(new FileContent("x", [0x50]))).Message.ShouldContain("no known format");
    }
}
