using System.Text;
using Lamella.Core.Errors;
using Lamella.Materials.Records.Entries;
using Lamella.Materials.Records.Tables;

namespace Lamella.Materials.Tests.Records.Tables;

public sealed class ReviewTableTests
{
    private static readonly RecordLibrary Library = RecordLibrary.Load();

    [Theory]
    [Trait("Level", "reference")]
    [InlineData("guo2025-table1", "guo2025_table1.csv", 33)]
    [InlineData("ruan2026-table1", "ruan2026_table1.csv", 18)]
    public void Rebuild_ShippedTable_EqualsTheReviewCellByCell(string name, string file, int rows)
    {
        string[][] printed = [.. Rows(File.ReadAllText(SharedData.RequireFile("data", "papers", file)))];
        ReviewTable table = ReviewTable.Rebuild(name, Library);

        table.Columns.ShouldBe(printed[0]);
        table.Rows.Length.ShouldBe(rows);
        var differences = new List<string>();
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < printed[0].Length; column++)
            {
                if (table.Rows[row][column] != printed[row + 1][column])
                {
                    differences.Add($"row {row + 1}, {printed[0][column]}: '{table.Rows[row][column]}' for '{printed[row + 1][column]}'");
                }
            }
        }

        differences.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Rebuild_UnknownTable_NamesTheNearest() =>
        Should.Throw<InputException>(() => ReviewTable.Rebuild("guo2025-table", Library)).Message.ShouldContain("Did you mean 'guo2025-table1'?");

    [Fact]
    [Trait("Level", "unit")]
    public void Rebuild_WithoutSuchRecords_IsRefused()
    {
        var none = RecordLibrary.ReadText("own.yaml", "records:\n  - { system: s, quantity: porosity, value: 10 %, source: me }\n");

        Should.Throw<InputException>(() => ReviewTable.Rebuild("guo2025-table1", none)).Message.ShouldContain("stands in 'Table 1'");
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Write_CellWithCommaAndQuote_ReadsBack()
    {
        var table = new ReviewTable("t", ["a", "b"], [["1, 2", "say \"so\""]]);
        using var text = new StringWriter();
        table.Write(text);

        Rows(text.ToString()).ToArray()[1].ShouldBe(["1, 2", "say \"so\""]);
    }

    // A plain reader of CSV, independent of the product.
    private static IEnumerable<string[]> Rows(string text)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        bool inside = false;
        for (int i = 0; i < text.Length; i++)
        {
            char letter = text[i];
            if (letter == '"')
            {
                if (inside && i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    inside = !inside;
                }
            }
            else if (!inside && letter is ',' or '\n')
            {
                cells.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (letter == '\n')
                {
                    yield return [.. cells];
                    cells.Clear();
                }
            }
            else
            {
                cell.Append(letter);
            }
        }
    }
}
