using System.Collections.Immutable;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Analysis.Impedance.Fitting;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Tests.Impedance.Fitting;

/// <summary>Uncertainties are honest: in 1,000 seeded repeats the 95 % interval of every parameter holds the truth 92 to 98 % of the time.</summary>
/// <remarks>Nothing is given to the fit but the circuit: no guess, no bounds. The standard deviation of the coverage itself is 0.7 %.</remarks>
[Trait("Level", "property")]
public sealed class CoverageTests
{
    private const int Repeats = 1000;
    private const double Noise = 0.005; // of |Z|, each part

    [Theory]
    [InlineData("R0-p(R1,CPE1)", 1e5, 0.1, new[] { 100.0, 400.0, 2e-6, 0.9 })]
    [InlineData("R0-p(R1,CPE1)-p(R2,CPE2)", 1e6, 0.1, new[] { 50.0, 150.0, 1e-7, 0.88, 400.0, 2e-5, 0.8 })]
    [InlineData("R0-p(CPE1,R1-W1)", 1e5, 0.05, new[] { 20.0, 2.5e-5, 0.85, 100.0, 60.0 })]
    [InlineData("p(R1,CPE1)-CPE2", 5e6, 1.0, new[] { 1500.0, 1e-10, 0.93, 1e-6, 0.85 })]
    [InlineData("L1-R0-p(R1,C1)-Wo1", 1e6, 0.01, new[] { 1e-6, 5.0, 30.0, 1e-5, 50.0, 20.0 })]
    [InlineData("R0-HN1", 1e4, 1e-3, new[] { 30.0, 100.0, 0.3, 0.9, 0.6 })]
    public void Run_RepeatedNoise_CoversTheTruth(string text, double fastest, double slowest, double[] truth)
    {
        var circuit = Circuit.Parse(text);
        ImmutableArray<double> frequencies = SyntheticSpectra.Frequencies(fastest, slowest, 61);
        int[] covered = new int[truth.Length];
        double[] squares = new double[truth.Length];
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            Spectrum spectrum = SyntheticSpectra.Make(circuit, [.. truth], frequencies, Noise, (ulong)repeat + 1000);
            CircuitFitResult fit = CircuitFit.Run(circuit, spectrum);
            for (int p = 0; p < truth.Length; p++)
            {
                FittedParameter parameter = fit.Parameters[p];
                parameter.Status.ShouldBe(ParameterStatus.Fitted, $"{text}, repeat {repeat}, {parameter.Name} = {parameter.Value}");
                covered[p] += parameter.Low <= truth[p] && truth[p] <= parameter.High ? 1 : 0;
                squares[p] += Math.Pow((parameter.Value - truth[p]) / parameter.StandardUncertainty!.Value, 2);
            }
        }

        for (int p = 0; p < truth.Length; p++)
        {
            string what = $"{text}, {circuit.Parameters[p].Name}";
            (covered[p] / (double)Repeats).ShouldBeInRange(0.92, 0.98, what);
            TestContext.Current.TestOutputHelper?.WriteLine($"{what}: {covered[p] * 100.0 / Repeats:F1} % covered, rms deviation {Math.Sqrt(squares[p] / Repeats):F3} standard uncertainties");
        }
    }
}
