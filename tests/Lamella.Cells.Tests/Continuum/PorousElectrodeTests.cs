using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Cells.Running;
using Lamella.Core;

namespace Lamella.Cells.Tests.Continuum;

/// <summary>Porous electrodes: exact limits, and what must not change when a cell is only written down differently.</summary>
public sealed class PorousElectrodeTests
{
    private const double Room = 298.15;

    private static CellDescription Chen => FullCells.Chen2020;

    /// <summary>
    /// Linear kinetics without concentration differences: R = L/(κ+σ)·[1 + (2 + (σ/κ + κ/σ)·cosh ν)/(ν·sinh ν)],
    /// ν² = L²·a·(i₀F/RT)(1/κ + 1/σ); Newman and Tobias, J. Electrochem. Soc. 109 (1962) 1183, doi 10.1149/1.2425269.
    /// </summary>
    [Theory]
    [InlineData(0.02, 0.5, 1.0, 30)]
    [InlineData(0.02, 0.02, 1.0, 30)]
    [InlineData(0.005, 10.0, 20.0, 60)] // the reaction stays within a ninth of the electrode: cells of that size err by 0.7 % at 30
    [Trait("Level", "identity")]
    public void Run_LinearElectrode_MeetsNewmanAndTobias(double kappa, double sigma, double exchange, int cells)
    {
        double expected = NewmanTobias(kappa, sigma, exchange);

        double resistance = ElectrodeResistance(kappa, sigma, exchange, new CellOptions { ElectrodeCells = cells });

        resistance.ShouldBe(expected, 2e-3 * expected);
    }

    [Theory]
    [InlineData(0.02, 0.5, 1.0, 10, 0.0)]
    [InlineData(0.005, 10.0, 20.0, 30, 0.3)]
    [Trait("Level", "order")]
    public void Run_LinearElectrode_ConvergesAtSecondOrder(double kappa, double sigma, double exchange, int coarsest, double grading)
    {
        double expected = NewmanTobias(kappa, sigma, exchange);
        double[] error = [.. new[] { coarsest, 2 * coarsest, 4 * coarsest }.Select(n => Math.Abs(
            ElectrodeResistance(kappa, sigma, exchange, new CellOptions { ElectrodeCells = n, ElectrodeGrading = grading }) - expected))];

        Math.Log2(error[0] / error[1]).ShouldBe(2.0, 0.2);
        Math.Log2(error[1] / error[2]).ShouldBe(2.0, 0.2);
    }

    /// <summary>Particles written as three equal populations, on both sides.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Run_EqualPopulations_ActLikeOne()
    {
        CellDescription split = Chen with { Negative = InThirds(Chen.PorousNegative!), Positive = InThirds(Chen.PorousPositive!) };

        CellRun one = Discharge(Chen, 1.0), three = Discharge(split, 1.0);

        three.Steps[0].Duration.ShouldBe(one.Steps[0].Duration, 2e-5 * one.Steps[0].Duration);
        FullCellTests.Conserves(three);
    }

    /// <summary>Different populations share one potential: the blend rests in equilibrium and conserves.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Run_Blend_RestsAndConserves()
    {
        CellDescription blend = CellKinds.Blend(Chen);
        CellSimulator simulator = CellSimulator.Create(blend, Room);

        CellRun rest = simulator.Run(new Protocol([ProtocolSteps.Rest(36_000.0)]), simulator.Equilibrium(0.7));
        CellRun discharge = Discharge(blend, 1.0);

        (rest.Series.Voltage.Max() - rest.Series.Voltage.Min()).ShouldBeLessThan(1e-6);
        discharge.Steps[0].Ending.ShouldBe(StepEnding.LowerVoltageCutOff);
        FullCellTests.Conserves(discharge);
    }

    /// <summary>A full cell with its sides exchanged shows the opposite voltage under the opposite current.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Run_CellTurnedAround_ShowsTheOppositeVoltage()
    {
        CellDescription back = Chen with { Negative = Chen.Positive, Positive = Chen.Negative };

        double there = Held(Chen, -30.0, 600.0), turned = Held(back, 30.0, 600.0);

        turned.ShouldBe(-there, 1e-9);
    }

    /// <summary>A binary electrolyte whose lithium carries all the current is a single-ion conductor.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Run_TransferenceOfOne_EqualsASingleIonConductor()
    {
        BinaryLayer binary = ReferenceCells.Binary("layer", 50e-6, 0.05, 1e-11, 1.0);
        var single = new SingleIonLayer { Name = "layer", Thickness = 50e-6, Conductivity = ReferenceCells.Constant(0.05) };
        CellDescription Cell(ElectrolyteLayer layer) => ReferenceCells.Xu2019 with
        {
            Layers = [layer],
            Positive = ReferenceCells.Xu2019.PorousPositive! with { Pores = layer with { Thickness = 0.0 } },
        };

        Held(Cell(binary), -5.0, 900.0).ShouldBe(Held(Cell(single), -5.0, 900.0), 1e-7);
    }

    [Theory]
    [InlineData(-40.0)]
    [InlineData(0.0)]
    [InlineData(80.0)]
    [Trait("Level", "identity")]
    public void Run_PrescribedTemperature_EqualsACellThatCannotWarmUp(double celsius)
    {
        double kelvin = celsius + PhysicalConstants.ZeroCelsius;
        CellDescription heavy = FullCells.Marquis2019 with { Thermal = new LumpedThermal(1e12, 0.0) };

        double prescribed = Held(FullCells.Marquis2019, -2.0, 600.0, kelvin), massive = Held(heavy, -2.0, 600.0, kelvin);

        massive.ShouldBe(prescribed, 1e-5);
    }

