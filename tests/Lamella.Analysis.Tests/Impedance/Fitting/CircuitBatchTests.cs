using System.Collections.Immutable;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Analysis.Impedance.Fitting;
using Lamella.Core.Errors;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Tests.Impedance.Fitting;

[Trait("Level", "unit")]
public sealed class CircuitBatchTests
{
    private static readonly Circuit Cell = Circuit.Parse("R0-p(R1,CPE1)-p(R2,CPE2)");
    private static readonly ImmutableArray<double> Frequencies = SyntheticSpectra.Frequencies(1e6, 0.1, 45);

    /// <summary>Two arcs whose time constants cross because one resistance is activated far more than the other.</summary>
    [Fact]
    public void Run_ArcsThatCross_KeepTheirNames()
    {
        double[] steps = [.. Enumerable.Range(0, 60).Select(k => k / 59.0)];
        ImmutableArray<Spectrum> spectra =
        [
            .. steps.Select((x, k) => SyntheticSpectra.Make(
                Cell, [20.0, 100.0, 1e-6, 0.95, 2000.0 * Math.Exp(-6.0 * x), 4e-6, 0.95], Frequencies, 5e-4, (ulong)k)),
        ];

        ImmutableArray<CircuitFitResult> fits = CircuitBatch.Run(Cell, spectra);

        int crossed = 0;
        for (int k = 0; k < fits.Length; k++)
        {
            double fast = 100.0 * 1e-6, slow = 2000.0 * Math.Exp(-6.0 * steps[k]) * 4e-6;
            crossed += slow < fast ? 1 : 0;
            if (Math.Abs(Math.Log(slow / fast)) > 1.0) // where they coincide neither can be told from the other
            {
                fits[k]["CPE1.Q"].Value.ShouldBeInRange(0.5e-6, 2e-6, $"spectrum {k}");
                fits[k]["CPE2.Q"].Value.ShouldBeInRange(2e-6, 8e-6, $"spectrum {k}");
            }
        }

        crossed.ShouldBeGreaterThan(5, "the arcs should cross in this series");
    }

    [Fact]
    public void Run_AnyNumberOfThreads_GivesTheSameBits()
    {
        ImmutableArray<Spectrum> spectra =
            [.. Enumerable.Range(0, 60).Select(k => SyntheticSpectra.Make(Cell, [20.0, 100.0 + k, 1e-6, 0.9, 300.0, 1e-4, 0.8], Frequencies, 0.003, (ulong)k))];

        double[] one = Values(CircuitBatch.Run(Cell, spectra, threads: 1)), three = Values(CircuitBatch.Run(Cell, spectra, threads: 3));

        three.ShouldBe(one);
    }

    [Fact]
    public void Run_Progress_CountsEverySpectrum()
    {
        var seen = new Seen();

        CircuitBatch.Run(Cell, [.. Enumerable.Repeat(SyntheticSpectra.Make(Cell, [20.0, 100.0, 1e-6, 0.9, 300.0, 1e-4, 0.8], Frequencies, 0.003), 5)], progress: seen);

        seen.Counts.ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public void Run_NoSpectra_GivesNothing() => CircuitBatch.Run(Cell, []).ShouldBeEmpty();

    [Fact]
    public void JointRun_CommonExponents_AreEqualAndBetterKnown()
    {
        double[] factors = [1.0, 0.6, 0.35, 0.2];
        ImmutableArray<Spectrum> spectra =
            [.. factors.Select((factor, k) => SyntheticSpectra.Make(Cell, [20.0, 100.0 * factor, 1e-6, 0.85, 600.0 * factor, 3e-5, 0.75], Frequencies, 0.005, (ulong)k + 5))];

        ImmutableArray<CircuitFitResult> alone = CircuitBatch.Run(Cell, spectra), joint = JointFit.Run(Cell, spectra, ["CPE1.n", "CPE2.n", "R0"]);

        joint.Select(fit => fit["CPE1.n"].Value).Distinct().Count().ShouldBe(1);
        joint[0]["CPE1.n"].StandardUncertainty!.Value.ShouldBeLessThan(0.8 * alone[0]["CPE1.n"].StandardUncertainty!.Value);
        foreach ((CircuitFitResult fit, double factor) in joint.Zip(factors))
        {
            fit["R1"].Value.ShouldBe(100.0 * factor, 4.0 * fit["R1"].StandardUncertainty!.Value);
            fit["R2"].Value.ShouldBe(600.0 * factor, 4.0 * fit["R2"].StandardUncertainty!.Value);
        }

        joint[0].DegreesOfFreedom.ShouldBe((4 * 2 * 45) - 3 - (4 * 4));
        joint[0].Search.Starts.ShouldBe(5);
    }

    [Fact]
    public void JointRun_NothingInCommonOrOneSpectrum_IsRefused()
    {
        Spectrum spectrum = SyntheticSpectra.Make(Cell, [20.0, 100.0, 1e-6, 0.9, 300.0, 1e-4, 0.8], Frequencies, 0.003);

        Should.Throw<InputException>(() => JointFit.Run(Cell, [spectrum], ["R0"])).Message.ShouldContain("2 to 40 spectra");
        Should.Throw<InputException>(() => JointFit.Run(Cell, [spectrum, spectrum], [])).Message.ShouldContain("common parameter");
        Should.Throw<InputException>(() => JointFit.Run(Cell, [spectrum, spectrum], ["R7"])).Message.ShouldContain("no parameter 'R7'");
    }

    private static double[] Values(ImmutableArray<CircuitFitResult> fits) => [.. fits.SelectMany(fit => fit.Parameters.Select(parameter => parameter.Value))];

    private sealed class Seen : IProgress<int>
    {
        internal List<int> Counts { get; } = [];

        public void Report(int value) => Counts.Add(value);
    }
}
