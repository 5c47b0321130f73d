using Lamella.Core.Provenance;
using Lamella.Reporting.Dossiers;

namespace Lamella.Reporting.Tests.Dossiers;

[Trait("Level", "unit")]
public sealed class DossierProvenanceTests
{
    [Fact]
    public void Of_ResultsOfOneInput_ListsEachModelOnce()
    {
        DossierProvenance provenance = DossierProvenance.Of(Result("laminate-dfn/1", "aa"), Result("laminate-dfn/1", "aa"), Result("fit/2", "aa"));

        (provenance.SoftwareVersion, provenance.InputHash).ShouldBe(("0.1.0", "aa"));
        provenance.Models.ShouldBe([new ModelRevision("laminate-dfn", "1"), new ModelRevision("fit", "2")]);
    }

    [Fact]
    public void Of_ResultsOfTwoInputs_NamesBoth() =>
        Should.Throw<ArgumentException>(() => DossierProvenance.Of(Result("m/1", "aa"), Result("m/1", "bb"))).Message.ShouldContain("input aa");

    [Fact]
    public void Of_Nothing_Throws() => Should.Throw<ArgumentException>(() => DossierProvenance.Of());

    [Theory]
    [InlineData("laminate-dfn/1", "laminate-dfn", "1")]
    [InlineData("a/b/2", "a/b", "2")]
    [InlineData("potentiostat", "potentiostat", "")]
    public void Parse_Model_WritesBackWhatItRead(string text, string name, string revision)
    {
        ModelRevision.Parse(text).ShouldBe(new ModelRevision(name, revision));
        ModelRevision.Parse(text).ToString().ShouldBe(text);
    }

    private static ResultProvenance Result(string model, string hash) => new(model, [], "0.1.0", hash);
}
