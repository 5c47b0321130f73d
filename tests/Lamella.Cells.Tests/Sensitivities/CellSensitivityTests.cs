using System.Collections.Immutable;
using System.Text.Json;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Cells.Running;
using Lamella.Cells.Sensitivities;
using Lamella.Cells.Tests.Continuum;
using Lamella.Materials.Laws;
using Lamella.Tests;

namespace Lamella.Cells.Tests.Sensitivities;

/// <summary>Derivatives of runs by parameters, against another code, against differences and against what must be zero.</summary>
public sealed class CellSensitivityTests
{
    private static readonly CellOptions Tight = new() { RelativeTolerance = 1e-8, AbsoluteTolerance = 1e-10 };

    private static readonly CellParameter Diffusivity = new(
        "solid diffusivity", 1e-14, d => ReferenceCells.Xu2019.WithMaterial(m => m with { Diffusivity = ReferenceCells.Constant(d) }));

    private static readonly CellParameter Film = new("lithium film", 1e-3, r => ReferenceCells.Xu2019 with
    {
        Negative = (LithiumElectrode)ReferenceCells.Xu2019.Negative with { FilmResistance = r },
    });

    private static readonly CellParameter Thickness = new("electrode thickness", 42e-6, thickness => ReferenceCells.Xu2019 with
    {
        Positive = ReferenceCells.Xu2019.PorousPositive! with { Thickness = thickness },
    });

