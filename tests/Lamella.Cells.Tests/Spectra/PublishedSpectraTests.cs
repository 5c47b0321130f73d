using System.Collections.Immutable;
using System.Numerics;
using Lamella.Cells.Running;
using Lamella.Cells.Spectra;

namespace Lamella.Cells.Tests.Spectra;

/// <summary>Spectra against reference solutions on 80 cells and shells.</summary>
public sealed class PublishedSpectraTests
{
    [Theory]
    [InlineData("spm")]
    [InlineData("spme")]
    [Trait("Level", "published")]
    public void Measure_ReducedHalfCell_MeetsTheReferenceBelowOneKilohertz(string model)
    {
        (ImmutableArray<double> frequency, Complex[] reference) = ReferenceSpectra.Read($"e_eis_{model}_halfcell_xu2019_n80");
        CellSimulator simulator = CellSimulator.Create(ReferenceSpectra.Xu2019, 298.15, new CellOptions { Model = model });

        CellSpectrum spectrum = CellSpectra.Measure(simulator, simulator.Equilibrium(1.0), frequency);

        (double error, double where) = ReferenceSpectra.Worst(spectrum, reference, 1e3);
        (double high, double whereHigh) = ReferenceSpectra.Worst(spectrum, reference, 1e9);
        TestContext.Current.SendDiagnosticMessage($"{model}: {error:P3} at {where:G3} Hz, {high:P3} at {whereHigh:G3} Hz");
        for (int k = 0; k < frequency.Length; k += 8)
        {
            TestContext.Current.SendDiagnosticMessage($"{frequency[k]:G4} {spectrum.Spectrum.Impedance[k]} {reference[k]}");
        }

        error.ShouldBeLessThan(5e-3);
        ReferenceSpectra.SplitError(spectrum).ShouldBeLessThan(1e-10);
    }
}
