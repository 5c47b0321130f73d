using Lamella.Energy.Building;
using Lamella.Energy.ClosedForm;

namespace Lamella.Energy.Tests.Building;

[Trait("Level", "identity")]
public sealed class BuiltCellTests
{
    private const double WattHourPerKilogram = 3600.0;

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(120)]
    public void SpecificEnergy_OfALargeCell_IsTheClosedFormWithinHalfAPercent(int cathodes)
    {
        // The cell of the check in PHYSICS.md section 7 (6.26 mAh/cm2, E/C 1, Al 12, Cu 6, Li 20 um) as a pouch of 150 mm x
        // 300 mm with usual overhangs. The closed form knows neither ends nor overhangs; the housing's share is the build's.
        BuiltCell cell = Designs.Build(Large(cathodes));
        double housing = 1.0 - (cell.Mass(EnergyBasis.Stack) / cell.Mass(EnergyBasis.Cell));
        double closed = SideBudget.Of(cell.Design, housing).SpecificEnergy;

        (cell.SpecificEnergy(EnergyBasis.Cell) / closed).ShouldBe(1.0, 0.005);
        cell.SpecificEnergy(EnergyBasis.Cell).ShouldBeLessThan(closed, "ends and overhangs weigh something");
    }

    [Fact]
    public void SpecificEnergy_GrowingFootprint_ApproachesTheClosedFormInProportionToTheRim()
    {
        double[] gaps = [.. new[] { 1, 2, 4, 8 }.Select(size =>
        {
            BuiltCell cell = Designs.Build(Large(10000, size));
            return (SideBudget.Of(cell.Design, 0.0).SpecificEnergy / cell.SpecificEnergy(EnergyBasis.Stack)) - 1.0;
        })];

        // The rim halves with each doubling of width and height; the corners and the one end left make it a little more or less.
        gaps.Zip(gaps.Skip(1), (a, b) => a / b).ShouldAllBe(ratio => Math.Abs(ratio - 2.0) < 0.05);
    }

    [Fact]
    public void SpecificEnergy_ManyCathodesWithoutOverhang_ApproachesTheClosedFormInProportionToTheEnds()
    {
        double[] gaps = [.. new[] { 10, 20, 40, 80 }.Select(cathodes =>
        {
            BuiltCell cell = Designs.Build(Large(cathodes).Replace("overhang: 1 mm", "overhang: 0 mm", StringComparison.Ordinal).Replace("overhang: 2 mm", "overhang: 0 mm", StringComparison.Ordinal));
            return (SideBudget.Of(cell.Design, 0.0).SpecificEnergy / cell.SpecificEnergy(EnergyBasis.Stack)) - 1.0;
        })];

        // One collector too many among n: the gap halves as n doubles.
        gaps.Zip(gaps.Skip(1), (a, b) => a / b).ShouldAllBe(ratio => Math.Abs(ratio - 2.0) < 1e-6);
    }

    [Fact]
    public void Thickness_OfThePlainPouch_IsTheSumOfItsLayers()
    {
        BuiltCell cell = Designs.Build(Designs.Pouch);

        // Per side: 20/0.96 mg/cm2 of 0.96/4.8 + 0.02/1.78 + 0.02/1.9 cm3/g in 75 vol% are 61.592 um.
        const double coating = 20e-3 / 0.96 * ((0.96 / 4.8) + (0.02 / 1.78) + (0.02 / 1.9)) / 0.75 * 1e4;
        const double charged = 20.0 * 0.2 / 96485.33212331001 * 3.6 * 13.0 * 1e4; // 4 mAh/cm2 as metal of 13 cm3/mol
        const double assembled = (10.0 * 12.0) + (20.0 * (coating + 10.0 + 50.0)) + (11.0 * 6.0);

        (1e6 * cell.DischargedThickness).ShouldBe(assembled, 1e-9 * assembled);
        (1e6 * cell.ChargedThickness).ShouldBe(assembled + (20.0 * charged), 1e-9 * assembled);
        (1e6 * cell.Envelope.Thickness).ShouldBe(assembled + (20.0 * charged) + 226.0, 1e-9 * assembled);
        cell.Envelope.Width.ShouldBe(0.074, 1e-12);
        cell.Envelope.Height.ShouldBe(0.119, 1e-12);
    }

    [Fact]
    public void Thickness_WithPorousPlating_GrowsByItsPores()
    {
        BuiltCell dense = Designs.Build(Designs.Pouch);
        BuiltCell porous = Designs.Build(Designs.Pouch.Replace("coulombic efficiency: 99.5 %", "plated porosity: 50 vol%", StringComparison.Ordinal));

        (porous.ChargedThickness - porous.DischargedThickness).ShouldBe(2.0 * (dense.ChargedThickness - dense.DischargedThickness), 1e-15);
        porous.Mass(EnergyBasis.Cell).ShouldBe(dense.Mass(EnergyBasis.Cell), 1e-15);
    }

    [Fact]
    public void Lithium_OfThePlainPouch_IsCountedPerSide()
    {
        LithiumBudget lithium = Designs.Build(Designs.Pouch).Lithium;

        // 50 um of 13 cm3/mol are 10.308 mAh/cm2; 4 mAh/cm2 in the cathode and in a discharge; 0.5 % lost a cycle.
        (lithium.Anode / 3.6e4).ShouldBe(10.308, 5e-4);
        (lithium.Capacity / 3.6e4).ShouldBe(4.0, 1e-12);
        lithium.NegativeToPositive.ShouldBe(14.308 / 4.0, 2e-4);
        lithium.AnodeRatio.ShouldBe(10.308 / 4.0, 2e-4);
        lithium.Cycles.ShouldBe(10.308 / 0.02, 0.05);
        lithium.CyclesTo80Percent.ShouldBe(lithium.Cycles + (Math.Log(0.8) / Math.Log(0.995)), 1e-9);
    }

    [Fact]
    public void Lithium_OfASharedFoil_IsHalfForEachSide()
    {
        string foil = Designs.Pouch.Replace("  collector: {material: copper, thickness: 6 um}\n", string.Empty, StringComparison.Ordinal);
        (BuiltCell shared, BuiltCell coated) = (Designs.Build(foil), Designs.Build(Designs.Pouch));

        shared.Lithium.Anode.ShouldBe(coated.Lithium.Anode / 2.0, 1e-9);
        shared.Parts.Single(part => part.Group == PartGroup.Lithium).Count.ShouldBe(11);
        coated.Parts.Single(part => part.Group == PartGroup.Lithium).Count.ShouldBe(20);
        (coated.DischargedThickness - shared.DischargedThickness).ShouldBe((9 * 50e-6) + (11 * 6e-6), 1e-12);
    }

    [Fact]
    public void Lithium_WithoutLoss_LastsForever() => double.IsPositiveInfinity(
        Designs.Build(Designs.Pouch.Replace("  coulombic efficiency: 99.5 %\n", string.Empty, StringComparison.Ordinal)).Lithium.Cycles).ShouldBeTrue();

    [Fact]
    public void Separator_FoldedInZ_TakesTheRibbonAndItsTurns()
    {
        BuiltCell pieces = Designs.Build(Designs.Pouch);
        BuiltCell ribbon = Designs.Build(Designs.Pouch.Replace("separator: {overhang: 2 mm}", "separator: {arrangement: z-fold, overhang: 2 mm, wraps: 2}", StringComparison.Ordinal));
        double folds = (10 * (12e-6 + (2.0 * pieces.Design.Cathode.Thickness))) + (9 * (6e-6 + 100e-6));
        double turns = 2.0 * 2.0 * (0.064 + ribbon.ChargedThickness);

        double area = ribbon.Parts.Single(part => part.Group == PartGroup.Separator).Area;
        area.ShouldBe(((20 * 0.064) + folds + turns) * 0.104, 1e-12);
        (ribbon.DischargedThickness - pieces.DischargedThickness).ShouldBe(4.0 * 10e-6, 1e-15);
    }

    [Fact]
    public void Filling_ByPoresAndByCapacity_AgreeWhereTheMassesDo()
    {
        BuiltCell pores = Designs.Build(Designs.Pouch);
        double mass = pores.Parts.Where(part => part.Group == PartGroup.Electrolyte).Sum(part => part.Mass);
        string perCapacity = FormattableString.Invariant($"filling: {{per capacity: {mass * 1e3 / (pores.Capacity / 3600.0):R} g/Ah}}");
        BuiltCell stated = Designs.Build(Designs.Pouch.Replace("filling: {density: 1.2 g/cm3, excess: 10 %}", perCapacity, StringComparison.Ordinal));

        stated.SpecificEnergy(EnergyBasis.Cell).ShouldBe(pores.SpecificEnergy(EnergyBasis.Cell), 1e-9);
    }

    [Fact]
    public void Power_OfThePlainPouch_IsOhmic()
    {
        BuiltCell cell = Designs.Build(Designs.Pouch);

        (1e4 * cell.Power.AreaResistance).ShouldBe(36.0, 1e-9); // 10 um at 1 mS/cm, interfaces 30, contact 5 ohm cm2
        cell.Power.Overpotential(1.0).ShouldBe(0.144, 1e-12); // 4 mA/cm2
        cell.Power.RateAt(0.2).ShouldBe(0.2 / 0.144, 1e-9);
        cell.PowerAt(1.0).ShouldBe((3.8 - 0.144) * 40.0 * cell.Design.ActiveArea, 1e-9);
    }

    [Fact]
    public void Coin_Parts_AreListedAndTheStackIsShownBesideTheCell()
    {
        BuiltCell cell = Designs.Build(Designs.Coin);

        cell.Parts.Where(part => part.Basis == EnergyBasis.Cell).Select(part => part.Name).ShouldBe(["can", "cap", "spring", "spacer", "gasket"]);
        cell.Mass(EnergyBasis.Cell).ShouldBe(cell.Mass(EnergyBasis.Stack) + 2.75e-3, 1e-12);
        cell.Volume(EnergyBasis.Cell).ShouldBe(Math.PI * 1e-4 * 3.2e-3, 1e-15);
        (cell.SpecificEnergy(EnergyBasis.Stack) / WattHourPerKilogram).ShouldBeGreaterThan(5.0 * cell.SpecificEnergy(EnergyBasis.Cell) / WattHourPerKilogram);
    }

    private static string Large(int cathodes, int size = 1) => Designs.Large(
        cathodes, (150 * size).ToString(System.Globalization.CultureInfo.InvariantCulture), (300 * size).ToString(System.Globalization.CultureInfo.InvariantCulture));
}
