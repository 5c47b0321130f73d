using System.Collections.Immutable;
using System.Numerics;
using Lamella.Cells.Description;
using Lamella.Cells.Protocols;
using Lamella.Cells.Results;
using Lamella.Cells.Running;
using Lamella.Cells.Spectra;
using Lamella.Cells.Tests.Continuum;

namespace Lamella.Cells.Tests.Spectra;

/// <summary>Spectra at states of a cell: against a small alternating current in time, after runs, over temperature and mesh.</summary>
public sealed class SpectrumStateTests
{
    /// <summary>A sine of 1 % of 1C over four periods; the last one, less its trend, against the spectrum.</summary>
    [Theory]
    [InlineData("dfn", 0.02)]
    [InlineData("dfn", 1.0)]
    [InlineData("dfn", 50.0)]
    [InlineData("dfn", 2000.0)]
    [InlineData("spme", 1.0)]
    [InlineData("spme", 50.0)]
    [Trait("Level", "reference")]
    public void Measure_SmallSineInTime_AgreesWithTheSpectrum(string model, double frequency)
    {
        CellDescription cell = ReferenceSpectra.Xu2019;
        var options = new CellOptions { Model = model, RelativeTolerance = 1e-7, AbsoluteTolerance = 1e-9 };
        CellSimulator simulator = CellSimulator.Create(cell, 298.15, options);
        CellState state = simulator.Equilibrium(0.6);

        Complex linear = CellSpectra.Measure(simulator, state, [frequency]).Spectrum.Impedance[0];
        Complex inTime = Alternating(simulator, state, 1e-2 * cell.OneCCurrentDensity, frequency);

        double distance = Complex.Abs(inTime - linear) / Complex.Abs(linear);
        TestContext.Current.SendDiagnosticMessage($"{model} at {frequency} Hz: {inTime:G5} in time, {linear:G5} linearised, {distance:P3} apart");
        distance.ShouldBeLessThan(5e-3);
    }

    /// <summary>Behind a run the state is not at rest: the message says how low a frequency may be.</summary>
    [Fact]
    [Trait("Level", "unit")]
    public void Measure_SoonAfterADischarge_SaysThatTheStateDrifts()
    {
        CellDescription cell = ReferenceSpectra.Xu2019;
        CellSimulator simulator = CellSimulator.Create(cell, 298.15);
        CellRun run = simulator.Run(
            new Protocol([ProtocolSteps.Discharge(cell, CurrentLoad.OfRate(1.0), duration: 1200.0)]), simulator.Equilibrium(1.0));
        CellState rested = simulator.Run(new Protocol([ProtocolSteps.Rest(20.0)]), run.FinalState).FinalState;

        CellSpectrum drifting = CellSpectra.Measure(simulator, rested, [1e4, 1e-4]);
        CellSpectrum fast = CellSpectra.Measure(simulator, rested, [1e4, 10.0]);
        CellSpectrum loaded = CellSpectra.Measure(simulator, run.FinalState, [1e4, 10.0], new SpectrumOptions { AtOpenCircuit = false });

        drifting.Warnings.ShouldContain(warning => warning.StartsWith("the state drifts", StringComparison.Ordinal));
        fast.Warnings.ShouldBeEmpty();
        fast.CurrentDensity.ShouldBe(0.0);
        loaded.CurrentDensity.ShouldBe(-cell.OneCCurrentDensity, 1e-9 * cell.OneCCurrentDensity);
        Complex.Abs(loaded.Spectrum.Impedance[1]).ShouldBeLessThan(Complex.Abs(fast.Spectrum.Impedance[1])); // Butler and Volmer under load
    }

    /// <summary>Charge transfer of the cathode follows its exchange current: ∝ 1/√(x(1 − x)) over the state of charge.</summary>
    [Fact]
    [Trait("Level", "identity")]
    public void Measure_StateOfCharge_ScalesTheChargeTransfer()
    {
        CellDescription cell = ReferenceSpectra.Xu2019;
        CellSimulator simulator = CellSimulator.Create(cell, 298.15, new CellOptions { Model = CellModels.SingleParticle });
        ActiveParticles particles = cell.PorousPositive!.Particles[0];
        double Transfer(double charge) => CellSpectra.Measure(simulator, simulator.Equilibrium(charge), [1e-3]).Parts
            .Single(part => part is { Layer: "positive electrode", Process: SpectrumProcess.ChargeTransfer }).Impedance[0].Real;
        double Root(double charge)
        {
            double x = particles.DischargedStoichiometry + (charge * (particles.ChargedStoichiometry - particles.DischargedStoichiometry));
            return Math.Sqrt(x * (1.0 - x));
        }

        double ratio = Transfer(0.9) / Transfer(0.5);

        ratio.ShouldBe(Root(0.5) / Root(0.9), 1e-4);
    }

