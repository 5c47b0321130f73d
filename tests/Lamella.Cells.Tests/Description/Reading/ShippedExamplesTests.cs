using Lamella.Cells.Description.Reading;
using Lamella.Materials.Records;

namespace Lamella.Cells.Tests.Description.Reading;

/// <summary>Every described cell that ships, in every variant, can be built and listed.</summary>
[Trait("Level", "contract")]
public sealed class ShippedExamplesTests
{
    [Fact]
    public void ReadAndBuild_EveryExample_GivesACellAndItsInputs()
    {
        string[] files = Examples();
        Assert.SkipWhen(files.Length == 0, "The folder 'examples' holds no cell.yaml yet.");
        FactLibrary facts = FactLibrary.LoadShipped();
        foreach (string file in files)
        {
            CellDocument document = CellDocument.Read(file, facts);
            foreach (CellDocument cell in document.VariantNames.Select(document.Variant).Prepend(document))
            {
                cell.Build(Sample.Materials).Layers.ShouldNotBeEmpty(cell.Name);
                DescribedInputs inputs = cell.Inputs(Sample.Materials);
                inputs.Values.Select(input => input.Path).ShouldBeUnique();
                string[] used = [.. inputs.Values.Where(input => !input.IsDefault).Select(input => input.Path)];
                cell.Paths.Where(path => cell.Find(path) is not null).Except(used).ShouldBeEmpty(cell.Name);
            }
        }
    }

    private static string[] Examples()
    {
        string? given = null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); given is null && folder is not null; folder = folder.Parent)
        {
            bool root = File.Exists(Path.Combine(folder.FullName, "Lamella.slnx"));
            given = root ? Path.Combine(folder.FullName, "examples") : null;
        }

        return given is not null && Directory.Exists(given)
            ? [.. Directory.GetFiles(given, "cell.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];
    }
}
