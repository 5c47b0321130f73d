using System.Collections.Immutable;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Analysis.Impedance.Fitting;
using Lamella.Core.Errors;
using Lamella.Core.Measurements;
using Lamella.Core.Quantities;

namespace Lamella.Analysis.Tests.Impedance.Fitting;

[Trait("Level", "unit")]
public sealed class CircuitFitTests
{
    private static readonly Circuit TwoArcs = Circuit.Parse("R0-p(R1,CPE1)-p(R2,CPE2)");
    private static readonly ImmutableArray<double> Values = [10.0, 50.0, 1e-6, 0.9, 200.0, 1e-4, 0.8];
    private static readonly ImmutableArray<double> Frequencies = SyntheticSpectra.Frequencies(1e6, 0.1, 61);

    [Fact]
    public void Run_ExactData_GivesTheParametersBack()
    {
        CircuitFitResult fit = CircuitFit.Run(TwoArcs, SyntheticSpectra.Make(TwoArcs, Values, Frequencies));

        for (int p = 0; p < Values.Length; p++)
        {
            fit.Parameters[p].Value.ShouldBe(Values[p], 1e-6 * Values[p]);
        }

        fit.SumOfSquares.ShouldBeLessThan(1e-16);
    }

    [Fact]
    public void Run_ShuffledFrequencies_GivesTheSameFit()
    {
        Spectrum spectrum = SyntheticSpectra.Make(TwoArcs, Values, Frequencies, 0.003);
        int[] order = [.. Enumerable.Range(0, Frequencies.Length).OrderBy(i => (i * 37) % 61)];
        Spectrum shuffled = ReferenceCases.Of([.. order.Select(i => spectrum.Frequency[i])], [.. order.Select(i => spectrum.Impedance[i])]);

        CircuitFitResult one = CircuitFit.Run(TwoArcs, spectrum), two = CircuitFit.Run(TwoArcs, shuffled);

        one.Parameters.Zip(two.Parameters).ShouldAllBe(pair => Math.Abs(pair.First.Value - pair.Second.Value) < 1e-5 * pair.First.Value);
        one.Autocorrelation.ShouldBe(two.Autocorrelation, 1e-4);
    }

    /// <summary>Ohm by any factor: the fit does not know in which unit the data are.</summary>
    [Theory]
    [InlineData(1e-6)]
    [InlineData(1e6)]
    public void Run_ScaledData_ScalesTheParameters(double factor)
    {
        Spectrum spectrum = SyntheticSpectra.Make(TwoArcs, Values, Frequencies, 0.003);
        Spectrum scaled = ReferenceCases.Of(spectrum.Frequency, [.. spectrum.Impedance.Select(z => factor * z)]);

        CircuitFitResult one = CircuitFit.Run(TwoArcs, spectrum), two = CircuitFit.Run(TwoArcs, scaled);

        for (int p = 0; p < Values.Length; p++)
        {
            double expected = one.Parameters[p].Value * Math.Pow(factor, TwoArcs.Parameters[p].Kind.ImpedancePower);
            two.Parameters[p].Value.ShouldBe(expected, 1e-4 * one.Parameters[p].StandardUncertainty!.Value / one.Parameters[p].Value * expected);
        }
    }

    [Fact]
    public void Run_SameInput_GivesTheSameBits()
    {
        Spectrum spectrum = SyntheticSpectra.Make(TwoArcs, Values, Frequencies, 0.01);

        double[] one = [.. CircuitFit.Run(TwoArcs, spectrum).Parameters.Select(parameter => parameter.Value)];

        CircuitFit.Run(TwoArcs, spectrum).Parameters.Select(parameter => parameter.Value).ShouldBe(one);
    }

