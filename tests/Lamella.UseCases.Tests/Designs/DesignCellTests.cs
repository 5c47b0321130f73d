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

    /// <summary>An uncertain loading moves the masses and the discharge; both together are what two designs with that loading differ by.</summary>
    [Fact]
    public void Run_SimulatedWithAnUncertainLoading_CarriesItThroughTheDischarge()
    {
        BasisEnergy described = Thick("6 ± 0.3 mg/cm2").Energies.Single(energy => energy.Basis == EnergyBasis.Stack);
        double low = Thick("5.7 mg/cm2").Cell.SpecificEnergy(EnergyBasis.Stack), high = Thick("6.3 mg/cm2").Cell.SpecificEnergy(EnergyBasis.Stack);
        DesignReport certain = Thick("6 mg/cm2");

        described.PerMass.Value.ShouldBe(certain.Cell.SpecificEnergy(EnergyBasis.Stack), 1e-12 * described.PerMass.Value);
        described.PerMass.Uncertainty.ShouldBe(Math.Abs(high - low) / 2.0, 1e-6 * high);
        DesignUnits.Spread(certain.Energies.Single(energy => energy.Basis == EnergyBasis.Stack).PerMass).ShouldBe(0.0);

        // Without the discharge the masses alone would give more: a thicker cathode delivers less of its capacity.
        double masses = Masses("6.3 mg/cm2") - Masses("5.7 mg/cm2");
        described.PerMass.Uncertainty.ShouldBeLessThan(masses / 2.0 * certain.Discharge!.Voltage * certain.Discharge.Capacity);
    }

    [Fact]
    public void Run_OfADryOrUnlimitedDesign_WarnsOfIt()
    {
        using var workspace = new Workspace();
        string text = File.ReadAllText(Example("pouch-qcpe.yaml")).ReplaceLineEndings("\n");
        string dry = text[..text.IndexOf("\nfilling:", StringComparison.Ordinal)] + text[text.IndexOf("\nresistance:", StringComparison.Ordinal)..text.IndexOf("\nconstraints:", StringComparison.Ordinal)];
        File.WriteAllText(workspace.At("dry.yaml"), string.Join('\n', dry.Split('\n').Where(line => !line.StartsWith("  coulombic efficiency:", StringComparison.Ordinal))) + "\n");

        DesignReport report = DesignCell.Run(new DesignRequest { DesignFile = workspace.At("dry.yaml"), Target = Quantity.Parse("200 Wh/kg") }, null, TestContext.Current.CancellationToken);

        report.Warnings.ShouldContain(warning => warning.StartsWith("Nothing is filled in:", StringComparison.Ordinal));
        report.Warnings.ShouldContain(warning => warning.Contains("without what 'constraints' does not state: overpotential, rate, cycles", StringComparison.Ordinal));
        report.Warnings.ShouldContain(warning => warning.StartsWith("No coulombic efficiency is stated", StringComparison.Ordinal));
        report.Target!.IsMet.ShouldBeTrue();
        report.Target.Result.Alone.Single(lever => lever.Path == "electrolyte/QCPE@P-DOL/thickness").Needed!.Value.ShouldBeGreaterThan(300e-6, "there is something to spare");
        DesignCell.Run(new DesignRequest { DesignFile = Example("pouch-qcpe.yaml"), Target = Quantity.Parse("500 Wh/kg") }, null, TestContext.Current.CancellationToken)
            .Warnings.ShouldNotContain(warning => warning.Contains("constraints", StringComparison.Ordinal) && warning.Contains("without", StringComparison.Ordinal));
    }

    private static string Variation(string loading) =>
        string.Join('\n', File.ReadAllLines(Coin).Select(line => line.StartsWith("  loading:", StringComparison.Ordinal) ? $"  loading: {loading}"
            : line.StartsWith("  cell:", StringComparison.Ordinal) ? $"  cell: {Path.Combine(Workspace.Examples, "zheng2025-aiose", "cell.yaml")}"
            : System.Text.RegularExpressions.Regex.Replace(line, @"range: \[[^\]]*\], ", string.Empty)));

    private static DesignReport Thick(string loading)
    {
        using var workspace = new Workspace();
        File.WriteAllText(workspace.At("coin.yaml"), Variation(loading));
        return DesignCell.Run(new DesignRequest { DesignFile = workspace.At("coin.yaml"), Simulate = true, Rate = 0.5 }, null, TestContext.Current.CancellationToken);
    }

    /// <summary>Active material over the stack [–], with the capacity as described.</summary>
    private static double Masses(string loading)
    {
        using var workspace = new Workspace();
        File.WriteAllText(workspace.At("coin.yaml"), Variation(loading));
        BuiltCell cell = DesignCell.Run(new DesignRequest { DesignFile = workspace.At("coin.yaml") }, null, TestContext.Current.CancellationToken).Cell;
        return cell.Mass(EnergyBasis.Cathode) / cell.Mass(EnergyBasis.Stack);
    }

    private static string Example(string name) => Path.Combine(Workspace.Examples, "design", name);
}
