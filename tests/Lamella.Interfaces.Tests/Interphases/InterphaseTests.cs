using Lamella.Interfaces.Interphases;

namespace Lamella.Interfaces.Tests.Interphases;

/// <summary>Growth and fracture of interphases; their printed numbers stand in docs/explanation/recomputed-numbers.md.</summary>
public sealed class InterphaseTests
{
    [Fact]
    [Trait("Level", "identity")]
    public void Parabolic_OfReadingsOfThatLaw_IsItsConstantFromAnyTwo()
    {
        static double Law(double time) => 3.0 + (0.02 * Math.Sqrt(time));

        InterphaseGrowth.Parabolic(Law(0.0), Law(1e6), 0.0, 1e6).ShouldBe(0.02, 1e-12);
        InterphaseGrowth.Parabolic(Law(4e4), Law(9e4), 4e4, 9e4).ShouldBe(0.02, 1e-12);
        InterphaseGrowth.Linear(3.0, 3.0 + (1e-5 * 500.0), 100.0, 600.0).ShouldBe(1e-5, 1e-16);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void CriticalThickness_OfALayer_ReleasesItsToughness()
    {
        const double modulus = 125e9, poisson = 0.25, toughness = 0.95e6, geometry = 2.0;
        double stress = InterphaseFracture.ConfinedStress(modulus, poisson, 0.02);
        double thickness = InterphaseFracture.CriticalThickness(toughness, poisson, stress, geometry);

        double released = geometry * (1.0 - poisson) * stress * stress * thickness / modulus, needed = toughness * toughness * (1.0 - (poisson * poisson)) / modulus;
        released.ShouldBe(needed, 1e-12 * needed);
        InterphaseFracture.CriticalThickness(toughness, poisson, 2.0 * stress, geometry).ShouldBe(thickness / 4.0, 1e-12 * thickness);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void LinearStrain_OfACube_IsThatOfItsEdge()
    {
        InterphaseFracture.LinearStrain(8.0).ShouldBe(1.0, 1e-15);
        InterphaseFracture.LinearStrain(1.0).ShouldBe(0.0);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Interphases_OfBadNumbers_SayWhatIsAllowed()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => InterphaseGrowth.Parabolic(1.0, 2.0, 10.0, 10.0)).Message.ShouldContain("the second above the first");
        Should.Throw<ArgumentOutOfRangeException>(() => InterphaseGrowth.Linear(-1.0, 2.0, 0.0, 10.0)).Message.ShouldContain("at least 0");
        Should.Throw<ArgumentOutOfRangeException>(() => InterphaseFracture.ConfinedStress(1e9, 0.5, 0.01)).Message.ShouldContain("below 0.5");
        Should.Throw<ArgumentOutOfRangeException>(() => InterphaseFracture.CriticalThickness(1e6, 0.25, 0.0, 2.0)).Message.ShouldContain("above 0 Pa");
        Should.Throw<ArgumentOutOfRangeException>(() => InterphaseFracture.LinearStrain(0.0)).Message.ShouldContain("above 0");
    }
}