    [Fact]
    [Trait("Level", "identity")]
    public void Measure_Temperature_ScalesTheConductionWithItsLaw()
    {
        CellDescription cell = ReferenceCells.Symmetric(new SingleIonLayer
        {
            Name = "ceramic", Thickness = 3e-4, Conductivity = ReferenceCells.Activated(0.05, 30e3),
        });
        double At(double kelvin)
        {
            CellSimulator simulator = CellSimulator.Create(cell, kelvin);
            return CellSpectra.Measure(simulator, simulator.Equilibrium(0.5), [1.0]).Parts
                .Single(part => part.Process == SpectrumProcess.IonicConduction).Impedance[0].Real;
        }

        (At(273.15) / At(298.15)).ShouldBe(Math.Exp(30e3 / Core.PhysicalConstants.GasConstant * ((1.0 / 273.15) - (1.0 / 298.15))), 1e-9);
    }

    /// <summary>The estimate of what the mesh adds, against the same cell on a fine mesh.</summary>
    [Theory]
    [InlineData("dfn")]
    [InlineData("spme")]
    [Trait("Level", "reference")]
    public void Measure_CoarseShells_SaysWhichFrequenciesAreUnresolved(string model)
    {
        var coarse = new CellOptions { Model = model, Shells = 20, ShellGrading = 0.0 };
        ImmutableArray<double> frequencies = FrequencySweep.Logarithmic(1e4, 1e-3, 5);

        CellSpectrum rough = Spectrum(coarse), smooth = Spectrum(SpectrumOptions.FineMesh with { Model = model });

        double[] errors = [.. rough.Spectrum.Impedance.Zip(smooth.Spectrum.Impedance, (a, b) => Complex.Abs(a - b) / Complex.Abs(b))];
        string warning = rough.Warnings.ShouldHaveSingleItem();
        double[] said = Numbers(warning);
        double[] wrong = [.. frequencies.Where((_, k) => errors[k] > 5e-3)];
        TestContext.Current.SendDiagnosticMessage($"{model}: '{warning}'; in truth from {wrong.Min():G3} Hz to {wrong.Max():G3} Hz up to {errors.Max():P2}");
        smooth.Warnings.ShouldBeEmpty();
        said[0].ShouldBeInRange(0.3 * wrong.Min(), 3.0 * wrong.Min());
        said[1].ShouldBeInRange(0.3 * wrong.Max(), 3.0 * wrong.Max());
        (said[2] / 100.0).ShouldBeInRange(0.5 * errors.Max(), 2.0 * errors.Max());

        CellSpectrum Spectrum(CellOptions options)
        {
            CellSimulator simulator = CellSimulator.Create(ReferenceSpectra.Xu2019, 298.15, options);
            return CellSpectra.Measure(simulator, simulator.Equilibrium(0.6), frequencies);
        }
    }

    private static double[] Numbers(string text) =>
    [
        .. text.Split(' ').Select(word => double.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out double number) ? number : double.NaN)
            .Where(number => !double.IsNaN(number)),
    ];

    private static Complex Alternating(CellSimulator simulator, CellState state, double amplitude, double frequency)
    {
        const int periods = 4, perPeriod = 96;
        double[] time = [.. Enumerable.Range(0, (periods * perPeriod) + 1).Select(i => i / (perPeriod * frequency))];
        double[] current = [.. time.Select(t => amplitude * Math.Sin(2.0 * Math.PI * frequency * t))];
        CellRun run = simulator.Run(
            new Protocol([
                new ProtocolStep
                {
                    Label = "Follow a sine", Control = StepControl.Current, Value = new TableSetPoint([.. time], [.. current]), MaximumDuration = time[^1],
                }]),
            state);
        run.Steps[0].Ending.ShouldBe(StepEnding.Duration, run.Steps[0].Reason);
        int[] kept = [.. Enumerable.Range(0, run.Series.Time.Length).Where(k => k == 0 || run.Series.Time[k] > run.Series.Time[k - 1])];
        double[] t = [.. kept.Select(k => run.Series.Time[k])];
        return Fundamental(t, [.. kept.Select(k => run.Series.Voltage[k])], frequency)
            / Fundamental(t, [.. kept.Select(k => run.Series.Current[k])], frequency);
    }

    /// <summary>Fourier coefficient over the last period, the trend from period to period taken off.</summary>
    private static Complex Fundamental(double[] time, double[] value, double frequency)
    {
        const int samples = 960;
        double period = 1.0 / frequency, begin = time[^1] - period;
        double slope = (value[^1] - ReferenceCurve.Cubic(time, value, begin)) / period;
        Complex sum = Complex.Zero;
        for (int k = 0; k < samples; k++)
        {
            double at = begin + (period * k / samples);
            double now = ReferenceCurve.Cubic(time, value, at) - (slope * (at - begin));
            sum += now * Complex.Exp(new Complex(0.0, -2.0 * Math.PI * frequency * at));
        }

        return sum / samples;
    }
}
