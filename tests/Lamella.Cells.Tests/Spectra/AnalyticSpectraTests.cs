using System.Collections.Immutable;
using System.Numerics;
using Lamella.Cells.Description;
using Lamella.Cells.Running;
using Lamella.Cells.Spectra;
using Lamella.Cells.Tests.Continuum;
using Lamella.Core;

namespace Lamella.Cells.Tests.Spectra;

/// <summary>Spectra against circuits and diffusion elements in closed form.</summary>
public sealed class AnalyticSpectraTests
{
    private const double Kelvin = 298.15;
    private static readonly double ThermalVoltage = PhysicalConstants.ThermalVoltage(Kelvin);

    private static ImmutableArray<double> Frequencies { get; } = FrequencySweep.Logarithmic(1e7, 1e-3, 4);

    /// <summary>Two ceramics between ideal electrodes: Σ R/(1 + iωRC) with C = ε₀ε/L.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Measure_GeometricCapacitance_GivesOneArcPerLayer()
    {
        CellDescription cell = ReferenceCells.Symmetric(Ceramic(3e-4, 0.05, 40.0), Ceramic(1e-5, 0.001, 100.0)) with
        {
            Negative = ReferenceCells.Foil(1e9),
            Positive = ReferenceCells.Foil(1e9),
        };

        double error = Error(cell, new CellOptions(), f => Arc(3e-4, 0.05, 40.0, f) + Arc(1e-5, 0.001, 100.0, f) + (2.0 * ThermalVoltage / 1e9));

        error.ShouldBeLessThan(1e-9);
    }

    /// <summary>Li | ceramic | Li: L/κ + Σ R_ct/(1 + iωR_ctC) + Σ R_film/(1 + iωR_filmC_film).</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Measure_LithiumWithDoubleLayerAndFilm_IsARandlesCircuit()
    {
        LithiumElectrode foil = ReferenceCells.Foil(10.0, film: 5e-3) with { DoubleLayerCapacitance = 0.2, FilmCapacitance = 1e-3 };
        CellDescription cell = ReferenceCells.Symmetric(Ceramic(3e-4, 0.05, 0.0)) with { Negative = foil, Positive = foil };

        double error = Error(
            cell, new CellOptions(), f => (3e-4 / 0.05) + (2.0 * Parallel(ThermalVoltage / 10.0, 0.2, f)) + (2.0 * Parallel(5e-3, 1e-3, f)));

        error.ShouldBeLessThan(1e-9);
    }

    /// <summary>Li | binary | Li: the salt adds 4RT(1 − t₊)²χ·(L/2)/(F²Dc)·tanh z/z with z² = iωε(L/2)²/D (Warburg short).</summary>
    [Fact]
    [Trait("Level", "order")]
    public void Measure_BinaryLayer_IsARandlesCircuitWithAShortWarburg()
    {
        const double thickness = 50e-6, kappa = 0.1, diffusivity = 1e-11, transference = 0.3;
        LithiumElectrode foil = ReferenceCells.Foil(10.0) with { DoubleLayerCapacitance = 0.1 };
        CellDescription cell = ReferenceCells.Symmetric(ReferenceCells.Binary("gel", thickness, kappa, diffusivity, transference)) with
        {
            Negative = foil,
            Positive = foil,
        };
        Complex Exact(double f)
        {
            Complex z = Complex.Sqrt(Shift(f) / diffusivity) * 0.5 * thickness;
            Complex tanh = z.Real > 20.0 ? Complex.One : Complex.Tanh(z);
            double low = 4.0 * ThermalVoltage * (1.0 - transference) * (1.0 - transference) * 0.5 * thickness
                / (PhysicalConstants.Faraday * diffusivity * 1000.0);
            return (thickness / kappa) + (2.0 * Parallel(ThermalVoltage / 10.0, 0.1, f)) + (low * tanh / z);
        }

        double plain = Error(cell, SpectrumOptions.FineMesh, Exact), high = 1e-2;
        double coarse = Error(cell, Uniform(20), Exact, 0.0, high), middle = Error(cell, Uniform(40), Exact, 0.0, high), fine = Error(cell, Uniform(80), Exact, 0.0, high);

        TestContext.Current.SendDiagnosticMessage($"short Warburg: {plain:E2} on the mesh for spectra; {coarse:E2}, {middle:E2}, {fine:E2}");
        plain.ShouldBeLessThan(5e-3);
        Math.Log2(coarse / middle).ShouldBeInRange(1.8, 2.2);
        Math.Log2(middle / fine).ShouldBeInRange(1.8, 2.2);
    }

    /// <summary>Spheres: R_ct beside C_dl, with U′·R/(D·F·c_max)·tanh q/(q − tanh q), q² = iωR²/D (Warburg open in a sphere).</summary>
    [Fact]
    [Trait("Level", "order")]
    public void Measure_Particles_AreAnOpenWarburgInASphere()
    {
        CellDescription cell = ReferenceSpectra.Xu2019 with { Negative = ReferenceCells.Foil(1e9) };
        PorousElectrode electrode = cell.PorousPositive!;
        ActiveParticles particles = electrode.Particles[0];
        double surface = 3.0 * particles.VolumeFraction / particles.Radius * electrode.Thickness;
        Complex Exact(double f) => (ThermalVoltage / 1e9)
            + (1.0 / (surface * ((1.0 / LinearCell.Faradaic(particles, Shift(f), null)) + (Shift(f) * electrode.DoubleLayerCapacitance))));
        CellOptions Shells(int count) => new() { Model = CellModels.SingleParticle, Shells = count, ShellGrading = 0.0 };

        double plain = Error(cell, SpectrumOptions.FineMesh with { Model = CellModels.SingleParticle }, Exact), high = 4e-3;
        double coarse = Error(cell, Shells(20), Exact, 0.0, high), middle = Error(cell, Shells(40), Exact, 0.0, high), fine = Error(cell, Shells(80), Exact, 0.0, high);

        TestContext.Current.SendDiagnosticMessage($"open Warburg: {plain:E2} on the mesh for spectra; {coarse:E2}, {middle:E2}, {fine:E2}");
        plain.ShouldBeLessThan(5e-3);
        Math.Log2(coarse / middle).ShouldBeInRange(1.7, 2.3);
        Math.Log2(middle / fine).ShouldBeInRange(1.7, 2.3);
    }

