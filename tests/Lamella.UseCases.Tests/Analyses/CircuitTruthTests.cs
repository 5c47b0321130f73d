using System.Collections.Immutable;
using System.Globalization;
using Lamella.Analysis.Arrhenius;
using Lamella.Analysis.Impedance.Circuits;
using Lamella.Analysis.Impedance.Fitting;
using Lamella.Analysis.Techniques;
using Lamella.Cells.Running;
using Lamella.Cells.Spectra;
using Lamella.Core;
using static Lamella.UseCases.Tests.Analyses.SimulatedSpectra;

namespace Lamella.UseCases.Tests.Analyses;

/// <summary>Circuits, conductivities and activation energies of simulated cells with noise: what went in comes out within the stated uncertainty.</summary>
[Trait("Level", "identity")]
public sealed class CircuitTruthTests
{
    private const int Repeats = 25;
    private const double Student = 2.571; // 95 % for eight temperatures and three parameters
    private const int MostMisses = 4; // of 25 repeats a true 95 % interval misses 5 or more once in 125 cases

    /// <summary>A ceramic between steel discs, 0.5 mS/cm at 25 °C and 0.36 eV in σ, as examples/cells/ss-se-ss.yaml describes it.</summary>
    [Fact]
    public void Arrhenius_BlockingSeries_GivesConductivityAndEnergyBack()
    {
        double[] celsius = [0.0, 20.0, 40.0, 60.0, 80.0];
        CellSpectrum[] truth = [.. celsius.Select(t => Simulate("ss-se-ss.yaml", t + 273.15, from: 1e8, to: 1.0))];
        (int energyMissed, int conductivityMissed) = (0, 0);
        for (ulong seed = 1; seed <= Repeats; seed++)
        {
            ImmutableArray<NamedMeasurement> series =
                [.. truth.Select((one, k) => NamedMeasurement.Of(string.Create(CultureInfo.InvariantCulture, $"ss-{celsius[k]}degC"), Measured(one.Spectrum, (100 * seed) + (ulong)k)))];
            var technique = new ArrheniusTechnique();

            AnalysisOutcome outcome = technique.Run(series, TechniqueSettings.For(
                technique, ("circuit", "p(R1,C1)-C2"), ("thickness", "1 mm"), ("diameter", "10 mm"), ("form", "sigma"), ("state", "effective-in-host")));

            energyMissed += Holds(outcome, "activation_energy", 0.36) ? 0 : 1;
            conductivityMissed += Holds(outcome, "conductivity_predicted", 0.5) ? 0 : 1;
        }

        energyMissed.ShouldBeLessThanOrEqualTo(MostMisses);
        conductivityMissed.ShouldBeLessThanOrEqualTo(MostMisses);
    }

    /// <summary>A conductor of Vogel's law between steel discs, B = 900 K and T₀ = 200 K: the law is preferred to Arrhenius', and both come back.</summary>
    [Fact]
    public void Arrhenius_SeriesOfAPolymer_GivesVogelsLawBack()
    {
        using var workspace = new Workspace();
        string text = File.ReadAllText(Path.Combine(Workspace.Examples, "cells", "ss-se-ss.yaml")).Replace("activation energy: 0.36 eV", "vtf: {B: 900 K, T0: 200 K}", StringComparison.Ordinal);
        string cell = Path.Combine(workspace.Study("polymer", ("cell.yaml", text)), "cell.yaml");
        double[] celsius = [0.0, 10.0, 20.0, 30.0, 45.0, 60.0, 75.0, 90.0];
        CellSpectrum[] truth = [.. celsius.Select(t => Simulate(cell, t + 273.15, from: 1e8, to: 1.0))];
        (int decayMissed, int vanishingMissed) = (0, 0);
        for (ulong seed = 1; seed <= Repeats; seed++)
        {
            ImmutableArray<ConductivityPoint> points = [.. truth.Select((one, k) =>
            {
                CircuitFitResult fit = CircuitFit.Run(Circuit.Parse("p(R1,C1)-C2"), Measured(one.Spectrum, (100 * seed) + (ulong)k));
                return new ConductivityPoint(celsius[k] + 273.15, 1.0 / fit["R1"].Value, fit["R1"].StandardUncertainty!.Value / (fit["R1"].Value * fit["R1"].Value));
            })];

            TemperatureResult result = TemperatureAnalysis.Run(points, new ArrheniusOptions { Form = ConductivityForm.Sigma, Weighting = PointWeighting.Weighted });

            result.Preferred.Kind.ShouldBe(TemperatureLawKind.Vogel);
            LawParameter decay = result.Preferred["B"], vanishing = result.Preferred["T0"];
            decayMissed += Math.Abs(decay.Value - (900.0 * PhysicalConstants.GasConstant)) <= Student * decay.Uncertainty ? 0 : 1;
            vanishingMissed += Math.Abs(vanishing.Value - 200.0) <= Student * vanishing.Uncertainty ? 0 : 1;
        }

        decayMissed.ShouldBeLessThanOrEqualTo(MostMisses);
        vanishingMissed.ShouldBeLessThanOrEqualTo(MostMisses);
    }

    /// <summary>Lithium on both sides of a polymer: resistance of the charge transfer, of the electrolyte and of the salt's diffusion.</summary>
    [Fact]
    public void Circuit_SymmetricCell_GivesChargeTransferAndElectrolyteBack()
    {
        // Until the salt has come to rest, on a mesh so fine that what it keeps of the diffusion at high frequency is below the noise.
        CellSpectrum truth = Simulate("li-peo-li.yaml", to: 1e-5, cellsPerLayer: 400);
        double transfer = Resistance(truth, SpectrumProcess.ChargeTransfer);
        Circuit circuit = Circuit.Parse("R0-p(C1,R1-Ws1)");
        (int transferMissed, int electrolyteMissed) = (0, 0);
        for (ulong seed = 1; seed <= Repeats; seed++)
        {
            CircuitFitResult fit = CircuitFit.Run(circuit, Measured(truth.Spectrum, seed));

            transferMissed += fit["R1"].Low <= transfer && transfer <= fit["R1"].High ? 0 : 1;
            electrolyteMissed += fit["R0"].Low <= truth.Spectrum.Real[0] && truth.Spectrum.Real[0] <= fit["R0"].High ? 0 : 1;
            fit["Ws1.R"].Value.ShouldBe(truth.Spectrum.Real[^1] - truth.Spectrum.Real[0] - transfer, 0.01 * truth.Spectrum.Real[^1]);
        }

        transferMissed.ShouldBeLessThanOrEqualTo(MostMisses);
        electrolyteMissed.ShouldBeLessThanOrEqualTo(MostMisses);
    }

    private static bool Holds(AnalysisOutcome outcome, string key, double truth)
    {
        FoundQuantity found = outcome.Quantities.Single(quantity => quantity.Key == key);
        return found.Low <= truth && truth <= found.High;
    }
}