    /// <summary>Heat and stored energy: without cooling, C·ΔT is the electrical work less the work at the surface potentials.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Run_Adiabatic_WarmsByItsLosses()
    {
        CellDescription cell = Chen with { Thermal = FullCells.ChenThermal with { Cooling = 0.0 } };
        CellSimulator simulator = CellSimulator.Create(cell, Room, new CellOptions { RelativeTolerance = 1e-7, AbsoluteTolerance = 1e-9 });

        CellRun run = simulator.Run(
            new Protocol([ProtocolSteps.Discharge(cell, CurrentLoad.OfRate(1.0), duration: 1800.0)]), simulator.Equilibrium(1.0),
            new RunOptions { SplitVoltage = true });

        double losses = 0.0;
        for (int i = 1; i < run.Series.Time.Length; i++)
        {
            losses += 0.5 * (Loss(i) + Loss(i - 1)) * (run.Series.Time[i] - run.Series.Time[i - 1]);
        }

        double warmed = cell.Thermal!.HeatCapacity * (run.Series.Temperature[^1] - Room);
        warmed.ShouldBe(losses, 2e-3 * losses);

        double Loss(int i)
        {
            VoltageSplit split = run.Splits[i];
            return run.Series.Current[i] / cell.Area * (split.Total - split.OpenCircuit - split.SolidDiffusion);
        }
    }

    [Theory]
    [InlineData(1e-4, 1e-6)]
    [InlineData(1e-7, 1e-9)]
    [InlineData(1e-10, 1e-12)]
    [Trait("Level", "property")]
    public void Run_EveryKindOfCell_StartsAndEndsWithAReason(double relative, double absolute)
    {
        foreach (string name in CellKinds.Names)
        {
            CellDescription cell = CellKinds.Of(name);
            CellSimulator simulator = CellSimulator.Create(cell, Room, new CellOptions
            {
                CellsPerLayer = 8, ElectrodeCells = 6, Shells = 6, RelativeTolerance = relative, AbsoluteTolerance = absolute,
            });
            foreach (double current in (double[])[-1.0, 0.0, 1.0])
            {
                var step = new ProtocolStep { Label = "Load", Control = StepControl.Current, Value = current, MaximumDuration = 60.0 };
                StepResult result = simulator.Run(new Protocol([step]), simulator.Equilibrium(0.5)).Steps[0];
                result.Ending.ShouldNotBe(StepEnding.SolverStopped, $"{name} at {current}: {result.Reason}");
                result.Ending.ShouldNotBe(StepEnding.CannotStart, $"{name} at {current}: {result.Reason}");
            }
        }
    }

    private static PorousElectrode InThirds(PorousElectrode electrode)
    {
        ActiveParticles third = electrode.Particles[0] with { VolumeFraction = electrode.Particles[0].VolumeFraction / 3.0 };
        return electrode with { Particles = [third, third, third] };
    }

    private static double NewmanTobias(double kappa, double sigma, double exchange)
    {
        const double thickness = 42e-6;
        double area = 3.0 * 0.518 / 5.3e-6, thermal = PhysicalConstants.ThermalVoltage(Room);
        double nu = thickness * Math.Sqrt(area * exchange / thermal * ((1.0 / kappa) + (1.0 / sigma)));
        return thickness / (kappa + sigma)
            * (1.0 + ((2.0 + (((sigma / kappa) + (kappa / sigma)) * Math.Cosh(nu))) / (nu * Math.Sinh(nu))));
    }

    /// <summary>Resistance of the electrode of Xu2019 with flat potential, fast diffusion and single-ion pores.</summary>
    private static double ElectrodeResistance(double kappa, double sigma, double exchange, CellOptions options)
    {
        const double current = 1e-4, ceramic = 1e-9;
        CellDescription cell = ReferenceCells.Xu2019.WithMaterial(m => m with
        {
            OpenCircuitPotential = ReferenceCells.Constant(3.8),
            Diffusivity = ReferenceCells.Constant(1.0),
            Kinetics = m.Kinetics with { ReferenceExchangeCurrentDensity = exchange },
        }).WithParticles(p => p with { ChargedStoichiometry = 0.4, DischargedStoichiometry = 0.6 });
        cell = cell with
        {
            Negative = ReferenceCells.Foil(1e9),
            Layers = [new SingleIonLayer { Name = "ceramic", Thickness = ceramic, Conductivity = ReferenceCells.Constant(1.0) }],
            Positive = cell.PorousPositive! with
            {
                ElectronicConductivity = sigma,
                Pores = new SingleIonLayer { Name = "pores", Thickness = 0.0, Conductivity = ReferenceCells.Constant(kappa) },
            },
        };
        return (Held(cell, current, 1.0, options: options) - 3.8) / current;
    }

    private static double Held(CellDescription cell, double current, double duration, double kelvin = Room, CellOptions? options = null)
    {
        CellSimulator simulator = CellSimulator.Create(
            cell, kelvin, options ?? new CellOptions { RelativeTolerance = 1e-9, AbsoluteTolerance = 1e-11, ElectrodeCells = 15, Shells = 12 });
        var step = new ProtocolStep { Label = "Load", Control = StepControl.Current, Value = current, MaximumDuration = duration };
        CellRun run = simulator.Run(new Protocol([step]), simulator.Equilibrium(0.5));
        run.Steps[0].Ending.ShouldBe(StepEnding.Duration, run.Steps[0].Reason);
        return run.Series.Voltage[^1];
    }

    private static CellRun Discharge(CellDescription cell, double rate)
    {
        CellSimulator simulator = CellSimulator.Create(cell, Room);
        return simulator.Run(new Protocol([ProtocolSteps.Discharge(cell, CurrentLoad.OfRate(rate))]), simulator.Equilibrium(1.0));
    }
}
