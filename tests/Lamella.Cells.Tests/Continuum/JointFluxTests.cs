using Lamella.Cells.Continuum;
using Lamella.Core;
using Lamella.Numerics.Dual;

namespace Lamella.Cells.Tests.Continuum;

/// <summary>Salt flux through a joint between two binary layers.</summary>
public sealed class JointFluxTests
{
    private const double Diffusivity = 1e-11, Wide = 1e-6, Partition = 1.25;

    /// <summary>A contact cell of picometres: its permeance times the last digit of c is a current; none of it may show.</summary>
    [Fact]
    [Trait("Level", "unit")]
    public void SaltFlux_CellOfPicometres_KeepsItsDigits()
    {
        FaceSide<Scalar> wide = Side(1250.0, Wide, 1);
        double flux = FaceKernel.SaltFlux<Scalar>(Side(1000.0 + 1e-7, 1e-12, 0), wide, 0.0, Partition).Value;

        double difference = (Partition * (1000.0 + 1e-7)) - 1250.0; // K c⁻ − c⁺ [mol/m³]
        flux.ShouldBe(difference * Diffusivity / Wide / (1.0 + (Partition * 1e-12 / Wide)), 1e-5 * Math.Abs(difference) * Diffusivity / Wide);
    }

    /// <summary>The flux on both sides of the surface is the same, and the surface is that of the potential step.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void SaltFlux_UnequalCells_IsThatFromEachCentreToTheSurface()
    {
        const double current = 25.0;
        FaceSide<Scalar> left = Side(900.0, 3e-6, 0), right = Side(1300.0, 2e-6, 1);
        left.Transference = 0.3;

        double flux = FaceKernel.SaltFlux<Scalar>(left, right, current, Partition).Value;

        double surface = FaceKernel.JointSurface<Scalar>(left, right, current, current, Partition).Value;
        double fromLeft = (Diffusivity / 3e-6 * (900.0 - surface)) - (0.7 * current / PhysicalConstants.Faraday);
        double toRight = (Diffusivity / 2e-6 * ((Partition * surface) - 1300.0)) - (0.5 * current / PhysicalConstants.Faraday);
        flux.ShouldBe(fromLeft, 1e-12 * Math.Abs(flux) + 1e-16);
        flux.ShouldBe(toRight, 1e-12 * Math.Abs(flux) + 1e-16);
    }

    private static FaceSide<Scalar> Side(double concentration, double half, int segment) => new()
    {
        Concentration = concentration,
        Conductivity = 0.1,
        Diffusivity = Diffusivity,
        Transference = 0.5,
        ThermodynamicFactor = 1.0,
        Half = half,
        IsBinary = true,
        Segment = segment,
    };
}
