using Lamella.Energy.Building;
using Lamella.Energy.ClosedForm;
using Lamella.Energy.Description;
using static Lamella.Tests.PrintedSides;

namespace Lamella.Energy.Tests.ClosedForm;

/// <summary>The numbers of PHYSICS.md section 7 that were computed while it was written, to their printed digits.</summary>
[Trait("Level", "published")]
public sealed class SideBudgetTests
{
    [Fact]
    public void SpecificEnergy_OfTheCheckInSection7_Is533()
    {
        // 811 with 6.26 mAh/cm2, e = 1, Al 12, Cu 6, Li 20 um, f_p = 5 %. Section 7 leaves q, V, f_am and the separator to its
        // inverse design (215 mAh/g, 3.82 V) and its standard (1 mg/cm2); 6.26 mAh/cm2 = 30 mg/cm2 x 0.97 x 215 mAh/g.
        SideBudget side = Field(electrolyte: 1.0, separator: 1.0);

        side.ArealCapacity.ShouldBe(0.97 * 30.0 * MilligramPerSquareCentimetre * 215.0 * MilliampereHourPerGram, 1e-3 * side.ArealCapacity);
        (side.SpecificEnergy / WattHourPerKilogram).ShouldBe(533.0, 0.5);
    }

    [Fact]
    public void Left_Of500WattHoursPerKilogram_Is7Point4()
    {
        (WithCatholyte().Left(500.0 * WattHourPerKilogram) / MilligramPerSquareCentimetre).ShouldBe(7.4, 0.05);
    }

    [Theory]
    [InlineData("AIOSE", Aiose, 23)]
    [InlineData("P-LATP10", Latp10, 40)]
    [InlineData("gel", Gel, 57)]
    [InlineData("dense LLZTO", Garnet, 13)]
    public void Left_AsThickness_IsThePrintedBound(string layer, double density, double printed)
    {
        double thickest = WithCatholyte().Left(500.0 * WattHourPerKilogram) / density / Micrometre;

        Math.Floor(thickest).ShouldBe(printed, $"{layer}: at most {thickest} um");
    }

    [Fact]
    public void AreaMass_Of300MicrometresOfAiose_Is97() =>
        (300.0 * Micrometre * Aiose / MilligramPerSquareCentimetre).ShouldBe(97.0, 0.5);

    [Fact]
    public void SpecificEnergy_OfTheActualAiosePouch_IsAbout13()
    {
        SideBudget side = ActualAiosePouch();

        (side.SpecificEnergy / WattHourPerKilogram).ShouldBe(13.0, 0.5);
    }

    [Theory]
    [InlineData("aluminium", 2700.0, 0.27)]
    [InlineData("copper", 8960.0, 0.896)]
    public void AreaMass_PerMicrometreOfFoil_IsThePrintedNumber(string metal, double density, double printed)
    {
        var foil = new FoilDesign(metal, Micrometre, density, 0.0);

        (foil.AreaMass / MilligramPerSquareCentimetre).ShouldBe(printed, 1e-9);
    }

    [Fact]
    public void Lithium_PerMicrometreAndPerCharge_IsThePrintedNumber()
    {
        BuiltCell cell = Designs.Build(Designs.Pouch);
        CellPart lithium = cell.Parts.Single(part => part.Group == PartGroup.Lithium);
        double grown = (cell.ChargedThickness - cell.DischargedThickness) / cell.Design.Faces;

        (lithium.Mass / lithium.Count / lithium.Area / 50.0 / MilligramPerSquareCentimetre).ShouldBe(0.0534, 5e-5);
        (grown / Micrometre / (cell.Design.Cathode.FirstArealCharge / MilliampereHourPerSquareCentimetre)).ShouldBe(4.85, 5e-3);
    }

    [Fact]
    public void TextClaims_OfSection7_AreArithmetic()
    {
        BuiltCell cell = Designs.Build(Designs.Pouch); // 0.2 Ah/g and 3.8 V

        (cell.SpecificEnergy(EnergyBasis.Cathode) / WattHourPerKilogram).ShouldBe(760.0, 1e-9);
        (985.0 / 518.0).ShouldBe(1.90, 5e-3); // kg/L that 518 Wh/kg and 985 Wh/L imply
    }

    [Fact]
    public void SpecificEnergy_InFieldUnits_IsThePrintedFormula()
    {
        SideBudget side = Field(electrolyte: 1.7, separator: 0.8);
        double inField = 1000.0 * 3.82 * 0.95 / ((1.0 / (0.97 * 0.215)) + 1.7 + ((Foils.Sum() + 0.8) / 6.26));

        (side.SpecificEnergy / WattHourPerKilogram).ShouldBe(inField, 1e-9 * inField);
    }
}
