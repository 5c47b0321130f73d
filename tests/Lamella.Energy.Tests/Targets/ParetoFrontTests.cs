using System.Collections.Immutable;
using Lamella.Energy.Building;
using Lamella.Energy.Description;
using Lamella.Energy.Targets;

namespace Lamella.Energy.Tests.Targets;

[Trait("Level", "identity")]
public sealed class ParetoFrontTests
{
    private static readonly CellDesign Pouch = Designs.Build(Designs.Pouch).Design;

    private static readonly DesignConstraints Limits = new()
    {
        Overpotential = 0.2, LeastThickness = 10e-6, GreatestLoading = 0.4,
    };

    [Fact]
    public void Search_Front_HasNoPointThatAnotherBeats()
    {
        ImmutableArray<ParetoPoint> front = ParetoFront.Search(Pouch, Limits, Energy);

        front.Length.ShouldBeGreaterThan(50);
        front.ShouldAllBe(point => !front.Any(other => ParetoFront.Beats(other, point)));
        front.Select(point => point.Energy).ShouldBe(front.Select(point => point.Energy).OrderDescending());
    }

    [Fact]
    public void Search_Point_HasTheEnergyRateAndCyclesOfItsDesign()
    {
        var levers = new DesignLevers(Pouch);
        foreach (ParetoPoint point in ParetoFront.Search(Pouch, Limits, Energy).Where((_, i) => i % 17 == 0))
        {
            CellDesign cell = levers.At(point.Setting);

            point.Energy.ShouldBe(Energy(BuiltCell.Of(cell)), 1e-9);
            PowerBudget.Of(cell).Overpotential(point.Rate).ShouldBe(0.2, 1e-12);
            point.Cycles.ShouldBe(LithiumBudget.Of(cell).Cycles, 1e-9);
        }
    }

    [Fact]
    public void Search_Front_TradesEnergyForRateAndForCycles()
    {
        ImmutableArray<ParetoPoint> front = ParetoFront.Search(Pouch, Limits, Energy);

        front.MaxBy(point => point.Energy)!.Rate.ShouldBeLessThan(front.Max(point => point.Rate));
        front.MaxBy(point => point.Energy)!.Cycles.ShouldBeLessThan(front.Max(point => point.Cycles));
        front.ShouldAllBe(point => point.Setting.ElectrolyteThickness == Limits.LeastThickness, "a thicker electrolyte costs energy and rate and gives nothing here");
    }

    [Fact]
    public void Search_Cancelled_Stops() => Should.Throw<OperationCanceledException>(
        () => ParetoFront.Search(Pouch, Limits, Energy, new CancellationToken(canceled: true)));

    private static double Energy(BuiltCell cell) => cell.SpecificEnergy(EnergyBasis.Cell);
}
