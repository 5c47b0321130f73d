using Lamella.Cells.Description;
using Lamella.Cells.Description.Reading;
using Lamella.Core.Errors;
using Lamella.Core.Provenance;
using Lamella.Core.Quantities;
using Lamella.Transport.Tests.Structures;

namespace Lamella.Cells.Tests.Description.Reading;

[Trait("Level", "unit")]
public sealed class StructureLayersTests
{
    private const string Columns = """
        volume: volume.npy
        voxel: 0.5 um
        tolerance: 1e-8
        phases:
          - {name: ceramic, labels: 0, conductivity: 3 mS/cm, activation energy: 0.40 eV, transference number: 1, network: host}
          - {name: gel, labels: 1, conductivity: 1 mS/cm, activation energy: 0.20 eV, transference number: 0.4, network: guest}
        """;

    private const string Cell = """
        name: Li | composite | Li
        area: 1 cm2
        temperature: 25 degC
        lithium: {material: lithium-xu2019, thickness: 50 um}
        electrolyte:
          - name: composite
            kind: single-ion
            thickness: 100 um
            structure: structure.yaml
        counter lithium: {thickness: 50 um}
        """;

    private const string Binary = """
            kind: binary
            diffusivity: {value: 1e-11 m2/s, state: effective in host}
            salt concentration: 1 mol/L
            porosity: 75 vol%
        """;

    [Fact]
    public void Build_LayerThatNamesAStructure_HasItsEffectiveConductivity()
    {
        using StructureFolder folder = Folder();
        CellDocument document = Read(folder, Cell);
        double factor = Math.Exp(0.3 * 96485.33212331001 / 8.31446261815324 * ((1.0 / 298.15) - (1.0 / 323.15)));

        ElectrolyteLayer layer = document.Build(Sample.Materials).Layers.ShouldHaveSingleItem();

        layer.Conductivity.At(0.0, 298.15).ShouldBe(0.15, 1e-8);
        layer.Conductivity.At(0.0, 323.15).ShouldBe(0.15 * factor, 1e-5);
        Quantity shown = document.Find("electrolyte/composite/conductivity")!;
        shown.State.ShouldBe(ReferenceState.EffectiveInHost);
        shown.Source!.Origin.ShouldBe(Origin.Derived);
        shown.Source.Citation.ShouldBe("conduction through the structure structure.yaml along z");
    }

    [Fact]
    public void Build_BinaryLayer_HasTheWeightedTransferenceNumberUnlessItStatesOne()
    {
        using StructureFolder folder = Folder();
        string binary = Cell.Replace("    kind: single-ion", Binary.Trim('\n'), StringComparison.Ordinal);

        double weighted = ((BinaryLayer)Read(folder, binary).Build(Sample.Materials).Layers[0]).TransferenceNumber.At(1000.0, 298.15);
        string stating = binary.Replace("    thickness: 100 um", "    thickness: 100 um\n    transference number: 0.2", StringComparison.Ordinal);
        double stated = ((BinaryLayer)Read(folder, stating).Build(Sample.Materials).Layers[0]).TransferenceNumber.At(1000.0, 298.15);

        weighted.ShouldBe(0.7, 1e-6);
        stated.ShouldBe(0.2);
    }

    [Fact]
    public void Build_HostGuestLayer_HasBothNetworksAndTheAreaBetweenThem()
    {
        using StructureFolder folder = Folder();
        string twoPhases = Cell.Replace(
            "    kind: single-ion",
            "    kind: host-guest\n    exchange resistance: 5 ohm cm2\n    guest: {kind: single-ion}",
            StringComparison.Ordinal);

        HostGuestLayer layer = Read(folder, twoPhases).Build(Sample.Materials).Layers[0].ShouldBeOfType<HostGuestLayer>();

        layer.Conductivity.At(0.0, 298.15).ShouldBe(0.25 * 0.3, 1e-8);
        layer.Guest.Conductivity.At(0.0, 298.15).ShouldBe(0.75 * 0.1, 1e-8);
        // Two planes in a period of 4 µm.
        layer.InterfaceArea.ShouldBe(2.0 / 4e-6, 1e-9 * 2.0 / 4e-6);
    }

    [Theory]
    [InlineData("structure: structure.yaml", "structure: struktur.yaml", "struktur.yaml")]
    [InlineData("    thickness: 100 um", "    thickness: 100 um\n    conductivity: {value: 1 mS/cm, state: effective in host}", "states a conductivity and names a structure")]
    public void Read_FaultyLink_SaysWhat(string line, string fault, string expected)
    {
        using StructureFolder folder = Folder();

        InputException error = Should.Throw<InputException>(() => Read(folder, Cell.Replace(line, fault, StringComparison.Ordinal)));

        error.Message.ShouldContain(expected);
    }

    [Fact]
    public void Read_StructureThatDoesNotConduct_GivesTheReasonAtTheLine()
    {
        using var folder = new StructureFolder().WithVolume(4, 4, 6, (_, _, z) => z == 2 ? 1 : 0);
        folder.Describe(Columns.Replace("conductivity: 1 mS/cm", "conductivity: insulator", StringComparison.Ordinal));

        InputException error = Should.Throw<InputException>(() => Read(folder, Cell));

        error.Message.ShouldContain("no percolation");
        error.Message.ShouldContain("cell.yaml(9");
    }

    private static StructureFolder Folder()
    {
        StructureFolder folder = new StructureFolder().WithVolume(8, 4, 6, (x, _, _) => x < 2 ? 0 : 1);
        folder.Describe(Columns);
        return folder;
    }

    private static CellDocument Read(StructureFolder folder, string yaml)
    {
        string path = Path.Combine(folder.Folder, "cell.yaml");
        File.WriteAllText(path, yaml);
        return CellDocument.Read(path);
    }
}