    /// <summary>PyBaMM 26.8 carried by IDAKLU, 20 uniform cells per subdomain, rtol 1e-6.</summary>
    /// <remarks>
    /// Its mesh sets the limits: the diffusivity and the current change with the steep profile in the outermost shells of the
    /// first minutes. The porosity is compared less the error of the face between separator and electrode, see
    /// <see cref="ErrorOfTheReferenceFace"/>.
    /// </remarks>
    [Fact]
    [Trait("Level", "published")]
    public void Run_DischargeOfXu2019_HasTheReferenceSensitivities()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(SharedFolder.Require("reference/cells/h5_sensitivities_xu2019.json")));
        JsonElement reference = document.RootElement.GetProperty("cases").GetProperty("dfn_halfcell");
        double[] time = Numbers(reference.GetProperty("t_s"));
        JsonElement slopes = reference.GetProperty("dV_dp");
        (CellParameter Parameter, string Name, double Limit, double Error)[] compared =
        [
            (Diffusivity, "Positive particle diffusivity [m2.s-1]", 1e-2, 0.0),
            (new CellParameter("t+", 0.38, WithTransference), "Cation transference number", 1e-3, 0.0),
            (new CellParameter("porosity", 0.331, WithPorosity), "Positive electrode porosity", 2e-3, ErrorOfTheReferenceFace()),
            (new CellParameter("current", 0.0024, WithCurrent), "Current function [A]", 6e-3, 0.0),
        ];

        SensitivityRun run = Discharge([.. compared.Select(c => c.Parameter)]);

        for (int p = 0; p < compared.Length; p++)
        {
            double[] expected = Numbers(slopes.GetProperty(compared[p].Name));
            double rms = 0.0, scale = 0.0;
            for (int i = 1; i < time.Length; i++)
            {
                double theirs = expected[i] - compared[p].Error;
                rms += Math.Pow(At(run, run.Parameters[p].Voltage, time[i]) - theirs, 2.0);
                scale += Math.Pow(theirs, 2.0);
            }

            Math.Sqrt(rms / scale).ShouldBeLessThan(compared[p].Limit, compared[p].Name);
        }
    }

    /// <summary>Charge, hold and discharge: every reported quantity against central differences of whole runs.</summary>
    [Fact]
    [Trait("Level", "reference")]
    public void Run_ChargeHoldDischarge_DerivesEveryReportedQuantity()
    {
        CellParameter[] parameters = [Diffusivity, Film, Thickness];
        var simulator = SensitivitySimulator.Create(ReferenceCells.Xu2019 with { Negative = ((LithiumElectrode)ReferenceCells.Xu2019.Negative) with { FilmResistance = 1e-3 } }, [.. parameters.Select(WithFilm)], 298.15, Tight);
        SensitivityRun run = simulator.Run(Cycle, simulator.Equilibrium(0.2));

        run.Run.Steps.Select(s => s.Ending).ShouldBe([StepEnding.UpperVoltageCutOff, StepEnding.CurrentCutOff, StepEnding.Duration, StepEnding.LowerVoltageCutOff]);
        for (int p = 0; p < parameters.Length; p++)
        {
            (CellRun above, CellRun below, double change) = Neighbours(WithFilm(parameters[p]));
            for (int step = 0; step < run.Run.Steps.Length; step++)
            {
                string where = $"{parameters[p].Name}, {run.Run.Steps[step].Label}";
                StepSensitivity ours = run.Parameters[p].Steps[step];
                StepResult high = above.Steps[step], low = below.Steps[step], at = run.Run.Steps[step];
                Compare(ours.Duration, high.Duration, low.Duration, at.Duration, $"duration, {where}");
                Compare(ours.Charge, high.Charge, low.Charge, at.Charge, $"charge, {where}");
                Compare(ours.Energy, high.Energy, low.Energy, at.Energy, $"energy, {where}");
                Compare(ours.StartTime, high.StartTime, low.StartTime, at.StartTime, $"start, {where}");
                Compare(ours.StartVoltage, high.StartVoltage, low.StartVoltage, at.StartVoltage, $"first voltage, {where}");
                Compare(ours.EndVoltage, high.EndVoltage, low.EndVoltage, at.EndVoltage, $"last voltage, {where}");
            }

            void Compare(double ours, double high, double low, double at, string what)
            {
                double difference = (high - low) / change, unit = Math.Abs(at) / parameters[p].Value;
                Math.Abs(ours - difference).ShouldBeLessThanOrEqualTo((2e-3 * Math.Abs(difference)) + (1e-5 * unit), what);
            }
        }
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Run_StepEndedByVoltage_HasAnEndVoltageThatDoesNotMove()
    {
        SensitivityRun run = Discharge([Diffusivity, Thickness]);

        run.Run.Steps[0].Ending.ShouldBe(StepEnding.LowerVoltageCutOff);
        foreach (ParameterSensitivity parameter in run.Parameters)
        {
            (parameter.Value * Math.Abs(parameter.Steps[0].EndVoltage)).ShouldBeLessThan(1e-5);
            parameter.Voltage.Length.ShouldBe(run.Run.Series.Length);
            parameter.Current.ShouldAllBe(value => Math.Abs(value * parameter.Value) < 1e-6); // the current is held
        }
    }

    [Fact]
    [Trait("Level", "unit")]
    public void Create_WithoutParametersOrWithAnotherMesh_SaysWhatIsWrong()
    {
        Should.Throw<ArgumentException>(() => SensitivitySimulator.Create(ReferenceCells.Xu2019, [], 298.15)).Message.ShouldContain("at least one parameter");
        var kind = new CellParameter("layers", 1.0, value => value == 1.0 ? ReferenceCells.Xu2019 : ReferenceCells.Laminate);
        Should.Throw<ArgumentException>(() => SensitivitySimulator.Create(ReferenceCells.Xu2019, [kind], 298.15)).Message.ShouldContain("'layers'");
        var zero = new CellParameter("zero", 0.0, _ => ReferenceCells.Xu2019);
        Should.Throw<ArgumentException>(() => SensitivitySimulator.Create(ReferenceCells.Xu2019, [zero], 298.15)).Message.ShouldContain("give the scale");
    }

    private static CellParameter WithFilm(CellParameter parameter) => parameter == Film ? parameter : parameter with
    {
        Cell = value => parameter.Cell(value) with { Negative = ((LithiumElectrode)ReferenceCells.Xu2019.Negative) with { FilmResistance = 1e-3 } },
    };

    private static (CellRun Above, CellRun Below, double Change) Neighbours(CellParameter parameter)
    {
        double change = 1e-4 * parameter.Value;
        return (Run(parameter.Cell(parameter.Value + change)), Run(parameter.Cell(parameter.Value - change)), 2.0 * change);

        static CellRun Run(CellDescription cell)
        {
            CellSimulator simulator = CellSimulator.Create(cell, 298.15, Tight);
            return simulator.Run(Cycle(cell), simulator.Equilibrium(0.2));
        }
    }

    private static Protocol Cycle(CellDescription cell)
    {
        double current = ReferenceCells.Xu2019.OneCCurrentDensity;
        return new Protocol(
        [
            new ProtocolStep { Label = "charge", Control = StepControl.Current, Value = current, MaximumDuration = 1e5, UpperVoltage = 4.2 },
            new ProtocolStep { Label = "hold", Control = StepControl.Voltage, Value = 4.2, MaximumDuration = 1e5, CurrentCutOff = 0.2 * current },
            new ProtocolStep { Label = "rest", Control = StepControl.Current, Value = 0.0, MaximumDuration = 600.0 },
            new ProtocolStep { Label = "discharge", Control = StepControl.Current, Value = -current, MaximumDuration = 1e5, LowerVoltage = 3.5 },
        ]);
    }

    private static SensitivityRun Discharge(ImmutableArray<CellParameter> parameters)
    {
        var simulator = SensitivitySimulator.Create(ReferenceCells.Xu2019, parameters, 298.15, new CellOptions());
        return simulator.Run(OneC, simulator.Equilibrium(1.0));
    }

    private static Protocol OneC(CellDescription cell) => new(
    [
        new ProtocolStep
        {
            Label = "Discharge at 1C until 3.5 V",
            Control = StepControl.Current,
            Value = -cell.OneCCurrentDensity,
            MaximumDuration = 7200.0,
            LowerVoltage = 3.5,
        },
    ]);

    /// <summary>1C of the reference cell is its current; the equations do not know 1C otherwise.</summary>
    private static CellDescription WithCurrent(double current) =>
        ReferenceCells.Xu2019 with { OneCCurrentDensity = current / ReferenceCells.Xu2019.Area };

    private static CellDescription WithTransference(double value) => ReferenceCells.Xu2019 with
    {
        Layers = [((BinaryLayer)ReferenceCells.Xu2019.Layers[0]) with { TransferenceNumber = ReferenceCells.Constant(value) }],
        Positive = ReferenceCells.Xu2019.PorousPositive! with
        {
            Pores = ((BinaryLayer)ReferenceCells.Xu2019.PorousPositive!.Pores) with { TransferenceNumber = ReferenceCells.Constant(value) },
        },
    };

    private static CellDescription WithPorosity(double porosity)
    {
        var pores = (BinaryLayer)ReferenceCells.Xu2019.PorousPositive!.Pores;
        double factor = Math.Pow(porosity / 0.331, 1.5);
        return ReferenceCells.Xu2019 with
        {
            Positive = ReferenceCells.Xu2019.PorousPositive! with
            {
                Pores = pores with
                {
                    VolumeFraction = porosity,
                    Conductivity = pores.Conductivity.Times(factor),
                    Diffusivity = pores.Diffusivity.Times(factor),
                },
            },
        };
    }

    /// <summary>
    /// What the reference adds to ∂V/∂ε by averaging the conductivity where separator and electrode meet: its resistance there
    /// is (h₁ + h₂)/(κ₁ + κ₂), that of two half cells in series is h₁/2κ₁ + h₂/2κ₂, and κ₂ ~ ε^1.5.
    /// </summary>
    private static double ErrorOfTheReferenceFace()
    {
        const double porosity = 0.331, cells = 20.0;
        PorousElectrode electrode = ReferenceCells.Xu2019.PorousPositive!;
        ElectrolyteLayer separator = ReferenceCells.Xu2019.Layers[0];
        double left = separator.Thickness / cells, right = electrode.Thickness / cells;
        double before = separator.Conductivity.At(1000.0, 298.15), after = electrode.Pores.Conductivity.At(1000.0, 298.15);
        double averaged = -(left + right) / Math.Pow(before + after, 2.0), series = -0.5 * right / (after * after);
        return -ReferenceCells.Xu2019.OneCCurrentDensity * (averaged - series) * 1.5 * after / porosity;
    }

    private static double At(SensitivityRun run, ImmutableArray<double> values, double time)
    {
        int after = run.Run.Series.Time.TakeWhile(t => t < time).Count();
        double left = run.Run.Series.Time[after - 1], share = (time - left) / (run.Run.Series.Time[after] - left);
        return values[after - 1] + (share * (values[after] - values[after - 1]));
    }

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetDouble())];
}
