using Lamella.Cells.Description;
using Lamella.Cells.Experiments;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Cells.Tests.Continuum;
using Lamella.Core;

namespace Lamella.Cells.Tests.Experiments;

/// <summary>Experiments on lithium | lithium and lithium | copper against closed forms.</summary>
public sealed class LithiumExperimentTests
{
    private const double Temperature = 298.15;
    private const double Exchange = 1.71; // li2024: 0.171 mA/cm2
    private const double Resistance = 145e-4;

    private static readonly double Thermal = PhysicalConstants.ThermalVoltage(Temperature);

    /// <summary>V = 2·(2RT/F)·asinh(i/2i₀) + R·i, PHYSICS 4.1, at the currents of li2024.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Run_Polarisation_FollowsTheClosedFormOfTheVoltage()
    {
        var experiment = new Polarisation { Currents = [.. new[] { 1.0, 2.0, 5.0, 10.0 }.Select(CurrentLoad.OfDensity)], HalfCycle = 1800.0 };

        ExperimentFindings findings = Run(experiment, Ceramic()).Findings;

        findings.Rows.Length.ShouldBe(4);
        foreach (ReportedRow row in findings.Rows)
        {
            double current = 10.0 * row.Values[0];
            double expected = 1e3 * ((4.0 * Thermal * Math.Asinh(current / (2.0 * Exchange))) + (Resistance * current));
            row.Values[2].ShouldBe(expected, 5e-3 * expected);
            row.Values[3].ShouldBe(-expected, 5e-3 * expected);
            row.Values.Skip(4).Sum().ShouldBe(row.Values[2], 1e-6);
        }
    }

