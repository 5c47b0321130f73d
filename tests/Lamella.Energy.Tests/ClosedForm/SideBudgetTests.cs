using Lamella.Energy.Building;
using Lamella.Energy.ClosedForm;
using Lamella.Energy.Description;

namespace Lamella.Energy.Tests.ClosedForm;

/// <summary>The numbers of PHYSICS.md section 7 that were computed while it was written, to their printed digits.</summary>
[Trait("Level", "published")]
public sealed class SideBudgetTests
{
    private const double MilligramPerSquareCentimetre = 1e-2; // [kg/m²]
    private const double MilliampereHourPerSquareCentimetre = 3.6e4; // [C/m²]
    private const double MilliampereHourPerGram = 3600.0; // [C/kg]
    private const double GramPerAmpereHour = 1e-3 / 3600.0; // [kg/C]
    private const double WattHourPerKilogram = 3600.0; // [J/kg]
    private const double Micrometre = 1e-6; // [m]

    // Layers of which section 7 gives the greatest thickness [kg/m³].
    private const double Gel = 1300.0;
    private const double Garnet = 5500.0;
    private const double Aiose = (0.471 * Garnet) + (0.483 * Gel); // skeleton of 52.9 vol% pores, 4.6 vol% of which stay empty
    private const double Latp10 = 1.0 / ((0.9 / 1780.0) + (0.1 / 2932.0)); // 10 wt% LATP in PVDF

    private static readonly double[] Foils = [0.27 * 12.0 / 2.0, 0.896 * 6.0 / 2.0, 0.0534 * 20.0];

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
        // 1.9 mg/cm2 of active material at 1C = 200 mAh/g and 3.8 V, foils of 12 and 6 um, 10 um of lithium, 5 % of packaging.
        SideBudget side = Field(electrolyte: 0.0, separator: 0.0) with
        {
            Capacity = 200.0 * MilliampereHourPerGram,
            Voltage = 3.8,
            ActiveShare = 0.8,
            ArealCapacity = 1.9 * 0.2 * MilliampereHourPerSquareCentimetre,
            Masses = [0.0162, 0.02688, 0.00534, 300.0 * Micrometre * Aiose],
        };

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

    private static SideBudget Field(double electrolyte, double separator) => new()
    {
        Voltage = 3.82,
        Capacity = 215.0 * MilliampereHourPerGram,
        ActiveShare = 0.97,
        ArealCapacity = 6.26 * MilliampereHourPerSquareCentimetre,
        ElectrolytePerCapacity = electrolyte * GramPerAmpereHour,
        Masses = [.. Foils.Append(separator).Select(mass => mass * MilligramPerSquareCentimetre)],
        PackagingShare = 0.05,
    };

    /// <summary>The side of the inverse design: gel fills the pores that a coating of 3.5 g/cm3 has.</summary>
    private static SideBudget WithCatholyte()
    {
        const double coating = 0.30; // [kg/m²]
        double solids = coating * ((0.97 / 4780.0) + (0.015 / 1780.0) + (0.015 / 1900.0));
        double catholyte = ((coating / 3500.0) - solids) * Gel;
        SideBudget side = Field(electrolyte: 0.0, separator: 0.0);
        return side with { ArealCapacity = 0.97 * coating * side.Capacity, Masses = [.. side.Masses, catholyte] };
    }
}
