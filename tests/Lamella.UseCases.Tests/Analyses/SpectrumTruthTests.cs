using Lamella.Analysis.Impedance.Relaxation;
using Lamella.Analysis.Impedance.Validity;
using Lamella.Cells.Running;
using Lamella.Cells.Spectra;
using static Lamella.UseCases.Tests.Analyses.SimulatedSpectra;

namespace Lamella.UseCases.Tests.Analyses;

/// <summary>Spectra of described cells, with the noise of an instrument: what went in comes out within the stated uncertainty.</summary>
[Trait("Level", "identity")]
public sealed class SpectrumTruthTests
{
    private const int Repeats = 25;

    [Theory]
    [InlineData("li-peo-li.yaml")]
    [InlineData("li-gel-li.yaml")]
    [InlineData("li-ncm.yaml")]
    [InlineData("ss-se-ss.yaml")]
    public void KramersKronig_SpectrumOfACell_IsConsistent(string cell)
    {
        CellSpectrum truth = Simulate(cell);
        for (ulong seed = 1; seed <= Repeats; seed++)
        {
            KramersKronigResult result = KramersKronigTest.Run(Measured(truth.Spectrum, seed));

            result.Verdict.ShouldBe(KramersKronigVerdict.Consistent, $"seed {seed}: {result.Statement}");
            result.Fit.RelativeScatter.ShouldBeInRange(0.8 * Noise, 1.4 * Noise); // the order pays for each term, so a little may stay undescribed
        }
    }

    [Theory]
    [InlineData("li-peo-li.yaml")]
    [InlineData("li-gel-li.yaml")]
    public void RelaxationTimes_SymmetricCell_FindsElectrolyteAndChargeTransfer(string cell)
    {
        CellSpectrum truth = Simulate(cell);
        double transfer = Resistance(truth, SpectrumProcess.ChargeTransfer);

        // The mesh of the simulation keeps 0.5 % of the diffusion up to infinite frequency, so R∞ is what the cell shows there.
        double fastest = truth.Spectrum.Real[0];
        int electrolyte = 0, electrodes = 0;
        for (ulong seed = 1; seed <= Repeats; seed++)
        {
            RelaxationResult result = RelaxationAnalysis.Run(Measured(truth.Spectrum, seed));

            RelaxationPeakRecord largest = result.Peaks.MaxBy(peak => peak.Area)!;
            largest.Area.ShouldBe(transfer, 0.01 * transfer, result.Circuit.Text);
            electrodes += largest.AreaLower <= transfer && transfer <= largest.AreaUpper ? 1 : 0;
            electrolyte += Math.Abs(result.SeriesResistance - fastest) < 2.0 * result.SeriesResistanceStandardUncertainty ? 1 : 0;
        }

        // Of 25 repeats a true 95 % interval misses 5 or more once in 125 cases.
        electrodes.ShouldBeGreaterThanOrEqualTo(21);
        electrolyte.ShouldBeGreaterThanOrEqualTo(21);
    }

    [Fact]
    public void RelaxationTimes_BlockingCell_FindsTheElectrolyteBesideTheTail()
    {
        CellSpectrum truth = Simulate("ss-se-ss.yaml");
        double conduction = Resistance(truth, SpectrumProcess.IonicConduction);

        RelaxationResult result = RelaxationAnalysis.Run(Measured(truth.Spectrum, 3));

        (result.SeriesResistance + result.PolarisationResistance).ShouldBe(conduction, 0.01 * conduction);
        result.TailExponent!.Value.ShouldBe(1.0, 0.01);
    }
}
