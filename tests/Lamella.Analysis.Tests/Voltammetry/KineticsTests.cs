using System.Text.Json;
using Lamella.Analysis.Voltammetry;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Tests.Voltammetry;

[Trait("Level", "reference")]
public sealed class KineticsTests
{
    private const double PerSquareCentimetre = 1e4;
    private const double Temperature = 298.15;

    [Fact]
    public void Read_ReferenceCurve_GivesTheStatedDigitsOfEveryMethod()
    {
        JsonElement expected = FormulaCases.Expected("butler_volmer_tafel");

        // The stated lines begin at +120 mV and, a rounding below -120 mV, at -125 mV.
        KineticsResult result = KineticsMethods.Read(Reference(), new KineticsOptions { Temperature = Temperature, AnodicFrom = 0.12, CathodicFrom = 0.125 });

        KineticsEstimate allenHickling = Of(result, KineticsMethod.AllenHickling);
        allenHickling.ExchangeCurrent.Value.ShouldBe(PerSquareCentimetre * expected.Number("allen_hickling", "i0"), 1e-9);
        allenHickling.CathodicCoefficient.Value.ShouldBe(expected.Number("allen_hickling", "alpha_c"), 1e-9);
        KineticsEstimate anodic = Of(result, KineticsMethod.AnodicTafel);
        anodic.ExchangeCurrent.Value.ShouldBe(PerSquareCentimetre * expected.Number("tafel_anodic", "i0"), 1e-8);
        anodic.TafelSlope.ShouldBe(expected.Number("tafel_anodic", "slope_V_dec"), 1e-10);
        (1.0 - anodic.CathodicCoefficient.Value).ShouldBe(expected.Number("tafel_anodic", "alpha_a"), 1e-9);
        KineticsEstimate cathodic = Of(result, KineticsMethod.CathodicTafel);
        cathodic.ExchangeCurrent.Value.ShouldBe(PerSquareCentimetre * expected.Number("tafel_cathodic", "i0"), 1e-8);
        cathodic.TafelSlope.ShouldBe(expected.Number("tafel_cathodic", "slope_V_dec"), 1e-10);
        KineticsEstimate linear = Of(result, KineticsMethod.LinearRegion);
        (PerSquareCentimetre * linear.ChargeTransferResistance).ShouldBe(expected.Number("linear_region", "R_ct_ohm_cm2"), 1e-8);
        linear.ExchangeCurrent.Value.ShouldBe(PerSquareCentimetre * expected.Number("linear_region", "i0=RT/(F Rct)"), 1e-8);
    }

    [Fact]
    public void Read_CurrentOfTheOtherSign_AsksForTheSign()
    {
        VoltammetryCurve curve = Reference();
        VoltammetryCurve turned = curve with { CurrentDensity = [.. curve.CurrentDensity.Select(i => -i)] };

        Should.Throw<ArgumentException>(() => KineticsMethods.Read(turned, new KineticsOptions { Temperature = Temperature })).Message.ShouldContain("--sign discharge");
    }

    [Fact]
    public void Read_ReferenceCurve_WholeLawHoldsTheTruth()
    {
        JsonElement truth = FormulaCases.Expected("butler_volmer_tafel").GetProperty("true");

        KineticsEstimate whole = Of(KineticsMethods.Read(Reference(), new KineticsOptions { Temperature = Temperature }), KineticsMethod.ButlerVolmer);

        whole.ExchangeCurrent.Value.ShouldBe(PerSquareCentimetre * truth.Number("i0_A_cm2"), 2.5 * whole.ExchangeCurrent.Uncertainty);
        whole.ExchangeCurrent.Uncertainty.ShouldBeLessThan(0.01 * whole.ExchangeCurrent.Value);
        whole.CathodicCoefficient.Value.ShouldBe(truth.Number("alpha_c"), 2.5 * whole.CathodicCoefficient.Uncertainty);
    }