    /// <summary>
    /// A porous electrode that only stores charge: R·coth ν/ν with R = L/κ and ν² = iωRC; at low frequency its real part is
    /// R/3 (de Levie; R_ion/3).
    /// </summary>
    [Fact]
    [Trait("Level", "order")]
    public void Measure_PorousElectrodeWithoutReaction_IsATransmissionLine()
    {
        const double kappa = 0.02, separator = 2.5e-4;
        CellDescription half = ReferenceCells.Xu2019.WithMaterial(material => material with
        {
            Kinetics = material.Kinetics with { ReferenceExchangeCurrentDensity = 1e-12 },
        });
        PorousElectrode electrode = half.PorousPositive! with
        {
            Pores = Ceramic(0.0, kappa, 0.0),
            ElectronicConductivity = 1e9,
            DoubleLayerCapacitance = 0.2,
        };
        CellDescription cell = half with { Negative = ReferenceCells.Foil(1e9), Layers = [Ceramic(separator, 0.05, 0.0)], Positive = electrode };
        double ionic = electrode.Thickness / kappa;
        double stored = 3.0 * electrode.Particles[0].VolumeFraction / electrode.Particles[0].Radius * electrode.Thickness * 0.2;
        Complex Line(double f)
        {
            Complex nu = Complex.Sqrt(Shift(f) * ionic * stored);
            return ionic / nu / (nu.Real > 20.0 ? Complex.One : Complex.Tanh(nu));
        }

        Complex Exact(double f) => (separator / 0.05) + (ThermalVoltage / 1e9) + Line(f);
        double plain = Error(cell, SpectrumOptions.FineMesh, Exact, 1e-2), low = 1.0, high = 1e3;
        double coarse = Error(cell, Pores(20), Exact, low, high), middle = Error(cell, Pores(40), Exact, low, high), fine = Error(cell, Pores(80), Exact, low, high);
        CellSpectrum slow = Measure(cell, new CellOptions(), [1e-2]);

        TestContext.Current.SendDiagnosticMessage(
            $"transmission line: {plain:E2} on the mesh for spectra; {coarse:E2}, {middle:E2}, {fine:E2}; real part {slow.Spectrum.Real[0] * cell.Area - (separator / 0.05):G5} of {ionic / 3.0:G5}");
        plain.ShouldBeLessThan(5e-3);
        ((slow.Spectrum.Real[0] * cell.Area) - (separator / 0.05)).ShouldBe(ionic / 3.0, 5e-3 * ionic / 3.0);
        Math.Log2(coarse / middle).ShouldBeInRange(1.8, 2.2);
        Math.Log2(middle / fine).ShouldBeInRange(1.8, 2.2);
    }

    private static CellOptions Uniform(int cells) => new() { CellsPerLayer = cells, LayerGrading = 0.0 };

    private static CellOptions Pores(int cells) => new() { ElectrodeCells = cells, ElectrodeGrading = 0.0 };

    private static SingleIonLayer Ceramic(double thickness, double conductivity, double permittivity) => new()
    {
        Name = FormattableString.Invariant($"ceramic {1e6 * thickness} um"),
        Thickness = thickness,
        Conductivity = ReferenceCells.Constant(conductivity),
        RelativePermittivity = permittivity,
    };

    private static Complex Shift(double frequency) => new(0.0, 2.0 * Math.PI * frequency);

    private static Complex Parallel(double resistance, double capacitance, double frequency) =>
        resistance / (1.0 + (Shift(frequency) * resistance * capacitance));

    private static Complex Arc(double thickness, double kappa, double permittivity, double frequency) =>
        Parallel(thickness / kappa, PhysicalConstants.VacuumPermittivity * permittivity / thickness, frequency);

    private static CellSpectrum Measure(CellDescription cell, CellOptions options, ImmutableArray<double> frequencies)
    {
        CellSimulator simulator = CellSimulator.Create(cell, Kelvin, options);
        CellSpectrum spectrum = CellSpectra.Measure(simulator, simulator.Equilibrium(1.0), frequencies);
        ReferenceSpectra.SplitError(spectrum).ShouldBeLessThan(1e-10);
        return spectrum;
    }

    /// <summary>Largest |Z/Z_exact − 1| between two frequencies.</summary>
    private static double Error(CellDescription cell, CellOptions options, Func<double, Complex> exact, double lowest = 0.0, double highest = 1e9)
    {
        ImmutableArray<double> frequencies = [.. Frequencies.Where(f => f >= lowest && f <= highest)];
        CellSpectrum spectrum = Measure(cell, options, frequencies);
        return frequencies.Zip(spectrum.Spectrum.Impedance).Max(p => Complex.Abs((p.Second * cell.Area / exact(p.First)) - 1.0));
    }
}
