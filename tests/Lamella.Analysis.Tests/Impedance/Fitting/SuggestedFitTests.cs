using Lamella.Analysis.Impedance.Circuits;
using Lamella.Analysis.Impedance.Fitting;
using Lamella.Core.Errors;
using Lamella.Core.Measurements;

namespace Lamella.Analysis.Tests.Impedance.Fitting;

[Trait("Level", "unit")]
public sealed class SuggestedFitTests
{
    [Fact]
    public void Run_TwoArcs_FindsThemWithoutACircuit()
    {
        Circuit truth = Circuit.Parse("R0-p(R1,CPE1)-p(R2,CPE2)");
        Spectrum spectrum = SyntheticSpectra.Make(truth, [50.0, 200.0, 3e-6, 0.9, 800.0, 2e-4, 0.85], SyntheticSpectra.Frequencies(1e5, 1e-2, 61), 0.002);

        CircuitFitResult fit = SuggestedFit.Run(spectrum);

        fit.Circuit.Text.ShouldBe(truth.Text);
        fit["R1"].Value.ShouldBe(200.0, 4.0 * fit["R1"].StandardUncertainty!.Value);
        fit["R2"].Value.ShouldBe(800.0, 4.0 * fit["R2"].StandardUncertainty!.Value);
    }

    [Fact]
    public void Run_TooFewFrequencies_IsRefused()
    {
        Spectrum spectrum = SyntheticSpectra.Make(Circuit.Parse("R0-C1"), [50.0, 1e-6], [1.0, 10.0, 100.0]);

        Should.Throw<InputException>(() => SuggestedFit.Run(spectrum)).Message.ShouldContain("too few");
    }
}
