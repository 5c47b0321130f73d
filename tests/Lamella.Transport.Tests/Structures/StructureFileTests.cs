using Lamella.Core.Errors;
using Lamella.Structures.Conduction;
using Lamella.Structures.Voxels;
using Lamella.Transport.Structures;

namespace Lamella.Transport.Tests.Structures;

[Trait("Level", "unit")]
public sealed class StructureFileTests
{
    private const string Whole = """
        volume: volume.npy
        voxel: [1 um, 2 um, 3 um]
        direction: x
        boundary: periodic
        tolerance: 1e-6
        temperature: 60 degC
        phases:
          - {name: LLZTO, labels: "0, 5-6", conductivity: [0.1 mS/cm, 0.2 mS/cm, 0.3 mS/cm], grain boundary: 3 ohm cm2, electronic conductivity: 1e-8 S/cm, network: host}
          - {name: PEDL, labels: [1, 2], conductivity: 1.2 mS/cm, activation energy: 0.22 eV, transference number: 0.35, network: guest}
          - {name: pore, labels: 3, conductivity: insulator}
        interfaces:
          - {between: [LLZTO, PEDL], resistance: 0.8 ohm cm2, sheet: 5 nS}
        """;

    [Fact]
    public void Read_WholeFile_IsInSi()
    {
        using var folder = new StructureFolder();

        StructureDescription read = StructureFile.Read(folder.Describe(Whole));

        read.VolumeFile.ShouldBe(Path.Combine(folder.Folder, "volume.npy"));
        read.VoxelSize.ShouldBe(new VoxelSize(1e-6, 2e-6, 3e-6));
        (read.Axis, read.Boundary, read.Tolerance, read.Temperature).ShouldBe((0, ConductionBoundary.Periodic, 1e-6, 333.15));
        read.Phases.Select(phase => phase.Conduction.Name).ShouldBe(["LLZTO", "PEDL", "pore"]);
        read.Phases[0].Conduction.Labels.ShouldBe([0, 5, 6]);
        read.Phases[0].Conduction.Conductivity.Z.ShouldBe(0.03, 1e-15);
        read.Phases[0].Conduction.GrainBoundaryResistance.ShouldBe(3e-4, 1e-15);
        read.Phases[1].Conduction.Labels.ShouldBe([1, 2]);
        read.Phases[1].ActivationEnergy.ShouldBe(0.22 * 96485.33212331001, 1e-8);
        read.Phases[1].TransferenceNumber.ShouldBe(0.35);
        read.Phases.Select(phase => phase.Network).ShouldBe([StructureNetwork.Host, StructureNetwork.Guest, StructureNetwork.Common]);
        read.Phases[0].ElectronicConductivity!.Value.Y.ShouldBe(1e-6, 1e-18);
        read.Phases[1].ElectronicConductivity.ShouldBeNull();
        read.Phases[2].Conduction.Conductivity.ShouldBe(PhaseConductivity.Insulator);
        read.Interfaces.ShouldHaveSingleItem().Resistance.ShouldBe(8e-5, 1e-18);
        read.Interfaces[0].SheetConductance.ShouldBe(5e-9, 1e-20);
    }

    [Theory]
    [InlineData("voxel: [1 um, 2 um, 3 um]", "voxel: 1", "um")]
    [InlineData("voxel: [1 um, 2 um, 3 um]", "voxel: [1 um, 2 um]", "three along x, y and z")]
    [InlineData("direction: x", "direction: up", "up")]
    [InlineData("labels: 3", "labels: many", "'many' is no label")]
    [InlineData("conductivity: 1.2 mS/cm", "conductivity: 1.2 V", "mS/cm")]
    [InlineData("temperature: 60 degC", "temparature: 60 degC", "temperature")]
    [InlineData("between: [LLZTO, PEDL]", "between: [LLZTO]", "between two phases")]
    public void Read_FaultyLine_SaysWhatIsAllowed(string line, string fault, string expected)
    {
        using var folder = new StructureFolder();
        string path = folder.Describe(Whole.Replace(line, fault, StringComparison.Ordinal));

        InputException error = Should.Throw<InputException>(() => StructureFile.Read(path));

        error.Message.ShouldContain(expected);
        error.Message.ShouldContain("structure.yaml(");
    }
}
