using System.Collections.Immutable;
using Lamella.Analysis.Techniques;
using Lamella.Analysis.Transference;
using Lamella.Cells.Description;
using Lamella.Cells.Experiments;
using Lamella.Cells.Protocols;
using Lamella.Cells.Running;
using Lamella.Core;
using Lamella.Core.Measurements;
using Lamella.Numerics.Random;
using Lamella.UseCases.Running;

namespace Lamella.UseCases.Tests.Analyses;

/// <summary>What goes into the cell laboratory comes out of the analysis, within the uncertainty that the analysis states.</summary>
/// <remarks>The runs carry no noise; noise of an instrument is added here with seeds, so that intervals mean something.</remarks>
[Trait("Level", "reference")]
public sealed class SimulatedTruthTests
{
    private const double MicroamperePerSquareCentimetre = 0.01; // [A/m²]

    [Fact]
    public void Transference_PolarisedPolymerCell_FindsTheRatioOfItsSalt()
    {
        RunReport report = Run("li-peo-li.yaml", new BruceVincent());
        var layer = (BinaryLayer)report.Cell.Layers[0];
        double temperature = report.Run.Series.Temperature[0], salt = layer.RestConcentration;
        double newman = BruceVincentMethod.NewmanNumber(
            layer.Conductivity.At(salt, temperature), layer.Diffusivity.At(salt, temperature), salt,
            layer.TransferenceNumber.At(salt, temperature), layer.ThermodynamicFactor.At(salt, temperature), temperature);
        double truth = 1.0 / (1.0 + newman);

        int covered = Count(10, seed =>
        {
            ImmutableArray<NamedMeasurement> measured =
            [
                NamedMeasurement.Of("hold", Noisy(report.Run.Series, 0.0, 1e-3, 1000 * seed)),
                .. report.Run.Spectra.Select((spectrum, i) => NamedMeasurement.Of($"spectrum {i}", Noisy(spectrum.Spectrum, 1e-3, (1000 * seed) + 1 + (ulong)i))),
            ];
            return Interval(Analyse("transference", measured), "current_ratio") is var (low, high) && low <= truth && truth <= high;
        });

        covered.ShouldBeGreaterThanOrEqualTo(8); // of 10 at 95 %
    }

    [Fact]
    public void StabilityWindow_GelOnSteel_FindsWhereItsReactionsCarryTheCurrent()
    {
        RunReport report = Run("li-inert.yaml", new LinearSweep { Rate = 1e-4 });
        var steel = (InertElectrode)report.Cell.Positive;
        double thermal = PhysicalConstants.ThermalVoltage(298.15);
        double Faradaic(double voltage) => steel.Reactions.Sum(reaction => reaction.ExchangeCurrentDensity * Math.Exp(reaction.TransferCoefficient * (voltage - reaction.Potential) / thermal));

        AnalysisOutcome outcome = Analyse("stability-window", [NamedMeasurement.Of("sweep", report.Run.Series)], ("area", Area(report)));

        outcome.Warnings.ShouldNotContain(warning => warning.Code == "not-a-sweep");

        // The capacitive current of 20 µF/cm² at 0.1 mV/s is 2 nA/cm², taken away with the baseline.
        foreach (double level in new[] { 1.0, 5.0, 10.0 })
        {
            double limit = Value(outcome, FormattableString.Invariant($"limit_at_{level}_uA_per_cm2_without_baseline"));
            Faradaic(limit).ShouldBe(level * MicroamperePerSquareCentimetre, 0.02 * level * MicroamperePerSquareCentimetre);
        }

        Value(outcome, "largest_capacitance").ShouldBe(20.0, 1.5); // the trace of water adds to it
    }

