using System.Collections.Immutable;
using System.Numerics;
using Lamella.Cells.Description;
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

        var porous = (PorousElectrode)ReferenceSpectra.Xu2019.Positive;
        ActiveParticles particles = porous.Particles[0];
        double plain = 0.0, corrected = 0.0;
        for (int k = 0; k < frequency.Length && frequency[k] < 1e3; k++)
        {
            var shift = new Complex(0.0, 2.0 * Math.PI * frequency[k]);
            Complex Electrode(int? shells) => 1.0 / (ReferenceSpectra.Xu2019.Area * porous.Thickness * 3.0 * particles.VolumeFraction
                / particles.Radius * ((1.0 / LinearCell.Faradaic(particles, shift, shells)) + (shift * porous.DoubleLayerCapacitance)));
            Complex ours = spectrum.Spectrum.Impedance[k];
            plain = Math.Max(plain, Distance(ours, reference[k]));
            corrected = Math.Max(corrected, Distance(ours, reference[k] + Electrode(null) - Electrode(80)));
        }

        TestContext.Current.SendDiagnosticMessage(
            $"{model}: {plain:P3} from the reference, {corrected:P3} from it with exact particles");
        corrected.ShouldBeLessThan(5e-3);
        ReferenceSpectra.SplitError(spectrum).ShouldBeLessThan(1e-10);
    }

    /// <summary>
    /// The shells of the reference are equal; at 1 Hz diffusion reaches 40 nm into its outermost shell of 66 nm. What that
    /// does to the reference follows from a second route to the same impedance, with its shells and with exact particles.
    /// </summary>
    [Theory]
    [InlineData("chen2020")]
    [InlineData("marquis2019")]
    [Trait("Level", "published")]
    public void Measure_FullCell_MeetsTheReferenceBelowOneKilohertz(string name)
    {
        (ImmutableArray<double> frequency, Complex[] reference) = ReferenceSpectra.Read($"e_eis_dfn_{name}_n80");
        CellDescription cell = ReferenceSpectra.Full(name);
        CellSimulator simulator = CellSimulator.Create(cell, 298.15);
        LinearCell coarse = new(cell, 80, 80), exact = new(cell, 80, null);
        CellSpectrum spectrum = CellSpectra.Measure(simulator, simulator.Equilibrium(1.0), frequency);
        double plain = 0.0, asTheirs = 0.0, corrected = 0.0;
        for (int k = 0; k < frequency.Length && frequency[k] < 1e3; k += 2)
        {
            Complex theirs = coarse.Impedance(frequency[k]) / cell.Area, ours = spectrum.Spectrum.Impedance[k];
            Complex shells = (exact.Impedance(frequency[k]) / cell.Area) - theirs;
            plain = Math.Max(plain, Distance(ours, reference[k]));
            asTheirs = Math.Max(asTheirs, Distance(theirs, reference[k]));
            corrected = Math.Max(corrected, Distance(ours, reference[k] + shells));
        }

        TestContext.Current.SendDiagnosticMessage(
            $"{name}: {plain:P3} from the reference, {corrected:P3} from it with exact particles; the other route with its shells {asTheirs:P3}");
        ReferenceSpectra.SplitError(spectrum).ShouldBeLessThan(1e-10);
        asTheirs.ShouldBeLessThan(2e-3);
        corrected.ShouldBeLessThan(5e-3);
    }

    private static double Distance(Complex value, Complex reference) => Complex.Abs(value - reference) / Complex.Abs(reference);
}
