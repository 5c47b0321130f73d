using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Cells.Tests.HalfCell;
using Lamella.Core;
using Lamella.Studies.Experiments;

namespace Lamella.Studies.Tests.Experiments;

/// <summary>Each kind of experiment against what is known exactly.</summary>
public sealed class PointSimulatorTests
{
    private const double ThermalVoltage = PhysicalConstants.GasConstant * 298.15 / PhysicalConstants.Faraday;
    private const double ExchangeCurrent = 10.0;

    private static readonly CellDescription Ceramic = ReferenceCells.Symmetric(
        new SingleIonLayer { Name = "ceramic", Thickness = 3e-4, Conductivity = ReferenceCells.Constant(0.05) });

    private static readonly CellDescription Gel = ReferenceCells.Symmetric(ReferenceCells.Binary("gel", 30e-6, 0.05, 3e-11, 0.3));

    /// <summary>V = 2·(2RT/F)·asinh(i/2i₀) + iL/σ.</summary>
    [Theory]
    [InlineData(0.1)]
    [InlineData(1.0)]
    [InlineData(5.0)]
    [Trait("Level", "published")]
    public void Run_OverpotentialOfCeramic_IsAsinhPlusOhm(double milliamperesPerSquareCentimetre)
    {
        double current = 10.0 * milliamperesPerSquareCentimetre;
        ExperimentPoint point = TestFacts.Of(ExperimentKind.Overpotential, "mV") with
        {
            Load = CurrentLoad.OfDensity(current),
            HalfCycle = 600.0,
        };

        SimulatedPoint result = new PointSimulator(Ceramic).Simulate(point);

        double expected = (4.0 * ThermalVoltage * Math.Asinh(current / (2.0 * ExchangeCurrent))) + (current * 3e-4 / 0.05);
        result.Value.InSi.ShouldBe(expected, 1e-6 * expected);
        result.Value.Unit.Symbol.ShouldBe("mV");
        result.Reason.ShouldBeNull();
    }

    [Fact]
    [Trait("Level", "published")]
    public void Run_Resistance_IsOhmPlusLinearKineticsPerAreaAndOfTheCell()
    {
        double perArea = (3e-4 / 0.05) + (2.0 * ThermalVoltage / ExchangeCurrent);
        var simulator = new PointSimulator(Ceramic);

        simulator.Simulate(TestFacts.Of(ExperimentKind.Resistance, "ohm cm2")).Value.InSi.ShouldBe(perArea, 2e-4 * perArea);
        simulator.Simulate(TestFacts.Of(ExperimentKind.Resistance, "ohm")).Value.InSi.ShouldBe(perArea / 1e-4, 2e-4 * perArea / 1e-4);
        simulator.Simulate(TestFacts.Of(ExperimentKind.Resistance, "ohm cm2") with { Part = ResistancePart.Electrolyte })
            .Value.InSi.ShouldBe(3e-4 / 0.05, 1e-6);
        simulator.Simulate(TestFacts.Of(ExperimentKind.Resistance, "ohm cm2") with { Part = ResistancePart.Interface })
            .Value.InSi.ShouldBe(2.0 * ThermalVoltage / ExchangeCurrent, 1e-6);
    }

    /// <summary>ρ = 1/(1 + Ne) with Ne = 2κRT(1 − t₊)²χ/(F²Dc), and 1 without anions.</summary>
    [Fact]
    [Trait("Level", "published")]
    public void Run_TransferenceNumber_IsTheNewmanRatio()
    {
        double newman = 2.0 * 0.05 * ThermalVoltage * Math.Pow(1.0 - 0.3, 2) / (PhysicalConstants.Faraday * 3e-11 * 1000.0);

        SimulatedPoint gel = new PointSimulator(Gel).Simulate(TestFacts.Of(ExperimentKind.TransferenceNumber, "1"));
        SimulatedPoint ceramic = new PointSimulator(Ceramic).Simulate(TestFacts.Of(ExperimentKind.TransferenceNumber, "1"));

        gel.Value.InSi.ShouldBe(1.0 / (1.0 + newman), 0.005 / (1.0 + newman));
        gel.Reason.ShouldBeNull();
        ceramic.Value.InSi.ShouldBe(1.0, 1e-4);
    }

