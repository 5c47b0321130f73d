using System.Collections.Immutable;
using Lamella.Analysis.Cycling;
using Lamella.Analysis.Plating;
using Lamella.Cells.Experiments;
using Lamella.Cells.Protocols;
using Lamella.Core.Measurements;
using Lamella.Instruments.Measurements;
using Lamella.Instruments.Reading;
using Lamella.Numerics.Random;
using Lamella.Tests;
using Lamella.UseCases.Running;

namespace Lamella.UseCases.Tests.Analyses;

/// <summary>Plating and cycling: what goes into the cell laboratory, or stands in the file of an instrument, comes out of the analysis.</summary>
[Trait("Level", "reference")]
public sealed class CyclingTruthTests
{
    private const double MilliampereHourPerSquareCentimetre = 3.6e4; // [C/m²]

    [Fact]
    public void Cycling_SimulatedCell_HasTheCapacitiesAndVoltagesOfTheLaboratory()
    {
        RunReport report = Run("li-ncm.yaml", new Lamella.Cells.Experiments.Cycling { Cycles = 3 }, "spm");

        CyclingResult result = CyclingAnalysis.Run([report.Run.Series]);

        ImmutableArray<ReportedRow> truth = report.Experiment!.Findings.Rows;
        double scale = MilliampereHourPerSquareCentimetre * report.Cell.Area;
        result.Cycles.Length.ShouldBe(truth.Length);
        for (int i = 0; i < truth.Length; i++)
        {
            // The laboratory integrates along its own solution; the record holds samples, which a cut-off ends between two.
            CycleRecord cycle = result.Cycles[i];
            (cycle.ChargeCapacity!.Value / scale).ShouldBe(truth[i].Values[0], 1e-3 * truth[i].Values[0]);
            (cycle.DischargeCapacity!.Value / scale).ShouldBe(truth[i].Values[1], 1e-3 * truth[i].Values[1]);
            cycle.CoulombicEfficiency!.Value.ShouldBe(truth[i].Values[2], 1e-3);
            cycle.EnergyEfficiency!.Value.ShouldBe(truth[i].Values[3], 2e-3);
            cycle.MeanChargeVoltage!.Value.ShouldBe(truth[i].Values[4], 2e-3);
            cycle.MeanDischargeVoltage!.Value.ShouldBe(truth[i].Values[5], 2e-3);
        }

        result.Curves.ShouldNotBeEmpty();
        foreach (DifferentialCurve curve in result.Curves)
        {
            CycleRecord cycle = result.Cycles[curve.Cycle - 1];
            double whole = curve.IsCharge ? cycle.ChargeCapacity!.Value : cycle.DischargeCapacity!.Value;
            (Math.Abs(curve.Capacity.Integral) + curve.LeftOut).ShouldBe(whole, 1e-9 * whole);
        }
    }

    [Fact]
    public void Cycling_SimulatedRateTest_TabulatesTheCapacitiesOfTheRates()
    {
        RunReport report = Run("li-ncm.yaml", new RateTest { Rates = [CurrentLoad.OfRate(0.2), CurrentLoad.OfRate(1.0), CurrentLoad.OfRate(3.0)] }, "spm");

        CyclingResult result = CyclingAnalysis.Run([.. report.Stages.Select(stage => stage.Run.Series)]);

        result.Rates.Length.ShouldBe(3);
        for (int i = 0; i < 3; i++) // the first stage charges the cell
        {
            double charge = Math.Abs(report.Stages[i + 1].Run.Steps[0].Charge) * report.Cell.Area;
            result.Rates[i].Capacity.Value.ShouldBe(charge, 1e-3 * charge);
        }

        (result.Rates[2].CRate / result.Rates[0].CRate).ShouldBe(15.0, 0.01);
    }

