using Lamella.Core.Provenance;
using Lamella.Core.Quantities;
using Lamella.Materials.Laws;
using Lamella.Transport.Hosts;

namespace Lamella.Transport.Tests.Hosts;

[Trait("Level", "identity")]
public sealed class EffectiveTransportTests
{
    private static readonly Source Test = Source.Assumption("test");

    [Theory]
    [InlineData(1.0)]
    [InlineData(1.5)]
    [InlineData(3.0)]
    public void Factor_PorosityOne_IsOneForEveryExponent(double exponent)
    {
        PorousHost.Bruggeman(1.0, exponent).Factor.ShouldBe(1.0);
        PorousHost.Tortuous(1.0, 1.0).Factor.ShouldBe(1.0);
        PorousHost.PhaseAlone.Factor.ShouldBe(1.0);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.483)]
    [InlineData(0.9)]
    public void Factor_AnyHost_NeverBeatsParallelPores(double porosity)
    {
        PorousHost.Bruggeman(porosity, 1.0).Factor.ShouldBe(porosity, 1e-15);
        PorousHost.Bruggeman(porosity).Factor.ShouldBeLessThan(porosity);
        PorousHost.Tortuous(porosity, Math.Pow(porosity, -0.5)).Factor
            .ShouldBe(PorousHost.Bruggeman(porosity, 1.5).Factor, 1e-15);
    }

    [Fact]
    [Trait("Level", "published")]
    public void ToEffective_PedlInTheSkeletonOfAiose_GivesTheValueOfPhysicsSection15()
    {
        // PEDL 1.20 mS/cm in 48.3 vol% of pores: 1.20·0.483^1.5 = 0.40 mS/cm.
        Quantity bulk = Quantity.Parse("1.20(6) mS/cm") with { State = ReferenceState.BulkPhase };

        Quantity effective = bulk.ToEffective(PorousHost.Bruggeman(0.483));

        effective.Value.ShouldBe(0.40, 0.005);
        (effective.Uncertainty / effective.Value).ShouldBe(0.05, 1e-12);
        effective.State.ShouldBe(ReferenceState.EffectiveInHost);
        effective.ToEffective(PorousHost.Bruggeman(0.483)).ShouldBe(effective); // no second conversion
    }

    [Fact]
    public void ToEffective_Law_ScalesValueAndSlopeAndKeepsTheRest()
    {
        PropertyLaw bulk = PropertyLaws.Arrhenius(1.2, 20_000.0, 298.15, Test);
        PorousHost host = PorousHost.Tortuous(0.4, 2.0);

        PropertyLaw effective = bulk.ToEffective(ReferenceState.BulkPhase, host);

        effective.At(1000.0, 310.0).ShouldBe(0.2 * bulk.At(1000.0, 310.0), 1e-15);
        (effective.Source, effective.IsConstant, effective.TemperatureRange).ShouldBe((bulk.Source, true, bulk.TemperatureRange));
        effective.ActivationEnergy(1000.0, 298.15).ShouldBe(20_000.0, 1e-6);
        bulk.ToEffective(ReferenceState.EffectiveInHost, host).ShouldBeSameAs(bulk);
        bulk.ToEffective(ReferenceState.BulkPhase, PorousHost.PhaseAlone).ShouldBeSameAs(bulk);
    }

    [Theory]
    [InlineData(ReferenceState.Pellet, "grain boundaries")]
    [InlineData(ReferenceState.Cell, "contacts and interfaces")]
    [InlineData(ReferenceState.None, "state: bulk phase")]
    public void ToEffective_WrongState_IsRefusedWithAnExplanation(ReferenceState state, string explanation)
    {
        Quantity quantity = Quantity.Parse("1 mS/cm") with { State = state };

        Should.Throw<QuantityMismatchException>(() => quantity.ToEffective(PorousHost.PhaseAlone)).Message.ShouldContain(explanation);
    }

    [Theory]
    [InlineData(0.0, 1.5)]
    [InlineData(1.1, 1.5)]
    [InlineData(double.NaN, 1.5)]
    [InlineData(0.5, 0.9)]
    [InlineData(0.5, double.NaN)]
    public void Host_ImpossibleValues_Throw(double porosity, double exponent)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => PorousHost.Bruggeman(porosity, exponent));
        Should.Throw<ArgumentOutOfRangeException>(() => PorousHost.Tortuous(porosity, exponent));
    }
}
