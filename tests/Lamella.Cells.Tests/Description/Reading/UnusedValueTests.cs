using Lamella.Cells.Description.Reading;
using Lamella.Materials.Parameters;

namespace Lamella.Cells.Tests.Description.Reading;

/// <summary>No stated value is ignored in silence.</summary>
public sealed class UnusedValueTests
{
    private const string Symmetric = """
        name: Li | gel | ceramic | Li
        area: 1 cm2
        temperature: 30 degC
        lithium: {thickness: 20 um}
        counter lithium: {thickness: 20 um}
        electrolyte:
          - name: gel
            kind: binary
            thickness: 30 um
            conductivity: {value: 1 mS/cm, state: effective in host}
            diffusivity: {value: 1e-11 m2/s, state: effective in host}
            transference number: 0.4
            salt concentration: 1 mol/L
            bruggeman: 1.7
            joint: {partition: 1.4}
          - name: ceramic
            kind: single-ion
            thickness: 30 um
            conductivity: {value: 1 mS/cm, state: effective in host}
            diffusivity: {value: 1e-11 m2/s, state: effective in host, activation energy: 0.3 eV}
            transference number: 0.4
            joint: {resistance: 5 ohm cm2}
        """;

    [Theory]
    [InlineData("electrolyte/gel/bruggeman: 1.7 is stated but changes nothing")]
    [InlineData("electrolyte/gel/joint/partition: 1.4 changes nothing, because a single-ion layer")]
    [InlineData("electrolyte/ceramic/diffusivity: 1E-11 m2/s is stated but changes nothing")]
    [InlineData("electrolyte/ceramic/transference number: 0.4 is stated but changes nothing")]
    [InlineData("electrolyte/ceramic/joint/resistance: 5 ohm cm2 is stated but changes nothing")]
    [Trait("Level", "unit")]
    public void Inputs_ValueWithoutEffect_IsNoted(string note)
    {
        DescribedInputs inputs = CellDocument.ReadText("cell.yaml", Symmetric).Inputs(MaterialLibrary.LoadShipped());

        inputs.Notes.ShouldContain(text => text.StartsWith(note, StringComparison.OrdinalIgnoreCase));
        inputs.Notes.Count(text => text.Contains("changes nothing", StringComparison.Ordinal)).ShouldBe(5);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Inputs_SampleCell_UsesEveryValue() => Sample.Read().Inputs(Sample.Materials).Notes
        .ShouldAllBe(text => !text.Contains("changes nothing", StringComparison.Ordinal));
}
