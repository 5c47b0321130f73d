using Lamella.Cells.Description;
using Lamella.Cells.Description.Reading;
using Lamella.Core.Quantities;
using Lamella.Materials.Parameters;

namespace Lamella.Cells.Tests.Description.Reading;

public sealed class CounterLithiumTests
{
    private const string Text = """
        name: Li | gel | Li
        diameter: 12 mm
        temperature: 25 degC
        cut-offs: {lower: -1 V, upper: 1 V}
        lithium:
          thickness: 20 um
          exchange current density: 1 mA/cm2
          film resistance: {value: 30 ohm cm2, at: 25 degC, activation energy: 0.4 eV}
        counter lithium: {thickness: 50 um}
        electrolyte:
          - {name: gel, kind: single-ion, thickness: 30 um, conductivity: {value: 1 mS/cm, state: effective in host}}
        """;

    [Fact]
    [Trait("Level", "unit")]
    public void Build_CounterStatesItsThicknessOnly_TakesTheRestFromLithium()
    {
        CellDescription cell = CellDocument.ReadText("cell.yaml", Text).Build(MaterialLibrary.LoadShipped());

        cell.CounterLithium!.Thickness.ShouldBe(50e-6, 1e-18);
        cell.CounterLithium.FilmResistance.ShouldBe(cell.Lithium.FilmResistance);
        cell.CounterLithium.FilmActivationEnergy.ShouldBe(cell.Lithium.FilmActivationEnergy);
        cell.CounterLithium.Metal.ShouldBe(cell.Lithium.Metal);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void With_FilmOfLithium_MovesBothFaces()
    {
        CellDocument document = CellDocument.ReadText("cell.yaml", Text).With("lithium/film resistance", Quantity.Parse("70 ohm cm2"));

        CellDescription cell = document.Build(MaterialLibrary.LoadShipped());

        cell.Lithium.FilmResistance.ShouldBe(70e-4, 1e-15);
        cell.CounterLithium!.FilmResistance.ShouldBe(70e-4, 1e-15);
    }
}
