using System.Collections.Immutable;
using System.Numerics;
using Lamella.Analysis.Impedance.Validity;
using Lamella.Core.Errors;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Tests.Impedance.Validity;

[Trait("Level", "unit")]
public sealed class KramersKronigTestTests
{
    /// <summary>Spectra of shared/reference/impedance/a_kk with what is known of them.</summary>
    internal static readonly IReadOnlyDictionary<string, KramersKronigVerdict> Known = new Dictionary<string, KramersKronigVerdict>
    {
        ["exampleData_impedancepy"] = KramersKronigVerdict.SmallDeviations,
        ["hybriddrt_LPSCl_ionblocking_m25C"] = KramersKronigVerdict.Consistent,
        ["hybriddrt_SSB_AtRest"] = KramersKronigVerdict.Consistent,
        ["pyimpspec_CIRCUIT_1"] = KramersKronigVerdict.Consistent,
        ["pyimpspec_CIRCUIT_1_INVALID"] = KramersKronigVerdict.Inconsistent,
        ["pyimpspec_CIRCUIT_5"] = KramersKronigVerdict.Consistent,
        ["pyimpspec_CIRCUIT_5_INVALID"] = KramersKronigVerdict.Inconsistent,
        ["synthetic_drift10pct"] = KramersKronigVerdict.Inconsistent,
        ["synthetic_nodrift"] = KramersKronigVerdict.Consistent,
    };

    private static readonly double[] Frequency = SyntheticSpectrum.Frequencies(1e6, 0.01, 10);

    public static TheoryData<string> Cases => [.. Known.Keys];

    [Theory]
    [Trait("Level", "reference")]
    [MemberData(nameof(Cases))]
    public void Run_SpectrumOfKnownValidity_SaysSo(string name)
    {
        var reference = ReferenceSpectrum.Read("a_kk", name);

        var result = KramersKronigTest.Run(reference.Spectrum);

        result.Verdict.ShouldBe(Known[name], result.Statement);
        result.Fit.RelativeScatter.ShouldBeLessThan(0.003, "a spurious low order would leave tens of percent");
    }

    [Fact]
    [Trait("Level", "reference")]
    public void Run_SpectrumThatDrifted_TellsHowFar()
    {
        var reference = ReferenceSpectrum.Read("a_kk", "synthetic_drift10pct"); // 1000 to 1100 of 1250 to 1350 ohm

        var drift = KramersKronigTest.Run(reference.Spectrum).Drift;

        drift.IsSignificant.ShouldBeTrue();
        drift.RelativeChange.ShouldBe(100.0 / 1350.0, 2.0 * drift.StandardUncertainty);
        drift.StandardUncertainty.ShouldBeLessThan(0.01);
    }

    /// <summary>A valid spectrum predicts its other part to about its noise; a drifting one does not.</summary>
    [Theory]
    [InlineData(KramersKronigPart.Real)]
    [InlineData(KramersKronigPart.Imaginary)]
    public void Run_PredictionFromOnePart_HoldsForAValidSpectrumOnly(KramersKronigPart part)
    {
        var valid = SyntheticSpectrum.Of(Frequency, TwoArcs, 1e-3, 3);
        int last = Frequency.Length - 1;
        var drifting = SyntheticSpectrum.Make(Frequency, valid.Impedance.Select((z, i) => z * (1.0 + (0.1 * Math.Pow(10.0, (i - last) / 10.0)))));
        var options = new KramersKronigOptions { PredictFrom = part };

        KramersKronigPrediction good = KramersKronigTest.Run(valid, options).Prediction!, bad = KramersKronigTest.Run(drifting, options).Prediction!;

        good.RootMeanSquare.ShouldBeLessThan(4e-3);
        bad.RootMeanSquare.ShouldBeGreaterThan(3.0 * good.RootMeanSquare);
        ImmutableArray<double> fitted = part == KramersKronigPart.Real ? bad.RealResiduals : bad.ImaginaryResiduals;
        Math.Sqrt(fitted.Average(r => r * r)).ShouldBeLessThan(0.5 * bad.RootMeanSquare, "the part that was fitted is described");
        good.RealResiduals.Length.ShouldBe(Frequency.Length);
        KramersKronigTest.Run(valid).Prediction.ShouldBeNull();
    }

