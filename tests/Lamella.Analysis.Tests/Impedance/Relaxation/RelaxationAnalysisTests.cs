using System.Collections.Immutable;
using System.Numerics;
using Lamella.Analysis.Impedance.Relaxation;
using Lamella.Core.Errors;
using Lamella.Core.Measurements;
using Lamella.Numerics.Random;

namespace Lamella.Analysis.Tests.Impedance.Relaxation;

[Trait("Level", "unit")]
public sealed class RelaxationAnalysisTests
{
    private static readonly double[] Frequency = SyntheticSpectrum.Frequencies(1e6, 0.01, 10);

    public static TheoryData<RelaxationMethod> Methods => new(Enum.GetValues<RelaxationMethod>());

    [Theory]
    [Trait("Level", "identity")]
    [InlineData(RelaxationMethod.Combined, 1e-3)]
    [InlineData(RelaxationMethod.Combined, 1e6)]
    [InlineData(RelaxationMethod.Regularised, 1e-3)]
    [InlineData(RelaxationMethod.Regularised, 1e6)]
    [InlineData(RelaxationMethod.Bayesian, 1e-3)]
    [InlineData(RelaxationMethod.Bayesian, 1e6)]
    [InlineData(RelaxationMethod.Bayesian, 1e-3, RelaxationSign.EitherSign)]
    [InlineData(RelaxationMethod.Bayesian, 1e6, RelaxationSign.EitherSign)]
    public void Run_ScaledImpedance_ScalesEverythingWithIt(RelaxationMethod method, double factor, RelaxationSign sign = RelaxationSign.Automatic)
    {
        var spectrum = Noisy(TwoArcs, 2e-3, 11);
        var options = new RelaxationOptions { Method = method, Sign = sign };

        var one = RelaxationAnalysis.Run(spectrum, options);
        var other = RelaxationAnalysis.Run(SyntheticSpectrum.Scaled(spectrum, factor), options);

        (other.Circuit.Text, other.Weighting).ShouldBe((one.Circuit.Text, one.Weighting));
        other.Regularisation.ShouldBe(one.Regularisation, 1e-8 * one.Regularisation);
        double highest = one.Distribution.Max();
        foreach ((ImmutableArray<double> first, ImmutableArray<double> second) in new[]
        {
            (one.Distribution, other.Distribution), (one.DistributionLower, other.DistributionLower), (one.DistributionUpper, other.DistributionUpper),
        })
        {
            first.Zip(second).ShouldAllBe(pair => Math.Abs((pair.Second / factor) - pair.First) < 1e-8 * highest);
        }

        one.Peaks.Zip(other.Peaks).ShouldAllBe(pair => Math.Abs((pair.Second.Area / (factor * pair.First.Area)) - 1.0) < 1e-8);
        one.Peaks.Zip(other.Peaks).ShouldAllBe(
            pair => Math.Abs((pair.Second.AreaStandardUncertainty / (factor * pair.First.AreaStandardUncertainty)) - 1.0) < 1e-6);
    }

    [Theory]
    [Trait("Level", "reference")]
    [InlineData(1e-3)]
    [InlineData(1e6)]
    public void Run_ScaledReference_ScalesEverythingWithIt(double factor)
    {
        var spectrum = ReferenceSpectrum.Read("c_drt", "bayesdrt_2ZARC_uniform_0.25").Spectrum;

        var one = RelaxationAnalysis.Run(spectrum);
        var other = RelaxationAnalysis.Run(SyntheticSpectrum.Scaled(spectrum, factor));

        one.Distribution.Zip(other.Distribution)
            .ShouldAllBe(pair => Math.Abs((pair.Second / factor) - pair.First) < 1e-8 * one.Distribution.Max());
        one.Peaks.Zip(other.Peaks).ShouldAllBe(pair => Math.Abs((pair.Second.Area / (factor * pair.First.Area)) - 1.0) < 1e-8);
    }