    /// <summary>Diffusion in particles limits this cell: n is near ½, and particles of twice the size need four times as long (τ is in proportion to R²/D).</summary>
    [Fact]
    public void Cycling_SimulatedRateTest_CharacteristicTimeGoesWithTheSquareOfTheParticles()
    {
        RateLawResult small = Law("5.22 um"), large = Law("10.44 um");

        foreach (RateLawResult law in new[] { small, large })
        {
            law.IsDetermined.ShouldBeTrue();
            law.Exponent.Value.ShouldBeInRange(0.45, 0.7);
        }

        double ratio = large.CharacteristicTime.Value / small.CharacteristicTime.Value;
        double relative = double.Hypot(large.CharacteristicTime.Uncertainty / large.CharacteristicTime.Value, small.CharacteristicTime.Uncertainty / small.CharacteristicTime.Value);
        ratio.ShouldBe(4.0, 2.0 * relative * ratio);
        relative.ShouldBeLessThan(0.1);

        RateLawResult Law(string radius)
        {
            using var workspace = new Workspace();
            string text = File.ReadAllText(Path.Combine(Workspace.Examples, "cells", "li-ncm.yaml")).Replace("  loading:", $"  particle radius: {radius}\n  loading:", StringComparison.Ordinal);
            string folder = workspace.Study("rates", ("cell.yaml", text));
            RunReport report = RunCell.Run(new RunRequest
            {
                CellFile = Path.Combine(folder, "cell.yaml"),
                Experiment = new RateTest { Rates = [.. new[] { 0.1, 0.2, 0.5, 1.0, 2.0, 3.0, 5.0, 8.0 }.Select(CurrentLoad.OfRate)] },
                Options = new Lamella.Cells.Running.CellOptions { Model = "spm" },
                CheckMesh = false,
            });
            return CyclingAnalysis.Run([.. report.Stages.Select(stage => stage.Run.Series)]).RateLaw.ShouldNotBeNull();
        }
    }

    [Fact]
    public void Plating_SimulatedCriticalCurrent_FindsNoShortAndItsVoltages()
    {
        RunReport report = Run("li-gel-li.yaml", new StrippingPlating { Currents = [.. new[] { 1.0, 2.0, 4.0, 8.0 }.Select(CurrentLoad.OfDensity)] });
        ImmutableArray<ReportedRow> truth = report.Experiment!.Findings.Rows;
        truth.ShouldAllBe(row => row.Note.Length == 0);

        PlatingResult result = PlatingAnalysis.Run([Noisy(report.Run.Series, 2e-4)], [], new PlatingOptions { Area = report.Cell.Area });

        result.Shorts.ShouldBeEmpty();
        result.Critical!.Ending.ShouldBe(CriticalEnding.NotReached);
        result.Critical.Critical.ShouldBe(8.0, 1e-6);
        (result.Critical.ArealCharge / MilliampereHourPerSquareCentimetre).ShouldBe(0.4, 1e-4);
        for (int i = 0; i < truth.Length; i++)
        {
            (1e3 * result.HalfCycles[2 * i].Final).ShouldBe(truth[i].Values[2], 1.0);
            (-1e3 * result.HalfCycles[(2 * i) + 1].Final).ShouldBe(truth[i].Values[3], 1.0);
        }
    }

    [Fact]
    public void Plating_SaltThatRunsOut_IsPolarisationAndNoShort()
    {
        RunReport report = Run("li-peo-li.yaml", new StrippingPlating { Currents = [.. new[] { 0.5, 1.0, 2.0, 4.0, 8.0, 16.0 }.Select(CurrentLoad.OfDensity)] });
        double sustained = report.Experiment!.Findings.Values[0].Value;
        report.Experiment.Findings.Rows[^1].Note.ShouldNotBeEmpty();

        PlatingResult result = PlatingAnalysis.Run([report.Run.Series], [], new PlatingOptions { Area = report.Cell.Area });

        result.Shorts.ShouldBeEmpty();
        result.Critical!.Ending.ShouldBe(CriticalEnding.Polarisation);
        (0.1 * result.Critical.Critical).ShouldBe(sustained, 1e-6);
    }