    [Fact]
    public void Tafel_SlowChargeTransfer_FindsTheExchangeCurrentAndTheResistance()
    {
        RunReport report = Run("li-gel-li.yaml", new TafelScan { Amplitude = 0.3, Rate = 5e-4 });
        ImmutableArray<double> voltage = [.. report.Stages.SelectMany(stage => stage.Run.Series.Voltage)], current = [.. report.Stages.SelectMany(stage => stage.Run.Series.Current)];

        int covered = Count(10, seed =>
        {
            var generator = new SeededGenerator(seed);
            var sweep = new Sweep(report.Run.Series.Provenance, [.. voltage.Select(v => v + (3e-4 * generator.NextNormal()))], current, []);
            AnalysisOutcome outcome = Analyse(
                "tafel", [NamedMeasurement.Of("both branches", sweep)], ("area", Area(report)), ("temperature", "25 degC"), ("faces", "2"), ("fit-resistance", "on"));
            return Interval(outcome, "exchange_current_butler_volmer") is var (low, high) && low <= 0.05 && 0.05 <= high;
        });

        covered.ShouldBeGreaterThanOrEqualTo(8);
    }

    /// <summary>150 µm of polymer: the salt moves during the sweep, and a fit of steady kinetics would give twice the exchange current that went in.</summary>
    [Fact]
    public void Tafel_ThickPolymer_IsRefusedForItsConcentrationPolarisation()
    {
        RunReport report = Run("li-peo-li.yaml", new TafelScan());
        ImmutableArray<double> voltage = [.. report.Stages.SelectMany(stage => stage.Run.Series.Voltage)], current = [.. report.Stages.SelectMany(stage => stage.Run.Series.Current)];

        int refused = Count(10, seed =>
        {
            var generator = new SeededGenerator(seed);
            var sweep = new Sweep(report.Run.Series.Provenance, [.. voltage.Select(v => v + (1e-4 * generator.NextNormal()))], current, []);
            AnalysisOutcome outcome = Analyse(
                "tafel", [NamedMeasurement.Of("both branches", sweep)], ("area", Area(report)), ("temperature", "70 degC"), ("faces", "2"), ("fit-resistance", "on"));
            outcome.Quantities.ShouldAllBe(quantity => !quantity.Key.StartsWith("exchange_current"));
            return outcome.Warnings.Any(warning => warning.Code == "concentration-polarisation" && warning.Text.Contains("salt in front of the electrodes"));
        });

        refused.ShouldBe(10);
    }

    [Fact]
    public void ExchangeCurrent_SpectrumOfSlowChargeTransfer_FindsTheSameExchangeCurrent()
    {
        RunReport report = Run("li-gel-li.yaml", new BruceVincent { Hold = 60.0 });

        int covered = Count(10, seed => Interval(
            Analyse(
                "exchange-current", [NamedMeasurement.Of("spectrum", Noisy(report.Run.Spectra[0].Spectrum, 2e-3, seed))],
                ("area", Area(report)), ("temperature", "25 degC"), ("faces", "2")),
            "exchange_current") is var (low, high) && low <= 0.05 && 0.05 <= high);

        covered.ShouldBeGreaterThanOrEqualTo(8);
    }

    [Fact]
    public void Titration_OneParticlePerElectrode_FindsTheDiffusivityOfTheMaterial()
    {
        var titration = new Lamella.Cells.Experiments.Titration { Pulse = CurrentLoad.OfRate(0.02), PulseTime = 600.0, Rest = 7200.0, Pulses = 3 };
        RunReport report = Run("li-ncm.yaml", titration, "spm");
        ActiveParticles particles = report.Cell.PorousPositive!.Particles[0];
        double truth = 1e4 * particles.Material.Diffusivity.At(0.3, 298.15); // [cm²/s]

        AnalysisOutcome outcome = Analyse(
            "titration", [NamedMeasurement.Of("pulses", Noisy(report.Run.Series, 5e-6, 0.0, 1))],
            ("particle-radius", FormattableString.Invariant($"{1e6 * particles.Radius} um")), ("skip", "5 s"));

        (double low, double high) = Interval(outcome, "diffusivity_sphere");
        truth.ShouldBeInRange(low, high);
        Value(outcome, "diffusivity_textbook").ShouldBeLessThan(0.85 * truth); // τD/R² is 0.09
        Value(outcome, "diffusivity_sphere").ShouldBe(truth, 0.1 * truth);
    }

