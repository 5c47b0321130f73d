using Lamella.Cells.Description;
using Lamella.Cells.HalfCell;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Core;
using Lamella.Materials.Laws;

namespace Lamella.Cells.Tests.HalfCell;

/// <summary>Scaling with area and rate, the limits of slow loads, holds and rests, and the direction of every temperature law.</summary>
public sealed class CellIdentityTests
{
    private const double Room = 298.15, Energy = 40e3;

    private static CellDescription Xu => ReferenceCells.Xu2019;

    [Fact]
    [Trait("Level", "identity")]
    public void Run_TwiceTheArea_TwiceTheCurrentAtTheSameVoltage()
    {
        CellRun one = Discharge(Xu, 1.0), two = Discharge(Xu with { Area = 2.0 * Xu.Area }, 1.0);

        two.Series.Voltage.ShouldBe(one.Series.Voltage);
        two.Series.Current.ShouldBe(one.Series.Current.Select(i => 2.0 * i));
        two.Steps[0].Charge.ShouldBe(one.Steps[0].Charge);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Run_VerySlowDischarge_GivesTheWholeWindow()
    {
        PorousCathode cathode = Xu.Cathode! with { ChargedStoichiometry = 0.3, DischargedStoichiometry = 0.8 };
        CellDescription cell = Xu with
        {
            Cathode = cathode,
            LowerCutOff = cathode.Material.OpenCircuitPotential.At(0.8, Room),
        };
        double window = PhysicalConstants.Faraday * cathode.MaximumConcentration * cathode.ActiveVolumeFraction * cathode.Thickness * 0.5;

        var tight = new HalfCellOptions { RelativeTolerance = 1e-7, AbsoluteTolerance = 1e-9 };
        double slow = -Discharge(cell, 1e-3, options: tight).Steps[0].Charge, faster = -Discharge(cell, 1e-2, options: tight).Steps[0].Charge;

        slow.ShouldBe(window, 1e-3 * window);
        slow.ShouldBeLessThan(window);
        ((window - faster) / (window - slow)).ShouldBe(10.0, 0.5); // the loss is linear in a small rate
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Run_RestAfterADischarge_ReturnsToTheOpenCircuitOfTheMean()
    {
        CellSimulator simulator = CellSimulator.Create(Xu, Room);
        ProtocolStep partial = ProtocolSteps.Discharge(Xu, CurrentLoad.OfRate(1.0), duration: 1200.0);

        CellRun run = simulator.Run(new Protocol([partial, ProtocolSteps.Rest(2e5)]), simulator.Equilibrium(1.0));

        run.Series.Voltage[^1].ShouldBe(Potential(Mean(run)), 1e-6);
        run.Steps[1].Charge.ShouldBe(0.0);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Run_LongHold_EndsAtTheStoichiometryOfItsVoltage()
    {
        CellSimulator simulator = CellSimulator.Create(Xu, Room);
        ProtocolStep hold = ProtocolSteps.Hold(Xu, 3.9, null, 2e5);

        CellRun run = simulator.Run(new Protocol([hold]), simulator.Equilibrium(0.2));

        run.Steps[0].Ending.ShouldBe(StepEnding.Duration);
        Potential(Mean(run)).ShouldBe(3.9, 1e-6);
        run.Series.Voltage.ShouldAllBe(v => Math.Abs(v - 3.9) < 1e-6);
        run.Series.Current[^1].ShouldBe(0.0, 1e-4 * Xu.OneCCurrentDensity * Xu.Area);
    }

    /// <summary>A resistance of each activated process grows by exp[(E/R)(1/T − 1/T₀)] in the cold.</summary>
    [Theory]
    [InlineData("conductivity")]
    [InlineData("joint")]
    [InlineData("film")]
    [InlineData("exchange")]
    [Trait("Level", "identity")]
    public void Run_ActivatedProcess_LosesItsArrheniusFactorInTheCold(string process)
    {
        const double cold = 263.15, current = 1e-3;
        CellDescription cell = Activated(process);

        double ratio = FirstVoltage(cell, cold, current) / FirstVoltage(cell, Room, current);

        double factor = Math.Exp(Energy / PhysicalConstants.GasConstant * ((1.0 / cold) - (1.0 / Room)));
        double expected = process == "exchange" ? factor * cold / Room : factor; // RT/(F·i₀)
        ratio.ShouldBe(expected, 1e-5 * expected);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Run_ActivatedCathode_DeliversLessInTheCold()
    {
        PorousCathode cathode = Xu.Cathode!;
        CellDescription slowDiffusion = Xu with
        {
            Cathode = cathode with
            {
                Material = cathode.Material with { Diffusivity = PropertyLaws.Arrhenius(1e-14, Energy, Room, ReferenceCells.Test) },
            },
        };
        CellDescription slowReaction = Xu with
        {
            Cathode = cathode with
            {
                Material = cathode.Material with { Kinetics = cathode.Material.Kinetics with { ActivationEnergy = Energy } },
            },
        };
        double plain = -Discharge(Xu, 1.0, 273.15).Steps[0].Charge;

        (-Discharge(slowDiffusion, 1.0, 273.15).Steps[0].Charge).ShouldBeLessThan(0.95 * plain);
        (-Discharge(slowReaction, 1.0, 273.15).Steps[0].Charge).ShouldBeLessThan(0.99 * plain);
        (-Discharge(slowDiffusion, 1.0, 323.15).Steps[0].Charge).ShouldBeGreaterThan(-Discharge(Xu, 1.0, 323.15).Steps[0].Charge);
    }

    /// <summary>A load that no state meets leaves the cell, and the voltage it reports, as they were.</summary>
    [Fact]
    [Trait("Level", "unit")]
    public void Run_StepThatCannotStart_ReportsTheVoltageBeforeIt()
    {
        CellDescription cell = ReferenceCells.Symmetric(ReferenceCells.Binary("gel", 1e-4, 0.1, 5e-11, 0.3)) with
        {
            ContactResistance = 0.1,
        };
        CellSimulator simulator = CellSimulator.Create(cell, Room);
        var step = new ProtocolStep
        {
            Label = "Too much", Control = StepControl.Current, Value = 1e7, MaximumDuration = 10.0,
        };
        CellState start = simulator.Equilibrium(0.5);

        CellRun run = simulator.Run(new Protocol([step]), start);

        run.Steps[0].Ending.ShouldBe(StepEnding.CannotStart);
        run.Steps[0].StartVoltage.ShouldBe(0.0, 1e-12);
        run.Steps[0].EndVoltage.ShouldBe(0.0, 1e-12);
        run.FinalState.Unknowns.ShouldBe(start.Unknowns);
    }

    [Theory]
    [InlineData(1e3)]
    [InlineData(1e5)]
    [InlineData(1e7)]
    [Trait("Level", "unit")]
    public void Run_MetallicCathode_StillStarts(double electronicConductivity)
    {
        CellDescription cell = Xu with { Cathode = Xu.Cathode! with { ElectronicConductivity = electronicConductivity } };

        Discharge(cell, 0.1).Steps[0].Ending.ShouldBe(StepEnding.LowerVoltageCutOff);
    }

    private static CellDescription Activated(string process)
    {
        const double none = 1e12; // exchange current that makes the kinetics vanish
        var perfect = new SingleIonLayer { Name = "ceramic", Thickness = 1e-15, Conductivity = ReferenceCells.Constant(1.0) };
        CellDescription cell = ReferenceCells.Symmetric(perfect, perfect with { Name = "other" }) with
        {
            Lithium = ReferenceCells.Foil(none),
            CounterLithium = ReferenceCells.Foil(none),
        };
        LithiumElectrode foil = cell.Lithium;
        return process switch
        {
            "conductivity" => cell with
            {
                Layers = [perfect with { Thickness = 1e-4, Conductivity = PropertyLaws.Arrhenius(0.1, Energy, Room, ReferenceCells.Test) }, cell.Layers[1]],
            },
            "joint" => cell with { Joints = [new Joint(1e-2, 1.0, Energy, Room), Joint.Perfect] },
            "film" => cell with { Lithium = foil with { FilmResistance = 1e-2, FilmActivationEnergy = Energy, FilmReferenceTemperature = Room } },
            _ => cell with { Lithium = foil with { Metal = foil.Metal with { ReferenceExchangeCurrentDensity = 10.0, ActivationEnergy = Energy } } },
        };
    }

    private static double FirstVoltage(CellDescription cell, double temperature, double current)
    {
        CellSimulator simulator = CellSimulator.Create(cell, temperature);
        var step = new ProtocolStep { Label = "Pulse", Control = StepControl.Current, Value = current, MaximumDuration = 1.0 };
        return simulator.Run(new Protocol([step]), simulator.Equilibrium(0.5)).Series.Voltage[0];
    }

    private static CellRun Discharge(CellDescription cell, double rate, double temperature = Room, HalfCellOptions? options = null)
    {
        CellSimulator simulator = CellSimulator.Create(cell, temperature, options);
        return simulator.Run(new Protocol([ProtocolSteps.Discharge(cell, CurrentLoad.OfRate(rate))]), simulator.Equilibrium(1.0));
    }

    private static double Mean(CellRun run)
    {
        PorousCathode cathode = Xu.Cathode!;
        double amount = run.Balance.Lithium - run.Balance.FoilLithium; // cathode and salt
        double salt = (0.39 * 25e-6 * 1000.0) + (0.331 * 42e-6 * 1000.0);
        return (amount - salt) / (cathode.ActiveVolumeFraction * cathode.Thickness * cathode.MaximumConcentration);
    }

    private static double Potential(double stoichiometry) => Xu.Cathode!.Material.OpenCircuitPotential.At(stoichiometry, Room);
}
