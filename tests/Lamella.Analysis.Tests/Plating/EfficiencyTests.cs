using System.Text.Json;
using Lamella.Analysis.Common;
using Lamella.Analysis.Plating;
using Lamella.Analysis.Techniques;
using Lamella.Analysis.Tests.Common;
using Lamella.Core.Errors;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Tests.Plating;

public sealed class EfficiencyTests
{
    private const double AmpereHourPerSquareMetre = 3600.0;
    private static readonly PlatingOptions Copper = new() { Area = 1e-4, Cell = PlatingCell.Collector };

    [Fact]
    [Trait("Level", "reference")]
    public void Reservoir_WorkedExample_GivesItsStatedDigits()
    {
        JsonElement expected = FormulaCases.Expected("CE_Adams"), input = expected.GetProperty("input");
        double total = input.Number("Q_T"), cycled = input.Number("Q_C"), stripped = input.Number("Q_S");
        int cycles = (int)input.Number("n");

        Uncertain efficiency = EfficiencyMethods.Reservoir(total, cycled, cycles, stripped, 1e-3);

        efficiency.Value.ShouldBe(expected.Number("CE"), 1e-15);
        efficiency.Uncertainty.ShouldBe(0.00029, 0.000005);
        EfficiencyMethods.Reservoir(total, cycled, cycles, 0.0, 1e-3).Value.ShouldBe(expected.Number("cell dies before strip (Qs=0)"), 1e-15);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Find_ReservoirInARecord_IsTheFormulaWithItsCharges()
    {
        // The worked example as a record: conditioning, a reservoir of 5, ten times 1 out and 1 in, 4.362 at the end, in mAh/cm² at 1 mA/cm².
        double[] charges = [-5.0, 4.9, -5.0, .. Enumerable.Range(0, 20).Select(k => k % 2 == 0 ? 1.0 : -1.0), 4.362];
        TimeSeries series = Moves(charges);

        EfficiencyResult found = EfficiencyMethods.Find([series], Copper)!;

        found.Method.ShouldBe(EfficiencyMethod.Reservoir);
        found.Efficiency.ShouldBe(0.9574666666666667, 1e-12);
        found.Loss.Uncertainty.ShouldBe(0.00029, 0.000005);
        found.Conditioning!.Value.ShouldBe(0.98, 1e-12);
        found.Cycles.Length.ShouldBe(10);
        (found.Reservoir!.Value / 3.6e4).ShouldBe(5.0, 1e-9);
        EfficiencyResult died = EfficiencyMethods.Find([Moves(charges[..^1])], Copper)!;
        died.EndsWithoutStrip.ShouldBeTrue();
        died.Efficiency.ShouldBe(10.0 / 15.0, 1e-12);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Find_CyclesThatStripAll_AreCumulativeWithScatterAndFloor()
    {
        double[] stripped = [0.97, 0.98, 0.99, 0.98];

        EfficiencyResult found = EfficiencyMethods.Find([Moves([.. stripped.SelectMany(q => new[] { -1.0, q })])], Copper)!;

        found.Method.ShouldBe(EfficiencyMethod.Cumulative);
        found.Loss.Value.ShouldBe(0.02, 1e-12);
        double scatter = Math.Sqrt(2e-4 / 3.0 / 4.0);
        found.Floor.ShouldBe(Math.Sqrt(2.0) * 1e-3 * 0.98, 1e-12);
        found.Loss.Uncertainty.ShouldBe(Math.Sqrt((scatter * scatter) + (found.Floor * found.Floor)), 1e-9);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Find_AnodeFree_ChargePlates()
    {
        EfficiencyResult found = EfficiencyMethods.Find([Moves([1.0, -0.95, 0.95, -0.93])], Copper with { Cell = PlatingCell.AnodeFree })!;

        found.Method.ShouldBe(EfficiencyMethod.AnodeFree);
        found.Efficiency.ShouldBe((0.95 + 0.93) / 1.95, 1e-12);
    }

    [Fact]
    [Trait("Level", "published")]
    public void Lifetime_PouchOfThePublication_LastsItsCycles()
    {
        // zheng2025, pouch cell: 10 µm of lithium are 2.06 mAh/cm², 0.348 mAh/cm² are cycled at 96.31 % (PHYSICS.md 4.3: 161 cycles).
        double cycles = InventoryResult.Lifetime(2.06 * 3.6e4, 0.348 * 3.6e4, 1.0 - 0.9631);

        Math.Ceiling(cycles).ShouldBe(161.0);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Run_CopperCell_InventoryClosesOverTheRecord()
    {
        PlatingResult result = PlatingAnalysis.Run([Moves([-1.0, 0.97, -1.0, 0.98])], [], Copper with { Reserve = 0.5 * 3.6e4 });

        InventoryResult inventory = result.Inventory!;
        (inventory.Plated / 3.6e4).ShouldBe(2.0, 1e-9);
        (inventory.NotStripped / 3.6e4).ShouldBe(0.05, 1e-9);
        (inventory.ReserveLeft!.Value / 3.6e4).ShouldBe(0.45, 1e-9);
        inventory.CyclesUntilEmpty!.Value.ShouldBe(0.5 / 0.025, 1e-6);
        (result.NetCharge / 3.6e4).ShouldBe(-0.05, 1e-9);
        (result.CumulativeCharge / 3.6e4).ShouldBe(3.95, 1e-9);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_BadInput_SaysWhatToDo()
    {
        TimeSeries rest = Records.Series(Enumerable.Range(0, 20).Select(i => ((double)i, 0.0, 0.0)));
        var technique = new PlatingTechnique();

        Should.Throw<ArgumentException>(() => PlatingAnalysis.Run([rest], [], Copper)).Message.ShouldContain("No half cycle");
        Should.Throw<ArgumentOutOfRangeException>(() => PlatingAnalysis.Run([rest], [], Copper with { Area = 0.0 })).Message.ShouldContain("above 0 m²");
        Should.Throw<InputException>(() => technique.Run([NamedMeasurement.Of("x", rest)], TechniqueSettings.For(technique))).Message.ShouldContain("--area: is missing");
    }

    [Theory]
    [Trait("Level", "unit")]
    [InlineData("copper", new[] { -1.0, 1.02 }, "efficiency-above-one")]
    [InlineData("copper", new[] { 1.0 }, "no-efficiency")]
    [InlineData("symmetric", new[] { 0.1, -0.1 }, "voltage-is-no-overpotential", 3.0)]
    [InlineData("copper", new[] { -5.0, 1.0, -1.0 }, "no-last-strip")]
    [InlineData("copper", new[] { -1.0, 0.9999 }, "loss-not-resolved")]
    [InlineData("copper", new[] { -1.0, 0.9, -1.0, 0.9, -1.0, 0.9 }, "reserve-used-up")]
    public void Run_DoubtfulRecord_IsNamed(string cell, double[] charges, string code, double rest = 0.0)
    {
        var technique = new PlatingTechnique();

        AnalysisOutcome outcome = technique.Run([NamedMeasurement.Of("x", Moves(charges, rest))], TechniqueSettings.For(technique, ("area", "1 cm2"), ("cell", cell), ("lithium-reserve", "0.2 mAh/cm2")));

        outcome.Warnings.Select(warning => warning.Code).ShouldContain(code);
        outcome.Quantities.ShouldAllBe(quantity => double.IsFinite(quantity.Value.Value));
    }

    /// <summary>Charges in mAh/cm² at 1 mA/cm² on 1 cm², one after another; positive charges the cell.</summary>
    private static TimeSeries Moves(double[] charges, double rest = 0.0) => Records.HalfCycles(
        charges.Select(charge => (Math.Sign(charge) * 1e-3, Math.Abs(charge) * AmpereHourPerSquareMetre, new Func<double, double>(_ => rest + (0.05 * Math.Sign(charge))))));
}