    [Fact]
    public void WarburgDiffusivity_OneParticlePerElectrode_NeedsTheAreaOfTheParticles()
    {
        RunReport report = Run("li-ncm.yaml", null, "spm", "Discharge at 0.2C for 1 h; Rest for 3 h; Measure impedance from 1 Hz to 3 mHz");
        PorousElectrode cathode = report.Cell.PorousPositive!;
        ActiveParticles particles = cathode.Particles[0];
        double content = Content(report, particles);
        double slope = (particles.Material.OpenCircuitPotential.At(content + 1e-4, 298.15) - particles.Material.OpenCircuitPotential.At(content - 1e-4, 298.15)) / 2e-4;
        double area = 3.0 * particles.VolumeFraction / particles.Radius * cathode.Thickness * report.Cell.Area;

        AnalysisOutcome outcome = Analyse(
            "warburg-diffusivity", [NamedMeasurement.Of("spectrum", report.Run.Spectra[0].Spectrum)],
            ("area", FormattableString.Invariant($"{1e4 * area} cm2")), ("from", "0.03 Hz"), ("to", "1 Hz"),
            ("molar-volume", FormattableString.Invariant($"{1e6 / particles.MaximumConcentration} cm3/mol")), ("voltage-slope", FormattableString.Invariant($"{slope} V")));

        double truth = 1e4 * particles.Material.Diffusivity.At(content, 298.15);
        Value(outcome, "diffusivity").ShouldBe(truth, 0.05 * truth);
    }

    private static RunReport Run(string cell, CellExperiment? experiment, string? model = null, string protocol = "") => RunCell.Run(new RunRequest
    {
        CellFile = Path.Combine(Workspace.Examples, "cells", cell),
        Experiment = experiment,
        Protocol = protocol.Replace("; ", "\n", StringComparison.Ordinal),
        StateOfCharge = protocol.Length > 0 ? 1.0 : null,
        Options = model is null ? new CellOptions() : new CellOptions { Model = model },
        CheckMesh = false,
    });

    private static AnalysisOutcome Analyse(string technique, ImmutableArray<NamedMeasurement> measurements, params IEnumerable<(string, string)> settings)
    {
        IAnalysisTechnique found = AnalysisTechniques.Find(technique);
        return found.Run(measurements, TechniqueSettings.For(found, settings));
    }

    private static int Count(int repeats, Func<ulong, bool> holds) => Enumerable.Range(1, repeats).Count(seed => holds((ulong)seed));

    private static (double Low, double High) Interval(AnalysisOutcome outcome, string key)
    {
        FoundQuantity found = outcome.Quantities.Single(quantity => quantity.Key == key);
        return (found.Low!.Value, found.High!.Value);
    }

    private static double Value(AnalysisOutcome outcome, string key) => outcome.Quantities.Single(quantity => quantity.Key == key).Value.Value;

    private static string Area(RunReport report) => FormattableString.Invariant($"{1e4 * report.Cell.Area} cm2");

    /// <summary>Mean content of the particles at the end of a discharge from the charged cell.</summary>
    private static double Content(RunReport report, ActiveParticles particles)
    {
        double charge = -report.Run.Steps.Sum(step => step.Charge), whole = PhysicalConstants.Faraday * report.Cell.PorousPositive!.Thickness * particles.VolumeFraction * particles.MaximumConcentration;
        return particles.ChargedStoichiometry + (charge / whole);
    }

    private static TimeSeries Noisy(TimeSeries series, double volts, double relativeCurrent, ulong seed)
    {
        var generator = new SeededGenerator(seed);
        return new TimeSeries(
            series.Provenance, series.Time, [.. series.Current.Select(i => i * (1.0 + (relativeCurrent * generator.NextNormal())))],
            [.. series.Voltage.Select(v => v + (volts * generator.NextNormal()))], series.Temperature, series.Step, series.Cycle);
    }

    private static Spectrum Noisy(Spectrum spectrum, double relative, ulong seed)
    {
        var generator = new SeededGenerator(seed);
        return new Spectrum(spectrum.Provenance, spectrum.Frequency, [.. spectrum.Impedance.Select(z =>
            z + (z.Magnitude * relative * new System.Numerics.Complex(generator.NextNormal(), generator.NextNormal())))]);
    }
}
