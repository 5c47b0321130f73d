using Lamella.Cells.Continuum;
using Lamella.Core;

namespace Lamella.Cells.Tests.Continuum;

public sealed class ParticleArrayTests
{
    private const double Radius = 5e-6, Diffusivity = 1e-14, Maximum = 48230.0;

    /// <summary>In the quasi-steady state c_surface − c̄ = −jR/5D on every mesh, with x̄ falling at 3j/R.</summary>
    [Theory]
    [InlineData(2, 0.0)]
    [InlineData(7, 0.9)]
    [InlineData(20, 0.5)]
    [Trait("Level", "identity")]
    public void Residual_ParabolicProfile_IsQuasiSteadyOnAnyMesh(int shells, double grading)
    {
        const double current = 0.5;
        var particles = new ParticleArray(shells, 1, Radius, grading, Maximum, ReferenceCells.Constant(Diffusivity), 298.15);
        double flux = current * particles.FluxFactor;
        double[] x = new double[shells], rate = new double[shells], residual = new double[shells];
        double inner = 0.0;
        double[] widths = GradedMesh.TowardsEnd(Radius, shells, grading);
        for (int shell = 0; shell < shells; shell++)
        {
            double outer = inner + widths[shell];
            double meanSquare = 0.6 * (Math.Pow(outer, 5) - Math.Pow(inner, 5)) / (Math.Pow(outer, 3) - Math.Pow(inner, 3));
            x[shell] = 0.5 - (flux / (2.0 * Diffusivity * Radius) * meanSquare);
            rate[shell] = -3.0 * flux / Radius;
            inner = outer;
        }

        particles.Residual(x, rate, [current], residual);

        double scale = 3.0 * flux / Radius;
        residual.ShouldAllBe(r => Math.Abs(r) < 1e-9 * scale);
        double surface = x[^1] - (flux * particles.SurfaceDistance / Diffusivity);
        (surface - particles.Mean(x)).ShouldBe(-flux * Radius / (5.0 * Diffusivity), 1e-12);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Residual_AnyProfile_ConservesLithium()
    {
        const int shells = 9, lanes = 5;
        var particles = new ParticleArray(shells, lanes, Radius, 0.5, Maximum, ReferenceCells.Constant(Diffusivity), 298.15);
        double[] x = [.. Enumerable.Range(0, shells * lanes).Select(i => 0.5 + (0.3 * Math.Sin(i)))];
        double[] rate = new double[x.Length], residual = new double[x.Length];
        double[] current = [1.0, -2.0, 0.0, 0.5, 3.0];

        particles.Residual(x, rate, current, residual);

        for (int lane = 0; lane < lanes; lane++)
        {
            double loss = 3.0 / Radius * current[lane] / (PhysicalConstants.Faraday * Maximum);
            particles.SumOfMeans(residual, [.. Enumerable.Range(0, lanes).Select(other => other == lane ? 1.0 : 0.0)]).ShouldBe(loss, 1e-14 * Math.Abs(loss) + 1e-18);
        }
    }
}