    /// <summary>A discharge so slow that nothing is lost delivers F·c_max·ε·L·Δx; 1 mAh/g is 3.6 C/g.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Run_VerySlowDischarge_DeliversTheReversibleCapacity()
    {
        CellDescription cell = ReferenceCells.Xu2019;
        PorousCathode cathode = cell.Cathode!;
        double chargePerArea = PhysicalConstants.Faraday * cathode.MaximumConcentration * cathode.ActiveVolumeFraction * cathode.Thickness
            * (cathode.DischargedStoichiometry - cathode.ChargedStoichiometry);
        double milliampereHoursPerGram = chargePerArea / 3.6 / (1000.0 * cathode.ActiveLoading);

        SimulatedPoint result = new PointSimulator(WholeWindow(cell)).Simulate(TestFacts.Capacity("F900-0001", null, 0.002, 0.002));

        result.Value.Value.ShouldBe(milliampereHoursPerGram, 0.005 * milliampereHoursPerGram);
        result.Reason.ShouldBeNull();
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_CapacityInEveryUnit_IsTheSameCharge()
    {
        CellDescription cell = ReferenceCells.Xu2019;
        var simulator = new PointSimulator(cell);
        ExperimentPoint point = TestFacts.Capacity("F900-0001", null, 1.0);

        double perMass = simulator.Simulate(point).Value.InSi;

        Value("mAh/cm2").ShouldBe(perMass * cell.Cathode!.ActiveLoading, 1e-9);
        Value("mAh").ShouldBe(perMass * cell.Cathode!.ActiveLoading * cell.Area, 1e-9);
        double Value(string unit) => simulator.Simulate(point with { Fact = TestFacts.Fact("F900-0001", unit, null) }).Value.InSi;
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_LoadBeyondTheCell_GivesZeroWithAReason()
    {
        SimulatedPoint result = new PointSimulator(ReferenceCells.Xu2019).Simulate(TestFacts.Capacity("F900-0001", null, 2000.0));

        result.Value.Value.ShouldBe(0.0);
        result.Reason.ShouldNotBeNull().ShouldContain("Discharge at 2000C");
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_ChargeBeyondTheCell_CarriesTheReasonOfTheCharge()
    {
        ExperimentPoint point = TestFacts.Capacity("F900-0001", null, 0.2, 2000.0);
        point = point with { Charge = point.Charge! with { HoldUntil = null } };

        SimulatedPoint result = new PointSimulator(WholeWindow(ReferenceCells.Xu2019)).Simulate(point);

        result.Value.Value.ShouldBeLessThan(1.0, "an uncharged cell delivers nothing");
        result.Reason.ShouldNotBeNull().ShouldContain("charge before");
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_KeepingRuns_SplitsTheVoltageAtHalfCharge()
    {
        var simulator = new PointSimulator(ReferenceCells.Xu2019, new SimulationOptions { KeepRuns = true });

        SimulatedPoint result = simulator.Simulate(TestFacts.Capacity("F900-0001", null, 1.0));

        result.Runs.Length.ShouldBe(2, "charge and discharge");
        VoltageSplit split = result.Split.ShouldNotBeNull();
        split.SolidDiffusion.ShouldBeLessThan(0.0);
        result.Runs[1].Balance.LithiumDrift.ShouldBeLessThan(1e-12);
        result.CurrentDensity.ShouldBe(-ReferenceCells.Xu2019.OneCCurrentDensity, 1e-12);
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Run_MeasurementThatTheCellHasNot_SaysWhy()
    {
        ArgumentException capacity = Should.Throw<ArgumentException>(() => new PointSimulator(Gel).Simulate(TestFacts.Capacity("F900-0001", null, 1.0)));
        ArgumentException transference = Should.Throw<ArgumentException>(
            () => new PointSimulator(ReferenceCells.Xu2019).Simulate(TestFacts.Of(ExperimentKind.TransferenceNumber, "1")));

        capacity.Message.ShouldContain("symmetric cell and has no discharge capacity");
        transference.Message.ShouldContain("counter lithium");
    }

    /// <summary>The coarse mesh of calibrations changes capacities by far less than the uncertainty of any fact.</summary>
    [Theory]
    [InlineData(0.2)]
    [InlineData(2.0)]
    [InlineData(8.0)]
    [Trait("Level", "reference")]
    public void Run_CoarseMesh_StaysWithinATenthOfAPercent(double rate)
    {
        ExperimentPoint point = TestFacts.Capacity("F900-0001", null, rate);
        double fine = new PointSimulator(ReferenceCells.Xu2019, new SimulationOptions { Mesh = new() { CellsPerLayer = 40, CathodeCells = 40, Shells = 40, RelativeTolerance = 1e-7, AbsoluteTolerance = 1e-9 } }).Simulate(point).Value.Value;

        double coarse = new PointSimulator(ReferenceCells.Xu2019, SimulationOptions.Coarse).Simulate(point).Value.Value;
        double normal = new PointSimulator(ReferenceCells.Xu2019).Simulate(point).Value.Value;

        TestContext.Current.SendDiagnosticMessage(FormattableString.Invariant($"{rate}C: {fine:F3} mAh/g, coarse {coarse / fine - 1.0:E2}, default {normal / fine - 1.0:E2}"));
        coarse.ShouldBe(fine, 1e-3 * fine);
        normal.ShouldBe(fine, 2e-4 * fine);
    }

    /// <summary>Cut-offs at the open-circuit voltages of the window's ends, so that the window is what a slow cycle exchanges.</summary>
    private static CellDescription WholeWindow(CellDescription cell)
    {
        PorousCathode cathode = cell.Cathode!;
        return cell with
        {
            LowerCutOff = cathode.Material.OpenCircuitPotential.At(cathode.DischargedStoichiometry, 298.15),
            UpperCutOff = cathode.Material.OpenCircuitPotential.At(cathode.ChargedStoichiometry, 298.15),
        };
    }
}