    [Theory]
    [InlineData(1.71, 145e-4)]
    [InlineData(13.3, 20e-4)]
    [InlineData(0.2, 0.0)]
    [Trait("Level", "identity")]
    public void Run_Tafel_FindsExchangeCurrentAndResistanceAgain(double exchange, double resistance)
    {
        ExperimentFindings findings = Run(new TafelScan(), Ceramic(exchange, resistance)).Findings;

        findings.Values[0].Value.ShouldBe(exchange / 10.0, 5e-3 * exchange / 10.0);
        findings.Values[1].Value.ShouldBe(1e4 * (resistance + 1e-6), 0.05 + (5e-3 * 1e4 * resistance));
        findings.Notes.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_TafelBehindALargeResistance_SaysThatTheKineticsAreHidden() =>
        Run(new TafelScan(), Ceramic(1e6, 1.0)).Findings.Notes.ShouldContain(note => note.Contains("hides the kinetics"));

    /// <summary>Above 2FDc₀/[(1−t₊)L] the salt runs out after Sand's time; the half cycles are longer than that.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Run_CriticalCurrent_IsTheLimitingCurrent()
    {
        const double diffusivity = 5e-11, salt = 1000.0, transference = 0.19, length = 300e-6;
        double limit = 2.0 * PhysicalConstants.Faraday * diffusivity * salt / ((1.0 - transference) * length);
        CellDescription cell = ReferenceCells.Symmetric(ReferenceCells.Binary("gel", length, 0.1, diffusivity, transference));
        cell = cell with { Negative = ReferenceCells.Foil(10.0, 2e-3), Positive = ReferenceCells.Foil(10.0, 2e-3) };
        double[] shares = [0.5, 0.8, 0.9, 0.99, 1.02, 1.2];
        var experiment = new StrippingPlating
        {
            Currents = [.. shares.Select(share => CurrentLoad.OfDensity(share * limit))], HalfCycle = 20.0 * length * length / diffusivity,
        };

        ExperimentFindings findings = Run(experiment, cell).Findings;

        findings.Values[0].Value.ShouldBe(0.99 * limit / 10.0, 1e-9 * limit);
        findings.Values[0].Note.ShouldContain("limiting current");
        findings.Rows.Length.ShouldBe(5, "the series stops with the first current that fails");
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Run_CriticalCurrentWithFixedCharge_PassesThatChargeInEveryHalfCycle()
    {
        var experiment = new StrippingPlating
        {
            Currents = [.. new[] { 1.0, 4.0 }.Select(CurrentLoad.OfDensity)], HalfCycleCharge = ChargeAmount.OfDensity(1800.0), Cycles = 2,
        };

        CellRun run = Run(experiment, Ceramic()).Runs.Stages[0].Run;

        run.Steps.Length.ShouldBe(8);
        run.Steps.ShouldAllBe(step => step.Ending == StepEnding.ChargeCutOff && Math.Abs(Math.Abs(step.Charge) - 1800.0) < 1e-5);
        run.Steps[4].Duration.ShouldBe(450.0, 1e-6);
    }

    [Theory]
    [InlineData(0.0, false)]
    [InlineData(0.0369, false)]
    [InlineData(0.0369, true)]
    [Trait("Level", "identity")]
    public void Run_AurbachEfficiency_FindsTheStatedLossAgainAndKeepsTheInventory(double loss, bool reversed)
    {
        var experiment = new AurbachEfficiency { Loss = loss, Cycles = 5 };

        ExperimentResult result = Run(experiment, Copper(reversed));

        // Lithium that every plating loses: reservoir and cycles; CE = (nQc + Qs)/(nQc + QT), Qs = QT − λ(QT + nQc).
        double cycled = 5.0, reservoir = 5.0;
        double expected = (cycled + reservoir - (loss * (reservoir + cycled))) / (cycled + reservoir);
        result.Findings.Values[0].Value.ShouldBe(expected, 1e-4, string.Join(' ', result.Findings.Notes));
        result.Findings.Values[1].Value.ShouldBe(1.0 - loss, 1e-4);
        CellRun run = result.Runs.Stages[0].Run;
        run.Balance.LithiumDrift.ShouldBeLessThan(1e-12);
        run.Balance.ChargeDrift.ShouldBeLessThan(1e-9);
        double plated = 5.0 + 5.0 + 5.0;
        (run.Balance.LostLithium * PhysicalConstants.Faraday / 3.6e4).ShouldBe(loss * plated, 1e-6);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Run_CopperEfficiency_IsOneMinusTheLossInEveryCycle()
    {
        ExperimentResult result = Run(new FixedCapacityEfficiency { Loss = 0.02, Cycles = 4 }, Copper(reversed: false));

        result.Findings.Rows.Length.ShouldBe(4);
        result.Findings.Rows.ShouldAllBe(row => Math.Abs(row.Values[2] - 0.98) < 1e-4 && row.Note.Length == 0);
        result.Runs.Stages[0].Run.Balance.LithiumDrift.ShouldBeLessThan(1e-12);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_AurbachWithTooSmallAReservoir_SaysSo() => Run(
        new AurbachEfficiency { Reservoir = ChargeAmount.OfDensity(3.6e4), Loss = 0.2, Cycles = 20 }, Copper(reversed: false))
        .Findings.Notes.ShouldContain(note => note.Contains("did not outlast"));

    private static ExperimentResult Run(CellExperiment experiment, CellDescription cell) => ExperimentRunner.Run(
        experiment, cell, Temperature, cancellation: TestContext.Current.CancellationToken);

    private static CellDescription Ceramic(double exchange = Exchange, double resistance = Resistance) =>
        ReferenceCells.Symmetric(new SingleIonLayer { Name = "ceramic", Thickness = 1e-6, Conductivity = ReferenceCells.Constant(1.0) }) with
        {
            Negative = ReferenceCells.Foil(exchange, 1e-3),
            Positive = ReferenceCells.Foil(exchange, 1e-3),
            ContactResistance = resistance,
        };

    private static CellDescription Copper(bool reversed)
    {
        var collector = new BareCollector
        {
            Lithium = ReferenceCells.Foil(10.0).Metal, Name = "copper", NucleationOverpotential = 0.05, NucleationCharge = 100.0,
        };
        LithiumElectrode foil = ReferenceCells.Foil(10.0, 200e-6);
        return Ceramic() with { Negative = reversed ? collector : foil, Positive = reversed ? foil : collector };
    }
}
