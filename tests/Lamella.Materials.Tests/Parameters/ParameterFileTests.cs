using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Materials.Electrodes;
using Lamella.Materials.Electrolytes;
using Lamella.Materials.Laws;
using Lamella.Materials.Parameters;

namespace Lamella.Materials.Tests.Parameters;

[Trait("Level", "unit")]
public sealed class ParameterFileTests : IDisposable
{
    private const string Gel = """
        name: gel
        kind: binary electrolyte
        sources:
          paper: { citation: A paper, doi: 10.1000/1 }
        conductivity: { value: 0.5 mS/cm, activation_energy: 0.2 eV, reference_temperature: 25 degC, source: paper, place: Fig. 1, confidence: verified }
        diffusivity: { value: 1e-11 m2/s, reason: a guess }
        transference_number: { value: 0.3, source: paper, confidence: assumed }
        thermodynamic_factor: { value: 1, reason: ideal }
        rest_concentration: { value: 1 mol/L, reason: usual }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lamella-materials-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Load_GoodFile_FillsValuesInSiAndSources()
    {
        BinaryElectrolyte gel = Load(Gel).Get<BinaryElectrolyte>("gel");

        gel.Conductivity.At(1000.0, 298.15).ShouldBe(0.05, 1e-15);
        gel.Conductivity.Source.ShouldBe(
            new Source(Origin.Published, "A paper", "10.1000/1", "Fig. 1", Confidence.Verified));
        gel.Diffusivity.Source.ShouldBe(Source.Assumption("a guess"));
        gel.Sources[nameof(BinaryElectrolyte.TransferenceNumber)].Confidence.ShouldBe(Confidence.Assumed);
        gel.RestConcentration.ShouldBe(1000.0);
    }

    [Fact]
    public void Load_VtfLaw_IsRead()
    {
        string vtf = Gel.Replace(
            "diffusivity: { value: 1e-11 m2/s, reason: a guess }",
            "diffusivity: { value: 1e-11 m2/s, pseudo_activation_temperature: 1000 K, vanishing_temperature: 190 K, reference_temperature: 363.15 K, reason: a guess }",
            StringComparison.Ordinal);

        PropertyLaw law = Load(vtf).Get<BinaryElectrolyte>("gel").Diffusivity;

        law.At(0.0, 363.15).ShouldBe(1e-11, 1e-24);
        law.At(0.0, 300.0).ShouldBeLessThan(2e-12);
    }

    [Theory]
    [InlineData("rest_concentration:", "rest_concentrations:", "Did you mean 'rest_concentration'?")]
    [InlineData("kind: binary electrolyte", "kind: binary electrolite", "Did you mean 'binary electrolyte'?")]
    [InlineData("0.5 mS/cm", "0.5", "Add the unit")]
    [InlineData("0.5 mS/cm", "0.5 S", "conductivity")]
    [InlineData("0.5 mS/cm", "-0.5 mS/cm", "above 0 mS/cm")]
    [InlineData("reason: a guess", "place: here", "lacks the key 'reason'")]
    [InlineData("source: paper, confidence: assumed", "source: papers, confidence: assumed", "Did you mean 'paper'?")]
    [InlineData("source: paper, confidence: assumed", "source: paper", "lacks the key 'confidence'")]
    [InlineData("confidence: assumed", "confidence: certain", "verified, assumed")]
    [InlineData("{ value: 0.3,", "{ value: 1.3,", "transference_number")]
    [InlineData("{ value: 0.3, source", "{ form: landesfeind2019-transferense, source", "Did you mean 'landesfeind2019-transference'?")]
    [InlineData("{ value: 0.3, source", "{ form: ncm811-chen2020, source", "landesfeind2019-transference")]
    [InlineData("activation_energy: 0.2 eV", "activation_energy: 0.2 J", "molar energy")]
    public void Load_FaultyFile_SaysWhatIsAllowed(string good, string bad, string expected)
    {
        Gel.ShouldContain(good);

        InputException error = Should.Throw<InputException>(() => Load(Gel.Replace(good, bad, StringComparison.Ordinal)));

        error.Message.ShouldContain(expected);
        error.Place.Line.ShouldBeGreaterThan(0);
        error.Place.File.ShouldEndWith("a.yaml");
    }

    [Fact]
    public void Load_TwoFilesOfOneName_NamesTheFirst()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "b.yaml"), Gel);

        Should.Throw<InputException>(() => Load(Gel)).Message.ShouldContain("taken by a.yaml");
    }

    [Fact]
    public void Load_MissingFolder_SaysSo() =>
        Should.Throw<InputException>(() => MaterialLibrary.Load(Path.Combine(_folder.FullName, "none")))
            .Message.ShouldContain("does not exist");

    [Fact]
    public void Load_RangeTheWrongWayRound_IsRefused()
    {
        string file = File.ReadAllText(Path.Combine(ShippedData.Folder("materials"), "ncm811-chen2020.yaml"))
            .Replace("[0.1, 0.995]", "[0.995, 0.1]", StringComparison.Ordinal);

        Should.Throw<InputException>(() => Load(file)).Message.ShouldContain("the lower first");
    }

    [Fact]
    public void Get_OfATypeThatIsNoMaterial_Throws() =>
        Should.Throw<ArgumentException>(() => Load(Gel).Get<string>("gel"));

    [Fact]
    public void Kinetics_NormalisedRateConstant_GivesHalfOfFTimesK()
    {
        ActiveMaterial lfp = MaterialLibrary.LoadShipped().Get<ActiveMaterial>("lfp-bpx2022");

        lfp.Kinetics.ReferenceExchangeCurrentDensity.ShouldBe(96485.33212331001 * 9.736e-7 / 2.0, 1e-15);
    }

    private MaterialLibrary Load(string text)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "a.yaml"), text);
        return MaterialLibrary.Load(_folder.FullName);
    }
}