    [Theory]
    [Trait("Level", "identity")]
    [MemberData(nameof(Methods))]
    public void Run_AnyMethod_DescribesTheSpectrumWithinItsNoise(RelaxationMethod method)
    {
        var spectrum = Noisy(TwoArcs, 2e-3, 5);

        var result = RelaxationAnalysis.Run(spectrum, new RelaxationOptions { Method = method });

        double scatter = Math.Sqrt(result.RealResiduals.Concat(result.ImaginaryResiduals).Average(r => r * r));
        scatter.ShouldBe(2e-3, 4e-4);
        double area = 0.0;
        for (int i = 1; i < result.TimeConstants.Length; i++)
        {
            // Beyond the window only smoothness speaks, and whatever it says is no area of the spectrum.
            if (result.TimeConstants[i] < 1.6e-7 || result.TimeConstants[i] > 15.9)
            {
                continue;
            }

            area += 0.5 * (result.Distribution[i] + result.Distribution[i - 1]) * Math.Log(result.TimeConstants[i] / result.TimeConstants[i - 1]);
        }

        area.ShouldBe(1200.0, 15.0);
        result.Distribution.ShouldAllBe(height => height >= 0.0);
        result.DistributionLower.Zip(result.DistributionUpper).ShouldAllBe(band => band.First <= band.Second);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Run_Repeated_GivesTheSameNumbers(RelaxationMethod method)
    {
        var spectrum = Noisy(TwoArcs, 5e-3, 5);
        var options = new RelaxationOptions { Method = method, Draws = 400 };

        var one = RelaxationAnalysis.Run(spectrum, options);
        var other = RelaxationAnalysis.Run(spectrum, options);

        other.Distribution.ShouldBe(one.Distribution);
        other.DistributionUpper.ShouldBe(one.DistributionUpper);
        other.Peaks.ShouldBe(one.Peaks);
    }

    [Fact]
    public void Run_ReversedRecord_FindsTheSame()
    {
        var spectrum = Noisy(TwoArcs, 2e-3, 5);
        var reversed = SyntheticSpectrum.Make(spectrum.Frequency.Reverse(), spectrum.Impedance.Reverse());

        var one = RelaxationAnalysis.Run(spectrum);
        var other = RelaxationAnalysis.Run(reversed);

        other.Distribution.ShouldBe(one.Distribution);
        other.RealResiduals.Reverse().ShouldBe(one.RealResiduals);
    }

    [Fact]
    public void Run_InductanceAndBlockingTail_AreFoundBesideTheArcs()
    {
        var spectrum = Noisy(
            w => new Complex(30.0, w * 2e-6) + SyntheticSpectrum.Zarc(w, 100.0, 1e-5, 0.9) + (1.0 / (2e-5 * Complex.Pow(new Complex(0.0, w), 0.9))),
            5e-4,
            2);

        var result = RelaxationAnalysis.Run(spectrum);

        result.Circuit.Text.ShouldBe("L0-R0-p(R1,CPE1)-CPE2");
        result.Inductance.ShouldBe(2e-6, 0.02 * 2e-6);
        result.SeriesResistance.ShouldBe(30.0, 4.0 * result.SeriesResistanceStandardUncertainty);
        result.TailCoefficient!.Value.ShouldBe(2e-5, 0.01 * 2e-5);
        result.TailExponent!.Value.ShouldBe(0.9, 0.002);
        result.Peaks.Single().Area.ShouldBe(100.0, 4.0 * result.Peaks[0].AreaStandardUncertainty);
        result.Peaks[0].Capacitance.ShouldBe(1e-7, 0.02 * 1e-7);
    }

    [Fact]
    public void Run_Warburg_IsNamedAsSuch()
    {
        var result = RelaxationAnalysis.Run(Noisy(
            w => 10.0 + SyntheticSpectrum.Zarc(w, 50.0, 1e-4, 0.9) + (40.0 / Complex.Sqrt(new Complex(0.0, w))), 1e-3, 4));

        result.Circuit.Text.ShouldBe("R0-p(R1,CPE1)-W2");
        result.Circuit.Values[^1].Values[0].ShouldBe(40.0 / Math.Sqrt(2.0), 0.5); // σ of σ(1 − j)/√ω
    }

    [Fact]
    public void Run_NegativeProcess_NeedsEitherSign()
    {
        var spectrum = Noisy(Loop, 1e-3, 8);

        var automatic = RelaxationAnalysis.Run(spectrum);
        var restricted = RelaxationAnalysis.Run(spectrum, new RelaxationOptions { Sign = RelaxationSign.NonNegative });

        automatic.IsSigned.ShouldBeTrue();
        automatic.Peaks.Select(peak => Math.Sign(peak.Area)).ShouldBe([1, -1]);
        automatic.Peaks[1].Area.ShouldBe(-20.0, 4.0 * automatic.Peaks[1].AreaStandardUncertainty);
        automatic.Circuit.Text.ShouldBe("R0-p(R1,CPE1)-p(R2,L2)");
        automatic.Circuit.Values[0].Values[0].ShouldBe(30.0 - 20.0, 0.3);
        restricted.Distribution.ShouldAllBe(height => height >= 0.0);
        restricted.Warnings.ShouldContain(warning => warning.Code == "negative-process");
    }

    [Fact]
    public void Run_ArcOutsideTheWindow_WarnsOfTheEdge()
    {
        var result = RelaxationAnalysis.Run(Noisy(
            w => 10.0 + SyntheticSpectrum.Zarc(w, 50.0, 1e-4, 0.9) + SyntheticSpectrum.Zarc(w, 100.0, 30.0, 0.95), 1e-3, 4));

        result.Peaks[^1].IsAtEdge.ShouldBeTrue();
        result.Peaks[0].IsAtEdge.ShouldBeFalse();
        result.Warnings.ShouldContain(warning => warning.Code == "edge-peak");
    }

    [Fact]
    public void Run_ResistorAlone_HasNoProcess()
    {
        var result = RelaxationAnalysis.Run(Noisy(_ => 10.0, 1e-3, 4));

        result.Peaks.ShouldBeEmpty();
        result.Circuit.Text.ShouldBe("R0");
        result.SeriesResistance.ShouldBe(10.0, 0.01);
        result.Warnings.ShouldContain(warning => warning.Code == "no-process");
    }

    [Fact]
    public void Run_UnusualInput_IsNamedOrRefused()
    {
        Complex[] z = [.. Frequency.Select(f => TwoArcs(2.0 * Math.PI * f))];

        RelaxationAnalysis.Run(SyntheticSpectrum.Make([.. Frequency, Frequency[5]], [.. z, z[5]]))
            .Warnings.ShouldContain(warning => warning.Code == "duplicated-frequencies");
        RelaxationAnalysis.Run(SyntheticSpectrum.Make(Frequency, z.Select(Complex.Conjugate)))
            .Warnings.ShouldContain(warning => warning.Code == "positive-imaginary-throughout");
        Should.Throw<InputException>(() => RelaxationAnalysis.Run(SyntheticSpectrum.Make(Frequency.Take(7), z.Take(7))))
            .Message.ShouldContain("at least 8 different frequencies");
        Should.Throw<InputException>(() => RelaxationAnalysis.Run(SyntheticSpectrum.Make(Frequency, z.Select((v, i) => i == 3 ? 0.0 : v))))
            .Message.ShouldContain("is zero");
    }

    [Fact]
    public void Run_ImpossibleSetting_SaysWhatIsAllowed()
    {
        var spectrum = Noisy(TwoArcs, 1e-3, 1);

        Should.Throw<ArgumentException>(() => RelaxationAnalysis.Run(spectrum, new() { Regularisation = 0.0 })).Message.ShouldContain("above 0");
        Should.Throw<ArgumentException>(() => RelaxationAnalysis.Run(spectrum, new() { Points = 1 })).Message.ShouldContain("2 to 100000");
        Should.Throw<ArgumentException>(() => RelaxationAnalysis.Run(spectrum, new() { MostProcesses = 0 })).Message.ShouldContain("1 to 12");
        Should.Throw<ArgumentException>(() => RelaxationAnalysis.Run(spectrum, new() { Draws = 10 })).Message.ShouldContain("200 to");
    }

    [Fact]
    [Trait("Level", "property")]
    public void Run_PointsOfAnyShape_NeverGivesNaN()
    {
        for (ulong seed = 1; seed <= 60; seed++)
        {
            var random = new SeededGenerator(seed);
            int count = 8 + random.NextBelow(20);
            double size = Math.Pow(10.0, 12.0 * (random.NextUniform() - 0.5));
            var spectrum = SyntheticSpectrum.Make(
                Enumerable.Range(0, count).Select(_ => Math.Pow(10.0, 8.0 * (random.NextUniform() - 0.5))),
                Enumerable.Range(0, count).Select(_ => size * new Complex(random.NextNormal(), random.NextNormal())));
            var options = new RelaxationOptions { Method = (RelaxationMethod)(seed % 3), Draws = 200, Points = 101 };

            var result = RelaxationAnalysis.Run(spectrum, options);

            result.Distribution.Concat(result.DistributionLower).Concat(result.DistributionUpper).Concat(result.RealResiduals)
                .Concat(result.Peaks.SelectMany(peak => new[] { peak.Area, peak.AreaStandardUncertainty, peak.TimeConstant }))
                .Concat([result.SeriesResistance, result.Inductance, result.PolarisationResistanceStandardUncertainty])
                .All(double.IsFinite).ShouldBeTrue($"seed {seed}");
        }
    }

    private static Spectrum Noisy(Func<double, Complex> impedance, double noise, ulong seed) =>
        SyntheticSpectrum.Of(Frequency, impedance, noise, seed);

    private static Complex TwoArcs(double omega) =>
        50.0 + SyntheticSpectrum.Zarc(omega, 200.0, 1e-5, 0.92) + SyntheticSpectrum.Zarc(omega, 1000.0, 0.1, 0.85);

    private static Complex Loop(double omega) =>
        30.0 + SyntheticSpectrum.Zarc(omega, 100.0, 1e-4, 0.85) - SyntheticSpectrum.Zarc(omega, 20.0, 1.0, 1.0);
}
