using Lamella.Materials.Records.Entries;
using Lamella.Reporting.Figures;
using Lamella.UseCases.Records;

namespace Lamella.UseCases.Tests.Records;

[Trait("Level", "unit")]
public sealed class RecordFiguresTests
{
    private const string Text = """
        source: me
        systems:
          film: { matrix: PEO, filler: LATP, filler share: 30 wt% }
          cell: { electrolyte: film }
        records:
          - { id: system, system: film, quantity: ionic_conductivity, value: 0.2 mS/cm, state: effective in host, at: { temperature: 25 degC } }
          - { id: value, system: blend, quantity: ionic_conductivity, value: 0.3 mS/cm, state: effective in host, at: { temperature: 25 degC, filler: 10 wt% } }
          - { id: volume, system: blend, quantity: ionic_conductivity, value: 0.4 mS/cm, state: effective in host, at: { temperature: 25 degC, filler: 20 vol% } }
          - { id: silent, system: sheet, quantity: ionic_conductivity, value: 0.5 mS/cm, state: effective in host, at: { temperature: 25 degC } }
          - { id: warm, system: film, quantity: ionic_conductivity, value: 0.9 mS/cm, state: effective in host, at: { temperature: 60 degC } }
          - { id: told, system: membrane, quantity: ionic_conductivity, value: 0.6 mS/cm, state: effective in host, at: { temperature: 25 degC } }
          - { id: share, system: membrane, quantity: mass_fraction, value: 5 wt%, at: { component: LATP (optimum) } }
          - { id: salt, system: sheet, quantity: mass_fraction, value: 20 wt%, at: { component: LiTFSI } }
          - { id: pellet, system: LATP, quantity: ionic_conductivity, value: 0.7 mS/cm, state: pellet, at: { temperature: 25 degC } }
          - { id: kept, system: cell, quantity: capacity_retention, value: 90 %, at: { cycle: 100, c_rate: 0.5C } }
          - { id: goal, system: cell, quantity: capacity_retention, value: 99 %, at: { cycle: 100 }, kind: target }
          - { id: endless, system: cell, quantity: capacity_retention, value: 80 % }
          - { id: energy, system: cell, quantity: energy_density, value: 400 Wh/kg }
          - { id: life, system: cell, quantity: cycles, value: "> 300 cycle" }
        """;

    private static readonly RecordLibrary Library = RecordLibrary.ReadText("own.yaml", Text);

    [Fact]
    public void Conductivities_ShareOfTheSystemOrOfTheValue_IsTheAbscissa()
    {
        RecordDrawing drawing = RecordFigures.Conductivities(Library);
        Figure share = drawing.Drawings[1];

        Points(share).ShouldBe([(30.0, 0.2), (10.0, 0.3), (5.0, 0.6)], ignoreOrder: true);
        share.Series.OfType<PointSeries>().Single().Names.ShouldBe(["film [system]", "blend [value]", "membrane [told]"], ignoreOrder: true);
        share.Caption.ShouldBe("3 of 6 conductivities at these temperatures are of systems that state no share by mass; they stand in the table alone.");
    }

    [Fact]
    public void Conductivities_EachState_IsASeriesOfItsOwn()
    {
        RecordDrawing drawing = RecordFigures.Conductivities(Library);

        drawing.Drawings[0].Series.Select(series => series.Name).ShouldBe(["pellet", "effective in host"]);
        Points(drawing.Drawings[0], "pellet").ShouldBe([(25.0, 0.7)]);
        drawing.Shown.Length.ShouldBe(7);
    }

    [Fact]
    public void Retentions_WithoutCyclesOrATarget_AreLeftOutWithTheReason()
    {
        RecordDrawing drawing = RecordFigures.Retentions(Library);

        Points(drawing.Drawings[0]).ShouldBe([(100.0, 90.0)]);
        drawing.Drawings[0].Series.ShouldHaveSingleItem().Name.ShouldContain("0.5C");
        (double rate, double fade) = Points(drawing.Drawings[1]).ShouldHaveSingleItem();
        (rate, Math.Round(fade, 12)).ShouldBe((0.5, 0.1));
        drawing.Omitted.Select(omitted => (omitted.Source.Id, omitted.Reason)).ShouldBe([("goal", "is a target, not a measurement"), ("endless", "no single number of cycles stated")]);
    }

    [Fact]
    public void Energies_OfACellWithABoundOnItsCycles_AreMarkedAsSuch()
    {
        RecordDrawing drawing = RecordFigures.Energies(Library);

        Points(drawing.Drawings[0], "More cycles than shown").ShouldBe([(300.0, 400.0)]);
    }

    private static (double X, double Y)[] Points(Figure figure, string? series = null) =>
        [.. figure.Series.OfType<PointSeries>().Where(one => series is null || one.Name == series).SelectMany(one => one.Points).Select(point => (Math.Round(point.X, 9), Math.Round(point.Y, 9)))];
}
