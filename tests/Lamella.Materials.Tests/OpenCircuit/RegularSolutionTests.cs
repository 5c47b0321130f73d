using Lamella.Core;
using Lamella.Materials.Electrodes;
using Lamella.Materials.OpenCircuit;
using Lamella.Materials.Parameters;

namespace Lamella.Materials.Tests.OpenCircuit;

/// <summary>The regular-solution potential of LFP: the numbers that follow from Ω = 4.51 kT.</summary>
public sealed class RegularSolutionTests
{
    private const double Temperature = 298.15;

    private static ActiveMaterial Lfp { get; } = MaterialLibrary.LoadShipped().Get<ActiveMaterial>("lfp-regular-solution");

    [Fact]
    [Trait("Level", "published")]
    public void Potential_BetweenItsExtrema_SpansThePublishedHysteresis()
    {
        (double least, double at) = Extremum(0.01, 0.5, sign: 1.0);
        (double most, double end) = Extremum(0.5, 0.99, sign: -1.0);

        at.ShouldBe(0.127, 5e-4);
        end.ShouldBe(0.873, 5e-4);
        (1e3 * (most - least)).ShouldBe(73.8, 0.05);
        Lfp.UnstableStoichiometry.ShouldNotBeNull().Contains(0.5).ShouldBeTrue();
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Potential_AtHalfFilling_IsTheStandardPotentialAndOddAroundIt()
    {
        Lfp.OpenCircuitPotential.At(0.5, Temperature).ShouldBe(3.422, 1e-12);
        foreach (double x in (double[])[0.01, 0.1, 0.3])
        {
            double below = Lfp.OpenCircuitPotential.At(x, Temperature), above = Lfp.OpenCircuitPotential.At(1.0 - x, Temperature);
            (below + above).ShouldBe(2.0 * 3.422, 1e-12);
        }
    }

    [Fact]
    [Trait("Level", "published")]
    public void Potential_AtTheBinodalPoints_IsTheCommonOne() => // printed to four digits, where U falls by 2 V per x
        Lfp.OpenCircuitPotential.At(0.0121, Temperature).ShouldBe(Lfp.OpenCircuitPotential.At(0.9879, Temperature), 2e-4);

    [Fact]
    [Trait("Level", "unit")]
    public void Interaction_PerThermalEnergy_IsThePublishedOne() =>
        (1.856e-20 * 6.02214076e23 / (PhysicalConstants.GasConstant * Temperature)).ShouldBe(4.51, 5e-3);

    [Fact]
    [Trait("Level", "unit")]
    public void Find_CutOffInsideTheGap_SaysThatItMustLieOutside()
    {
        ArgumentException error = Should.Throw<ArgumentException>(() => StoichiometryWindow.Find(Lfp, 3.4, 3.8, Temperature));

        error.Message.ShouldContain("separates into two phases between 3.385 and 3.459 V");
        StoichiometryWindow.Find(Lfp, 2.8, 3.8, Temperature).Charged.ShouldBeLessThan(0.01);
    }

    private static (double Potential, double At) Extremum(double from, double to, double sign)
    {
        (double best, double at) = (double.MaxValue, from);
        for (double x = from; x <= to; x += 1e-5)
        {
            double value = sign * Lfp.OpenCircuitPotential.At(x, Temperature);
            (best, at) = value < best ? (value, x) : (best, at);
        }

        return (sign * best, at);
    }
}
