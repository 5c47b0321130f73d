using Lamella.Cells.Description;
using Lamella.Cells.Description.Reading;

namespace Lamella.Cells.Tests.Description.Reading;

/// <summary>The example in docs/cell-yaml.md is a cell, and the page names every key.</summary>
[Trait("Level", "contract")]
public sealed class DocumentationTests
{
    [Fact]
    public void CellYamlPage_Example_IsACellThatBuilds()
    {
        string page = Page();
        int start = page.IndexOf("```yaml\n", StringComparison.Ordinal) + "```yaml\n".Length;
        string yaml = page[start..page.IndexOf("```", start, StringComparison.Ordinal)];

        CellDocument document = CellDocument.ReadText("docs/cell-yaml.md", yaml);

        CellDescription cell = document.Variant("pouch").Build(Sample.Materials);
        cell.Area.ShouldBe(9e-4, 1e-18);
        cell.PorousPositive!.Thickness.ShouldBeInRange(5e-6, 20e-6);
    }

    [Fact]
    public void CellYamlPage_Text_NamesEveryKeyOfTheFormat()
    {
        string page = Page();
        foreach (CellSection section in (CellSection[])[CellSchema.Root, ElectrodeSchema.Lithium, LayerSchema.Layer, ElectrodeSchema.Porous, ElectrodeSchema.Collector, ElectrodeSchema.Blocking, ElectrodeSchema.Inert, ElectrodeSchema.Thermal, CellSchema.Stack])
        {
            section.AllKeys.ShouldAllBe(key => page.Contains(key, StringComparison.Ordinal), page.Length == 0 ? "the page is empty" : null);
        }
    }

    private static string Page()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Lamella.slnx")))
        {
            folder = folder.Parent.ShouldNotBeNull();
        }

        return File.ReadAllText(Path.Combine(folder.FullName, "docs", "cell-yaml.md"));
    }
}
