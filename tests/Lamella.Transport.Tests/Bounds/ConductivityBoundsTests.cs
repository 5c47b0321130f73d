using Lamella.Numerics.Random;
using Lamella.Transport.Bounds;
using Lamella.Transport.Mixing;

namespace Lamella.Transport.Tests.Bounds;

public sealed class ConductivityBoundsTests
{
    /// <summary>0.471 garnet of 0.32, 0.483 gel of 0.49 mS/cm and 0.046 pores: Bruggeman 0.372, upper Hashin–Shtrikman 0.375, Wiener 0.387.</summary>
    [Fact]
    [Trait("Level", "published")]
    public void Bounds_OfTheFilledSkeleton_ArePrintedDigits()
    {
        double[] fractions = [0.471, 0.483, 0.046], conductivities = [0.32, 0.49, 0.0];

        BruggemanMixture.Conductivity(fractions, conductivities).ShouldBe(0.372, 0.0005);
        ConductivityBounds.HashinShtrikman(fractions, conductivities).Upper.ShouldBe(0.375, 0.0005);
        ConductivityBounds.Wiener(fractions, conductivities).Upper.ShouldBe(0.387, 0.0005);
    }

    [Fact]
    [Trait("Level", "property")]
    public void HashinShtrikman_OfRandomMixtures_LiesInsideWienerAndHoldsBruggeman()
    {
        var random = new SeededGenerator(11);
        for (int trial = 0; trial < 2000; trial++)
        {
            (double[] fractions, double[] conductivities) = Mixture(random, 2 + random.NextBelow(4), insulator: trial % 5 == 0);
            var inner = ConductivityBounds.HashinShtrikman(fractions, conductivities);
            var outer = ConductivityBounds.Wiener(fractions, conductivities);
            double bruggeman = BruggemanMixture.Conductivity(fractions, conductivities);
            double slack = 1e-12 * outer.Upper;

            inner.Upper.ShouldBeLessThanOrEqualTo(outer.Upper + slack);
            inner.Lower.ShouldBeGreaterThanOrEqualTo(outer.Lower - slack);
            inner.Upper.ShouldBeGreaterThanOrEqualTo(inner.Lower - slack);
            bruggeman.ShouldBeInRange(inner.Lower - slack, inner.Upper + slack);
        }
    }

    [Fact]
    [Trait("Level", "property")]
    public void Bounds_OfExchangedPhases_AreTheSame()
    {
        var random = new SeededGenerator(12);
        for (int trial = 0; trial < 500; trial++)
        {
            (double[] fractions, double[] conductivities) = Mixture(random, 4, insulator: false);
            int[] order = [0, 1, 2, 3];
            random.Shuffle<int>(order);
            double[] f = [.. order.Select(i => fractions[i])], c = [.. order.Select(i => conductivities[i])];

            var first = ConductivityBounds.HashinShtrikman(fractions, conductivities);
            var second = ConductivityBounds.HashinShtrikman(f, c);

            second.Upper.ShouldBe(first.Upper, 1e-12 * first.Upper);
            second.Lower.ShouldBe(first.Lower, 1e-12 * first.Upper);
            BruggemanMixture.Conductivity(f, c).ShouldBe(BruggemanMixture.Conductivity(fractions, conductivities), 1e-12 * first.Upper);
        }
    }

    [Fact]
    [Trait("Level", "property")]
    public void Bounds_OfABetterPhase_NeverFall()
    {
        var random = new SeededGenerator(13);
        for (int trial = 0; trial < 1000; trial++)
        {
            (double[] fractions, double[] conductivities) = Mixture(random, 3, insulator: false);
            double[] better = [.. conductivities];
            better[random.NextBelow(3)] *= 1.0 + random.NextUniform();

            var (before, after) = (ConductivityBounds.HashinShtrikman(fractions, conductivities), ConductivityBounds.HashinShtrikman(fractions, better));
            double slack = 1e-12 * after.Upper;

            after.Upper.ShouldBeGreaterThanOrEqualTo(before.Upper - slack);
            after.Lower.ShouldBeGreaterThanOrEqualTo(before.Lower - slack);
            BruggemanMixture.Conductivity(fractions, better).ShouldBeGreaterThanOrEqualTo(BruggemanMixture.Conductivity(fractions, conductivities) - slack);
        }
    }

    [Fact]
    [Trait("Level", "identity")]
    public void HashinShtrikman_OfTwoPhases_IsMaxwellOfEitherMatrix()
    {
        var bounds = ConductivityBounds.HashinShtrikman([0.3, 0.7], [5.0, 1.0]);

        bounds.Lower.ShouldBe(MaxwellMixture.Conductivity(1.0, 5.0, 0.3), 1e-14);
        bounds.Upper.ShouldBe(MaxwellMixture.Conductivity(5.0, 1.0, 0.7), 1e-14);
    }

    /// <summary>6.3 vol%: at most 1.20 times the matrix; spheres that conduct nothing leave 0.91.</summary>
    [Fact]
    [Trait("Level", "published")]
    public void Maxwell_OfThePvdfMembrane_IsPrintedDigits()
    {
        MaxwellMixture.Ceiling(0.063).ShouldBe(1.20, 0.005);
        MaxwellMixture.Floor(0.063).ShouldBe(0.91, 0.005);
        MaxwellMixture.Conductivity(0.5, double.PositiveInfinity, 0.063).ShouldBe(0.5 * MaxwellMixture.Ceiling(0.063), 1e-14);
        MaxwellMixture.Conductivity(0.5, 0.0, 0.063).ShouldBe(0.5 * MaxwellMixture.Floor(0.063), 1e-14);

        // 1 mS/cm and 250 nm: 0.025 Ω·cm².
        (1e4 * MaxwellMixture.LargestUsefulResistance(250e-9, 0.1)).ShouldBe(0.025, 1e-12);
    }

    [Fact]
    [Trait("Level", "property")]
    public void Maxwell_OfAGrowingSurfaceResistance_FallsFromTheBareFillerToAnObstacle()
    {
        double last = MaxwellMixture.Conductivity(0.05, 0.1, 0.2);
        for (double resistance = 1e-8; resistance < 1.0; resistance *= 3.0)
        {
            double next = MaxwellMixture.Conductivity(0.05, 0.1, 0.2, 250e-9, resistance);
            next.ShouldBeLessThan(last);
            last = next;
        }

        last.ShouldBe(0.05 * MaxwellMixture.Floor(0.2), 1e-6);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Wiener_OfBadFractions_SaysThatPoresAreAPhase()
    {
        Should.Throw<ArgumentException>(() => ConductivityBounds.Wiener([0.5, 0.4], [1.0, 1.0])).Message.ShouldContain("pores are a phase too");
        Should.Throw<ArgumentOutOfRangeException>(() => ConductivityBounds.Wiener([0.5, 0.5], [1.0, -1.0])).Message.ShouldContain("at least 0 S/m");
    }

    private static (double[] Fractions, double[] Conductivities) Mixture(SeededGenerator random, int phases, bool insulator)
    {
        double[] fractions = [.. Enumerable.Range(0, phases).Select(_ => 0.05 + random.NextUniform())];
        double sum = fractions.Sum();
        double[] conductivities = [.. Enumerable.Range(0, phases).Select(_ => Math.Exp(6.0 * (random.NextUniform() - 0.5)))];
        if (insulator)
        {
            conductivities[0] = 0.0;
        }

        return ([.. fractions.Select(fraction => fraction / sum)], conductivities);
    }
}
