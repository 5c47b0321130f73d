using Lamella.Core;
using Lamella.Core.Errors;
using Lamella.Energy.Building;
using Lamella.Energy.Description;

namespace Lamella.Energy.Tests.Building;

[Trait("Level", "reference")]
public sealed class SaltBudgetTests
{
    private static readonly SaltTransport Membrane = new(1.5e-11, 0.45, 1000.0, 0.5);
    private static readonly SaltTransport Gel = new(5.2e-12, 0.35, 1000.0, 0.8);
    private static readonly SaltTransport Pores = new(2.3e-12, 0.35, 1000.0, 1.0);

    [Fact]
    public void Current_WithoutCathodeThickness_IsThatOfALayerBetweenLithium()
    {
        CellDesign cell = Cell([(100e-6, Membrane)], 1e-12);
        double expected = 2.0 * PhysicalConstants.Faraday * 1000.0 * 1.5e-11 / (0.55 * 100e-6);

        SaltBudget.Of(cell).LimitingCurrent.ShouldBe(expected, 1e-6 * expected);
        SaltBudget.Of(cell).SafeCurrent.ShouldBe(expected, 1e-6 * expected);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Current_OfThreeLayersAndACathode_EmptiesTheBackOfAComputedProfile(bool atTheBack)
    {
        CellDesign cell = Cell([(10e-6, Gel), (81e-6, Membrane), (10e-6, Gel)], 86e-6);
        SaltBudget salt = SaltBudget.Of(cell);
        double current = atTheBack ? salt.SafeCurrent : salt.LimitingCurrent;

        (double back, double stored, double atRest) = Profile(cell, current, atTheBack);
        (back / (atRest / stored)).ShouldBe(1.0, 1e-4, "the concentration at lithium follows from the conserved salt, and falls to zero at the back");
        salt.SafeCurrent.ShouldBeLessThan(salt.LimitingCurrent);
    }

    [Fact]
    public void Current_OfASingleIonConductor_IsUnlimitedOnlyWithoutAnionsInTheCathode()
    {
        var ceramic = new SaltTransport(1e-12, 1.0, 1000.0, 1.0);

        double.IsPositiveInfinity(SaltBudget.Of(Cell([(50e-6, ceramic)], 80e-6) with { Cathode = Cell([(50e-6, ceramic)], 80e-6).Cathode with { PoreSalt = ceramic } }).LimitingCurrent).ShouldBeTrue();
        double.IsFinite(SaltBudget.Of(Cell([(50e-6, ceramic)], 80e-6)).LimitingCurrent).ShouldBeTrue();
    }

    [Fact]
    public void Current_WhereALayerSaysNothing_IsUnknown()
    {
        CellDesign cell = Designs.Build(Designs.Pouch).Design;

        SaltBudget.Of(cell).IsKnown.ShouldBeFalse();
        SaltBudget.Of(Cell([(50e-6, Membrane)], 80e-6)).IsKnown.ShouldBeTrue();
    }

    [Theory]
    [InlineData("diffusivity: {value: 1e-11 m2/s, state: effective in host}", "how salt moves is stated in part")]
    [InlineData("diffusivity: {value: 1e-11 m2/s, state: bulk phase}, transference number: 0.4, salt concentration: 1 mol/L", "has the state 'bulk phase'")]
    [InlineData("diffusivity: 1e-11 m2/s, transference number: 0.4, salt concentration: 1 mol/L", "does not say what it was measured on")]
    public void Build_SaltStatedInPart_IsBadInput(string stated, string expected) => Should.Throw<InputException>(
        () => Designs.Build(Designs.Coin.Replace("density: 3.2 g/cm3", "density: 3.2 g/cm3, " + stated, StringComparison.Ordinal))).Message.ShouldContain(expected);

    /// <summary>
    /// Marches the steady profile from lithium to the back of the cathode in small steps, for c = 0 at lithium: returns the drop to the back,
    /// the volume that stores salt, and the salt that is missing against c = drop everywhere.
    /// </summary>
    private static (double Back, double Stored, double AtRest) Profile(CellDesign cell, double current, bool atTheBack)
    {
        const int steps = 20000;
        (double drop, double stored, double filled, double missing) = (0.0, 0.0, 0.0, 0.0);
        foreach (LayerDesign layer in cell.Layers)
        {
            March(layer.Salt!, layer.Thickness, layer.Salt!.VolumeFraction, _ => 1.0);
        }

        March(cell.Cathode.PoreSalt!, cell.Cathode.Thickness, cell.Cathode.Porosity, place => atTheBack ? 1.0 : 1.0 - place);
        return (drop, stored, filled + missing);

        void March(SaltTransport salt, double thickness, double share, Func<double, double> carried)
        {
            double step = thickness / steps;
            for (int i = 0; i < steps; i++)
            {
                double slope = current * carried((i + 0.5) / steps) * (1.0 - salt.TransferenceNumber) / (PhysicalConstants.Faraday * salt.Diffusivity);
                missing += share * step * (drop + (0.5 * slope * step));
                drop += slope * step;
                stored += share * step;
                filled += share * step * salt.Concentration;
            }
        }
    }

    private static CellDesign Cell((double Thickness, SaltTransport Salt)[] layers, double cathode)
    {
        CellDesign plain = Designs.Build(Designs.Pouch).Design;
        return plain with
        {
            Layers = [.. layers.Select((layer, i) => new LayerDesign($"layer {i}", layer.Thickness, 0.1, 0.0, 0.1) { Salt = layer.Salt })],
            Cathode = plain.Cathode with { Thickness = cathode, Porosity = 0.25, PoreSalt = Pores },
        };
    }
}
