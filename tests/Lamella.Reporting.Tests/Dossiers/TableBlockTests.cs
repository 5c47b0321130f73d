using Lamella.Reporting.Dossiers;

namespace Lamella.Reporting.Tests.Dossiers;

[Trait("Level", "unit")]
public sealed class TableBlockTests
{
    [Fact]
    public void TableBlock_RowOfAnotherWidth_SaysWhich() => Should.Throw<ArgumentException>(
            () => new TableBlock("Inputs", [Column.Text("a"), Column.Text("b")], [new TableRow("1", "2"), new TableRow("1")]))
        .Message.ShouldContain("Table 'Inputs', row 2: 1 cells for 2 columns.");

    [Fact]
    public void TableBlock_WithoutCaptionOrColumns_Throws()
    {
        Should.Throw<ArgumentException>(() => new TableBlock("", [Column.Text("a")], []));
        Should.Throw<ArgumentException>(() => new TableBlock("Inputs", [], []));
    }

    [Theory]
    [InlineData(1.0, 2.0, 3.0, 0.0)]
    [InlineData(4.0, 2.0, 3.0, 0.0)]
    [InlineData(2.5, 3.0, 2.0, 0.0)]
    [InlineData(2.5, 2.0, 3.0, double.NaN)]
    [InlineData(double.NaN, 2.0, 3.0, 0.0)]
    public void Interval_NotInOrderOrNotFinite_Throws(double predicted, double low, double high, double measured) =>
        Should.Throw<ArgumentException>(() => Cell.Interval(predicted, low, high, measured));

    [Fact]
    public void Bars_OnNoScaleOrNotFinite_Throw()
    {
        Should.Throw<ArgumentException>(() => Cell.Tornado(1.0, 2.0, 1.5, 0.0)).Message.ShouldContain("some width");
        Should.Throw<ArgumentException>(() => Cell.Tornado(double.NaN, 2.0, 1.5, 1.0));
        Should.Throw<ArgumentException>(() => Cell.Waterfall(0.0, 1.0, 0.0)).Message.ShouldContain("some width");
    }

    [Fact]
    public void Dossier_WithoutSections_Throws()
    {
        var provenance = new DossierProvenance("0.1.0", "00", []);
        Should.Throw<ArgumentException>(() => new Dossier("Cell", provenance, [])).Message.ShouldContain("'Cell'");
        Should.Throw<ArgumentException>(() => new Section("Empty", [])).Message.ShouldContain("'Empty'");
    }
}
