using Lamella.Transport.Bounds;
using Lamella.Transport.Hosts;
using Lamella.Transport.Laminates;
using Lamella.Transport.Mixing;

namespace Lamella.Transport.Tests.Mixing;

/// <summary>How the filled skeleton of zheng2025 reaches 0.58 mS/cm: each printed step of the argument computed again.</summary>
[Trait("Level", "published")]
public sealed class FilledSkeletonTests
{
    private const double SurfacePerVolume = 5.7e6; // [1/m], printed

    [Fact]
    public void SurfacePerVolume_OfGrainsOf500Nanometres_IsPrintedDigits() =>
        (1e-6 * InterphaseSheet.SurfacePerVolume(0.471, 500e-9)).ShouldBe(5.7, 0.05);

    /// <summary>If both values were bulk ones, 0.21 mS/cm would be left for an interphase: 5.5·10⁻⁹ S, 11 mS/cm at 5 nm, 15.8 at 3.5 nm.</summary>
    [Fact]
    public void Excess_OfTheBulkReading_NeedsAnImplausibleInterphase()
    {
        const double excess = 0.021; // [S/m]

        double conductance = InterphaseSheet.NeededConductance(excess, SurfacePerVolume);
        (1e9 * conductance).ShouldBe(5.5, 0.05);
        InterphaseSheet.Excess(SurfacePerVolume, conductance).ShouldBe(excess, 1e-12);
        (10.0 * InterphaseSheet.NeededConductivity(excess, SurfacePerVolume, 5e-9)).ShouldBe(11.0, 0.5);
        (10.0 * InterphaseSheet.NeededConductivity(excess, SurfacePerVolume, 3.5e-9)).ShouldBe(15.8, 0.05);
    }

    /// <summary>Read as effective values: 0.32 at 47.1 vol% is 0.99 in the grain, 0.49 in a separator of 55 % is 1.20 to 2.2 in the gel.</summary>
    [Fact]
    public void Host_OfTheEffectiveReading_GivesPlausibleBulkValues()
    {
        (0.32 / PorousHost.Bruggeman(0.471).Factor).ShouldBe(0.99, 0.005);
        (0.49 / PorousHost.Bruggeman(0.55).Factor).ShouldBe(1.20, 0.005);
        (0.49 / PorousHost.Tortuous(0.55, 4.5 * 0.55).Factor).ShouldBe(2.2, 0.05); // MacMullin number 4.5
    }

    /// <summary>0.58 instead of 0.72 would need 47 µm and 7·10³ Ω·cm²; the exchange within a second allows 0.8 Ω·cm² and 0.5 µm.</summary>
    [Fact]
    public void Exchange_SeenWithinASecond_CostsNothing()
    {
        double gel = 0.12 * PorousHost.Bruggeman(0.483).Factor; // [S/m], 0.40 mS/cm
        double length = TransportLimits.ExchangeLengthOf(gel, 0.032, 0.058, 300e-6);
        double needed = TransportLimits.InterfaceResistance(length, SurfacePerVolume, 0.032, gel);
        (1e6 * length).ShouldBe(47.0, 0.5);
        TransportLimits.ExchangingConductivity(gel, 0.032, length, 300e-6).ShouldBe(0.058, 1e-12);
        TransportLimits.ExchangeLength(needed, SurfacePerVolume, 0.032, gel).ShouldBe(length, 1e-15);
        double allowed = InterphaseSheet.ResistanceOfExchange(1.0, 39300.0, 500e-9, 298.15);

        (1e4 * needed / 1e3).ShouldBe(7.0, 0.1);
        (1e4 * allowed).ShouldBe(0.8, 0.05);
        (1e6 * TransportLimits.ExchangeLength(allowed, SurfacePerVolume, 0.032, gel)).ShouldBe(0.5, 0.05);

        // Thirty times too resistive for dispersed grains of that size, by the same resistance.
        (allowed / MaxwellMixture.LargestUsefulResistance(250e-9, 0.1)).ShouldBe(32.0, 2.5);
    }

    /// <summary>0.24 eV between 0.22 of the gel and 0.40 (0.30) of the garnet leave it 0.11 (0.25) of the current; 0.66 then fixes the gel.</summary>
    [Theory]
    [InlineData(0.40, 0.11)]
    [InlineData(0.30, 0.25)]
    public void Parallel_ActivationEnergy_FixesTheShareOfTheCeramic(double ceramicEnergy, double printed)
    {
        double share = LayerSeries.Share(0.24, ceramicEnergy, 0.22);

        share.ShouldBe(printed, 0.005);
        LayerSeries.Parallel([new(0.5, share, ceramicEnergy, 1.0), new(0.5, 1.0 - share, 0.22, 0.5)]).ActivationEnergy.ShouldBe(0.24, 1e-12);
    }

    [Fact]
    public void Exchange_OfAConductivityOutsideItsPhases_IsRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => TransportLimits.ExchangeLengthOf(0.040, 0.032, 0.039, 300e-6)).Message.ShouldContain("the touched phase alone");
        Should.Throw<ArgumentOutOfRangeException>(() => TransportLimits.ExchangeLengthOf(0.040, 0.032, 0.073, 300e-6)).Message.ShouldContain("both");
        Should.Throw<ArgumentException>(() => LayerSeries.Share(0.24, 0.22, 0.22)).Message.ShouldContain("every share gives the same");
        Should.Throw<ArgumentOutOfRangeException>(() => LayerSeries.Second(0.66, 1.0, 1.0)).Message.ShouldContain("below 1");
    }

    [Theory]
    [InlineData(0.11, 0.62)]
    [InlineData(0.44, 0.39)]
    public void Parallel_Transference_FixesThatOfTheGel(double share, double printed)
    {
        double gel = LayerSeries.Second(0.66, 1.0, share);

        gel.ShouldBe(printed, 0.005);
        LayerSeries.Parallel([new(0.5, share, 0.4, 1.0), new(0.5, 1.0 - share, 0.2, gel)]).Transference.ShouldBe(0.66, 1e-12);
    }
}