    [Fact]
    public void Run_FixedSharedAndBounded_KeepsToThem()
    {
        Spectrum spectrum = SyntheticSpectra.Make(TwoArcs, [10.0, 50.0, 1e-6, 0.85, 200.0, 1e-4, 0.85], Frequencies, 0.002);

        CircuitFitResult fit = CircuitFit.Run(TwoArcs, spectrum, new CircuitFitOptions
        {
            Parameters =
            [
                new("R0") { Fixed = 10.0 }, new("CPE2.n") { SharedWith = "CPE1.n" }, new("R2") { Upper = 150.0, Lower = 1.0, Start = 100.0 },
                new("R1") { Start = 40.0, Upper = 60.0 },
            ],
        });

        fit["R0"].ShouldSatisfyAllConditions(
            parameter => parameter.Value.ShouldBe(10.0), parameter => parameter.Status.ShouldBe(ParameterStatus.Fixed),
            parameter => parameter.StandardUncertainty.ShouldBeNull());
        fit["CPE2.n"].Value.ShouldBe(fit["CPE1.n"].Value);
        fit["CPE2.n"].Status.ShouldBe(ParameterStatus.Shared);
        fit["R2"].Value.ShouldBe(150.0, 1e-9);
        fit["R2"].Status.ShouldBe(ParameterStatus.AtUpperBound);
        fit.Warnings.ShouldContain(warning => warning.Code == "at-upper-bound");
        fit.DegreesOfFreedom.ShouldBe((2 * 61) - 4);
    }

    [Fact]
    public void Run_GuessOfArcs_LendsThemTheirNames()
    {
        Spectrum spectrum = SyntheticSpectra.Make(TwoArcs, Values, Frequencies, 0.002);

        CircuitFit.Run(TwoArcs, spectrum)["R1"].Value.ShouldBe(50.0, 1.0, "without a guess the fastest arc comes first");
        CircuitFit.Run(TwoArcs, spectrum, new CircuitFitOptions { Parameters = [new("R1") { Start = 180.0 }] })["R1"].Value.ShouldBe(200.0, 4.0);
    }

    [Fact]
    public void Run_ArcThatIsNotThere_IsCalledUnidentified()
    {
        var three = Circuit.Parse("R0-p(R1,CPE1)-p(R2,CPE2)-p(R3,CPE3)");

        CircuitFitResult fit = CircuitFit.Run(three, SyntheticSpectra.Make(TwoArcs, Values, Frequencies, 0.01));

        fit.Parameters.ShouldContain(parameter => parameter.Status != ParameterStatus.Fitted);
        fit.Warnings.ShouldContain(warning => warning.Code == "unidentified" || warning.Code == "at-lower-bound" || warning.Code == "at-upper-bound");
        fit.Covariance.ShouldAllBe(value => double.IsFinite(value));
    }

    [Fact]
    public void Run_WrongCircuit_LeavesPatternedResiduals() =>
        CircuitFit.Run(Circuit.Parse("R0-p(R1,CPE1)"), SyntheticSpectra.Make(TwoArcs, Values, Frequencies, 0.001))
            .Warnings.ShouldContain(warning => warning.Code == "patterned-residuals");

    [Fact]
    public void Total_OfArcs_UsesTheCovariance()
    {
        CircuitFitResult fit = CircuitFit.Run(TwoArcs, SyntheticSpectra.Make(TwoArcs, [10.0, 50.0, 1e-6, 0.8, 200.0, 2e-6, 0.8], Frequencies, 0.005));

        Quantity total = fit.Total("R1", "R2");

        total.Value.ShouldBe(fit["R1"].Value + fit["R2"].Value, 1e-9);
        double independent = Math.Sqrt(Math.Pow(fit["R1"].StandardUncertainty!.Value, 2) + Math.Pow(fit["R2"].StandardUncertainty!.Value, 2));
        total.Uncertainty.ShouldBeLessThan(0.5 * independent, "overlapping arcs are anticorrelated");
        Should.Throw<ArgumentException>(() => fit.Total("CPE1.n")).Message.ShouldContain("not in Ω");
    }

