using Lamella.Numerics.Random;
using Lamella.Transport.Composition;
using Lamella.Transport.Processing;

namespace Lamella.Transport.Tests.Processing;

/// <summary>Limits and inverses of the closures of processing; their printed numbers stand in docs/explanation/recomputed-numbers.md.</summary>
public sealed class ProcessingTests
{
    private static readonly CuringOptions Curing = new()
    {
        Initiator = ThermalInitiator.Aibn, InitiatorConcentration = 11.0, PropagationOverTermination = 0.095, Temperature = 343.15,
    };

    [Fact]
    [Trait("Level", "identity")]
    public void Temperature_OfThePowerOfATemperature_IsThatTemperature()
    {
        double power = RadiativeLoss.PowerPerArea(1373.15, 298.0, 0.9);

        RadiativeLoss.Temperature(power, 298.0, 0.9).ShouldBe(1373.15, 1e-9);
        RadiativeLoss.Temperature(0.0, 298.0, 0.9).ShouldBe(298.0, 1e-9);
        RadiativeLoss.PowerPerArea(298.0, 298.0, 0.9).ShouldBe(0.0, 1e-9);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Time_ThereAndBack_IsTheSame()
    {
        double there = FiringEquivalence.Time(15.0, 1373.15, 1173.15, 350e3);

        FiringEquivalence.Time(there, 1173.15, 1373.15, 350e3).ShouldBe(15.0, 1e-11);
        FiringEquivalence.Time(15.0, 1373.15, 1173.15, 0.0).ShouldBe(15.0);
        FiringEquivalence.Advantage(350e3, 350e3, 1373.15, 1173.15).ShouldBe(1.0, 1e-14);
    }

    /// <summary>The closed form against the rate equation marched by the fourth-order Runge–Kutta method.</summary>
    [Fact]
    [Trait("Level", "reference")]
    public void Conversion_OfACure_IsTheIntegralOfItsRate()
    {
        double decay = Curing.Initiator.Rate(Curing.Temperature), conversion = 0.0, time = 0.0;
        double Rate(double t, double x) => 0.095 * Math.Sqrt(2.0 * 0.6 * decay * 11.0 * Math.Exp(-decay * t)) * (1.0 - x);
        const double step = 10.0;
        for (; time < 3000.0; time += step)
        {
            double a = Rate(time, conversion), b = Rate(time + (0.5 * step), conversion + (0.5 * step * a));
            double c = Rate(time + (0.5 * step), conversion + (0.5 * step * b)), d = Rate(time + step, conversion + (step * c));
            conversion += step / 6.0 * (a + (2.0 * b) + (2.0 * c) + d);
        }

        RadicalCuring.Conversion(Curing, time).ShouldBe(conversion, 1e-9);
        RadicalCuring.Time(Curing, conversion).ShouldBe(time, 1e-4);
        RadicalCuring.Conversion(Curing, 1e-6).ShouldBe(Rate(0.0, 0.0) * 1e-6, 1e-15);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Time_BeyondWhatTheInitiatorCanDo_IsInfinite()
    {
        CuringOptions poor = Curing with { InitiatorConcentration = 1e-4 };
        double last = RadicalCuring.Conversion(poor, 1e9);

        last.ShouldBeInRange(0.01, 0.99);
        RadicalCuring.Time(poor, last + 1e-6).ShouldBe(double.PositiveInfinity);
        RadicalCuring.Time(poor, last - 1e-6).ShouldBeLessThan(1e9);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Conversion_AtTheCeiling_IsNone()
    {
        double ceiling = CeilingEquilibrium.Dioxolane.CeilingTemperature(14309.0);

        CeilingEquilibrium.Dioxolane.Conversion(14309.0, ceiling).ShouldBe(0.0, 1e-12);
        CeilingEquilibrium.Dioxolane.Conversion(14309.0, ceiling - 10.0).ShouldBeGreaterThan(0.05);
        CeilingEquilibrium.Dioxolane.Conversion(14309.0, ceiling + 10.0).ShouldBe(0.0);
        new CeilingEquilibrium(-20e3, -1.0).CeilingTemperature(1e5).ShouldBe(double.PositiveInfinity);
    }

    [Fact]
    [Trait("Level", "property")]
    public void Time_OfCapillaries_GrowsWithTheSquareOfTheDepth()
    {
        var random = new SeededGenerator(31);
        for (int trial = 0; trial < 200; trial++)
        {
            double depth = 1e-5 * (1.0 + random.NextUniform()), radius = 1e-7 * (1.0 + random.NextUniform()), angle = 1.5 * random.NextUniform();
            double time = CapillaryFilling.Time(5e-3, depth, 0.03, radius, angle);

            (CapillaryFilling.Time(5e-3, 2.0 * depth, 0.03, radius, angle) / time).ShouldBe(4.0, 1e-12);
            (CapillaryFilling.Time(5e-3, depth, 0.03, 2.0 * radius, angle) / time).ShouldBe(0.5, 1e-12);
        }

        CapillaryFilling.Time(5e-3, 1e-4, 0.03, 1e-7, 0.5 * Math.PI).ShouldBe(double.PositiveInfinity);
        CapillaryFilling.Time(5e-3, 1e-4, 0.03, 1e-7, 2.0).ShouldBe(double.PositiveInfinity);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void GelRecipe_OfSolventPolymerAndSalt_KeepsItsMass()
    {
        var recipe = new GelRecipe(0.2, 2300.0, 0.14377, 1200.0);
        (double solvent, double solids) = recipe.MassSteps(0.815);

        recipe.MassFractions.Sum().ShouldBe(1.0, 1e-14);
        (solvent + solids + 0.815).ShouldBe(1.0, 1e-14);
        (recipe.MassFractions[2] / recipe.MassFractions[0]).ShouldBe(2.3 * 0.14377 / 1.2, 1e-14);
        new GelRecipe(0.0, 0.0, 0.1, 1000.0).MassSteps(0.5).ShouldBe((0.5, 0.0));
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Closures_OfBadNumbers_SayWhatIsAllowed()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => RadiativeLoss.PowerPerArea(1373.0, 298.0, 1.1)).Message.ShouldContain("between 0 and 1");
        Should.Throw<ArgumentOutOfRangeException>(() => RadiativeLoss.Temperature(-1.0, 298.0, 0.9)).Message.ShouldContain("at least 0 W/m²");
        Should.Throw<ArgumentOutOfRangeException>(() => FiringEquivalence.Time(15.0, 0.0, 1173.0, 1e5)).Message.ShouldContain("above 0 K");
        Should.Throw<ArgumentOutOfRangeException>(() => ThermalInitiator.Aibn.HalfLife(-5.0)).Message.ShouldContain("above 0 K");
        Should.Throw<ArgumentOutOfRangeException>(() => RadicalCuring.Time(Curing, 1.0)).Message.ShouldContain("below 1");
        Should.Throw<ArgumentOutOfRangeException>(() => RadicalCuring.Conversion(Curing with { Efficiency = 2.0 }, 1.0)).Message.ShouldContain("between 0 and 1");
        Should.Throw<ArgumentOutOfRangeException>(() => CeilingEquilibrium.Dioxolane.Conversion(0.0, 298.0)).Message.ShouldContain("above 0 mol/m³");
        Should.Throw<ArgumentOutOfRangeException>(() => CapillaryFilling.Time(5e-3, 1e-4, 0.03, 1e-7, 4.0)).Message.ShouldContain("rad");
        Should.Throw<ArgumentOutOfRangeException>(() => new GelRecipe(-0.1, 0.0, 0.1, 1000.0).MassFractions).Message.ShouldContain("at least 0");
        Should.Throw<ArgumentOutOfRangeException>(() => MassAndVolume.Concentration(0.5, 1000.0, 0.0)).Message.ShouldContain("above 0 kg/mol");
    }
}
