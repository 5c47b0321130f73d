using System.Collections.Immutable;
using Lamella.Cells.Description;
using Lamella.Cells.Tests.Continuum;

namespace Lamella.Cells.Tests.Description;

public sealed class PopulationSpreadTests
{
    private static ActiveParticles Whole => ReferenceCells.Xu2019.PorousPositive!.Particles[0];

    [Theory]
    [InlineData(2, 0.3, 0.0)]
    [InlineData(9, 0.8, 2e-3)]
    [InlineData(25, 0.0, 5e-3)]
    [Trait("Level", "identity")]
    public void Split_IntoPopulations_KeepsVolumeSurfaceAndMeanPotential(int count, double radiusSpread, double plateauSpread)
    {
        ImmutableArray<ActiveParticles> parts = PopulationSpread.Split(Whole, count, radiusSpread, plateauSpread);

        parts.Length.ShouldBe(count);
        parts.Sum(part => part.VolumeFraction).ShouldBe(Whole.VolumeFraction, 1e-14);
        parts.Sum(part => part.VolumeFraction / part.Radius).ShouldBe(Whole.VolumeFraction / Whole.Radius, 1e-12 * Whole.VolumeFraction / Whole.Radius);
        double mean = parts.Average(part => part.Material.OpenCircuitPotential.At(0.5, 298.15));
        mean.ShouldBe(Whole.Material.OpenCircuitPotential.At(0.5, 298.15), 1e-12);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Split_IntoMorePopulations_ApproachesTheStatedSpread()
    {
        double Spread(int count)
        {
            double[] logs = [.. PopulationSpread.Split(Whole, count, 0.3, 0.0).Select(part => Math.Log(part.Radius))];
            double mean = logs.Average();
            return Math.Sqrt(logs.Average(value => (value - mean) * (value - mean)));
        }

        Spread(25).ShouldBe(0.3, 0.012);
        Math.Abs(Spread(25) - 0.3).ShouldBeLessThan(Math.Abs(Spread(5) - 0.3));
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Split_OfOneOrOutOfRange_IsTheWholeOrRefused()
    {
        PopulationSpread.Split(Whole, 1, 0.3, 0.0).ShouldBe([Whole]);
        Should.Throw<ArgumentOutOfRangeException>(() => PopulationSpread.Split(Whole, 0, 0.0, 0.0));
        Should.Throw<ArgumentOutOfRangeException>(() => PopulationSpread.Split(Whole, 3, -0.1, 0.0));
    }
}