    [Fact]
    public void Run_FewerDataThanParameters_IsRefused()
    {
        Spectrum spectrum = SyntheticSpectra.Make(TwoArcs, Values, [1e5, 1e3, 10.0]);

        Should.Throw<InputException>(() => CircuitFit.Run(TwoArcs, spectrum)).Message.ShouldContain("3 points give 6 numbers for 7 free parameters");
    }

    [Fact]
    public void Run_FewerPointsThanParameters_Warns() =>
        CircuitFit.Run(TwoArcs, SyntheticSpectra.Make(TwoArcs, Values, SyntheticSpectra.Frequencies(1e6, 0.1, 5), 0.001))
            .Warnings.ShouldContain(warning => warning.Code == "fewer-points-than-parameters");

    [Fact]
    public void Run_EmptySpectrum_IsRefused() =>
        Should.Throw<InputException>(() => CircuitFit.Run(TwoArcs, ReferenceCases.Of([], []))).Message.ShouldContain("there are no points");

    [Fact]
    public void Run_RepeatedAndUnsortedFrequencies_WarnsAndFits()
    {
        Spectrum spectrum = SyntheticSpectra.Make(TwoArcs, Values, [.. Frequencies, .. Frequencies.Take(20)], 0.002);

        CircuitFitResult fit = CircuitFit.Run(TwoArcs, spectrum);

        fit.Warnings.Select(warning => warning.Code).ShouldBe(["unsorted-frequencies", "duplicated-frequencies"], ignoreOrder: true);
        fit["R2"].Value.ShouldBe(200.0, 5.0 * fit["R2"].StandardUncertainty!.Value);
    }

    /// <summary>A file that holds −Z″ in the place of Z″: every number stays finite, and a warning names what is odd.</summary>
    [Fact]
    public void Run_PositiveImaginaryThroughout_WarnsAndStaysFinite()
    {
        Spectrum spectrum = SyntheticSpectra.Make(TwoArcs, Values, Frequencies, 0.002);

        CircuitFitResult fit = CircuitFit.Run(TwoArcs, ReferenceCases.Of(spectrum.Frequency, [.. spectrum.Impedance.Select(System.Numerics.Complex.Conjugate)]));

        fit.Warnings.ShouldContain(warning => warning.Code == "positive-imaginary-throughout");
        fit.Parameters.ShouldAllBe(parameter => double.IsFinite(parameter.Value) && (parameter.StandardUncertainty == null || double.IsFinite(parameter.StandardUncertainty.Value)));
        fit.Covariance.Concat(fit.Correlation).ShouldAllBe(value => double.IsFinite(value));
    }

    /// <summary>Noise-free data of any circuit: the fit ends soon, meets the same minimum again and does not call round-off a pattern.</summary>
    [Theory]
    [InlineData("R0-p(R1,C1)", new[] { 10.0, 100.0, 1e-6 })]
    [InlineData("p(R1,CPE1)-CPE2", new[] { 1500.0, 1e-9, 0.9, 1e-6, 0.85 })]
    [InlineData("R0-TL2", new[] { 1.0, 200.0, 40.0, 1e-4, 0.9 })]
    public void Run_ExactData_IsReproducedAndWithoutPattern(string text, double[] values)
    {
        Circuit circuit = Circuit.Parse(text);

        CircuitFitResult fit = CircuitFit.Run(circuit, SyntheticSpectra.Make(circuit, [.. values], Frequencies));

        fit.Search.StartsAtBest.ShouldBeGreaterThanOrEqualTo(2);
        fit.Warnings.Select(warning => warning.Code).ShouldNotContain("patterned-residuals");
        fit.Parameters.Zip(values).ShouldAllBe(pair => Math.Abs(pair.First.Value - pair.Second) < 1e-5 * pair.Second);
    }

