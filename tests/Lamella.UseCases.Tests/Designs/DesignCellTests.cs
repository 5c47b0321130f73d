using Lamella.Core.Quantities;
using Lamella.Energy.Building;
using Lamella.UseCases.Designs;
using Lamella.UseCases.Running;

namespace Lamella.UseCases.Tests.Designs;

/// <summary>Designs whose voltage comes from a simulated discharge.</summary>
[Trait("Level", "identity")]
public sealed class DesignCellTests
{
    private static readonly string Coin = Example("coin-aiose.yaml");

    [Fact]
    public void Run_Simulated_EnergyIsThatOfTheRunOfTheCell()
    {
        // The coin has the loading, composition, porosity and thicknesses of examples/zheng2025-aiose: the same discharge, run twice.
        DesignReport design = DesignCell.Run(new DesignRequest { DesignFile = Coin, Simulate = true, Rate = 1.0 }, null, TestContext.Current.CancellationToken);
        RunReport run = RunCell.Run(
            new RunRequest
            {
                CellFile = Path.Combine(Workspace.Examples, "zheng2025-aiose", "cell.yaml"), Protocol = "Discharge at 1C until 2.8 V", StateOfCharge = 1.0, CheckMesh = false,
            },
            TestContext.Current.CancellationToken);

        double perArea = -run.Run.Steps[0].Energy;
        (design.Cell.Energy / design.Cell.Design.ActiveArea).ShouldBe(perArea, 1e-3 * perArea);
        design.Cell.Energy.ShouldBe(design.Discharge!.Voltage * design.Cell.Capacity, 1e-12 * design.Cell.Energy);
        (design.Energies.Single(energy => energy.Basis == EnergyBasis.Cell).PerMass.Value * design.Cell.Mass(EnergyBasis.Cell)).ShouldBe(design.Cell.Energy, 1e-12);
    }

    [Fact]
    public void Run_Simulated_FasterOrColderGivesLess()
    {
        double At(double rate, double temperature) => DesignCell.Run(
            new DesignRequest { DesignFile = Coin, Simulate = true, Rate = rate, Temperature = temperature }, null, TestContext.Current.CancellationToken).Cell.Energy;

        double slow = At(0.1, 298.15), fast = At(2.0, 298.15), cold = At(2.0, 273.15);
        slow.ShouldBeGreaterThan(fast);
        fast.ShouldBeGreaterThan(cold);
    }

    [Fact]
    public void Run_SimulatedTwice_GivesTheSameBytes()
    {
        string Once() => DesignCell.Run(new DesignRequest { DesignFile = Coin, Simulate = true, Front = true }, null, TestContext.Current.CancellationToken).ToJson();

        Once().ShouldBe(Once());
    }

    [Fact]
    public void Run_Target_ReportsTheSettingsThatReachIt()
    {
        DesignReport report = DesignCell.Run(
            new DesignRequest { DesignFile = Example("pouch-qcpe.yaml"), Target = Quantity.Parse("500 Wh/kg") }, null, TestContext.Current.CancellationToken);

        report.Target!.Result.IsReachable.ShouldBeTrue();
        report.Target.Checks.ShouldBeEmpty();
        report.Target.IsPerMass.ShouldBeTrue();
        report.Target.Unit.ShouldBe(Unit.Parse("Wh/kg"));
    }

    private static string Example(string name) => Path.Combine(Workspace.Examples, "design", name);
}