    [Fact]
    [Trait("Level", "property")]
    public void Run_NoiseOfAnySize_RaisesNoFalseAlarm()
    {
        int alarms = 0, drifts = 0, outliers = 0;
        for (ulong seed = 1; seed <= 240; seed++)
        {
            double noise = (seed % 3) switch { 0 => 1e-4, 1 => 1e-3, _ => 1e-2 };
            var result = KramersKronigTest.Run(SyntheticSpectrum.Of(Frequency, TwoArcs, noise, seed));
            alarms += result.Verdict == KramersKronigVerdict.Consistent ? 0 : 1;
            drifts += result.Drift.IsSignificant ? 1 : 0;
            outliers += result.Outliers.Length;
        }

        alarms.ShouldBeLessThanOrEqualTo(1);
        drifts.ShouldBe(0);
        outliers.ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public void Run_ExactSpectrum_IsConsistentThoughItsTinyResidualsHaveAPattern()
    {
        var result = KramersKronigTest.Run(SyntheticSpectrum.Of(Frequency, TwoArcs));

        result.Verdict.ShouldBe(KramersKronigVerdict.Consistent);
        result.Fit.RelativeScatter.ShouldBeLessThan(1e-4);
    }

    [Theory]
    [InlineData(40, 0.05)]
    [InlineData(20, 0.02)]
    [InlineData(79, 0.1)]
    public void Run_OnePointSpoilt_FindsItAndOnlyIt(int point, double deviation)
    {
        var spectrum = SyntheticSpectrum.Of(Frequency, TwoArcs, 1e-3, 7);
        var spoilt = SyntheticSpectrum.Make(
            spectrum.Frequency, spectrum.Impedance.Select((z, i) => i == point ? z * (1.0 + deviation) : z));

        var result = KramersKronigTest.Run(spoilt);

        result.Outliers.Select(outlier => outlier.Index).ShouldBe([point]);
        result.Outliers[0].Deviation.ShouldBe(deviation, 0.3 * deviation);
        result.Verdict.ShouldBe(KramersKronigVerdict.Consistent, result.Statement);
        result.Warnings.ShouldContain(warning => warning.Code == "outliers");
        result.RealResiduals.Length.ShouldBe(Frequency.Length);
    }

    [Theory]
    [Trait("Level", "identity")]
    [InlineData(1e-3)]
    [InlineData(1e6)]
    public void Run_ScaledImpedance_FindsTheSame(double factor)
    {
        var spectrum = SyntheticSpectrum.Of(Frequency, TwoArcs, 1e-3, 3);

        var one = KramersKronigTest.Run(spectrum);
        var other = KramersKronigTest.Run(SyntheticSpectrum.Scaled(spectrum, factor));

        (other.Verdict, other.Fit.Order, other.Fit.Representation).ShouldBe((one.Verdict, one.Fit.Order, one.Fit.Representation));
        other.Pattern.Deviations.ShouldBe(one.Pattern.Deviations, 1e-6);
        other.Drift.RelativeChange.ShouldBe(one.Drift.RelativeChange, 1e-8);
        other.RealResiduals.Zip(one.RealResiduals).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-8);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Run_ShuffledPoints_FindsTheSameAndWarns()
    {
        var spectrum = SyntheticSpectrum.Of(Frequency, TwoArcs, 1e-3, 3);
        int[] order = [.. Enumerable.Range(0, Frequency.Length).OrderBy(i => (i * 37) % Frequency.Length)];
        var shuffled = SyntheticSpectrum.Make(order.Select(i => spectrum.Frequency[i]), order.Select(i => spectrum.Impedance[i]));

        var one = KramersKronigTest.Run(spectrum);
        var other = KramersKronigTest.Run(shuffled);

        other.Warnings.ShouldContain(warning => warning.Code == "unsorted-frequencies");
        other.Statement.ShouldBe(one.Statement);
        order.Select((from, to) => Math.Abs(one.RealResiduals[from] - other.RealResiduals[to])).Max().ShouldBe(0.0);
    }

    [Fact]
    public void Run_InductanceAndBlockingElectrodes_AreRecognisedAndNoViolation()
    {
        var spectrum = SyntheticSpectrum.Of(
            Frequency,
            w => new Complex(30.0, w * 2e-6) + SyntheticSpectrum.Zarc(w, 100.0, 1e-5, 0.9) + (1.0 / (2e-5 * Complex.Pow(new Complex(0.0, w), 0.9))),
            5e-4);

        var result = KramersKronigTest.Run(spectrum);

        result.Verdict.ShouldBe(KramersKronigVerdict.Consistent, result.Statement);
        result.Tails.HasInductiveTail.ShouldBeTrue();
        result.Tails.Inductance!.Value.ShouldBe(2e-6, 0.05 * 2e-6);
        result.Tails.LowFrequency.ShouldBe(LowFrequencyTail.Blocking);
        result.Tails.Exponent!.Value.ShouldBe(0.9, 0.02);
        result.Tails.Capacitance!.Value.ShouldBeGreaterThan(0.0);
    }

    [Fact]
    public void Run_WarburgAndInductiveLoop_AreToldApart()
    {
        var diffusion = SyntheticSpectrum.Of(Frequency, w => 10.0 + (20.0 / Complex.Sqrt(new Complex(0.0, w))), 1e-3);
        var loop = SyntheticSpectrum.Of(
            Frequency, w => 10.0 + SyntheticSpectrum.Zarc(w, 50.0, 1e-4, 0.9) - SyntheticSpectrum.Zarc(w, 20.0, 30.0, 1.0), 1e-3);

        KramersKronigTest.Run(diffusion).Tails.LowFrequency.ShouldBe(LowFrequencyTail.Diffusive);
        KramersKronigTest.Run(loop).Tails.LowFrequency.ShouldBe(LowFrequencyTail.Inductive);
        KramersKronigTest.Run(SyntheticSpectrum.Of(Frequency, TwoArcs, 1e-3)).Tails.LowFrequency.ShouldBe(LowFrequencyTail.Resistive);
    }

    [Fact]
    public void Run_UnusualInput_IsNamedOrRefused()
    {
        Complex[] z = [.. Frequency.Select(f => TwoArcs(2.0 * Math.PI * f))];
        var twice = SyntheticSpectrum.Make([.. Frequency, Frequency[5]], [.. z, z[5]]);
        var mirrored = SyntheticSpectrum.Make(Frequency, z.Select(Complex.Conjugate));

        KramersKronigTest.Run(twice).Warnings.ShouldContain(warning => warning.Code == "duplicated-frequencies");
        var turned = KramersKronigTest.Run(mirrored);
        turned.Warnings.ShouldContain(warning => warning.Code == "positive-imaginary-throughout");
        turned.Verdict.ShouldBe(KramersKronigVerdict.Inconsistent);
        double.IsFinite(turned.LargestResidual).ShouldBeTrue();
        Should.Throw<InputException>(() => KramersKronigTest.Run(SyntheticSpectrum.Make(Frequency.Take(7), z.Take(7))))
            .Message.ShouldContain("at least 8 different frequencies");
        Should.Throw<InputException>(() => KramersKronigTest.Run(SyntheticSpectrum.Make(Frequency, z.Select((v, i) => i == 3 ? 0.0 : v))))
            .Message.ShouldContain("is zero");
    }

    [Fact]
    public void Run_ImpossibleSetting_SaysWhatIsAllowed()
    {
        var spectrum = SyntheticSpectrum.Of(Frequency, TwoArcs, 1e-3);

        Should.Throw<ArgumentException>(() => KramersKronigTest.Run(spectrum, new() { Order = 1 })).Message.ShouldContain("2 to 81");
        Should.Throw<ArgumentException>(() => KramersKronigTest.Run(spectrum, new() { Tolerance = 0.0 })).Message.ShouldContain("above 0");
        Should.Throw<ArgumentException>(() => KramersKronigTest.Run(spectrum, new() { Times = [1.0] })).Message.ShouldContain("1 times for 81");
    }

    [Fact]
    public void Run_FewPointsOfAnyShape_NeverGivesNaN()
    {
        for (ulong seed = 1; seed <= 200; seed++)
        {
            var random = new Lamella.Numerics.Random.SeededGenerator(seed);
            int count = 8 + random.NextBelow(12);
            double size = Math.Pow(10.0, 12.0 * (random.NextUniform() - 0.5));
            var spectrum = SyntheticSpectrum.Make(
                Enumerable.Range(0, count).Select(_ => Math.Pow(10.0, 12.0 * (random.NextUniform() - 0.5))),
                Enumerable.Range(0, count).Select(_ => size * new Complex(random.NextNormal(), random.NextNormal())));

            var result = KramersKronigTest.Run(spectrum);

            Finite(result, spectrum).ShouldBeTrue($"seed {seed}");
        }
    }

    private static bool Finite(KramersKronigResult result, Spectrum spectrum) =>
        result.RealResiduals.Length == spectrum.Frequency.Length && result.RealResiduals.Concat(result.ImaginaryResiduals)
            .Concat(result.Fit.Strengths)
            .Concat([result.LargestResidual, result.Pattern.Deviations, result.Drift.RelativeChange, result.Drift.VarianceRatio])
            .All(double.IsFinite);

    private static Complex TwoArcs(double omega) =>
        50.0 + SyntheticSpectrum.Zarc(omega, 200.0, 1e-5, 0.92) + SyntheticSpectrum.Zarc(omega, 1000.0, 0.1, 0.85);
}