    [Fact]
    public void Plating_SimulatedReservoir_FindsTheLossThatWasPutIn()
    {
        var experiment = new AurbachEfficiency { Loss = 0.02, Cycles = 5, Reservoir = ChargeAmount.OfDensity(2.0 * MilliampereHourPerSquareCentimetre), Cycled = ChargeAmount.OfDensity(0.5 * MilliampereHourPerSquareCentimetre) };
        RunReport report = Run("li-cu.yaml", experiment);

        PlatingResult result = PlatingAnalysis.Run([report.Run.Series], [], new PlatingOptions { Area = report.Cell.Area, Cell = PlatingCell.Collector });

        EfficiencyResult efficiency = result.Efficiency!;
        efficiency.Method.ShouldBe(EfficiencyMethod.Reservoir);
        efficiency.Cycles.Length.ShouldBe(5);
        efficiency.Loss.Value.ShouldBe(0.02, 1e-4);
        efficiency.Conditioning!.Value.ShouldBe(0.98, 1e-3);
        result.Inventory!.NotStripped.ShouldBe(0.02 * result.Inventory.Plated, 1e-3 * result.Inventory.Plated);
        result.Shorts.ShouldBeEmpty();
    }

    [Fact]
    public void Plating_SimulatedCopperCycles_FindTheLossThatWasPutIn()
    {
        RunReport report = Run("li-cu.yaml", new FixedCapacityEfficiency { Loss = 0.05, Cycles = 3 });

        EfficiencyResult efficiency = PlatingAnalysis.Run([report.Run.Series], [], new PlatingOptions { Area = report.Cell.Area, Cell = PlatingCell.Collector }).Efficiency!;

        efficiency.Method.ShouldBe(EfficiencyMethod.Cumulative);
        efficiency.Loss.Value.ShouldBe(0.05, 1e-3);
        efficiency.Cycles.Length.ShouldBe(3);
    }

    [Fact]
    public void Cycling_FileOfAnArbin_HasTheCapacitiesOfTheInstrument()
    {
        // Largest Charge_Capacity and Discharge_Capacity of the file, as the manifest of the shared files states them [Ah].
        CyclingResult result = CyclingAnalysis.Run([Read("arbin_res/20160805_test001_45_cc_01.res")]);

        (result.Cycles.Max(cycle => cycle.ChargeCapacity)!.Value / 3600.0).ShouldBe(0.001731507850782, 1e-6);
        (result.Cycles.Max(cycle => cycle.DischargeCapacity)!.Value / 3600.0).ShouldBe(0.001755093529421, 1e-6);
        result.Cycles.Length.ShouldBe(18);
        result.Cycles.ShouldAllBe(cycle => !cycle.BeginsWithCharge);
        result.Rates.Length.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Plating_FileOfABioLogic_HasTheChargesOfTheInstrument()
    {
        // 'Q charge or discharge' of the file runs from −2.3426e-5 to 2.3286e-5 mAh.
        PlatingResult result = PlatingAnalysis.Run([Read("biologic_mpr/CP_SSB.mpr")], [], new PlatingOptions { Area = 1e-4 });

        HalfCycleRecord charge = result.HalfCycles.Where(half => half.Polarity > 0).MaxBy(half => half.ArealCharge)!, discharge = result.HalfCycles.Where(half => half.Polarity < 0).MaxBy(half => half.ArealCharge)!;
        (charge.ArealCharge * 1e-4 / 3.6).ShouldBe(2.3285970167256947e-5, 2e-8);
        (discharge.ArealCharge * 1e-4 / 3.6).ShouldBe(2.3426259261792935e-5, 2e-8);
        result.IsOverpotential.ShouldBeFalse(); // a cell with a cathode: at 2.9 V nothing is a short
        result.Shorts.ShouldBeEmpty();
    }

    private static TimeSeries Read(string file) => MeasurementBuilder.From(
        InstrumentReader.Read(SharedFolder.Require("data/instruments/" + file), new ImportOptions(), TestContext.Current.CancellationToken)).Items.Select(item => item.Measurement).OfType<TimeSeries>().First();

    private static RunReport Run(string cell, CellExperiment experiment, string? model = null) => RunCell.Run(new RunRequest
    {
        CellFile = Path.Combine(Workspace.Examples, "cells", cell),
        Experiment = experiment,
        Options = model is null ? new Lamella.Cells.Running.CellOptions() : new Lamella.Cells.Running.CellOptions { Model = model },
        CheckMesh = false,
    });

    private static TimeSeries Noisy(TimeSeries series, double volts)
    {
        var generator = new SeededGenerator(1);
        return new TimeSeries(
            series.Provenance, series.Time, series.Current, [.. series.Voltage.Select(v => v + (volts * generator.NextNormal()))], series.Temperature, series.Step, series.Cycle);
    }
}
