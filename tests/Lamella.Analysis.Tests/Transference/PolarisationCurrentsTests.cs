using Lamella.Analysis.Transference;

namespace Lamella.Analysis.Tests.Transference;

[Trait("Level", "reference")]
public sealed class PolarisationCurrentsTests
{
    [Fact]
    public void Of_ReferenceTrace_FindsTheCurrentsWithoutTheSpikeAndTheDrift()
    {
        double[][] trace = FormulaCases.Columns("bruce_vincent_trace.csv", 2);
        var hold = new PolarisationHold(0.01, 0.0, [.. trace[0]], [.. trace[1]]);

        PolarisationCurrents currents = PolarisationCurrents.Of(hold);

        currents.HasChargingCurrent.ShouldBeTrue();
        currents.Initial.Value.ShouldBe(21.4e-6, 2.0 * currents.Initial.Uncertainty);
        currents.Initial.Uncertainty.ShouldBeLessThan(0.05e-6);
        currents.Steady.Value.ShouldBe(6.85e-6, 2.0 * currents.Steady.Uncertainty);
        currents.Steady.Uncertainty.ShouldBeLessThan(0.05e-6);
        currents.IsSteady.ShouldBeFalse(); // the last currents are 4 % above the limit
    }

    [Theory]
    [Trait("Level", "identity")]
    [InlineData(0.05)]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void DiffusionRelaxation_WhereItsTwoSeriesMeet_IsContinuous(double share)
    {
        var response = new DiffusionRelaxation(1.0, share, 1000.0);

        response.At(50.0 - 1e-9).ShouldBe(response.At(50.0 + 1e-9), 1e-8);
        response.At(0.0).ShouldBe(1.0, 1e-14);
        response.At(1e6).ShouldBe(share, 1e-12);
    }
}
