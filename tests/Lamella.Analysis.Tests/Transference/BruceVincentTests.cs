using System.Text.Json;
using Lamella.Analysis.Common;
using Lamella.Analysis.Transference;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Tests.Transference;

[Trait("Level", "reference")]
public sealed class BruceVincentTests
{
    private static readonly BruceVincentOptions Example = new()
    {
        Voltage = new(0.01, 2e-5),
        InitialCurrent = new(21.4e-6, 0.4e-6),
        SteadyCurrent = new(6.85e-6, 0.05e-6),
        InterfaceBefore = new(168.0, 4.0),
        InterfaceAfter = new(181.0, 4.0),
        Electrolyte = new(300.0),
    };

    [Fact]
    public void Evaluate_WorkedExample_GivesItsStatedDigits()
    {
        JsonElement expected = FormulaCases.Expected("bruce_vincent");

        BruceVincentResult result = BruceVincentMethod.Evaluate(Example);

        result.CurrentRatio.ShouldBe(expected.Number("t_plus"), 1e-14);
        result.LinearUncertainty.ShouldBe(expected.Number("s_linear"), 1e-11); // theirs is made of difference quotients
        result.CurrentRatioByOhm!.Value.ShouldBe(expected.Number("balsara_newman", "rho_plus"), 1e-14);
        ((1.0 - result.CurrentRatioByOhm.Value) / result.CurrentRatioByOhm.Value).ShouldBe(expected.Number("balsara_newman", "Ne"), 1e-12);
        foreach (InputShare share in result.Shares)
        {
            double derivative = expected.Number("partials", share.Name);
            share.Derivative.ShouldBe(derivative, 1e-5 * Math.Abs(derivative)); // theirs are difference quotients
            share.Share.ShouldBe(expected.Number("share_of_variance", share.Name), 1e-5);
        }
    }

    [Fact]
    public void Evaluate_WorkedExample_DrawsTheStatedInterval()
    {
        JsonElement drawn = FormulaCases.Expected("bruce_vincent").GetProperty("monte_carlo_200k");

        BruceVincentResult result = BruceVincentMethod.Evaluate(Example with { Draws = 200_000 });

        // Two independent sets of 200,000 draws: the mean has an error of sd/√N = 1.8e-5, a 2.5 % quantile one of 5e-5.
        result.Mean.ShouldBe(drawn.Number("mean"), 4.0 * Math.Sqrt(2.0) * 1.8e-5);
        result.StandardUncertainty.ShouldBe(drawn.Number("sd"), 4.0 * Math.Sqrt(2.0) * 1.3e-5);
        result.Low.ShouldBe(drawn.Number("q2.5"), 4.0 * Math.Sqrt(2.0) * 5e-5);
        result.High.ShouldBe(drawn.Number("q97.5"), 4.0 * Math.Sqrt(2.0) * 5e-5);
    }

    [Fact]
    [Trait("Level", "property")]
    public void Evaluate_ThousandSeededRepeats_CoverTheTruthAtTheStatedRate()
    {
        const int repeats = 1000;
        double truth = BruceVincentMethod.CurrentRatio(0.01, 21.4e-6, 6.85e-6, 168.0, 181.0);
        var generator = new SeededGenerator(20261121);
        Uncertain Measured(Uncertain input) => input with { Value = input.Value + (input.Uncertainty * generator.NextNormal()) };
        int covered = 0;
        for (int i = 0; i < repeats; i++)
        {
            BruceVincentResult result = BruceVincentMethod.Evaluate(Example with
            {
                Voltage = Measured(Example.Voltage),
                InitialCurrent = Measured(Example.InitialCurrent),
                SteadyCurrent = Measured(Example.SteadyCurrent),
                InterfaceBefore = Measured(Example.InterfaceBefore),
                InterfaceAfter = Measured(Example.InterfaceAfter),
                Draws = 4000,
                Seed = (ulong)i,
            });
            covered += truth >= result.Low && truth <= result.High ? 1 : 0;
        }

        (covered / (double)repeats).ShouldBeInRange(0.92, 0.98);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void NewmanNumber_IdealDiluteElectrolyte_IsTheRatioOfTheTransferenceNumbers()
    {
        // κ = F²(D₊ + D₋)c/RT, D = 2D₊D₋/(D₊ + D₋), t₊ = D₊/(D₊ + D₋): Ne = t₋/t₊ and ρ₊ = t₊.
        const double plus = 1e-10, minus = 3e-10, concentration = 1000.0, temperature = 298.15;
        double conductivity = Core.PhysicalConstants.Faraday * (plus + minus) * concentration / Core.PhysicalConstants.ThermalVoltage(temperature);

        double newman = BruceVincentMethod.NewmanNumber(conductivity, 2.0 * plus * minus / (plus + minus), concentration, 0.25, 1.0, temperature);

        newman.ShouldBe(3.0, 1e-12);
        (1.0 / (1.0 + newman)).ShouldBe(0.25, 1e-13);
    }

    [Fact]
    [Trait("Level", "published")]
    public void NewmanNumber_LandesfeindElectrolyte_IsThePrintedOne()
    {
        // EC:EMC 1 M 25 °C: κ 0.913 S/m, D 2.89e-10 m²/s, t₊ 0.221, χ 2.18 → Ne 2.23, ρ₊ 0.31.
        double newman = BruceVincentMethod.NewmanNumber(0.913, 2.89e-10, 1000.0, 0.221, 2.18, 298.15);

        newman.ShouldBe(2.23, 0.005);
        (1.0 / (1.0 + newman)).ShouldBe(0.31, 0.005);
    }

    [Theory]
    [Trait("Level", "unit")]
    [InlineData(double.NaN, 21.4e-6, 168.0, "must be finite")]
    [InlineData(-0.01, 21.4e-6, 168.0, "must all be above 0 or all be below 0")]
    [InlineData(0.01, 0.0, 168.0, "must all be above 0 or all be below 0")]
    [InlineData(0.01, 21.4e-6, -1.0, "must not be negative")]
    public void Evaluate_UnusableInput_SaysWhich(double voltage, double current, double before, string message)
    {
        BruceVincentOptions options = Example with { Voltage = new(voltage), InitialCurrent = new(current), InterfaceBefore = new(before) };

        Should.Throw<ArgumentException>(() => BruceVincentMethod.Evaluate(options)).Message.ShouldContain(message);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Evaluate_OppositeDirection_GivesTheSameRatio()
    {
        BruceVincentOptions turned = Example with
        {
            Voltage = new(-0.01, 2e-5),
            InitialCurrent = new(-21.4e-6, 0.4e-6),
            SteadyCurrent = new(-6.85e-6, 0.05e-6),
        };

        BruceVincentMethod.Evaluate(turned).CurrentRatio.ShouldBe(BruceVincentMethod.Evaluate(Example).CurrentRatio, 1e-15);
    }
}