    [Fact]
    [Trait("Level", "property")]
    public void Read_SeriesResistanceFitted_FindsKineticsAndResistanceWithinTheirUncertainty()
    {
        const int repeats = 60;
        int covered = 0;
        for (int repeat = 0; repeat < repeats; repeat++)
        {
            KineticsResult result = KineticsMethods.Read(
                Simulated(exchange: 5.0, coefficient: 0.5, resistance: 2e-3, faces: 1, seed: (ulong)repeat), new KineticsOptions { Temperature = Temperature, Resistance = double.NaN });
            KineticsEstimate whole = Of(result, KineticsMethod.ButlerVolmer);
            whole.IsFound.ShouldBeTrue();
            result.Resistance.Value.ShouldBe(2e-3, 5.0 * result.Resistance.Uncertainty);
            covered += Math.Abs(whole.ExchangeCurrent.Value - 5.0) <= 1.96 * whole.ExchangeCurrent.Uncertainty ? 1 : 0;
        }

        covered.ShouldBeInRange(51, 60); // 57 expected of 60 at 95 %; fewer than 51 has a probability below 1e-3
    }

    [Fact]
    [Trait("Level", "property")]
    public void Read_ResistanceLeftIn_BendsTheTafelLineAndTheWholeLawDoesNot()
    {
        VoltammetryCurve curve = Simulated(exchange: 5.0, coefficient: 0.5, resistance: 5e-3, faces: 1, seed: 7);

        KineticsResult without = KineticsMethods.Read(curve, new KineticsOptions { Temperature = Temperature });
        KineticsResult with = KineticsMethods.Read(curve, new KineticsOptions { Temperature = Temperature, Resistance = 5e-3, ResistanceUncertainty = 1e-4 });

        Math.Abs(Of(without, KineticsMethod.AnodicTafel).ExchangeCurrent.Value - 5.0).ShouldBeGreaterThan(0.5);
        KineticsEstimate corrected = Of(with, KineticsMethod.ButlerVolmer);
        corrected.ExchangeCurrent.Value.ShouldBe(5.0, 3.0 * corrected.ExchangeCurrent.Uncertainty);
        with.ResistanceShare.ShouldBeGreaterThan(0.2);
    }

