using System.Collections.Immutable;
using System.Numerics;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Analysis.Impedance.Relaxation;

namespace Lamella.Analysis.Tests.Impedance.Relaxation;

/// <summary>The suggested circuit, read by the circuit language and given the suggested values, is the spectrum again.</summary>
[Trait("Level", "identity")]
public sealed class CircuitSuggestionTests
{
    private static readonly double[] Frequency = SyntheticSpectrum.Frequencies(1e6, 0.01, 10);

    private static readonly Dictionary<string, Func<double, Complex>> Truth = new()
    {
        ["R0-p(R1,CPE1)-p(R2,C2)"] = w => 5.0 + SyntheticSpectrum.Zarc(w, 20.0, 1e-4, 0.85) + SyntheticSpectrum.Zarc(w, 40.0, 0.05, 1.0),
        ["L0-R0-p(R1,CPE1)-CPE2"] = w => new Complex(5.0, 1e-6 * w) + SyntheticSpectrum.Zarc(w, 20.0, 1e-4, 0.85) + (1.0 / (0.05 * Complex.Pow(new Complex(0.0, w), 0.9))),
        ["R0-p(R1,CPE1)-W2"] = w => 5.0 + SyntheticSpectrum.Zarc(w, 20.0, 1e-4, 0.85) + (15.0 / Complex.Sqrt(new Complex(0.0, w))),
        ["R0-p(R1,CPE1)-C2"] = w => 5.0 + SyntheticSpectrum.Zarc(w, 20.0, 1e-4, 0.85) + (1.0 / new Complex(0.0, 0.02 * w)),
        ["R0-G1"] = w => 5.0 + (30.0 / Complex.Sqrt(new Complex(1.0, 0.01 * w))),
        ["R0-HN1"] = w => 5.0 + (30.0 / Complex.Pow(1.0 + Complex.Pow(new Complex(0.0, 0.01 * w), 0.9), 0.6)),
        ["R0-p(R1,CPE1)-Ws2"] = w => 5.0 + SyntheticSpectrum.Zarc(w, 20.0, 1e-4, 0.85) + (12.0 * Complex.Tanh(Complex.Sqrt(new Complex(0.0, 8.0 * w))) / Complex.Sqrt(new Complex(0.0, 8.0 * w))),
        ["R0-p(R1,CPE1)-p(R2,L2)"] = w => 25.0 + SyntheticSpectrum.Zarc(w, 50.0, 1e-4, 0.85) - SyntheticSpectrum.Zarc(w, 10.0, 1.0, 1.0),
        ["R0-p(R1,CPE1)-p(R2,La2)"] = w => 25.0 + SyntheticSpectrum.Zarc(w, 50.0, 1e-4, 0.85) - SyntheticSpectrum.Zarc(w, 10.0, 1.0, 0.85),
    };

    public static TheoryData<string> Circuits => [.. Truth.Keys];

    [Theory]
    [MemberData(nameof(Circuits))]
    public void Run_SpectrumOfACircuit_SuggestsItWithItsValues(string text)
    {
        var spectrum = SyntheticSpectrum.Of(Frequency, Truth[text], 2e-4, 21);

        CircuitSuggestion suggestion = RelaxationAnalysis.Run(spectrum).Circuit;

        suggestion.Text.ShouldBe(text);
        ImmutableArray<Complex> impedance = Circuit.Parse(suggestion.Text)
            .Impedance(spectrum.Frequency, [.. suggestion.Values.SelectMany(element => element.Values)]);
        for (int i = 0; i < Frequency.Length; i++)
        {
            Complex truth = Truth[text](2.0 * Math.PI * Frequency[i]);
            ((impedance[i] - truth).Magnitude / truth.Magnitude).ShouldBeLessThan(1e-3, $"{Frequency[i]} Hz");
        }
    }
}
