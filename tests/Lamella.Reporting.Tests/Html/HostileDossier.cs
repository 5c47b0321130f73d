using Lamella.Reporting.Dossiers;
using Lamella.Reporting.Figures;

namespace Lamella.Reporting.Tests.Html;

/// <summary>A dossier that carries one text in every place that takes text.</summary>
internal static class HostileDossier
{
    internal static Dossier With(string name) => new(
        name,
        new DossierProvenance(name, name, [new ModelRevision(name, name)]) { More = [new KeyValue(name, name, name, name)] },
        [
            new Section(name, [new ParagraphBlock(name), new NoteBlock(name, name), new StatisticsBlock([new KeyValue(name, name, name, name)])]) { Lead = name },
            new Section(name, [new WarningsBlock([new ReportWarning(Severity.Serious, name, name)]), Table(name), Drawing(name)]),
            new Section(name, [new FigureBlock(Figure(name))]),
        ])
    {
        Subtitle = name,
    };

    private static TableBlock Table(string name) => new(
        name,
        [new Column(name, name, Alignment.Left), new Column(name, name, Alignment.Right)],
        [TableRow.Group(name), new TableRow(new Cell(name) { Note = name, Doi = name }, new Cell(name) { Mark = Mark.Outside })]);

    private static LayerDrawingBlock Drawing(string name) => new(name, [new DrawnLayer(name, 1e-5, LayerKind.Ceramic) { Remark = name }])
    {
        Facts = [new KeyValue(name, name, name, name)],
    };

    private static Figure Figure(string name) => new(
        name,
        Axis.Categorical(name, name, [name, name]),
        Axis.Linear(name, name),
        [
            new BarSeries(name, [1.0, 2.0]), new LineSeries(name, [0.0, 1.0], [1.0, 2.0]), new BandSeries(name, [0.0, 1.0], [1.0, 2.0], [2.0, 3.0]),
            new PointSeries(name, PointRole.Measured, [DataPoint.PlusMinus(0.0, 1.0, 0.5)]),
        ])
    {
        Caption = name,
    };
}
