using System.Text;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Recordings;
using Lamella.Instruments.Tests.Corpus;
using Lamella.Instruments.Tests.Properties;

namespace Lamella.Instruments.Tests.Traps;

/// <summary>Traps 6 and 7: marks that are no numbers, and encodings.</summary>
public sealed class TextTrapTests
{
    public static TheoryData<string> Files() => ManifestFile.Names() is { Length: > 0 } names ? new(names) : new("manifest.json");

    [Fact]
    [Trait("Level", "unit")]
    public void Gamry_TemperatureWithoutSensor_IsKeptAndIsNoTemperature()
    {
        Recording recording = InstrumentReader.Read(CorpusFolder.Require("gamry_dta/drift-corrected-data.dta"));

        recording.Tables[0].Find("Temp")!.Values.Text(0).ShouldBe("-327.67");
        recording.Tables[0].Find("Temp")!.Role.ShouldBe(ColumnRole.None);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Zahner_LettersWithSwappedCase_AreTurnedBack()
    {
        Recording recording = InstrumentReader.Read(CorpusFolder.Require("zahner_ism/li-ion-battery.ism"));

        recording.SettingText("System").ShouldBe("Simulation");
        recording.SettingText("Potential").ShouldBe("0V");
    }

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    [Trait("Level", "property")]
    public void Read_OtherEncoding_GivesTheSameRows(string file)
    {
        byte[] whole = File.ReadAllBytes(CorpusFolder.Require(file));
        if (!Damage.IsPlainText(whole) || whole.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || file.EndsWith(".ism", StringComparison.Ordinal))
        {
            return; // only texts of one byte a letter can be written in another encoding here
        }

        Recording truth = InstrumentReader.Read(new FileContent(file, whole));
        Encoding own = whole.AsSpan().StartsWith(Encoding.UTF8.Preamble) || System.Text.Unicode.Utf8.IsValid(whole) ? Encoding.UTF8 : Encoding.Latin1;
        string text = own.GetString(whole).TrimStart('\uFEFF');
        foreach (Encoding other in new[] { new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), Encoding.Unicode })
        {
            Recording again = InstrumentReader.Read(new FileContent(file, [.. other.Preamble, .. other.GetBytes(text)]));

            again.Format.ShouldBe(truth.Format, other.WebName);
            again.RowCount.ShouldBe(truth.RowCount, other.WebName);
        }
    }
}