    [Fact]
    [Trait("Level", "property")]
    public void Read_SymmetricCell_CountsBothFaces()
    {
        KineticsResult result = KineticsMethods.Read(
            Simulated(exchange: 5.0, coefficient: 0.5, resistance: 1e-3, faces: 2, seed: 3), new KineticsOptions { Temperature = Temperature, Faces = 2, Resistance = double.NaN });

        KineticsEstimate whole = Of(result, KineticsMethod.ButlerVolmer);
        whole.ExchangeCurrent.Value.ShouldBe(5.0, 3.0 * whole.ExchangeCurrent.Uncertainty);
        result.Resistance.Value.ShouldBe(1e-3, 3.0 * result.Resistance.Uncertainty);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Read_ResistanceHidesTheKinetics_GivesNoExchangeCurrent()
    {
        double[] current = [.. Enumerable.Range(-20, 41).Select(i => 0.05 * i)];
        var curve = new VoltammetryCurve([.. current.Select(i => 0.01 * i)], [.. current], double.NaN);

        KineticsResult result = KineticsMethods.Read(curve, new KineticsOptions { Temperature = Temperature, Resistance = double.NaN });

        result.IsDetermined.ShouldBeFalse();
        Of(result, KineticsMethod.ButlerVolmer).Reason.ShouldContain("do not tell the kinetics from the resistance");
    }

    /// <summary>Concentration polarisation: a resistance that grows with the charge passed, here by half up to the end of each branch.</summary>
    [Theory]
    [Trait("Level", "property")]
    [InlineData(1)]
    [InlineData(2)]
    public void Read_ResistanceThatGrowsAlongTheSweep_IsRefusedAndNothingElseIs(int faces)
    {
        for (ulong seed = 1; seed <= 8; seed++)
        {
            VoltammetryCurve sound = Simulated(exchange: 5.0, coefficient: 0.5, resistance: 4e-3, faces, seed);
            double largest = sound.CurrentDensity.Max();
            VoltammetryCurve growing = sound with
            {
                Voltage = [.. sound.Voltage.Zip(sound.CurrentDensity, (v, i) => (0.05 * v) + (3e-3 * i * (1.0 + (0.5 * Math.Sqrt(Math.Abs(i) / largest)))))],
            };

            KineticsMethods.Read(sound, new KineticsOptions { Temperature = Temperature, Faces = faces, Resistance = double.NaN }).ResistanceRise.ShouldBe(0.0, $"seed {seed}");
            KineticsResult refused = KineticsMethods.Read(growing, new KineticsOptions { Temperature = Temperature, Faces = faces, Resistance = double.NaN });
            refused.ResistanceRise.ShouldBeGreaterThan(0.02, $"seed {seed}");
            refused.Estimates.ShouldAllBe(estimate => !estimate.IsFound && estimate.Reason.Contains("resistance grows along the sweep"));
        }
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Read_ShareOfTheLimitingCurrent_WidensTheInterval()
    {
        VoltammetryCurve curve = Simulated(exchange: 5.0, coefficient: 0.5, resistance: 0.0, faces: 1, seed: 5);
        var options = new KineticsOptions { Temperature = Temperature, LimitingCurrent = 4.0 * curve.CurrentDensity.Max(Math.Abs) };

        KineticsResult result = KineticsMethods.Read(curve, options);

        result.LimitingShare.ShouldBe(0.25, 1e-12);
        Of(result, KineticsMethod.ButlerVolmer).ExchangeCurrent.Uncertainty.ShouldBeGreaterThan(0.25 * 4.9);
        Should.Throw<ArgumentException>(() => KineticsMethods.Read(curve, options with { LimitingCurrent = -1.0 })).Message.ShouldContain("must be above 0 A/m²");
    }

    [Theory]
    [Trait("Level", "identity")]
    [InlineData(-50.0, 0.2)]
    [InlineData(-1e-6, 0.5)]
    [InlineData(0.0, 0.43)]
    [InlineData(3.0, 0.9)]
    [InlineData(1e6, 0.3)]
    public void Overpotential_OfTheCurrent_IsItsInverse(double ratio, double coefficient)
    {
        double eta = ButlerVolmer.Overpotential(ratio, coefficient, Temperature);

        ButlerVolmer.Current(eta, 1.0, coefficient, Temperature).ShouldBe(ratio, 1e-10 * Math.Max(1.0, Math.Abs(ratio)));
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Read_OneSignOfCurrent_AsksForTheEquilibrium()
    {
        var curve = new VoltammetryCurve([0.01, 0.02, 0.03, 0.04, 0.05, 0.06], [1.0, 2.0, 3.0, 4.0, 5.0, 6.0], double.NaN);

        Should.Throw<ArgumentException>(() => KineticsMethods.Read(curve, new KineticsOptions { Temperature = Temperature, Equilibrium = double.NaN }))
            .Message.ShouldContain("state it");
    }

    private static KineticsEstimate Of(KineticsResult result, KineticsMethod method) => result.Estimates.Single(estimate => estimate.Method == method);

    private static VoltammetryCurve Reference()
    {
        double[][] columns = FormulaCases.Columns("tafel.csv", 2);
        return new VoltammetryCurve([.. columns[0]], [.. columns[1].Select(density => PerSquareCentimetre * density)], double.NaN);
    }

    /// <summary>A curve of given kinetics and resistance with a noise of 0.2 mV.</summary>
    private static VoltammetryCurve Simulated(double exchange, double coefficient, double resistance, int faces, ulong seed)
    {
        var generator = new SeededGenerator(seed);
        double[] current = [.. Enumerable.Range(-40, 81).Select(i => exchange * Math.Sinh(0.1 * i))];
        double[] voltage = [.. current.Select(i =>
            ButlerVolmer.Overpotential(i / exchange, coefficient, Temperature)
            - (faces == 2 ? ButlerVolmer.Overpotential(-i / exchange, coefficient, Temperature) : 0.0)
            + (resistance * i) + (2e-4 * generator.NextNormal()))];
        return new VoltammetryCurve([.. voltage], [.. current], double.NaN);
    }
}
