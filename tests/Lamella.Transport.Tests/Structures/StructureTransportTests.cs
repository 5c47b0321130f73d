using Lamella.Core.Provenance;
using Lamella.Structures.Voxels;
using Lamella.Transport.Structures;

namespace Lamella.Transport.Tests.Structures;

[Trait("Level", "identity")]
public sealed class StructureTransportTests
{
    private const string Columns = """
        volume: volume.npy
        voxel: 0.5 um
        tolerance: 1e-8
        phases:
          - {name: ceramic, labels: 0, conductivity: 3 mS/cm, activation energy: 0.40 eV, transference number: 1, network: host}
          - {name: gel, labels: 1, conductivity: 1 mS/cm, activation energy: 0.20 eV, transference number: 0.4, network: guest}
        """;

    [Fact]
    public void Solve_PhasesInParallel_AddAndWeighEnergiesAndNumbersByTheirCurrents()
    {
        using StructureFolder folder = new StructureFolder().WithVolume(8, 4, 6, (x, _, _) => x < 2 ? 0 : 1);
        StructureDescription structure = StructureFile.Read(folder.Describe(Columns));

        StructureTransportResult found = StructureTransport.Solve(structure, StructureTransport.Volume(structure));

        found.Conductivity.ShouldBe((0.25 * 0.3) + (0.75 * 0.1), 1e-8);
        found.PowerShares[0].ShouldBe(0.5, 1e-6);
        found.TransferenceNumber!.Value.ShouldBe(0.5 + (0.5 * 0.4), 1e-6);
        found.ActivationEnergy.ShouldBe(0.3 * 96485.33212331001, 0.1);
        found.Fractions.ShouldBe([0.25, 0.75], 1e-12);
        found.State.ShouldBe(ReferenceState.EffectiveInHost);
    }

    [Fact]
    public void Solve_ActivationEnergy_IsTheSlopeBetweenTwoTemperatures()
    {
        using StructureFolder folder = new StructureFolder().WithVolume(16, 16, 16, (x, y, z) => (((x / 4) + (y / 4) + (z / 4)) % 3) == 0 ? 0 : 1);
        StructureDescription structure = StructureFile.Read(folder.Describe(Columns));
        LabelVolume volume = StructureTransport.Volume(structure);
        const double warmer = 299.15, gas = 8.31446261815324;
        StructureDescription warm = structure with
        {
            Phases = [.. structure.Phases.Select(phase => phase with
            {
                Conduction = phase.Conduction with
                {
                    Conductivity = Lamella.Structures.Conduction.PhaseConductivity.Isotropic(
                        phase.Conduction.Conductivity.X * Math.Exp(phase.ActivationEnergy / gas * ((1.0 / 298.15) - (1.0 / warmer)))),
                },
            })],
        };

        StructureTransportResult cold = StructureTransport.Solve(structure, volume), hot = StructureTransport.Solve(warm, volume);

        double slope = gas * Math.Log(hot.Conductivity / cold.Conductivity) / ((1.0 / 298.15) - (1.0 / warmer));
        cold.ActivationEnergy.ShouldBe(slope, 2e-3 * slope);
    }

    [Fact]
    public void Solve_OneNetwork_LeavesTheOtherOut()
    {
        using StructureFolder folder = new StructureFolder().WithVolume(8, 4, 6, (x, _, _) => x < 2 ? 0 : 1);
        StructureDescription structure = StructureFile.Read(folder.Describe(Columns));
        LabelVolume volume = StructureTransport.Volume(structure);

        StructureTransport.Solve(structure, volume, StructureNetwork.Host).Conductivity.ShouldBe(0.25 * 0.3, 1e-8);
        StructureTransport.Solve(structure, volume, StructureNetwork.Guest).Conductivity.ShouldBe(0.75 * 0.1, 1e-8);
    }

    [Fact]
    public void Solve_NothingConnected_IsZeroWithItsReason()
    {
        using StructureFolder folder = new StructureFolder().WithVolume(4, 4, 6, (_, _, z) => z == 2 ? 1 : 0);
        string gapped = Columns.Replace("conductivity: 1 mS/cm", "conductivity: insulator", StringComparison.Ordinal);
        StructureDescription structure = StructureFile.Read(folder.Describe(gapped));

        StructureTransportResult found = StructureTransport.Solve(structure, StructureTransport.Volume(structure));

        found.Conductivity.ShouldBe(0.0);
        found.TransferenceNumber.ShouldBeNull();
        found.Reason!.ShouldContain("percolation");
    }

    [Fact]
    public void ExchangeArea_Sphere_IsThatOfTheSmoothSphere()
    {
        const int n = 40;
        const double radius = 14.0;
        using StructureFolder folder = new StructureFolder().WithVolume(
            n, n, n, (x, y, z) => Math.Pow(x - 19.5, 2) + Math.Pow(y - 19.5, 2) + Math.Pow(z - 19.5, 2) <= radius * radius ? 0 : 1);
        StructureDescription structure = StructureFile.Read(folder.Describe(Columns));

        double area = StructureTransport.ExchangeArea(structure, StructureTransport.Volume(structure));

        double exact = 4.0 * Math.PI * radius * radius / ((double)n * n * n) / 0.5e-6;
        area.ShouldBe(exact, 0.02 * exact);
    }
}
