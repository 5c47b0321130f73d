using System.Numerics;
using Lamella.Numerics.Random;
using Lamella.Transport.Mixing;

namespace Lamella.Transport.Tests.Mixing;

public sealed class PenetrableShellTests
{
    /// <summary>Random points near hard spheres that were placed one by one in a periodic box, against the formula.</summary>
    [Fact]
    [Trait("Level", "reference")]
    public void Coverage_OfRandomHardSpheres_IsThatOfCountedPoints()
    {
        const int spheres = 1500, points = 40000;
        const double fraction = 0.063, ratio = 1.8;
        var random = new SeededGenerator(63);
        double radius = Math.Cbrt(fraction / (spheres * 4.0 / 3.0 * Math.PI)); // in a box of edge 1
        List<Vector3> centres = Pack(random, spheres, (float)(2.0 * radius));
        int covered = Enumerable.Range(0, points).Count(_ => IsNear(centres, Point(random), (float)(ratio * radius)));
        double counted = (double)covered / points, error = Math.Sqrt(counted * (1.0 - counted) / points);

        // Spheres placed one by one are at this fraction as good as in equilibrium: both formulas could be told apart.
        double formula = PenetrableShell.Coverage(fraction, radius, 0.8 * radius), simple = PenetrableShell.Coverage(fraction, radius, 0.8 * radius, isUncorrelated: true);
        Math.Abs(counted - formula).ShouldBeLessThan(4.0 * error);
        Math.Abs(counted - simple).ShouldBeGreaterThan(4.0 * error);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Thickness_OfACoverage_CoversIt()
    {
        foreach (bool isUncorrelated in new[] { false, true })
        {
            double shell = PenetrableShell.Thickness(0.063, 375e-9, PenetrableShell.Threshold, isUncorrelated);

            PenetrableShell.Coverage(0.063, 375e-9, shell, isUncorrelated).ShouldBe(1.0 / 3.0, 1e-13);
        }

        PenetrableShell.Coverage(0.2, 1e-6, 0.0).ShouldBe(0.2, 1e-14);
        PenetrableShell.Coverage(0.2, 1e-6, 0.0, isUncorrelated: true).ShouldBe(0.2, 1e-14);
    }

    [Fact]
    [Trait("Level", "published")]
    public void Thickness_OfThePvdfMembrane_IsHundredsOfNanometresByAnyMeasure()
    {
        (1e9 * PenetrableShell.Thickness(0.063, 375e-9, isUncorrelated: true)).ShouldBe(309.0, 0.5);
        (1e9 * PenetrableShell.Thickness(0.063, 375e-9)).ShouldBe(297.0, 0.5);

        // Spheres that overlap freely percolate where −ln(1 − 0.2895) of the volume is in them.
        (375.0 * (Math.Cbrt(-Math.Log(1.0 - 0.2895) / 0.063) - 1.0)).ShouldBe(284.0, 0.5);
    }

    [Fact]
    [Trait("Level", "property")]
    public void Coverage_OfAThickerShell_IsMore()
    {
        var random = new SeededGenerator(17);
        for (int trial = 0; trial < 500; trial++)
        {
            double fraction = 0.4 * random.NextUniform(), shell = 2.0 * random.NextUniform();
            double coverage = PenetrableShell.Coverage(fraction, 1.0, shell);

            coverage.ShouldBeInRange(fraction - 1e-12, 1.0);
            PenetrableShell.Coverage(fraction, 1.0, shell + 0.01).ShouldBeGreaterThanOrEqualTo(coverage);
            coverage.ShouldBeGreaterThanOrEqualTo(PenetrableShell.Coverage(fraction, 1.0, shell, isUncorrelated: true) - 1e-12);
        }
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Thickness_OfCoresThatCoverMore_IsRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => PenetrableShell.Thickness(0.4, 1e-6)).Message.ShouldContain("the cores alone cover more");
        Should.Throw<ArgumentOutOfRangeException>(() => PenetrableShell.Coverage(1.0, 1e-6, 1e-9)).Message.ShouldContain("below 1");
        Should.Throw<ArgumentOutOfRangeException>(() => PenetrableShell.Coverage(0.1, 0.0, 1e-9)).Message.ShouldContain("above 0 m");
    }

    private static List<Vector3> Pack(SeededGenerator random, int spheres, float distance)
    {
        var centres = new List<Vector3>(spheres);
        while (centres.Count < spheres)
        {
            Vector3 centre = Point(random);
            if (!IsNear(centres, centre, distance))
            {
                centres.Add(centre);
            }
        }

        return centres;
    }

    private static bool IsNear(List<Vector3> centres, Vector3 point, float distance)
    {
        foreach (Vector3 centre in centres)
        {
            Vector3 apart = Vector3.Abs(point - centre);
            apart = Vector3.Min(apart, Vector3.One - apart); // the nearest image
            if (apart.LengthSquared() < distance * distance)
            {
                return true;
            }
        }

        return false;
    }

    private static Vector3 Point(SeededGenerator random) => new((float)random.NextUniform(), (float)random.NextUniform(), (float)random.NextUniform());
}