    /// <summary>A spectrum does not say which rail is the ionic one: the greater resistance has that name, or the guess decides.</summary>
    [Theory]
    [InlineData(null, null, 200.0, 40.0)]
    [InlineData(30.0, 150.0, 40.0, 200.0)]
    public void Run_RailsThatMayBeExchanged_HaveTheirNamesFromSizeOrGuess(double? ionic, double? electronic, double expectedIonic, double expectedElectronic)
    {
        var circuit = Circuit.Parse("R0-TL2");
        var options = new CircuitFitOptions { Parameters = [new("TL2.R") { Start = ionic }, new("TL2.Re") { Start = electronic }] };

        CircuitFitResult fit = CircuitFit.Run(circuit, SyntheticSpectra.Make(circuit, [1.0, 40.0, 200.0, 1e-4, 0.9], Frequencies), options);

        fit["TL2.R"].Value.ShouldBe(expectedIonic, 1e-3);
        fit["TL2.Re"].Value.ShouldBe(expectedElectronic, 1e-3);
    }

    [Theory]
    [InlineData("R9", null, null, null, "there is no parameter 'R9'")]
    [InlineData("CPE1.n", 1.5, null, null, "from 0 to 1")]
    [InlineData("R1", -5.0, null, null, "above 0 Ω")]
    [InlineData("R1", null, 100.0, 10.0, "do not increase")]
    public void Run_SettingOutOfRange_SaysWhatIsAllowed(string name, double? start, double? lower, double? upper, string problem)
    {
        var options = new CircuitFitOptions { Parameters = [new(name) { Start = start, Lower = lower, Upper = upper }] };

        Should.Throw<InputException>(() => CircuitFit.Run(TwoArcs, SyntheticSpectra.Make(TwoArcs, Values, Frequencies), options)).Message.ShouldContain(problem);
    }

    [Fact]
    public void Run_SharingThatHasNoMeaning_IsRefused()
    {
        Spectrum spectrum = SyntheticSpectra.Make(TwoArcs, Values, Frequencies);
        CircuitFitResult Fit(params ImmutableArray<ParameterSetting> settings) => CircuitFit.Run(TwoArcs, spectrum, new CircuitFitOptions { Parameters = settings });

        Should.Throw<InputException>(() => Fit(new ParameterSetting("R1") { SharedWith = "CPE1.n" })).Message.ShouldContain("not of one kind");
        Should.Throw<InputException>(() => Fit(new("R1") { SharedWith = "R2" }, new("R2") { SharedWith = "R0" })).Message.ShouldContain("none of its own");
        Should.Throw<InputException>(() => Fit(new("R1") { Fixed = 1.0 }, new("R1") { Fixed = 2.0 })).Message.ShouldContain("set twice");
        Should.Throw<InputException>(() => Fit([.. TwoArcs.Parameters.Select((parameter, p) => new ParameterSetting(parameter.Name) { Fixed = Values[p] })]))
            .Message.ShouldContain("nothing to fit");
    }

    [Fact]
    public void Run_WeightsThatCannotBeMade_SaysWhichPoint()
    {
        Spectrum spectrum = ReferenceCases.Of([1.0, 2.0, 3.0], [new(1.0, -1.0), new(0.0, 0.0), new(1.0, -2.0)]);
        Circuit circuit = Circuit.Parse("R0-C1");

        Should.Throw<InputException>(() => CircuitFit.Run(circuit, spectrum)).Message.ShouldContain("|Z| is 0 at 2 Hz");
        Should.Throw<InputException>(() => CircuitFit.Run(circuit, spectrum, new CircuitFitOptions { Weighting = Weighting.Proportional })).Message.ShouldContain("Z' is 0");
        Should.Throw<InputException>(() => CircuitFit.Run(circuit, spectrum, new CircuitFitOptions { Weighting = Weighting.Stated })).Message.ShouldContain("one for each point");
        CircuitFit.Run(circuit, spectrum, new CircuitFitOptions { Weighting = Weighting.Unit }).SumOfSquares.ShouldBeGreaterThan(0.0);
    }

    [Fact]
    public void Run_Cancelled_Stops() => Should.Throw<OperationCanceledException>(() => CircuitFit.Run(
        TwoArcs, SyntheticSpectra.Make(TwoArcs, Values, Frequencies), cancellation: new CancellationToken(canceled: true)));
}
