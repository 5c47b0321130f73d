using Lamella.Core.Errors;
using Lamella.Structures.Conduction;
using Lamella.Structures.Voxels;

namespace Lamella.Structures.Tests.Conduction;

[Trait("Level", "unit")]
public sealed class MixedConductionTests
{
    private static readonly LabelVolume Layers = TestVolumes.Make(6, 6, 8, (_, _, z) => z % 4 == 0 ? 1 : 0);

    [Fact]
    public void Solve_LayersOfIonicAndElectronicConductors_GiveBothNetworks()
    {
        // Ions: 2 and 6, with a resistance between; electrons: 1 and 5, without. A quarter of the layers is the second phase.
        ConductionProblem ions = TestVolumes.Problem(Layers, 2.0, 6.0) with { Interfaces = [new PhaseInterface("p0", "p1") { Resistance = 0.5 }] };
        ConductionProblem electrons = MixedConduction.ElectronicProblem(ions, [PhaseConductivity.Isotropic(1.0), PhaseConductivity.Isotropic(5.0)]);
        var options = new ConductionOptions { Tolerance = 1e-9 };
        var mixed = new MixedConduction(ConductionSolver.Solve(ions, options), ConductionSolver.Solve(electrons, options));

        // Eight planes with three interfaces in series: 6/2 + 2/6 + 3·0.5.
        double[] ionic = [3.0, 3.0, 8.0 / (3.0 + (1.0 / 3.0) + 1.5)], electronic = [2.0, 2.0, 8.0 / (6.0 + 0.4)];
        for (int axis = 0; axis < 3; axis++)
        {
            mixed.Ionic.Directions[axis].Conductivity.ShouldBe(ionic[axis], 1e-8);
            mixed.Electronic.Directions[axis].Conductivity.ShouldBe(electronic[axis], 1e-8);
            mixed.IonicShares[axis].ShouldBe(ionic[axis] / (ionic[axis] + electronic[axis]), 1e-8);
        }
    }

    [Fact]
    public void Solve_ElectronsBlockedByALayer_LeaveTheCurrentToTheIons()
    {
        ConductionProblem ions = TestVolumes.Problem(Layers, 2.0, 6.0);
        ConductionProblem electrons = MixedConduction.ElectronicProblem(ions, [PhaseConductivity.Insulator, PhaseConductivity.Isotropic(5.0)]);
        var options = new ConductionOptions { Axes = [2] };
        var mixed = new MixedConduction(ConductionSolver.Solve(ions, options), ConductionSolver.Solve(electrons, options));

        mixed.IonicShares[0].ShouldBe(1.0);
        mixed.Electronic.Directions[0].Reason!.ShouldContain("percolation");
    }

    [Fact]
    public void ElectronicProblem_ConductivityMissing_SaysHowMany() =>
        Should.Throw<InputException>(() => MixedConduction.ElectronicProblem(TestVolumes.Problem(Layers, 2.0, 6.0), [PhaseConductivity.Insulator]))
            .Message.ShouldContain("1 electronic conductivities for 2 phases");
}
