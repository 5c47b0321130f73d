using System.Text;
using Lamella.Core.Errors;
using Lamella.Instruments.Reading;
using Lamella.Instruments.Text;

namespace Lamella.Instruments.Tests.Text;

/// <summary>Trap: ragged rows, blanks, N/A, quoted cells, merged headers. No row is dropped.</summary>
[Trait("Level", "unit")]
public sealed class DelimitedTableTests
{
    [Fact]
    public void Read_BlankAndMarkedCells_StayNumericAndKeepTheirText()
    {
        DelimitedRows rows = Read("a,b\n1,N/A\n,2\n3,\n", ',');

        rows.RowCount.ShouldBe(3);
        rows.Columns[0].ToNumbers().ShouldBe([1.0, double.NaN, 3.0]);
        rows.Columns[1].ToNumbers().ShouldBe([double.NaN, 2.0, double.NaN]);
        rows.Columns[1].Text(0).ShouldBe("N/A");
        rows.Columns[1].Text(2).ShouldBeEmpty();
    }

    [Fact]
    public void Read_RaggedRows_KeepsEveryCell()
    {
        DelimitedRows rows = Read("a,b\n1\n1,2,3\n1,2,,\n", ',');

        rows.RowCount.ShouldBe(3);
        rows.ShortRows.ShouldBe(1);
        rows.Columns.Length.ShouldBe(3);
        rows.Columns[2].ToNumbers().ShouldBe([double.NaN, 3.0, double.NaN]);
    }

    [Fact]
    public void Read_QuotedCells_MayHoldSeparatorsAndQuotes()
    {
        DelimitedRows rows = Read("a,b\n\"x, \"\"y\"\"\",\"2.5\"\n\"z\",3\n", ',');

        rows.Columns[0].Text(0).ShouldBe("x, \"y\"");
        rows.Columns[1].ToNumbers().ShouldBe([2.5, 3.0]);
    }

    [Fact]
    public void Read_BlanksAsSeparator_TakesRunsOfThem()
    {
        DelimitedRows rows = Read("a b\n  1.5   2\n\n3 \t 4  \n", ' ');

        rows.Columns[0].ToNumbers().ShouldBe([1.5, 3.0]);
        rows.Columns[1].ToNumbers().ShouldBe([2.0, 4.0]);
    }

    [Fact]
    public void Read_LastLineCut_IsLeftOutAndSaid()
    {
        Read("a,b\n1,2\n3", ',').LastRowCut.ShouldBeTrue();
        Read("a,b\n1,2\n3", ',').RowCount.ShouldBe(1);
        Read("a,b\n1,2\n3,4", ',').RowCount.ShouldBe(2);
    }

    [Fact]
    public void Read_FewWideLinesAmongMany_AreRefusedByTheLimit()
    {
        string wide = string.Join(',', Enumerable.Repeat("1", 5000));
        var text = new StringBuilder("a\n");
        for (int i = 0; i < 20_000; i++)
        {
            text.Append("1\n");
        }

        var error = Should.Throw<InputException>(() => Read(text.Append(wide).Append('\n').ToString(), ','));

        error.Allowed.ShouldContain("limit 'most columns'");
    }

    private static DelimitedRows Read(string text, char delimiter)
    {
        TextContent content = TextContent.FromString("x.csv", text);
        var layout = new DelimitedLayout { Names = TextTable.Names(content.Bytes(0), delimiter), FirstLine = 1, Delimiter = delimiter };
        return DelimitedTableReader.Read(content, layout, new ImportLimits());
    }
}
